//! The only code that knows a screen, a disk or the environment; one file a command.
//!
//! ```text
//!  args ──▶ input (profile) ──▶ a command ──▶ Answer ──▶ output (screen or file) ──▶ exit code
//! ```

#![allow(clippy::disallowed_methods, reason = "this is where the outside is reached")]

mod answer;
mod args;
mod batch;
mod compare;
mod completions;
mod data;
mod data_export;
mod estimate;
mod examples;
mod explain;
mod facts;
mod failure;
mod input;
mod man;
mod output;
mod rank;
mod tables;
mod terminal;
mod timeline;
mod verdict;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Arguments, Command};
use failure::Failure;
use terminal::Terminal;

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    let terminal = Terminal::look();
    let arguments = match Arguments::try_parse_from(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(usage) => return failure::usage(&usage),
    };
    match answer(&arguments, &terminal) {
        Ok(code) => code,
        Err(failure) => {
            let style = terminal.error_style(arguments.output.color);
            output::tell(&failure.told(style));
            failure.exit_code()
        }
    }
}

fn answer(arguments: &Arguments, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let to = &arguments.output;
    let mut code = ExitCode::SUCCESS;
    let folder = arguments.data.as_deref();
    let tables = || match folder {
        Some(folder) => tables::read(folder, to),
        None => Ok(crate::built_in()),
    };
    let answer = match &arguments.command {
        Command::Estimate(command) => estimate::run(&tables()?, command, to, terminal)?,
        Command::Timeline(command) => timeline::run(&tables()?, command, to, terminal)?,
        Command::Verdict(command) => {
            let (answer, told) = verdict::run(&tables()?, command, to, terminal)?;
            code = told;
            answer
        }
        Command::Compare(command) => compare::run(&tables()?, command, to, terminal)?,
        Command::Explain(command) => explain::run(&tables()?, command, to, terminal)?,
        Command::Rank(command) => rank::run(&tables()?, command, to, terminal)?,
        Command::Completions(command) => completions::run(&tables()?, command, to)?,
        Command::Man(command) => man::run(&tables()?, command, to)?,
        Command::Data(command) => {
            return data::run(command, folder, to, terminal).map(|()| code);
        }
        Command::Batch(command) => {
            return batch::run(&tables()?, command, to, terminal).map(|()| code);
        }
    };
    output::deliver(&answer, to).map(|()| code)
}
