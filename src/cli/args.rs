//! What can be typed. Every fact of a profile is taken as text, so that one reader judges it
//! however it arrives.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::batch::BatchArguments;
use super::compare::CompareArguments;
use super::completions::CompletionsArguments;
use super::data::DataArguments;
use super::examples::{
    BATCH_EXAMPLES, COMPARE_EXAMPLES, COMPLETIONS_EXAMPLES, DATA_EXAMPLES, ESTIMATE_EXAMPLES,
    EXAMPLES, EXPLAIN_EXAMPLES, MAN_EXAMPLES, RANK_EXAMPLES,
};
use super::man::ManArguments;
use super::rank::RankArguments;
use crate::profile::{Draft, Key};

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
    /// This or that? Profiles side by side, and what makes the difference
    #[command(before_help = COMPARE_EXAMPLES, after_long_help = EXIT_CODES)]
    Compare(CompareArguments),
    /// Which is best? Employer states, home states, certifications, specialties, settings
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

/// The facts of a profile, all optional: what is left out is averaged over.
#[derive(Debug, Args)]
pub(super) struct ProfileArguments {
    /// Where you live: code or name, in any case [none: the nation]
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// Your area, metropolitan or not: name, part of it, or code
    ///
    /// A part will do when only one area has it: `boston`, or `jackson` with `--state MS`. An area
    /// without a state is in the state that it is filed under, the first of its name.
    #[arg(long, value_name = "AREA")]
    metro: Option<String>,
    /// Where the employer is
    #[arg(long, value_name = "STATE")]
    employer_state: Option<String>,
    /// The area where the employer is
    #[arg(long, value_name = "AREA")]
    employer_metro: Option<String>,
    /// Whose pay scale: employer, residence or national
    #[arg(long, value_name = "SCALE")]
    geo_pay: Option<String>,
    /// Pay level: survey (AAPC members) or oews (all employers) [default: survey with --certs]
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// Certifications you hold: how many, or which, such as CPC,CRC
    #[arg(long, value_name = "N|NAMES", allow_negative_numbers = true)]
    certs: Option<String>,
    /// Years of work in the field, 0 to 60
    #[arg(long, value_name = "YEARS", allow_negative_numbers = true)]
    experience: Option<String>,
    /// What you code or do, such as risk-adjustment or auditing
    #[arg(long, value_name = "NAME")]
    specialty: Option<String>,
    /// Another occupation, such as informatics, manager
    #[arg(long, value_name = "NAME")]
    role: Option<String>,
    /// Whom you work for, such as hospital, physician-office, insurer
    #[arg(long, value_name = "NAME")]
    setting: Option<String>,
    /// Highest schooling: high-school, associate or bachelor
    #[arg(long, value_name = "NAME")]
    education: Option<String>,
    /// Read these facts from a TOML or JSON file (`-`: standard input)
    ///
    /// Flags win over it.
    #[arg(long, value_name = "FILE")]
    pub(super) profile: Option<PathBuf>,
}

impl ProfileArguments {
    /// Each key with its text, if it was typed.
    const fn facts(&self) -> [(Key, &Option<String>); 12] {
        [
            (Key::State, &self.state),
            (Key::Metro, &self.metro),
            (Key::EmployerState, &self.employer_state),
            (Key::EmployerMetro, &self.employer_metro),
            (Key::GeoPay, &self.geo_pay),
            (Key::Level, &self.level),
            (Key::Certs, &self.certs),
            (Key::Experience, &self.experience),
            (Key::Specialty, &self.specialty),
            (Key::Role, &self.role),
            (Key::Setting, &self.setting),
            (Key::Education, &self.education),
        ]
    }

    /// Whether no fact and no file is stated.
    pub(super) fn is_empty(&self) -> bool {
        self.profile.is_none() && self.facts().iter().all(|(_, text)| text.is_none())
    }

    /// The draft with the facts of the flags.
    pub(super) fn stated<'t>(&'t self, draft: Draft<'t>) -> Draft<'t> {
        self.facts().into_iter().fold(draft, |draft, (key, text)| match text {
            Some(text) => draft.state(key, text.as_str()),
            None => draft,
        })
    }
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
