use std::num::NonZeroUsize;

/// How a stream is answered.
#[derive(Clone, Debug)]
pub struct Options {
    /// What each profile is asked.
    pub question: Question,
    /// How the input is written.
    pub input: Input,
    /// How the records are written.
    pub output: Output,
    /// What to do with a profile that cannot be used.
    pub on_error: OnError,
    /// How much of each answer is told.
    pub detail: Detail,
    /// How many workers answer; the order of the records is that of the input all the same.
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
    /// How many bytes of lines are worth a worker's turn: an estimate takes a thousandth of the time
    /// that a simulation does.
    pub(super) const fn piece(self) -> usize {
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
    /// A header, then one row a record: the figures, or what is wrong.
    Csv,
    /// One value of each record a line; an empty line where there is none.
    Field(String),
}

/// What to do with a profile that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Say so in a record of its own and go on.
    Record,
    /// Leave it out, count it and go on.
    Skip,
    /// Say so in a record and stop.
    Fail,
}

/// How much of an answer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The figures and the grade.
    Figures,
    /// How it came about too: steps with their formulas, reasons, assumptions, sources.
    Explained,
}
