use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use crate::batch::{Input, OnError, Question};
use crate::cli::facts::{Batch, Facts};
use crate::cli::options::one_of;

/// A stream of profiles, and how to answer it.
#[derive(Debug, Args)]
pub(crate) struct BatchArguments {
    /// A spreadsheet saved as CSV, or profiles as JSON; `-` or nothing for standard input
    #[arg(value_name = "FILE")]
    pub(super) input: Option<PathBuf>,
    #[command(flatten)]
    pub(super) asked: AskedArguments,
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    #[command(flatten)]
    pub(super) writing: WritingArguments,
    #[command(flatten)]
    pub(super) facts: Facts<Batch>,
}

/// What each profile is asked.
#[derive(Debug, Args)]
pub(super) struct AskedArguments {
    /// What each profile is asked
    #[arg(long, value_name = "COMMAND", default_value = "estimate", value_parser = one_of(QUESTIONS))]
    pub(super) command: Question,
    /// What to do with a profile that cannot be used
    #[arg(long, value_name = "WHAT", default_value = "record", value_parser = one_of(ON_ERROR))]
    pub(super) on_error: OnError,
    /// Exit with 0 even where profiles could not be used
    #[arg(long, hide_short_help = true)]
    pub(super) exit_zero: bool,
    /// Show the steps, reasons and sources of every answer too (as JSON)
    #[arg(long)]
    pub(super) explain: bool,
    /// Leave out what would change a verdict, which takes most of its time
    #[arg(long, hide_short_help = true)]
    pub(super) no_flips: bool,
    /// Print the JSON Schema of a row and of its answer, and read nothing
    #[arg(long, value_name = "COMMAND", num_args = 0..=1, default_missing_value = "")]
    pub(super) schema: Option<String>,
    /// How many threads answer; the order of the records is that of the input [default: all]
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub(super) threads: Option<NonZeroUsize>,
}

/// How the profiles are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadingArguments {
    /// How the profiles are written [default: as the file begins]
    #[arg(long, hide_short_help = true, value_name = "FORMAT", value_parser = one_of(INPUTS))]
    pub(super) from: Option<Input>,
    /// What columns state, such as "Employee State=state,Yrs=experience"; "Notes=" for nothing
    #[arg(long, hide_short_help = true, value_name = "NAME=FACT")]
    pub(super) columns: Vec<String>,
    /// Pass columns and keys that state no fact through to the answer (the default)
    #[arg(long, hide_short_help = true, overrides_with = "no_keep")]
    pub(super) keep: bool,
    /// Refuse columns and keys that state no fact
    #[arg(long, hide_short_help = true, overrides_with = "keep")]
    pub(super) no_keep: bool,
    /// The input is rows without a header; this file begins with it
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(super) header_from: Option<PathBuf>,
}

/// How the records are written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Writing")]
pub(super) struct WritingArguments {
    /// Print one row a group instead: by these facts, such as state or state,certs
    #[arg(long, hide_short_help = true, value_name = "FACTS", conflicts_with = "field")]
    pub(super) group_by: Option<String>,
    /// What to sum up of a group: count, and paths such as pay.p50 [default: count and the answer]
    #[arg(long, hide_short_help = true, value_name = "PATHS", requires = "group_by")]
    pub(super) sum: Option<String>,
    /// Leave the number of the line out of the records
    #[arg(long, hide_short_help = true)]
    pub(super) no_line: bool,
    /// Leave the header out of the CSV
    #[arg(long, hide_short_help = true)]
    pub(super) no_header: bool,
    /// Put an apostrophe before cells that a spreadsheet would run (= + - @)
    #[arg(long, hide_short_help = true)]
    pub(super) guard_formulas: bool,
}

/// What each profile of a stream is asked.
const QUESTIONS: [(&str, &str, Question); 4] = [
    ("estimate", "What would I earn?", Question::Estimate),
    ("timeline", "How does the career unfold?", Question::Timeline),
    (
        "verdict",
        "Is it worth it? For the stage in the profile, else for those that fit",
        Question::Verdict,
    ),
    ("plan", "What next? Every step from where the person is", Question::Plan),
];

/// How a stream of profiles is written.
const INPUTS: [(&str, &str, Input); 3] = [
    ("jsonl", "One JSON object a line", Input::JsonLines),
    ("json", "A JSON list of objects", Input::JsonList),
    ("csv", "A header of names, then one profile a row", Input::Csv),
];

/// What to do with a profile that cannot be used.
const ON_ERROR: [(&str, &str, OnError); 3] = [
    ("record", "Say what is wrong in a record of its own, and go on", OnError::Record),
    ("skip", "Leave it out, and go on", OnError::Skip),
    ("fail", "Say what is wrong, and stop", OnError::Fail),
];
