use std::process::ExitCode;

use clap::Args;

use crate::cli::facts::{Facts, Verdict};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine::{self, verdict::Answer};

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
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let Some(stage) = profile.seeker().stage else {
        if command.exit_status {
            let message = "`--exit-status` tells one answer, and without a stage there are several";
            return Err(Failure::usage(message, "add `--stage`"));
        }
        output::print(&engine::verdicts(tables, &profile), context)?;
        return Ok(ExitCode::SUCCESS);
    };
    let verdict = engine::verdict(tables, &profile, stage);
    output::print(&verdict, context)?;
    Ok(match verdict.judgment.answer {
        Answer::Conditional if command.exit_status => ExitCode::from(10),
        Answer::No if command.exit_status => ExitCode::from(20),
        _ => ExitCode::SUCCESS,
    })
}
