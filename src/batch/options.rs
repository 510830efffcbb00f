use std::num::NonZeroUsize;

/// How a stream is answered.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How the input is written.
    pub input: Input,
    /// What to do with a profile that cannot be used.
    pub on_error: OnError,
    /// How much of each answer is told.
    pub detail: Detail,
    /// How many workers answer; the order of the records is that of the input all the same.
    pub workers: NonZeroUsize,
}

/// How a stream of profiles is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One JSON object a line.
    JsonLines,
    /// A header of names, then one profile a line.
    Csv,
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
    /// The steps with their formulas, the reasons and the sources too.
    Explained,
}
