//! Reads a profile's file, TOML or JSON, into a draft. Opens no file.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use toml::de::{DeTable, DeValue};

use super::profile_text::ProfileText;
use crate::data::{Message, Problem, parse_toml};
use crate::profile::draft::{Draft, Entry, NAMES, Statement};
use crate::profile::errors::{Origin, ProblemCode, ProfileProblem};
use crate::profile::facts::Key;

impl Draft<'_> {
    /// The draft with the facts of a file below those stated so far or later.
    #[must_use]
    pub fn with_file(mut self, file: ProfileText) -> Self {
        let below = if file.is_json() {
            json_draft(&file.text, |draft, entry, raw| {
                if raw != NULL {
                    draft.add(entry);
                }
            })
        } else {
            toml_draft(&file.text)
        };
        let owned = below.statements.into_iter().map(|statement| Statement {
            text: Cow::Owned(statement.text.into_owned()),
            ..statement
        });
        self.statements.splice(0..0, owned.collect::<Vec<_>>());
        self.file_problems = below.file_problems;
        self.file = Some(Arc::new(file));
        self
    }
}

fn toml_draft(text: &str) -> Draft<'_> {
    let mut draft = Draft::default();
    match parse_toml(text) {
        Ok(root) => toml_entries(&root).for_each(|entry| draft.add(entry)),
        Err(problems) => draft.file_problems.extend(problems.into_iter().map(malformed)),
    }
    draft
}

/// The keys of a TOML table with their values.
pub(super) fn toml_entries<'n>(table: &'n DeTable<'_>) -> impl Iterator<Item = Entry<'n, 'static>> {
    table.iter().map(|(name, value)| Entry {
        name: name.get_ref(),
        name_span: name.span(),
        text: toml_text(name.get_ref(), value.get_ref()).map(Cow::Owned),
        span: value.span(),
    })
}

/// A text or a decimal number as it was written, or yes or no or a list where a key asks for it;
/// nothing else states a fact.
fn toml_text(key: &str, value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::String(text) => text,
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        DeValue::Boolean(yes) if is_yes_or_no(key) => word(*yes),
        DeValue::Array(names) if may_be_a_list(key) => {
            let names: Option<Vec<_>> = names.iter().map(|name| name.get_ref().as_str()).collect();
            return names.map(|names| listed(&names));
        }
        _ => return None,
    };
    Some(text.to_owned())
}

fn may_be_a_list(key: &str) -> bool {
    key == NAMES || Key::named(key).is_some_and(Key::takes_a_list)
}

/// The names of a list in one text, which the last comma keeps from being taken for a count.
fn listed<S: std::borrow::Borrow<str>>(names: &[S]) -> String {
    names.join(",") + ","
}

fn is_yes_or_no(name: &str) -> bool {
    Key::named(name).is_some_and(Key::is_yes_or_no)
}

const fn word(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The draft of a JSON object; `add` adds each entry, of which it is given the text too.
pub(super) fn json_draft<'t>(
    text: &'t str,
    mut add: impl FnMut(&mut Draft<'t>, Entry<'_, 't>, &'t str),
) -> Draft<'t> {
    let mut draft = Draft { statements: Vec::with_capacity(Key::ALL.len()), ..Draft::default() };
    if text.trim_ascii().is_empty() {
        return draft;
    }
    let read = json_entries(text, text, |entry, raw| add(&mut draft, entry, raw));
    draft.file_problems.extend(read.err());
    draft
}

/// The value of an entry that states nothing.
pub(super) const NULL: &str = "null";

/// Visits each entry of the JSON object `object`, which is a part of `text`, with its value as it is
/// written.
pub(super) fn json_entries<'t>(
    text: &str,
    object: &'t str,
    mut visit: impl FnMut(Entry<'_, 't>, &'t str),
) -> Result<(), ProfileProblem> {
    let entries = serde_json::from_str::<Entries<'t>>(object).map_err(|error| {
        let Problem { span, message, .. } = json_problem(object, &error);
        let start = start_in(text, object);
        malformed(Problem::new(start + span.start..start + span.end, message))
    })?;
    for (Name(name), value) in &entries.0 {
        let raw = value.get();
        let span = within(text, raw);
        let name_span = match name {
            Cow::Borrowed(name) => within(text, name),
            Cow::Owned(_) => span.clone(),
        };
        visit(Entry { name, name_span, text: json_text(name, raw), span }, raw);
    }
    Ok(())
}

/// As [`toml_text`], of a JSON value.
pub(super) fn json_text<'t>(key: &str, raw: &'t str) -> Option<Cow<'t, str>> {
    match raw.as_bytes() {
        [b'"', inner @ .., b'"'] if !inner.contains(&b'\\') => {
            Some(Cow::Borrowed(&raw[1..raw.len() - 1]))
        }
        [b'"', ..] => serde_json::from_str::<String>(raw).ok().map(Cow::Owned),
        [b'-' | b'0'..=b'9', ..] => Some(Cow::Borrowed(raw)),
        yes @ (b"true" | b"false") if is_yes_or_no(key) => {
            Some(Cow::Borrowed(word(yes == b"true")))
        }
        [b'[', ..] if may_be_a_list(key) => {
            let names = serde_json::from_str::<Vec<String>>(raw).ok()?;
            Some(Cow::Owned(listed(&names)))
        }
        _ => None,
    }
}

/// Where a part of a text begins.
pub(super) fn start_in(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A text that is not what it should be.
pub(super) fn malformed(Problem { span, message, hint }: Problem) -> ProfileProblem {
    let message = Message::new(message).with_hint(hint);
    ProfileProblem::new(ProblemCode::Malformed, None, Origin::File(span), message)
}

/// `serde_json` ends its message with the position, which a [`Problem`] keeps by itself.
pub(super) fn json_problem(text: &str, error: &serde_json::Error) -> Problem {
    let full = error.to_string();
    let message = match error.classify() {
        Category::Data => "a profile is one JSON object",
        Category::Eof => "the text ends too early",
        _ => full.rsplit_once(" at line ").map_or(full.as_str(), |(before, _)| before),
    };
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (line_start + error.column().saturating_sub(1)).min(text.len());
    // Columns are counted in bytes and can stop inside a character.
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    Problem::new(at..at, message)
}

/// The entries of a JSON object in order, duplicates kept, each value as it is written.
struct Entries<'t>(Vec<(Name<'t>, &'t RawValue)>);

/// A key of an object, borrowed from the text where it has nothing to unescape.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::with_capacity(Key::ALL.len() + 1);
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// The bytes of a part of a text.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = start_in(text, part);
    start..start + part.len()
}
