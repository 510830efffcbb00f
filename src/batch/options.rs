use std::num::NonZeroUsize;

use super::groups::GroupBy;
use super::input::{ColumnNames, Sizes};
use crate::profile::{Draft, Others};
use crate::report::Explained;

/// How a stream is answered.
#[derive(Clone, Debug)]
pub struct Options {
    /// What each profile is asked.
    pub question: Question,
    /// How the input is written.
    pub input: Input,
    /// The header of CSV where the input has none of its own.
    pub header: Option<Vec<u8>>,
    /// What columns or keys mean that are called otherwise than facts are.
    pub columns: ColumnNames,
    /// The facts of every profile that does not state them itself.
    pub base: Draft<'static>,
    /// What becomes of columns and keys that state no fact.
    pub others: Others,
    /// How the records are written.
    pub output: Output,
    /// Whether a record says which line it answers.
    pub lines: Lines,
    /// What to do with an invalid profile.
    pub on_error: OnError,
    /// Whether a verdict also says what would change it.
    pub flips: bool,
    /// Whether each record also says how its answer came about.
    pub explained: Explained,
    /// Number of threads; it does not change the order of the records.
    pub workers: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            question: Question::Estimate,
            input: Input::Detected,
            header: None,
            columns: ColumnNames::default(),
            base: Draft::default(),
            others: Others::Kept,
            output: Output::JsonLines,
            lines: Lines::Numbered,
            on_error: OnError::Record,
            flips: true,
            explained: Explained::No,
            workers: NonZeroUsize::MIN,
        }
    }
}

impl Options {
    /// Whether what would change a verdict is shown anywhere.
    pub(super) fn shows_flips(&self) -> bool {
        let leads_there = |path: &str| matches!(path.split('.').next(), Some("flips" | "no_flip"));
        self.flips
            && match &self.output {
                Output::JsonLines => true,
                Output::Csv(_) => false,
                Output::Fields(paths) => paths.iter().any(|path| leads_there(path)),
                Output::Groups(by) => by.paths().any(leads_there),
            }
    }

    /// How large a worker's unit of work is: an estimate takes a thousandth of the time of a
    /// simulation, and an explained record is ten times as long.
    pub(super) fn sizes(&self) -> Sizes {
        match (self.question, self.explained) {
            (Question::Estimate, Explained::No) => Sizes { read: 1 << 15, rows: 512 },
            (Question::Estimate, Explained::Yes) => Sizes { read: 1 << 13, rows: 64 },
            (Question::Timeline | Question::Verdict | Question::Plan, _) => {
                Sizes { read: 1 << 8, rows: 8 }
            }
        }
    }
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
    /// What next?
    Plan,
}

/// How a stream of profiles is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// As the first letter says: `{` for JSON Lines, `[` for a list, anything else for CSV.
    Detected,
    /// One JSON object a line.
    JsonLines,
    /// A JSON list of objects.
    JsonList,
    /// A header of names, then one profile a row.
    Csv,
}

/// How the records of a stream are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// One JSON object a line.
    JsonLines,
    /// A header, then one row a record: the figures, or the error.
    Csv(CsvLayout),
    /// The values at these paths, a line for each record; behind them what is wrong with a profile.
    Fields(Vec<String>),
    /// No record, but what is typical of each group.
    Groups(GroupBy),
}

/// How a table of records is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvLayout {
    /// Whether the header is left out, as in a part of a file.
    pub without_header: bool,
    /// Whether cells that a spreadsheet would run get an apostrophe.
    pub guards_formulas: bool,
}

/// Whether a record says which line it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// The line or row is numbered.
    Numbered,
    /// It is left out, so that the bytes do not depend on how a stream was cut.
    LeftOut,
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
