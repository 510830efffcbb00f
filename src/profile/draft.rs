use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::errors::{Origin, ProblemCode, Problems, ProfileProblem};
use super::facts::Key;
use super::texts::ProfileText;
use crate::data::Message;

/// The facts as they were typed, not validated yet.
///
/// ```
/// use mbc_calc::profile::{Draft, Key};
/// let tables = mbc_calc::built_in();
/// let draft = Draft::default().state(Key::State, "Mississippi").state(Key::Certs, "3");
/// let profile = draft.profile(&tables).unwrap();
/// assert_eq!(profile.home().unwrap().as_str(), "MS");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Draft<'t> {
    /// In the order in which they were stated; the last one of a fact counts.
    pub(super) statements: Vec<Statement<'t>>,
    pub(super) file: Option<Arc<ProfileText>>,
    /// What is wrong with how the facts are written in their file.
    pub(super) file_problems: Problems,
    pub(super) open: Option<Key>,
}

/// A fact as it was stated, and where.
#[derive(Clone, Debug)]
pub(super) struct Statement<'t> {
    pub(super) key: Key,
    pub(super) text: Cow<'t, str>,
    pub(super) origin: Origin,
    /// Whether it is stated by [`NAMES`].
    pub(super) are_names: bool,
}

/// The key under which answers repeat the names of certifications; `certs` is their count. A
/// profile that is taken from an answer may have both.
pub(super) const NAMES: &str = "credentials";

/// A key of a text with its value.
pub(super) struct Entry<'n, 't> {
    pub(super) name: &'n str,
    pub(super) name_span: Range<usize>,
    /// The value as it was written; none where it is of a type that states no fact.
    pub(super) text: Option<Cow<'t, str>>,
    pub(super) span: Range<usize>,
}

impl Entry<'_, '_> {
    /// What is wrong with the key.
    pub(super) fn problem(&self, code: ProblemCode, message: Message) -> ProfileProblem {
        let origin = Origin::File(self.name_span.clone());
        ProfileProblem::new(code, Some(self.name), origin, message)
    }

    /// What is wrong with the value.
    pub(super) fn problem_of_value(&self, code: ProblemCode, message: String) -> ProfileProblem {
        let origin = Origin::File(self.span.clone());
        ProfileProblem::new(code, Some(self.name), origin, Message::new(message))
    }
}

impl<'t> Draft<'t> {
    /// The draft with one more fact; a fact stated again replaces the earlier one.
    #[must_use]
    pub fn state(self, key: Key, text: impl Into<Cow<'t, str>>) -> Self {
        self.with(key, text.into(), Origin::Flag(key))
    }

    fn with(mut self, key: Key, text: Cow<'t, str>, origin: Origin) -> Self {
        self.statements.push(Statement { key, text, origin, are_names: false });
        self
    }

    /// The draft with a fact of a variation, or without the fact when the text is blank.
    pub(super) fn vary(mut self, number: usize, key: Key, text: &str) -> Self {
        self.statements.retain(|statement| statement.key != key);
        match text.trim() {
            "" => self,
            _ => self.with(key, Cow::Owned(text.to_owned()), Origin::Variation(number)),
        }
    }

    /// The draft with a fact left open: one that will be filled in later, in turn, so that a pay
    /// scale may need it although it is not stated.
    #[must_use]
    pub fn open(mut self, key: Key) -> Self {
        self.open = Some(key);
        self
    }

    /// Whether no fact is stated and no file was read.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.file.is_none()
    }

    /// Adds a key of the file, or what is wrong with it.
    pub(super) fn add(&mut self, entry: Entry<'_, 't>) {
        match self.statement(entry) {
            Ok(statement) => self.statements.push(statement),
            Err((wrong, entry)) => self.file_problems.add(|| wrong.problem(&entry)),
        }
    }

    fn statement<'n>(
        &self,
        mut entry: Entry<'n, 't>,
    ) -> Result<Statement<'t>, (Wrong, Entry<'n, 't>)> {
        let are_names = entry.name == NAMES;
        let key = if are_names { Some(Key::Certs) } else { Key::named(entry.name) };
        let Some(key) = key else { return Err((Wrong::Unknown, entry)) };
        if self.statements.iter().any(|other| other.key == key && other.are_names == are_names) {
            return Err((Wrong::Twice, entry));
        }
        let Some(text) = entry.text.take() else { return Err((Wrong::Type(key), entry)) };
        Ok(Statement { key, text, origin: Origin::File(entry.span), are_names })
    }
}

/// Why an entry states no fact.
enum Wrong {
    Unknown,
    Twice,
    Type(Key),
}

impl Wrong {
    fn problem(&self, entry: &Entry<'_, '_>) -> ProfileProblem {
        let name = entry.name;
        match self {
            Self::Unknown => {
                let message = Key::unknown(name, &[], |key| key.name().to_owned());
                entry.problem(ProblemCode::UnknownKey, message)
            }
            Self::Twice => {
                let message = Message::new(format!("`{name}` is stated twice"));
                entry.problem(ProblemCode::DuplicateKey, message)
            }
            Self::Type(key) => {
                let wanted = match key {
                    _ if key.is_yes_or_no() => "true, false or a text",
                    _ if key.takes_a_list() => "a text or a decimal number, or a list of texts",
                    _ => "a text or a decimal number",
                };
                let message = format!("`{name}` must be {wanted}");
                entry.problem_of_value(ProblemCode::WrongType, message)
            }
        }
    }
}
