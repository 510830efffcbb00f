use crate::quantity::named;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::facts::Key;
use super::texts::ProfileText;
use crate::data::Message;

/// Where a fact was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On the command line.
    Flag(Key),
    /// In the profile's file, at these bytes.
    File(Range<usize>),
    /// In a variation of the command line: its number, from 1.
    Variation(usize),
}

named! {
    /// What is wrong with a fact, by a name that stays the same from version to version.
    pub enum ProblemCode {
        /// The text is not TOML, or not one JSON object.
        Malformed = "malformed",
        /// A profile has no such key.
        UnknownKey = "unknown_key",
        /// The key is stated twice.
        DuplicateKey = "duplicate_key",
        /// The value is neither a text nor a number.
        WrongType = "wrong_type",
        /// No place has this name.
        UnknownPlace = "unknown_place",
        /// More than one place has this name.
        SeveralPlaces = "several_places",
        /// The place is known, its wages are not.
        NoWages = "no_wages",
        /// No level or choice has this name.
        UnknownName = "unknown_name",
        /// Out of range.
        OutOfRange = "out_of_range",
        /// Another fact is needed to make sense of this one.
        MissingFact = "missing_fact",
        /// Two facts contradict each other.
        Contradiction = "contradiction",
        /// A profile cannot be called so.
        BadName = "bad_name",
    }
}

/// Something wrong with one fact of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileProblem {
    /// What is wrong, for programs.
    pub code: ProblemCode,
    /// The key, as it was typed; none where the text as a whole is wrong.
    pub field: Option<String>,
    /// Where it was stated.
    pub origin: Origin,
    /// One lower-case sentence with the wrong value.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

impl ProfileProblem {
    /// A problem of a key that was stated, or of a text as a whole.
    pub(super) fn new(
        code: ProblemCode,
        field: Option<&str>,
        origin: Origin,
        message: Message,
    ) -> Self {
        let Message { text: message, hint } = message;
        Self { code, field: field.map(cut), origin, message, hint }
    }
}

/// A key as it was typed; of a very long one the beginning.
fn cut(key: &str) -> String {
    match key.char_indices().nth(MAX_NAME_CHARACTERS) {
        Some((end, _)) => format!("{}…", &key[..end]),
        None => key.to_owned(),
    }
}

/// The most characters of a name, of a place or of anything else.
pub(super) const MAX_NAME_CHARACTERS: usize = 200;

/// The problems of one text: the first hundred, and the number of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Problems {
    pub(super) listed: Vec<ProfileProblem>,
    pub(super) more: usize,
}

impl Problems {
    /// Adds a problem, which is made only where it is listed.
    pub(super) fn add(&mut self, problem: impl FnOnce() -> ProfileProblem) {
        if self.listed.len() < ProfileErrors::MAX_LISTED {
            self.listed.push(problem());
        } else {
            self.more += 1;
        }
    }

    /// Adds problems.
    pub(super) fn extend(&mut self, problems: impl IntoIterator<Item = ProfileProblem>) {
        problems.into_iter().for_each(|problem| self.add(|| problem));
    }

    /// Adds those of another text.
    pub(super) fn append(&mut self, other: Self) {
        self.extend(other.listed);
        self.more += other.more;
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.listed.len() + self.more
    }
}

/// Everything that is wrong with a profile; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileErrors {
    /// The problems, those of the file first; at most [`MAX_LISTED`](Self::MAX_LISTED).
    pub problems: Vec<ProfileProblem>,
    /// The number of problems beyond those.
    pub more: usize,
    /// The file, when one was read.
    pub file: Option<Arc<ProfileText>>,
}

impl ProfileErrors {
    /// Problems beyond these are counted.
    pub const MAX_LISTED: usize = 100;
}

impl fmt::Display for ProfileErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages: Vec<_> = self.problems.iter().map(|p| p.message.as_str()).collect();
        f.write_str(&messages.join("; "))
    }
}

impl std::error::Error for ProfileErrors {}

/// Why a fact cannot be used.
pub(super) struct Refusal(pub(super) ProblemCode, pub(super) Message);
