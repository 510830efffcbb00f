use clap::Args;

use crate::cli::facts::{Facts, Timeline};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine;
use crate::engine::career::sensitivity;

/// What `timeline` takes.
#[derive(Debug, Args)]
pub(crate) struct TimelineArguments {
    #[command(flatten)]
    facts: Facts<Timeline>,
    /// Show how much each assumption changes the average gain, most first
    #[arg(long)]
    sensitivity: bool,
}

/// How does the career unfold?
pub(crate) fn run(arguments: &TimelineArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let profile = input::profile(tables, &arguments.facts, context)?;
    let mut answer = engine::timeline(tables, &profile);
    if arguments.sensitivity {
        answer.sensitivity = sensitivity(&answer);
    }
    output::print(&answer, context)
}
