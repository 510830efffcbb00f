//! What a word means among the names of a fact: by the name itself, by what people say for it, and,
//! where it means none of them, what it may mean instead.

use super::reading::Reading;
use crate::data::{Message, Quoted, Tables, folded, folds, nearest, not_known};
use crate::profile::errors::{ProblemCode, Refusal};
use crate::profile::facts::Key;
use crate::quantity::Named;

/// A value of a fixed set, by its name or another word for it.
pub(in crate::profile) fn choice<T: Named>(
    tables: &Tables,
    key: Key,
    text: &str,
) -> Result<Reading<T>, Refusal> {
    let text = text.trim();
    let names = T::NAMES.iter().map(|&(name, value)| (value, name));
    meant(tables, key, text, &names, |near| {
        let names: Vec<_> = T::NAMES.iter().map(|&(name, _)| name).collect();
        not_one_of(text, &names, near)
    })
}

/// A thing of a table, by one of its names or another word for it; an error lists the things.
pub(in crate::profile) fn in_table<'n, T: Copy + PartialEq>(
    tables: &Tables,
    key: Key,
    text: &str,
    names: impl Iterator<Item = (T, &'n str)> + Clone,
) -> Result<Reading<T>, Refusal> {
    meant(tables, key, text.trim(), &names.clone(), |near| {
        let mut first: Vec<(T, &str)> = Vec::new();
        for (thing, name) in names {
            if first.last().is_none_or(|&(last, _)| last != thing) {
                first.push((thing, name));
            }
        }
        not_known(key.name(), text, near, first.into_iter().map(|(_, name)| name))
    })
}

/// That a text is not among some words, with the nearest of them.
pub(super) fn not_one_of(text: &str, names: &[&str], near: Option<&str>) -> Message {
    let message = format!("{} is not one of {}", Quoted(text), names.join(", "));
    Message::new(message).with_hint(near.map(|near| format!("did you mean `{near}`?")))
}

/// The value of a text. A value comes with each of its names one after the other, the one to write
/// first; `unknown` says that no value is meant, with the nearest name.
fn meant<'n, T: Copy + PartialEq>(
    tables: &Tables,
    key: Key,
    text: &str,
    names: &(impl Iterator<Item = (T, &'n str)> + Clone),
    unknown: impl FnOnce(Option<&str>) -> Message,
) -> Result<Reading<T>, Refusal> {
    // What programs send is the name itself; nothing then needs to be folded.
    if let Some((value, _)) = names.clone().find(|&(_, name)| name == text) {
        return Ok(Reading::plain(value));
    }
    let called = |text: &str| {
        let wanted = folded(text);
        let fits = |&(_, name): &(T, &str)| !wanted.is_empty() && folds(name).eq(wanted.chars());
        names.clone().find(fits).map(|(value, _)| value)
    };
    if let Some(value) = called(text) {
        return Ok(Reading::plain(value));
    }
    let synonym = tables.synonyms.find(key.name(), text);
    let instead = match synonym.map(|synonym| (&synonym.means, &synonym.says)) {
        Some((Ok(name), says)) => {
            if let Some(value) = called(name) {
                return Ok(Reading { value, says: says.clone() });
            }
            None
        }
        Some((Err(instead), _)) => Some(instead.clone()),
        None => elsewhere(tables, key, text),
    };
    let near = || {
        let said = tables
            .synonyms
            .of(key.name())
            .filter_map(|row| Some((called(row.means.as_ref().ok()?)?, &row.words)));
        let said =
            said.flat_map(|(value, words)| words.iter().map(move |word| (value, word.as_str())));
        let mut all: Vec<(T, &str)> = names.clone().collect::<Vec<_>>();
        all.extend(said);
        let near = nearest(text, all.iter().map(|&(_, name)| name))?;
        let &(value, _) = all.iter().find(|&&(_, name)| name == near)?;
        names.clone().find(|&(other, _)| other == value).map(|(_, name)| name)
    };
    let message = match instead {
        Some(instead) => Message { hint: Some(instead), ..unknown(None) },
        None => unknown(near()),
    };
    Err(Refusal(ProblemCode::UnknownName, message))
}

/// The facts among which a word is looked for that another fact does not know, and what they are called.
const OTHERS: [(Key, &str); 6] = [
    (Key::Role, "a role"),
    (Key::Specialty, "a specialty"),
    (Key::Certs, "a certification"),
    (Key::Setting, "a setting"),
    (Key::Education, "schooling"),
    (Key::Employment, "employment"),
];

/// The fact that a word is a name of, where it is another.
fn elsewhere(tables: &Tables, key: Key, text: &str) -> Option<String> {
    let wanted = folded(text);
    let of_fact = |&(other, what): &(Key, &str)| {
        let names = other.names(tables);
        let known = names.iter().find(|name| folds(&name.name).eq(wanted.chars()));
        let known = known
            .map(|name| name.name.to_string())
            .or_else(|| tables.synonyms.find(other.name(), text)?.means.as_ref().ok().cloned())?;
        Some(format!("state it as {what}: `{} {known}`", other.flag()))
    };
    OTHERS.iter().filter(|(other, _)| *other != key && !wanted.is_empty()).find_map(of_fact)
}
