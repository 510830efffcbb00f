//! The definition of the command line.

use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand};

use super::command::{
    AskArguments, BatchArguments, CompareArguments, CompletionsArguments, DataArguments,
    ExplainArguments, ManArguments, RankArguments, TimelineArguments, VerdictArguments,
};
use super::examples::{
    ASK_EXAMPLES, BATCH_EXAMPLES, COMPARE_EXAMPLES, COMPLETIONS_EXAMPLES, DATA_EXAMPLES,
    ESTIMATE_EXAMPLES, EXAMPLES, EXPLAIN_EXAMPLES, MAN_EXAMPLES, RANK_EXAMPLES, TAKE_HOME_EXAMPLES,
    TIMELINE_EXAMPLES, VERDICT_EXAMPLES,
};
use super::facts::{Estimate, Facts, TakeHome};
use super::options::OutputArguments;

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
  10, 20  by `verdict --exit-status` alone: maybe, no

Color follows the terminal; NO_COLOR and TERM=dumb turn it off. Nothing is sent anywhere.";

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
    Estimate(Facts<Estimate>),
    /// What would be left of it? Each tax by name, of one state or of two
    #[command(before_help = TAKE_HOME_EXAMPLES, after_long_help = EXIT_CODES)]
    TakeHome(Facts<TakeHome>),
    /// How does the career unfold? Milestones, pay by year, break-even, what it brings
    #[command(before_help = TIMELINE_EXAMPLES, after_long_help = EXIT_CODES)]
    Timeline(TimelineArguments),
    /// Is it worth it for me? Yes, maybe or no, and what would change it
    #[command(before_help = VERDICT_EXAMPLES, after_long_help = EXIT_CODES)]
    Verdict(VerdictArguments),
    /// Eight questions, then the verdict, and the command that repeats it
    #[command(before_help = ASK_EXAMPLES, after_long_help = EXIT_CODES)]
    Ask(AskArguments),
    /// This or that? Profiles side by side, and what makes the difference
    #[command(before_help = COMPARE_EXAMPLES, after_long_help = EXIT_CODES)]
    Compare(CompareArguments),
    /// Which is best? States, certifications, specialties, settings, programs
    #[command(before_help = RANK_EXAMPLES, after_long_help = EXIT_CODES)]
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
    #[command(
        before_help = MAN_EXAMPLES,
        after_long_help = EXIT_CODES,
        mut_arg("command", |arg| arg.value_parser(known_command))
    )]
    Man(ManArguments),
}

/// Checks the name of a command.
fn known_command(name: &str) -> Result<String, String> {
    let program = Arguments::command();
    let names: Vec<_> = program.get_subcommands().map(clap::Command::get_name).collect();
    if names.contains(&name) {
        return Ok(name.to_owned());
    }
    Err(format!("the commands are {}", names.join(", ")))
}
