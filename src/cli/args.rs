//! The definition of the command line.

use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand};

use super::command::{
    AskArguments, BatchArguments, CompareArguments, CompletionsArguments, DataArguments,
    ExplainArguments, HelpArguments, ManArguments, PlanArguments, RankArguments, ReplayArguments,
    ReportArguments, TimelineArguments, VerdictArguments,
};
use super::examples::{
    ASK_EXAMPLES, BATCH_EXAMPLES, COMPARE_EXAMPLES, COMPLETIONS_EXAMPLES, DATA_EXAMPLES,
    ESTIMATE_EXAMPLES, EXAMPLES, EXPLAIN_EXAMPLES, HELP_EXAMPLES, MAN_EXAMPLES, PLAN_EXAMPLES,
    RANK_EXAMPLES, REPLAY_EXAMPLES, REPORT_EXAMPLES, TAKE_HOME_EXAMPLES, TIMELINE_EXAMPLES,
    VERDICT_EXAMPLES, VERSION_EXAMPLES,
};
use super::facts::{Estimate, Facts, TakeHome};
use super::options::OutputArguments;

/// The version of the program and of its tables.
pub(super) const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (tables ", env!("MBC_CALC_EDITION"), ")");

/// What names a folder of tables where no flag does.
pub(super) const DATA_VARIABLE: &str = "MBC_CALC_DATA";

/// The end of the short help of the program.
const ALSO: &str = "\
Also: replay, version, completions, man. `mbc-calc help COMMAND` tells all about a command.";

/// The end of the short help of a command.
const MORE: &str = "\
`--help` lists all flags, such as `--details` and `--format json` of every command.";

const EXIT_CODES: &str = "\
Exit codes:
  0  answered (a closed pipe too)
  1  finished, but part could not be answered: a profile of a stream, a value that does not
     exist, a finding of `data check`, or a saved answer that `replay` finds changed
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
    after_help = ALSO,
    after_long_help = EXIT_CODES,
    max_term_width = 100,
    disable_help_subcommand = true,
    disable_version_flag = true,
    disable_help_flag = true,
    override_usage = "mbc-calc <COMMAND> [OPTIONS]"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Tables of your own, each replacing the built-in one of its name
    ///
    /// `MBC_CALC_DATA` in the environment names such a folder too.
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        display_order = 90,
        env = DATA_VARIABLE,
        hide_env = true,
        hide_short_help = true
    )]
    pub(super) data: Option<PathBuf>,
    /// Print help: a screenful with `-h`, all of it with `--help`
    #[arg(
        short,
        long,
        global = true,
        display_order = 99,
        action = clap::ArgAction::Help,
        hide_short_help = true
    )]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version, hide_short_help = true)]
    version: Option<bool>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What would I earn? The range of pay, which pay scale, what it buys
    #[command(before_help = ESTIMATE_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Estimate(Facts<Estimate>),
    /// What is left after taxes? Each tax by name, in one state or two
    #[command(before_help = TAKE_HOME_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    TakeHome(Facts<TakeHome>),
    /// How does the career unfold? Milestones, pay by year, when it pays off
    #[command(before_help = TIMELINE_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Timeline(TimelineArguments),
    /// Is it worth it for me? Yes, maybe or no, and what would change it
    #[command(before_help = VERDICT_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Verdict(VerdictArguments),
    /// Eight questions, then the verdict, and the command that repeats it
    #[command(before_help = ASK_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Ask(AskArguments),
    /// What next? Each step with its cost, odds and pay, and the way to a pay you want
    #[command(before_help = PLAN_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Plan(PlanArguments),
    /// This or that? People or careers side by side, and what makes the difference
    #[command(before_help = COMPARE_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Compare(CompareArguments),
    /// Which is best? States, certifications, specialties, workplaces, programs
    #[command(before_help = RANK_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Rank(RankArguments),
    /// Where does this number come from? What does this word mean?
    #[command(before_help = EXPLAIN_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Explain(ExplainArguments),
    /// The same for many people: JSON Lines or CSV in, one record out for each
    #[command(before_help = BATCH_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Batch(BatchArguments),
    /// All of it on one page of HTML with pictures, to keep or to print
    #[command(before_help = REPORT_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Report(ReportArguments),
    /// Does a saved answer still hold? Asks its question again, and compares
    #[command(before_help = REPLAY_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES, hide = true)]
    Replay(ReplayArguments),
    /// What are the numbers made from? Tables and sources to see, check, edit, compare
    #[command(before_help = DATA_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Data(DataArguments),
    /// Help with the program, or with one command
    #[command(before_help = HELP_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES)]
    Help(HelpArguments),
    /// Shell tab completion
    #[command(before_help = COMPLETIONS_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES, hide = true)]
    Completions(CompletionsArguments),
    /// The manual page of the program, or of one command
    #[command(
        before_help = MAN_EXAMPLES,
        after_help = MORE,
        after_long_help = EXIT_CODES,
        mut_arg("command", |arg| arg.value_parser(known_command)),
        hide = true
    )]
    Man(ManArguments),
    /// The version of the program and of its tables
    #[command(before_help = VERSION_EXAMPLES, after_help = MORE, after_long_help = EXIT_CODES, hide = true)]
    Version,
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
