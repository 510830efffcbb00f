//! What can be typed.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::batch::BatchArguments;
use super::compare::CompareArguments;
use super::completions::CompletionsArguments;
use super::data::DataArguments;
use super::examples::{
    BATCH_EXAMPLES, COMPARE_EXAMPLES, COMPLETIONS_EXAMPLES, DATA_EXAMPLES, ESTIMATE_EXAMPLES,
    EXAMPLES, EXPLAIN_EXAMPLES, MAN_EXAMPLES, RANK_EXAMPLES, TIMELINE_EXAMPLES,
};
use super::facts::{ProfileArguments, TimelineArguments};
use super::man::ManArguments;
use super::rank::RankArguments;

const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (tables ", env!("MBC_CALC_EDITION"), ")");

const EXIT_CODES: &str = "\
Exit codes:
  0  answered (a closed pipe too)
  1  finished, but part could not be answered: a profile of a stream, a value that does not
     exist, or a finding of `data check`
  2  usage: a flag or choice that does not exist, or a field that no answer has
  3  the profile or a table cannot be used: an unknown state, an impossible number, a
     malformed file
  4  reading or writing failed, a missing file included

Colour follows the terminal; NO_COLOR and TERM=dumb turn it off. Nothing is sent anywhere.";

/// What a career in medical billing and coding pays, with the source of every number.
#[derive(Debug, Parser)]
#[command(
    name = "mbc-calc",
    version = VERSION,
    before_help = EXAMPLES,
    after_long_help = EXIT_CODES,
    max_term_width = 100,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Tables of your own, each replacing the built-in one of its name
    #[arg(long, global = true, value_name = "DIR", display_order = 90)]
    pub(super) data: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What would I earn? Percentiles, the mean, pay scales, purchasing power, a grade
    #[command(before_help = ESTIMATE_EXAMPLES, after_long_help = EXIT_CODES)]
    Estimate(ProfileArguments),
    /// How does the career unfold? Milestones, pay by year, break-even, what it brings
    #[command(
        before_help = TIMELINE_EXAMPLES,
        after_long_help = EXIT_CODES,
        mut_args = rare_in_timeline
    )]
    Timeline(Box<TimelineArguments>),
    /// This or that? Profiles side by side, and what makes the difference
    #[command(
        before_help = COMPARE_EXAMPLES,
        after_long_help = EXIT_CODES,
        mut_args = rare_in_compare
    )]
    Compare(Box<CompareArguments>),
    /// Which is best? Employer states, home states, certifications, specialties, settings
    #[command(
        before_help = RANK_EXAMPLES,
        after_long_help = EXIT_CODES,
        mut_args = rare_in_rank
    )]
    Rank(RankArguments),
    /// Where does this number come from? Every step; or the meaning of a word
    #[command(before_help = EXPLAIN_EXAMPLES, after_long_help = EXIT_CODES)]
    Explain(ExplainArguments),
    /// The same for a stream: JSON Lines or CSV in, one record out for each profile
    #[command(before_help = BATCH_EXAMPLES, after_long_help = EXIT_CODES)]
    Batch(BatchArguments),
    /// What are the numbers made from? Tables and sources, to see, check, edit and compare
    #[command(before_help = DATA_EXAMPLES, after_long_help = EXIT_CODES)]
    Data(DataArguments),
    /// What the Tab key needs to complete flags and names, for a shell
    #[command(before_help = COMPLETIONS_EXAMPLES, after_long_help = EXIT_CODES)]
    Completions(CompletionsArguments),
    /// The manual page, of the program or of one command
    #[command(before_help = MAN_EXAMPLES, after_long_help = EXIT_CODES)]
    Man(ManArguments),
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// A word of the output, such as `p25`, `mean`, `k` or `grade`
    #[arg(value_name = "TERM")]
    pub(super) term: Option<String>,
    #[command(flatten)]
    pub(super) profile: ProfileArguments,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputArguments {
    /// How to answer [default: table on a terminal, plain in a pipe or file]
    #[arg(long, global = true, value_name = "FORMAT", conflicts_with = "field")]
    pub(super) format: Option<Format>,
    /// Print one bare value, such as pay.p50
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) field: Option<String>,
    /// Write to a file, whole or not at all
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Say nothing but the answer and errors
    #[arg(long, global = true)]
    pub(super) quiet: bool,
}

impl OutputArguments {
    /// The name of where the answer goes.
    pub(super) fn name(&self) -> String {
        self.file().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }

    /// The file to write to; `-` is standard output, and so is its name as a device, which would
    /// lead to the file behind it and replace what others have written there.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| path.as_os_str() != "-" && *path != Path::new("/dev/stdout"))
    }
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: aligned columns
    Table,
    /// For cut and awk: tab-separated lines
    Plain,
    /// For programs
    Json,
    /// For programs that read a line at a time: one record a line
    Jsonl,
    /// For spreadsheets: a header and one row a record
    Csv,
    /// For documents: headings, paragraphs and tables in Markdown
    Markdown,
}

/// When colour is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    Always,
    Never,
}

/// The argument, told in `--help` only where it is one of these.
fn rare(arg: clap::Arg, ids: &[&str]) -> clap::Arg {
    let is_rare = ids.contains(&arg.get_id().as_str());
    if is_rare { arg.hide_short_help(true) } else { arg }
}

/// How much one works changes no order.
fn rare_in_rank(arg: clap::Arg) -> clap::Arg {
    rare(arg, &["hours", "employment", "hourly_rate"])
}

/// The facts of a career count with `--timeline` alone.
fn rare_in_compare(arg: clap::Arg) -> clap::Arg {
    let of_a_career =
        ["standing", "ai", "current_salary", "tuition", "program", "study", "pivot", "certs_plan"];
    rare(rare(rare_in_rank(arg), &of_a_career), &["horizon", "nominal"])
}

/// Facts about pay that few state of a career.
fn rare_in_timeline(arg: clap::Arg) -> clap::Arg {
    let about_work = ["geo_pay", "level", "setting", "education", "role", "hours", "employment"];
    rare(rare(arg, &about_work), &["hourly_rate", "metro", "employer_metro"])
}
