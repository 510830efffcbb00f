use std::process::ExitCode;

use clap::Args;

use crate::cli::facts::{Facts, Verdict};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::Tables;
use crate::engine::{self, verdict::Answer};
use crate::profile::Profile;

/// What a verdict depends on.
#[derive(Debug, Args)]
pub(crate) struct VerdictArguments {
    #[command(flatten)]
    facts: Facts<Verdict>,
    /// Exit with 0 for yes, 10 for maybe, 20 for no
    #[arg(long, help_heading = "Output", hide_short_help = true)]
    exit_status: bool,
}

/// Is it worth it? The exit code is that of `--exit-status`.
pub(crate) fn run(command: &VerdictArguments, context: &Context<'_>) -> Result<ExitCode, Failure> {
    let tables = tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    if command.exit_status && profile.seeker().stage.is_none() {
        let message = "`--exit-status` tells one answer, and without a stage there are several";
        return Err(Failure::usage(message, "add `--stage`"));
    }
    Ok(match print(tables, &profile, context)? {
        Some(Answer::Conditional) if command.exit_status => ExitCode::from(10),
        Some(Answer::No) if command.exit_status => ExitCode::from(20),
        _ => ExitCode::SUCCESS,
    })
}

/// Prints the verdict for the stated stage, and gives its answer; without one, for those that fit.
pub(super) fn print(
    tables: &Tables,
    profile: &Profile,
    context: &Context<'_>,
) -> Result<Option<Answer>, Failure> {
    let Some(stage) = profile.seeker().stage else {
        output::print(&engine::verdicts(tables, profile), context)?;
        return Ok(None);
    };
    let verdict = engine::verdict(tables, profile, stage);
    output::print(&verdict, context)?;
    Ok(Some(verdict.judgment.answer))
}
