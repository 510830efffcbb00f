use std::num::NonZeroUsize;

use crate::report::Explained;

/// How a stream is answered.
#[derive(Clone, Debug)]
pub struct Options {
    /// What each profile is asked.
    pub question: Question,
    /// How the input is written.
    pub input: Input,
    /// How the records are written.
    pub output: Output,
    /// What to do with an invalid profile.
    pub on_error: OnError,
    /// Whether each record also says how its answer came about.
    pub explained: Explained,
    /// Number of threads; it does not change the order of the records.
    pub workers: NonZeroUsize,
}

/// What a stream asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What would I earn?
    Estimate,
    /// How does the career unfold?
    Timeline,
    /// Is it worth it?
    Verdict,
}

impl Question {
    /// Bytes to read at once, a worker's unit of work: an estimate takes a thousandth of the time of a
    /// simulation.
    pub(super) const fn read_size(self) -> usize {
        match self {
            Self::Estimate => 1 << 15,
            Self::Timeline | Self::Verdict => 1 << 8,
        }
    }
}

/// How a stream of profiles is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One JSON object a line.
    JsonLines,
    /// A header of names, then one profile a line.
    Csv,
}

/// How the records of a stream are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// One JSON object a line.
    JsonLines,
    /// A header, then one row a record: the figures, or the error.
    Csv,
    /// One value of each record a line; an empty line for none.
    Field(String),
}

/// What to do with an invalid profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Write an error record and continue.
    Record,
    /// Count it and continue.
    Skip,
    /// Write an error record and stop.
    Fail,
}
