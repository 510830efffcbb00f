//! The only code that accesses the screen, the disk and the environment.
//!
//! ```text
//!  args ──▶ input (profile) ──▶ command ──▶ Report ──▶ output (screen or file) ──▶ exit code
//! ```

#![allow(clippy::disallowed_methods, reason = "this is where the outside is reached")]

mod args;
mod command;
mod completion;
mod context;
mod examples;
mod facts;
mod failure;
mod inherited;
mod input;
mod interview;
mod new_file;
mod options;
mod output;
mod pager;
mod tables;
mod target;
mod terminal;
mod usage;
mod welcome;
mod wishes;
mod words;

use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::{CommandFactory as _, FromArgMatches as _};

use crate::render::Style;
use args::{Arguments, Command, VERSION};
use command::{
    ask, batch, compare, completions, data, estimate, explain, help, man, plan, rank, replay,
    report, take_home, timeline, verdict,
};
use context::Context;
use failure::Failure;
use inherited::inherited;
use target::Target;
use terminal::{Stream, Terminal, print_message};
use welcome::WELCOME;
use wishes::Wishes;

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    if let Some(code) = completion::answer(Arguments::command) {
        return code;
    }
    let terminal = &Terminal::detect();
    let words: Vec<OsString> = std::env::args_os().collect();
    let wishes = Wishes::of(&words);
    let program = Arguments::command().term_width(terminal.width(terminal.stdout_is_tty));
    let parsed = program.clone().try_get_matches_from(&words).and_then(|mut matches| {
        Ok((inherited(&matches), Arguments::from_arg_matches_mut(&mut matches)?))
    });
    let (inherited, mut arguments) = match parsed {
        Ok(parsed) => parsed,
        Err(help) if !help.use_stderr() => return print_help(&help.render(), wishes, terminal),
        Err(wrong) => {
            return refuse(&usage::failure(&wrong, &program, &words), wishes, terminal);
        }
    };
    if matches!(arguments.command, Some(Command::Batch(_))) {
        // A stream of a script must not depend on who runs it.
        if inherited.format {
            arguments.output.forget_format();
        }
        arguments.data = arguments.data.filter(|_| !inherited.data);
    } else if arguments.output.field.is_some() && inherited.format {
        arguments.output.forget_format();
    }
    let context = Context { data: arguments.data.as_deref(), output: &arguments.output, terminal };
    inherited.say(&context);
    let answered = output::check(context.output).and_then(|()| match &arguments.command {
        Some(command) => run_command(command, &context),
        None => output::write(WELCOME, &context).map(|()| ExitCode::SUCCESS),
    });
    answered.unwrap_or_else(|failure| refuse(&failure, wishes, terminal))
}

/// What is wrong with the words of a command line, the first of which is the program: for people, and
/// for programs.
#[cfg(fuzzing)]
#[must_use]
pub fn refusal<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<[String; 2]> {
    use std::sync::LazyLock;
    static PROGRAM: LazyLock<clap::Command> = LazyLock::new(Arguments::command);
    let words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    let parsed = PROGRAM.clone().try_get_matches_from(&words);
    let wrong =
        parsed.and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches)).err()?;
    let failure = wrong.use_stderr().then(|| usage::failure(&wrong, &PROGRAM, &words))?;
    Some([failure.message(Style::Plain), failure.json()])
}

/// Prints why there is no answer, for a person or for a program.
fn refuse(failure: &Failure, wishes: Wishes, terminal: &Terminal) -> ExitCode {
    if wishes.as_json {
        print_message(&failure.json());
    } else {
        print_message(&failure.message(terminal.style(wishes.color, Stream::Errors)));
    }
    failure.exit_code()
}

/// Prints a page of help, or the version.
fn print_help(page: &StyledStr, wishes: Wishes, terminal: &Terminal) -> ExitCode {
    let text = match terminal.style(wishes.color, Stream::Output) {
        Style::Color => page.ansi().to_string(),
        Style::Plain => page.to_string(),
    };
    if pager::show(&text, terminal) {
        return ExitCode::SUCCESS;
    }
    let mut target = Target::screen();
    match target.write_all(text.as_bytes()).and_then(|()| target.finish()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => {
            let name = "standard output".to_owned();
            refuse(&Failure::Write { name, source }, wishes, terminal)
        }
        // The reader of a closed pipe has seen enough.
        _ => ExitCode::SUCCESS,
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
        Command::Plan(command) => plan::run(command, context)?,
        Command::Rank(command) => rank::run(command, context)?,
        Command::Report(command) => report::run(command, context)?,
        Command::Replay(command) => return replay::run(command, context),
        Command::Help(command) => help::run(command, Arguments::command(), context)?,
        Command::Version => {
            output::print_fixed("the version", context, || format!("mbc-calc {VERSION}\n"))?;
        }
        Command::Completions(command) => completions::run(command, Arguments::command(), context)?,
        Command::Man(command) => man::run(command, Arguments::command(), context)?,
        Command::Data(command) => data::run(command, context)?,
        Command::Ask(command) => ask::run(command, context)?,
        Command::Batch(command) => batch::run(command, context)?,
    }
    Ok(ExitCode::SUCCESS)
}
