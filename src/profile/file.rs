//! Reads a profile's file, TOML or JSON, into facts with their positions. Opens no file.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use toml::de::DeValue;

use super::errors::{ProblemCode, ProfileProblem};
use super::facts::Key;
use super::text::ProfileText;
use crate::data::{Problem, Quoted, nearest, parse_toml};

/// A fact as the file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact<'t> {
    pub(super) key: Key,
    pub(super) text: Cow<'t, str>,
    pub(super) span: Range<usize>,
    /// Whether it is stated by `credentials`.
    are_names: bool,
    /// What the names of `credentials` should count to, if `certs` is stated too.
    pub(super) count: Option<Cow<'t, str>>,
}

/// The key under which answers repeat the names of certifications; `certs` is their count. A
/// profile that is taken from an answer may have both.
const NAMES: &str = "credentials";

/// The facts of a text, and everything that is wrong with its keys and types.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts<'t> {
    pub(super) facts: Vec<Fact<'t>>,
    pub(super) problems: Vec<ProfileProblem>,
}

impl ProfileText {
    /// The facts of the file; a text that cannot be parsed has none.
    pub(super) fn facts(&self) -> Facts<'_> {
        if self.is_json() {
            json_facts(&self.text, |_, _| Handled::No)
        } else {
            toml_facts(&self.text)
        }
    }
}

fn toml_facts(text: &str) -> Facts<'_> {
    let root = match parse_toml(text) {
        Ok(root) => root,
        Err(problems) => {
            let problems = problems.into_iter().map(malformed).collect();
            return Facts { facts: Vec::new(), problems };
        }
    };
    let mut facts = Facts::default();
    for (name, value) in &root {
        let stated = toml_fact(name.get_ref(), value.get_ref());
        facts.add(name.get_ref(), &name.span(), stated, &value.span());
    }
    facts.in_order()
}

/// A fact as it was written; a list of names becomes one text with a comma after each.
pub(super) fn toml_fact(key: &str, value: &DeValue<'_>) -> Option<Cow<'static, str>> {
    match value {
        DeValue::Array(names) if may_be_a_list(key) => {
            let names: Option<Vec<&str>> =
                names.iter().map(|name| name.get_ref().as_str()).collect();
            names.map(|names| Cow::Owned(listed(&names)))
        }
        _ => toml_text(key, value).map(|text| Cow::Owned(text.to_owned())),
    }
}

fn may_be_a_list(key: &str) -> bool {
    key == NAMES || Key::named(key).is_some_and(Key::takes_a_list)
}

/// The names of a list in one text, which the last comma keeps from being taken for a count.
fn listed<S: std::borrow::Borrow<str>>(names: &[S]) -> String {
    names.join(",") + ","
}

/// A text or a decimal number as it was written, or yes or no where a key asks for it; nothing else
/// states a fact.
fn toml_text<'v>(key: &str, value: &'v DeValue<'_>) -> Option<&'v str> {
    match value {
        DeValue::String(text) => Some(text.as_ref()),
        DeValue::Integer(integer) if integer.radix() == 10 => Some(integer.as_str()),
        DeValue::Float(float) => Some(float.as_str()),
        DeValue::Boolean(yes) if is_yes_or_no(key) => Some(if *yes { "yes" } else { "no" }),
        _ => None,
    }
}

fn is_yes_or_no(name: &str) -> bool {
    Key::named(name).is_some_and(Key::is_yes_or_no)
}

/// Whether a key that no profile has belongs to whoever reads the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Handled {
    Yes,
    No,
}

/// The facts of a JSON object; `claim` is shown every key with its value first.
pub(super) fn json_facts<'t>(
    text: &'t str,
    mut claim: impl FnMut(&str, &'t str) -> Handled,
) -> Facts<'t> {
    let mut facts = Facts { facts: Vec::with_capacity(Key::ALL.len()), problems: Vec::new() };
    if text.trim_ascii().is_empty() {
        return facts;
    }
    let read = json_entries(text, text, |name, entry| {
        if claim(name, entry.raw) == Handled::No && !entry.is_null() {
            facts.add(name, &entry.name_span, entry.stated, &entry.span);
        }
    });
    match read {
        Ok(()) => facts.in_order(),
        Err(problem) => Facts { facts: Vec::new(), problems: vec![problem] },
    }
}

/// An entry of a JSON object: its position in the text, and the text or number that it states.
pub(super) struct Entry<'t> {
    pub(super) raw: &'t str,
    pub(super) name_span: Range<usize>,
    pub(super) span: Range<usize>,
    pub(super) stated: Option<Cow<'t, str>>,
}

impl Entry<'_> {
    /// Whether the entry states nothing.
    pub(super) fn is_null(&self) -> bool {
        self.raw == "null"
    }
}

/// Visits the name and value of each entry of the JSON object `object`, which is a part of `text`.
pub(super) fn json_entries<'t>(
    text: &str,
    object: &'t str,
    mut visit: impl FnMut(&str, Entry<'t>),
) -> Result<(), ProfileProblem> {
    let entries = serde_json::from_str::<Entries<'t>>(object).map_err(|error| {
        let Problem { span, message, .. } = json_problem(object, &error);
        let start = start_in(text, object);
        malformed(Problem::new(start + span.start..start + span.end, message))
    })?;
    for (name, value) in &entries.0 {
        let raw = value.get();
        let span = within(text, raw);
        let name_span = if name.is_borrowed() { within(text, &name.0) } else { span.clone() };
        let stated = match raw.as_bytes() {
            [b'"', inner @ .., b'"'] if !inner.contains(&b'\\') => {
                Some(Cow::Borrowed(&raw[1..raw.len() - 1]))
            }
            [b'"', ..] => serde_json::from_str::<String>(raw).ok().map(Cow::Owned),
            [b'-' | b'0'..=b'9', ..] => Some(Cow::Borrowed(raw)),
            b"true" if is_yes_or_no(&name.0) => Some(Cow::Borrowed("yes")),
            b"false" if is_yes_or_no(&name.0) => Some(Cow::Borrowed("no")),
            [b'[', ..] if may_be_a_list(&name.0) => serde_json::from_str::<Vec<String>>(raw)
                .ok()
                .map(|names| Cow::Owned(listed(&names))),
            _ => None,
        };
        visit(&name.0, Entry { raw, name_span, span, stated });
    }
    Ok(())
}

/// Where a part of a text begins.
pub(super) fn start_in(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A text that is not what it should be.
pub(super) fn malformed(problem: Problem) -> ProfileProblem {
    let Problem { span, message, hint } = problem;
    ProfileProblem { hint, ..ProfileProblem::in_file(ProblemCode::Malformed, None, span, message) }
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

impl<'t> Fact<'t> {
    /// Whether certifications are stated by the other of `certs` and `credentials` alone.
    const fn lacks(&self, names: bool) -> bool {
        self.are_names != names && self.count.is_none()
    }

    /// Joins the count and the names.
    fn join(&mut self, text: Cow<'t, str>, span: &Range<usize>, are_names: bool) {
        if are_names {
            self.count = Some(std::mem::replace(&mut self.text, text));
            self.span = span.clone();
            self.are_names = true;
        } else {
            self.count = Some(text);
        }
    }
}

impl<'t> Facts<'t> {
    pub(super) fn add(
        &mut self,
        name: &str,
        name_span: &Range<usize>,
        stated: Option<Cow<'t, str>>,
        span: &Range<usize>,
    ) {
        let problem_at = |code, span: &Range<usize>, message| {
            ProfileProblem::in_file(code, Some(name), span.clone(), message)
        };
        let key = if name == NAMES { Some(Key::Certs) } else { Key::named(name) };
        let Some(key) = key else {
            let hint = nearest(name, Key::ALL.map(Key::name)).map_or_else(
                || format!("the keys are {}", Key::listed(Key::name)),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("a profile has no key {}", Quoted(name));
            let problem = problem_at(ProblemCode::UnknownKey, name_span, message);
            self.problems.push(ProfileProblem { hint: Some(hint), ..problem });
            return;
        };
        let are_names = name == NAMES;
        let before = self.facts.iter().position(|fact| fact.key == key);
        if let Some(before) = before
            && (key != Key::Certs || !self.facts[before].lacks(are_names))
        {
            let message = format!("`{name}` is stated twice");
            self.problems.push(problem_at(ProblemCode::DuplicateKey, name_span, message));
            return;
        }
        let Some(text) = stated else {
            let wanted = match key {
                _ if key.is_yes_or_no() => "true, false or a text",
                _ if key.takes_a_list() => "a text or a decimal number, or a list of texts",
                _ => "a text or a decimal number",
            };
            let message = format!("`{name}` must be {wanted}");
            self.problems.push(problem_at(ProblemCode::WrongType, span, message));
            return;
        };
        match before {
            Some(at) => self.facts[at].join(text, span, are_names),
            None => {
                self.facts.push(Fact { key, text, span: span.clone(), are_names, count: None });
            }
        }
    }

    pub(super) fn in_order(mut self) -> Self {
        self.facts.sort_by_key(|fact| fact.span.start);
        self
    }

    /// The same facts, owning their texts.
    pub(super) fn into_owned(self) -> Facts<'static> {
        let owned = |fact: Fact<'t>| Fact {
            key: fact.key,
            text: Cow::Owned(fact.text.into_owned()),
            span: fact.span,
            are_names: fact.are_names,
            count: fact.count.map(|count| Cow::Owned(count.into_owned())),
        };
        Facts { facts: self.facts.into_iter().map(owned).collect(), problems: self.problems }
    }
}

/// The entries of a JSON object in order, duplicates kept, each value as it is written.
struct Entries<'t>(Vec<(Name<'t>, &'t RawValue)>);

/// A key of an object, borrowed from the text where it has nothing to unescape.
struct Name<'t>(Cow<'t, str>);

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

impl Name<'_> {
    const fn is_borrowed(&self) -> bool {
        matches!(self.0, Cow::Borrowed(_))
    }
}

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The bytes of a part of a text.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = start_in(text, part);
    start..start + part.len()
}
