use crate::quantity::named;
use std::fmt;
use std::ops::Range;

use super::facts::Key;
use super::text::ProfileText;
use crate::data::{Quoted, Unknown, nearest};

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
    /// A problem of a file, without a hint.
    pub(super) fn in_file(
        code: ProblemCode,
        field: Option<&str>,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        let (field, message) = (field.map(str::to_owned), message.into());
        Self { code, field, origin: Origin::File(span), message, hint: None }
    }
}

/// Everything that is wrong with a profile; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileErrors {
    /// The problems, those of the file first.
    pub problems: Vec<ProfileProblem>,
    /// The file, when one was read.
    pub file: Option<ProfileText>,
}

impl fmt::Display for ProfileErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages: Vec<_> = self.problems.iter().map(|p| p.message.as_str()).collect();
        f.write_str(&messages.join("; "))
    }
}

impl std::error::Error for ProfileErrors {}

/// Why a fact cannot be used.
pub(super) struct Refusal(pub(super) ProblemCode, pub(super) Unknown);

/// The choice that a word names, by its name or another word for it.
pub(super) fn choice<T: Copy>(
    text: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    aliases: &[(&'static str, T)],
) -> Result<T, Refusal> {
    let typed = text.trim().to_lowercase().replace(['_', ' '], "-");
    let words = all.iter().map(|&value| (name(value), value)).chain(aliases.iter().copied());
    if let Some((_, value)) = words.clone().find(|(word, _)| *word == typed) {
        return Ok(value);
    }
    let names: Vec<&str> = all.iter().map(|&value| name(value)).collect();
    let near = nearest(&typed, words.clone().map(|(word, _)| word));
    let meant = near.and_then(|near| words.clone().find(|(word, _)| *word == near));
    Err(not_one_of(text, &names, meant.map(|(_, value)| name(value))))
}

/// Yes, no or unknown, by these or other words for them.
pub(super) fn yes_or_no(text: &str) -> Result<Option<bool>, Refusal> {
    const WORDS: [(&str, Option<bool>); 3] =
        [("yes", Some(true)), ("no", Some(false)), ("unknown", None)];
    const ALIASES: [(&str, Option<bool>); 6] = [
        ("y", Some(true)),
        ("true", Some(true)),
        ("n", Some(false)),
        ("false", Some(false)),
        ("?", None),
        ("not sure", None),
    ];
    let names: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
    let typed = text.trim().to_lowercase();
    let found = WORDS.iter().chain(&ALIASES).find(|(word, _)| *word == typed);
    found.map(|&(_, said)| said).ok_or_else(|| not_one_of(text, &names, None))
}

fn not_one_of(text: &str, names: &[&str], near: Option<&str>) -> Refusal {
    let message = format!("{} is not one of {}", Quoted(text), names.join(", "));
    let hint = near.map(|near| format!("did you mean `{near}`?"));
    Refusal(ProblemCode::UnknownName, Unknown { message, hint })
}
