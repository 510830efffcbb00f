use std::process::ExitCode;

use crate::cli::{
    answer::Answer, facts::VerdictArguments, failure::Failure, input, options::OutputArguments,
    terminal::Terminal,
};
use crate::data::Tables;
use crate::engine::{self, verdict::Answer as Judged};
use crate::report::{VerdictShape, VerdictsShape, verdict_document, verdicts_document};

/// Is it worth it? The answer, and the exit code that tells it where that was asked for.
pub(crate) fn run(
    tables: &Tables,
    command: &VerdictArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(Answer, ExitCode), Failure> {
    let profile = input::career(tables, command, to, terminal)?;
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
        let answer = Answer::of(document, &VerdictsShape(&verdicts), to, terminal)?;
        return Ok((answer, ExitCode::SUCCESS));
    };
    let verdict = engine::verdict(tables, &profile, stage);
    let answer = Answer::of(|| verdict_document(&verdict), &VerdictShape(&verdict), to, terminal)?;
    let code = match verdict.judgement.answer {
        Judged::Conditional if command.exit_status => ExitCode::from(10),
        Judged::No if command.exit_status => ExitCode::from(20),
        _ => ExitCode::SUCCESS,
    };
    Ok((answer, code))
}
