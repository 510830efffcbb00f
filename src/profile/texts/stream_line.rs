//! Reads a profile of a stream: a line that is a JSON object, or the cells of a row.

use std::borrow::Cow;

use super::file::{NULL, json_draft, json_text};
use super::meaning::Meaning;
use crate::data::Message;
use crate::profile::draft::{Draft, Entry, Statement};
use crate::profile::errors::{Origin, ProblemCode};
use crate::profile::facts::Key;
use crate::profile::values::states_nothing;

/// What becomes of columns and keys of a stream that state no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They come back with the answer.
    Kept,
    /// They are refused.
    Refused,
}

/// A line of a stream.
#[derive(Clone, Debug, Default)]
pub struct StreamLine<'t> {
    /// The facts that it states.
    pub draft: Draft<'t>,
    /// The text of its `id`, if it has one.
    pub id: Option<&'t str>,
    /// What states no fact: each key with the text of its value.
    pub others: Vec<(String, &'t str)>,
}

impl<'t> StreamLine<'t> {
    /// Reads a line that is a JSON object; `meaning` says what a key states.
    #[must_use]
    pub fn of_json(line: &'t str, meaning: impl Fn(&str) -> Meaning, other: Others) -> Self {
        let (mut id, mut others, mut wrong) = (None, Vec::new(), Vec::new());
        let mut draft = json_draft(line, |draft, mut entry, raw| {
            let meaning = meaning(entry.name);
            if matches!(meaning, Meaning::Id | Meaning::Other) && has_half_a_character(raw) {
                let message = format!(
                    "`{}` holds half a character, which no text can repeat",
                    meaning.name().unwrap_or("a value")
                );
                wrong.push(entry.problem_of_value(ProblemCode::Malformed, message));
                return;
            }
            match meaning {
                Meaning::Other if other == Others::Refused => draft.add(entry),
                Meaning::Other => others.push((entry.name.to_owned(), raw)),
                Meaning::Id if id.is_some() => {
                    let message = Message::new("`id` is stated twice");
                    wrong.push(entry.problem(ProblemCode::DuplicateKey, message));
                }
                Meaning::Id => id = Some(raw),
                Meaning::Fact(_) | Meaning::CertificationNames => {
                    let name = meaning.name().unwrap_or(entry.name);
                    let text =
                        if name == entry.name { entry.text.take() } else { json_text(name, raw) };
                    let states_nothing = text.as_deref().is_some_and(states_nothing);
                    if raw != NULL && !states_nothing {
                        draft.add(Entry { name, text, ..entry });
                    }
                }
            }
        });
        draft.file_problems.extend(wrong);
        Self { draft, id, others }
    }
}

impl<'t> Draft<'t> {
    /// Adds what a cell states; `at` is the place of the cell in its row.
    pub fn add_cell(&mut self, meaning: Meaning, cell: &'t str, at: usize) {
        let cell = cell.trim();
        let (key, are_names) = match meaning {
            Meaning::Fact(key) => (key, false),
            Meaning::CertificationNames => (Key::Certs, true),
            Meaning::Id | Meaning::Other => return,
        };
        if !states_nothing(cell) {
            let (text, origin) = (Cow::Borrowed(cell), Origin::File(at..at));
            self.statements.push(Statement { key, text, origin, are_names });
        }
    }

    /// The draft with the facts of another below its own: what it states itself counts.
    #[must_use]
    pub fn over<'b: 't>(mut self, below: &'b Draft<'_>) -> Self {
        let own = self.statements.len();
        for statement in &below.statements {
            if !self.statements[..own].iter().any(|stated| stated.key == statement.key) {
                let text = Cow::Borrowed(statement.text.as_ref());
                self.statements.push(Statement { text, ..statement.clone() });
            }
        }
        self
    }
}

/// Whether a JSON value holds an escaped surrogate without its other half.
fn has_half_a_character(raw: &str) -> bool {
    let unit = |escape: &str| {
        let digits = escape.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        let escape = &rest[at..];
        let length = match unit(escape) {
            None => 2,
            Some(0xD800..0xDC00) => match escape.get(6..).and_then(unit) {
                Some(0xDC00..0xE000) => 12,
                _ => return true,
            },
            Some(0xDC00..0xE000) => return true,
            Some(_) => 6,
        };
        rest = escape.get(length..).unwrap_or_default();
    }
    false
}
