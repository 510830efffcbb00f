//! The only code that accesses the screen, the disk and the environment.
//!
//! ```text
//!  args ──▶ input (profile) ──▶ command ──▶ Report ──▶ output (screen or file) ──▶ exit code
//! ```

#![allow(clippy::disallowed_methods, reason = "this is where the outside is reached")]

mod args;
mod command;
mod context;
mod examples;
mod facts;
mod failure;
mod input;
mod interview;
mod new_file;
mod options;
mod output;
mod tables;
mod target;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Arguments, Command};
use command::{
    ask, batch, compare, completions, data, estimate, explain, man, rank, take_home, timeline,
    verdict,
};
use context::Context;
use failure::Failure;
use terminal::{Terminal, print_message};

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    let terminal = &Terminal::detect();
    let arguments = match Arguments::try_parse_from(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(usage) => return failure::usage(&usage),
    };
    let context = Context { data: arguments.data.as_deref(), output: &arguments.output, terminal };
    match run_command(&arguments.command, &context) {
        Ok(code) => code,
        Err(failure) => {
            print_message(&failure.message(context.error_style()));
            failure.exit_code()
        }
    }
}

fn run_command(command: &Command, context: &Context<'_>) -> Result<ExitCode, Failure> {
    match command {
        Command::Estimate(facts) => estimate::run(facts, context)?,
        Command::TakeHome(facts) => take_home::run(facts, context)?,
        Command::Timeline(facts) => timeline::run(facts, context)?,
        Command::Verdict(command) => return verdict::run(command, context),
        Command::Compare(command) => compare::run(command, context)?,
        Command::Explain(command) => explain::run(command, context)?,
        Command::Rank(command) => rank::run(command, context)?,
        Command::Completions(command) => completions::run(command, Arguments::command(), context)?,
        Command::Man(command) => man::run(command, Arguments::command(), context)?,
        Command::Data(command) => data::run(command, context)?,
        Command::Ask(command) => ask::run(command, context)?,
        Command::Batch(command) => batch::run(command, context)?,
    }
    Ok(ExitCode::SUCCESS)
}
