use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::facts::{Compare, Facts};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::{Quoted, Tables};
use crate::engine;
use crate::profile::{Group, NamedProfile, ProfileSet};

const TIMELINE_HELP: &str =
    "Compare careers: when each stage is reached, pay by year, what it all brings";

const TIMELINE_LONG_HELP: &str = "\
Compare careers: when each stage is reached, pay by year, what it all brings

All careers are simulated with the same luck, so that only the facts make the difference. The facts \
of a career may be stated as for `mbc-calc timeline`, and after `--vs`.";

/// What is compared.
#[derive(Debug, Args)]
pub(crate) struct CompareArguments {
    /// The same person but for these facts, such as employer-state=MA,certs=3; may be repeated
    ///
    /// The keys are those of the flags. `certs=` takes a fact away and `name=` gives a name; without
    /// one the facts are the name.
    #[arg(long, value_name = "FACTS")]
    vs: Vec<String>,
    /// Compare the profiles of a file (`-`: standard input), each complete in itself
    ///
    /// JSON Lines, a JSON array, CSV with a header, or TOML with `[[profile]]`; each may have a
    /// `name` or an `id`. Where no flag states a fact the first profile is the base. The facts of
    /// flags are a base of their own, which the profiles of the file do not inherit.
    #[arg(long, value_name = "FILE")]
    profiles: Option<PathBuf>,
    /// Whether careers are compared.
    #[arg(long, help = TIMELINE_HELP, long_help = TIMELINE_LONG_HELP)]
    timeline: bool,
    #[command(flatten)]
    facts: Facts<Compare>,
}

/// This or that?
pub(crate) fn run(command: &CompareArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let set = profile_set(command, tables, context)?;
    let profiles = set.profiles(tables).map_err(Failure::Profiles)?;
    let [base, others @ ..] = profiles.as_slice() else { return Err(nothing_to_compare(command)) };
    if others.is_empty() {
        return Err(nothing_to_compare(command));
    }
    for NamedProfile { name, profile } in &profiles {
        let notices =
            if command.timeline { profile.career_notices(tables) } else { profile.notices(tables) };
        context.warn(Some(name), &notices);
    }
    if command.timeline {
        return output::print(&engine::compare_timelines(tables, &profiles), context);
    }
    output::print(&engine::compare(tables, base, others), context)
}

/// The facts of flags are the base; without any the first profile of the file is.
fn profile_set<'a>(
    command: &'a CompareArguments,
    tables: &Tables,
    context: &Context<'_>,
) -> Result<ProfileSet<'a>, Failure> {
    if command.vs.is_empty() && command.profiles.is_none() {
        return Err(nothing_to_compare(command));
    }
    let of_a_career = command.facts.keys().find(|key| key.group() == Group::Career);
    if let Some(key) = of_a_career.filter(|_| !command.timeline) {
        return Err(Failure::usage(
            format!("`{}` is about a career, and pay does not depend on it", key.flag()),
            "add `--timeline` to compare careers",
        ));
    }
    let is_stdin = |path: Option<&Path>| path.is_some_and(input::is_stdin);
    if is_stdin(command.profiles.as_deref()) && is_stdin(command.facts.file()) {
        let message = "`--profile -` and `--profiles -` cannot both read standard input";
        return Err(Failure::usage(message, "write one of them to a file"));
    }
    let base = input::draft(&command.facts, tables, context)?;
    let mut set = if command.timeline { ProfileSet::of_careers() } else { ProfileSet::default() };
    if command.profiles.is_none() || !base.is_empty() {
        set = set.with_base(base);
    }
    set = command.vs.iter().fold(set, ProfileSet::with_variation);
    match &command.profiles {
        Some(path) => Ok(set.with_file(input::file(path, context)?)),
        None => Ok(set),
    }
}

/// The failure of a comparison of fewer than two profiles.
fn nothing_to_compare(command: &CompareArguments) -> Failure {
    match &command.profiles {
        Some(path) => Failure::NothingToCompare {
            message: format!(
                "{} holds one profile and there is nothing to compare it with",
                Quoted(&input::name(path))
            ),
            hint: "add another, or `--vs certs=3` or the like".to_owned(),
        },
        None => Failure::usage(
            "there is nothing to compare with",
            "add `--vs certs=3` or the like, or `--profiles FILE`",
        ),
    }
}
