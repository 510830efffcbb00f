use std::process::ExitCode;

use clap::Args;

use crate::cli::{
    context::Context,
    facts::{Facts, Verdict},
    failure::Failure,
    input,
    rendered::Rendered,
    tables,
};
use crate::engine::{self, verdict::Answer as Judged};
use crate::report::{VerdictShape, VerdictsShape, verdict_document, verdicts_document};

/// What a verdict depends on.
#[derive(Debug, Args)]
pub(crate) struct VerdictArguments {
    #[command(flatten)]
    facts: Facts<Verdict>,
    /// Exit with 0 for yes, 10 for conditional, 20 for no
    #[arg(long, help_heading = "Output")]
    exit_status: bool,
}

/// Is it worth it? The answer, and its exit code for `--exit-status`.
pub(crate) fn run(
    command: &VerdictArguments,
    context: &Context<'_>,
) -> Result<(Rendered, ExitCode), Failure> {
    let tables = &tables::read(context)?;
    let profile = input::career(tables, &command.facts, context)?;
    let Some(stage) = profile.seeker().stage else {
        if command.exit_status {
            return Err(Failure::Usage {
                message: "`--exit-status` tells one answer, and without a stage there are four"
                    .to_owned(),
                hint: "add `--stage`".to_owned(),
            });
        }
        let verdicts = engine::verdicts(tables, &profile);
        let document = || verdicts_document(&verdicts);
        let rendered = Rendered::new(document, &VerdictsShape(&verdicts), context)?;
        return Ok((rendered, ExitCode::SUCCESS));
    };
    let verdict = engine::verdict(tables, &profile, stage);
    let rendered = Rendered::new(|| verdict_document(&verdict), &VerdictShape(&verdict), context)?;
    let code = match verdict.judgement.answer {
        Judged::Conditional if command.exit_status => ExitCode::from(10),
        Judged::No if command.exit_status => ExitCode::from(20),
        _ => ExitCode::SUCCESS,
    };
    Ok((rendered, code))
}
