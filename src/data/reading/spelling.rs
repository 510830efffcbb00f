//! How names are compared: what people type never matches a table letter by letter.

use std::collections::BTreeSet;

use super::problem::{Message, Quoted};

/// A name as it is compared: lower-case letters and digits only.
pub(crate) fn folded(name: &str) -> String {
    folds(name).collect()
}

/// The letters and digits of a name as they are compared, without accents.
pub(crate) fn folds(name: &str) -> impl Iterator<Item = char> {
    name.chars()
        .filter(|&c| c.is_alphanumeric() && !is_mark(c))
        .map(plain)
        .flat_map(char::to_lowercase)
}

/// Whether it is one of the letters that only say how another one sounds, as the okina does.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// A Latin letter without its accent.
const fn plain(c: char) -> char {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' => 'a',
        'Ç' | 'ç' | 'Ć' | 'ć' | 'Č' | 'č' => 'c',
        'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' => 'e',
        'Ġ' | 'ġ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ī' | 'ī' | 'İ' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō' | 'ō' => 'o',
        'Š' | 'š' => 's',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ū' | 'ū' => 'u',
        'Ý' | 'ý' => 'y',
        'Ž' | 'ž' => 'z',
        _ => c,
    }
}

/// The names that are taken, folded.
#[derive(Default)]
pub(crate) struct UniqueNames(BTreeSet<String>);

impl UniqueNames {
    /// Registers names; returns the first one already taken.
    pub(crate) fn register<'a>(&mut self, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let names: Vec<(&str, String)> = names.map(|name| (name, folded(name))).collect();
        let twice = names.iter().find(|(_, folded)| self.0.contains(folded)).map(|&(name, _)| name);
        self.0.extend(names.into_iter().map(|(_, folded)| folded));
        twice
    }
}

/// The name most like what was typed, when one is near enough to be meant.
#[must_use]
pub(crate) fn nearest<'a>(
    typed: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const LONGEST: usize = 60;
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let typed_length = typed.chars().count();
    let begun = |name: &str| typed.len() >= 3 && name.to_lowercase().starts_with(&typed);
    let likeness = |name: &str| {
        // A name that begins with what was typed is meant, however long it is.
        if begun(name) {
            return 1.0;
        }
        let name = name.to_lowercase();
        let lengths = [typed_length, name.chars().count()];
        // Names of such different lengths are unlike, whatever their letters.
        if 10 * lengths[0].min(lengths[1]) < 6 * lengths[0].max(lengths[1]) {
            return 0.0;
        }
        strsim::normalized_damerau_levenshtein(&typed, &name)
    };
    names
        .into_iter()
        .map(|name| (likeness(name), name))
        .filter(|&(likeness, _)| likeness >= 0.6)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name)
}

/// The thing that a text names, with the name that fits however it is spelled; or else the one with
/// the nearest name, when one is near enough to be meant. `names` gives each thing with each name.
pub(crate) fn find_named<'a, T>(
    names: impl Iterator<Item = (T, &'a str)> + Clone,
    text: &str,
) -> Result<(T, &'a str), Option<(T, &'a str)>> {
    let wanted = folded(text);
    let fits = |(_, name): &(T, &str)| !wanted.is_empty() && folds(name).eq(wanted.chars());
    names.clone().find(fits).ok_or_else(|| {
        let near = nearest(text, names.clone().map(|(_, name)| name))?;
        let mut names = names;
        names.find(|&(_, name)| name == near)
    })
}

/// That no such thing has a name, or that the name is empty; with the nearest name, or all of them.
pub(crate) fn not_known<'a>(
    what: &str,
    text: &str,
    near: Option<&str>,
    all: impl Iterator<Item = &'a str>,
) -> Message {
    if folds(text).next().is_none() {
        return Message::new(format!("the name of the {what} is empty"));
    }
    let message = format!("no {what} is called {}", Quoted(text));
    Message::new(message).with_hint(nearest_or_all(near, all))
}

/// What may help when a name is not known: the nearest one, or all of them.
pub(crate) fn nearest_or_all<'a>(near: Option<&str>, all: impl Iterator<Item = &'a str>) -> String {
    near.map_or_else(
        || format!("the known ones are {}", all.collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near_or_absent() {
        let names = ["Massachusetts", "Maine"];
        assert_eq!(nearest("masachusets", names), Some("Massachusetts"));
        assert_eq!(nearest("mass", names), Some("Massachusetts"));
        assert_eq!(nearest("zzzz", names), None);
        assert_eq!(nearest("nowhere", ["New Jersey"]), None);
        assert_eq!(nearest("", names), None);
    }

    #[test]
    fn a_name_is_taken_whatever_its_case_and_punctuation() {
        let mut taken = UniqueNames::default();
        assert_eq!(taken.register(["outpatient", "Outpatient"].into_iter()), None);
        assert_eq!(taken.register(["coder", "Out-Patient"].into_iter()), Some("Out-Patient"));
        assert_eq!(taken.register(["coders"].into_iter()), None);
    }
}
