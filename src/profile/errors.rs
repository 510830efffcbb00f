use std::fmt;
use std::ops::Range;

use super::file::ProfileText;
use super::key::Key;

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

/// Something wrong with one fact of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileProblem {
    /// Where it was stated.
    pub origin: Origin,
    /// One lower-case sentence with the wrong value.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
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
