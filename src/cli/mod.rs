//! The only code that knows a screen, a disk or the environment; one file a command.
//!
//! ```text
//!  args ──▶ input (profile) ──▶ a command ──▶ Answer ──▶ output (screen or file) ──▶ exit code
//! ```

#![allow(clippy::disallowed_methods, reason = "this is where the outside is reached")]

mod answer;
mod args;
mod command;
mod examples;
mod facts;
mod failure;
mod input;
mod options;
mod output;
mod tables;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Arguments, Command};
use command::{batch, compare, completions, data, estimate, explain, man, rank, timeline, verdict};
use failure::Failure;
use terminal::{Terminal, print_message};

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
            print_message(&failure.told(style));
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
        Command::Completions(command) => {
            completions::run(&tables()?, command, Arguments::command(), to)?
        }
        Command::Man(command) => man::run(&tables()?, command, Arguments::command(), to)?,
        Command::Data(command) => {
            return data::run(command, folder, to, terminal).map(|()| code);
        }
        Command::Batch(command) => {
            return batch::run(&tables()?, command, to, terminal).map(|()| code);
        }
    };
    output::deliver(&answer, to).map(|()| code)
}
