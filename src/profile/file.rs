//! Reads a profile's file, TOML or JSON, into facts with their positions. Opens no file.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use toml::de::DeValue;

use super::key::Key;
use crate::data::{Problem, Quoted, nearest, parse_toml};

/// The text of a profile's file and the name under which messages speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileText {
    /// The name of the file.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A fact as the file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) key: Key,
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

impl ProfileText {
    /// The text of a file; a byte-order mark at its start is left out.
    #[must_use]
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned();
        Self { name: name.into(), text }
    }

    /// The facts of the file and everything that is wrong with its keys and types. A text that
    /// cannot be parsed has no facts.
    pub(super) fn facts(&self) -> (Vec<Fact>, Vec<Problem>) {
        if self.is_json() { json_facts(&self.text) } else { toml_facts(&self.text) }
    }

    fn is_json(&self) -> bool {
        let ends_with = |ending: &str| self.name.to_ascii_lowercase().ends_with(ending);
        let looks_like_json = self.text.trim_start().starts_with('{');
        ends_with(".json") || (looks_like_json && !ends_with(".toml"))
    }
}

fn toml_facts(text: &str) -> (Vec<Fact>, Vec<Problem>) {
    let root = match parse_toml(text) {
        Ok(root) => root,
        Err(problems) => return (Vec::new(), problems),
    };
    let mut gathered = Gathered::default();
    for (name, value) in &root {
        gathered.add(name.get_ref(), &name.span(), toml_text(value.get_ref()), &value.span());
    }
    gathered.in_order()
}

/// A text or a decimal number as it was written; nothing else states a fact.
pub(super) fn toml_text<'v>(value: &'v DeValue<'_>) -> Option<&'v str> {
    match value {
        DeValue::String(text) => Some(text.as_ref()),
        DeValue::Integer(integer) if integer.radix() == 10 => Some(integer.as_str()),
        DeValue::Float(float) => Some(float.as_str()),
        _ => None,
    }
}

fn json_facts(text: &str) -> (Vec<Fact>, Vec<Problem>) {
    let mut gathered = Gathered::default();
    let read = json_entries(text, text, |name, span, stated| {
        gathered.add(name, span, stated, span);
    });
    match read {
        Ok(()) => gathered.in_order(),
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// Tells the name, the position in `text` and the text or number of each entry of the JSON object
/// `object`, which is a part of `text`; an entry that is null states nothing.
pub(super) fn json_entries(
    text: &str,
    object: &str,
    mut tell: impl FnMut(&str, &Range<usize>, Option<&str>),
) -> Result<(), Problem> {
    let entries = serde_json::from_str::<Entries<'_>>(object).map_err(|error| {
        let Problem { span, message, hint } = json_problem(object, &error);
        let start = start_in(text, object);
        Problem { span: start + span.start..start + span.end, message, hint }
    })?;
    for (name, value) in &entries.0 {
        let raw = value.get();
        let start = start_in(text, raw);
        let span = start..start + raw.len();
        let unquoted: Option<Cow<'_, str>> = match raw.as_bytes().first() {
            Some(b'"') => serde_json::from_str::<String>(raw).ok().map(Cow::Owned),
            Some(b'-' | b'0'..=b'9') => Some(Cow::Borrowed(raw)),
            Some(b'n') => continue,
            _ => None,
        };
        tell(name, &span, unquoted.as_deref());
    }
    Ok(())
}

/// Where a part of a text begins.
pub(super) fn start_in(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// `serde_json` ends its message with the position, which a [`Problem`] keeps by itself.
pub(super) fn json_problem(text: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(before, _)| before);
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (line_start + error.column().saturating_sub(1)).min(text.len());
    Problem::new(at..at, message)
}

/// Facts as they are found, and what is wrong with their keys and types.
#[derive(Default)]
pub(super) struct Gathered {
    facts: Vec<Fact>,
    pub(super) problems: Vec<Problem>,
}

impl Gathered {
    pub(super) fn add(
        &mut self,
        name: &str,
        name_span: &Range<usize>,
        stated: Option<&str>,
        span: &Range<usize>,
    ) {
        let Some(key) = Key::named(name) else {
            let known = Key::ALL.map(Key::name);
            let hint = nearest(name, known).map_or_else(
                || format!("the keys are {}", known.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("a profile has no key {}", Quoted(name));
            self.problems.push(Problem::new(name_span.clone(), message).with_hint(Some(hint)));
            return;
        };
        if self.facts.iter().any(|fact| fact.key == key) {
            let message = format!("`{name}` is stated twice");
            self.problems.push(Problem::new(span.clone(), message));
            return;
        }
        let Some(text) = stated else {
            let message = format!("`{name}` must be a text or a decimal number");
            self.problems.push(Problem::new(span.clone(), message));
            return;
        };
        self.facts.push(Fact { key, text: text.to_owned(), span: span.clone() });
    }

    pub(super) fn in_order(mut self) -> (Vec<Fact>, Vec<Problem>) {
        self.facts.sort_by_key(|fact| fact.span.start);
        (self.facts, self.problems)
    }
}

/// The entries of a JSON object in order, duplicates kept, each value as it stands in the text.
struct Entries<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
