use std::path::{Path, PathBuf};

use clap::Args;

use super::answer::Answer;
use super::args::OutputArguments;
use super::facts::{Facts as _, ProfileArguments};
use super::failure::Failure;
use super::input;
use super::terminal::Terminal;
use crate::data::{Quoted, Tables};
use crate::engine;
use crate::profile::Lineup;
use crate::report::{ComparisonShape, comparison_document};

/// What is compared.
#[derive(Debug, Args)]
pub(super) struct CompareArguments {
    /// The same person but for these facts, such as employer-state=MA,certs=3; may be repeated
    ///
    /// The keys are those of the flags. `certs=` takes a fact away and `name=` gives a name; without
    /// one the facts are the name.
    #[arg(long, value_name = "FACTS")]
    pub(super) vs: Vec<String>,
    /// Compare the profiles of a file (`-`: standard input), each complete in itself
    ///
    /// JSON Lines, a JSON array, CSV with a header, or TOML with `[[profile]]`; each may have a
    /// `name` or an `id`. Where no flag states a fact the first profile is the base. The facts of
    /// flags are a base of their own, which the profiles of the file do not inherit.
    #[arg(long, value_name = "FILE")]
    pub(super) profiles: Option<PathBuf>,
    #[command(flatten)]
    pub(super) profile: ProfileArguments,
}

/// This or that?
pub(super) fn run(
    tables: &Tables,
    command: &CompareArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let lineup = lineup(command, to, terminal)?;
    let profiles = lineup.profiles(tables).map_err(Failure::Profiles)?;
    let [base, others @ ..] = profiles.as_slice() else { return Err(nothing(command)) };
    if others.is_empty() {
        return Err(nothing(command));
    }
    let comparison = engine::compare(tables, base, others);
    Answer::of(|| comparison_document(&comparison), &ComparisonShape(&comparison), to, terminal)
}

/// The facts of flags are the base; without any the first profile of the file is.
fn lineup<'a>(
    command: &'a CompareArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Lineup<'a>, Failure> {
    if command.vs.is_empty() && command.profiles.is_none() {
        return Err(nothing(command));
    }
    let is_stdin = |path: Option<&Path>| path.is_some_and(input::is_stdin);
    if is_stdin(command.profiles.as_deref()) && is_stdin(command.profile.file()) {
        return Err(Failure::Usage {
            message: "`--profile -` and `--profiles -` cannot both read standard input".to_owned(),
            hint: "write one of them to a file".to_owned(),
        });
    }
    let base = input::draft(&command.profile, to, terminal)?;
    let mut lineup = Lineup::default();
    if command.profiles.is_none() || !base.is_empty() {
        lineup = lineup.with_base(base);
    }
    lineup = command.vs.iter().fold(lineup, Lineup::with_variation);
    match &command.profiles {
        Some(path) => Ok(lineup.with_file(input::file(path, to, terminal)?)),
        None => Ok(lineup),
    }
}

/// There is only one profile, or none.
fn nothing(command: &CompareArguments) -> Failure {
    match &command.profiles {
        Some(path) => Failure::NothingToCompare {
            message: format!(
                "{} holds one profile and there is nothing to compare it with",
                Quoted(&input::name(path))
            ),
            hint: "add another, or `--vs certs=3` or the like".to_owned(),
        },
        None => Failure::Usage {
            message: "there is nothing to compare with".to_owned(),
            hint: "add `--vs certs=3` or the like, or `--profiles FILE`".to_owned(),
        },
    }
}
