use std::fs::File;
use std::io::{self, Read, stdin};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::batch::{self, BatchError, Input, OnError, Options, Output, Question, Summary};
use crate::cli::options::{Format, OutputArguments, one_of};
use crate::cli::target::Target;
use crate::cli::terminal::print_message;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::Tables;
use crate::engine;
use crate::profile::{Draft, Key};
use crate::quantity::LifeStage;
use crate::render::{FieldError, MAX_PATH_CHARACTERS, field};
use crate::report::{Explained, JSON_SCHEMA, Record, RecordAnswer};

/// A stream of profiles, and how to answer it.
#[derive(Debug, Args)]
pub(crate) struct BatchArguments {
    /// The profiles, one a line; `-` or nothing for standard input
    #[arg(value_name = "FILE")]
    input: Option<PathBuf>,
    /// What each profile is asked
    #[arg(long, value_name = "COMMAND", default_value = "estimate", value_parser = one_of(QUESTIONS))]
    command: Question,
    /// How the profiles are written [default: csv for a file that ends so, else jsonl]
    #[arg(long, value_name = "FORMAT", value_parser = one_of(INPUTS))]
    from: Option<Input>,
    /// What to do with a profile that cannot be used
    #[arg(long, value_name = "WHAT", default_value = "record", value_parser = one_of(ON_ERROR))]
    on_error: OnError,
    /// Steps, reasons and sources of every answer.
    #[arg(long, help = "Tell the steps, reasons and sources of every answer too (as JSON)")]
    explain: bool,
    /// Print the JSON Schema of the input and the output, and read nothing
    #[arg(long)]
    schema: bool,
    /// How many threads answer; the order of the records is that of the input [default: all]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

/// What each profile of a stream is asked.
const QUESTIONS: [(&str, &str, Question); 3] = [
    ("estimate", "What would I earn?", Question::Estimate),
    ("timeline", "How does the career unfold?", Question::Timeline),
    (
        "verdict",
        "Is it worth it? For the stage in the profile, else for those that fit",
        Question::Verdict,
    ),
];

/// How a stream of profiles is written.
const INPUTS: [(&str, &str, Input); 2] = [
    ("jsonl", "One JSON object a line", Input::JsonLines),
    ("csv", "A header of names, then one profile a row", Input::Csv),
];

/// What to do with a profile that cannot be used.
const ON_ERROR: [(&str, &str, OnError); 3] = [
    ("record", "Say what is wrong in a record of its own, and go on", OnError::Record),
    ("skip", "Leave it out, and go on", OnError::Skip),
    ("fail", "Say what is wrong, and stop", OnError::Fail),
];

/// Answers a stream of profiles.
pub(crate) fn run(command: &BatchArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = &tables::read(context)?;
    if command.schema {
        return output::write(JSON_SCHEMA, context);
    }
    let path = command.input.as_deref();
    let (name, input) = open(path, context)?;
    let options = Options {
        question: command.command,
        input: command.from.unwrap_or_else(|| by_name(path)),
        output: written_as(tables, command.command, context.output)?,
        on_error: command.on_error,
        explained: if command.explain { Explained::Yes } else { Explained::No },
        workers: command.threads.unwrap_or_else(available_workers),
    };
    let shows_progress =
        context.terminal.can_redraw() && !context.writes_to_screen() && !context.output.quiet;
    let mut progress = Progress { shown: shows_progress, next: Progress::STEP };
    let mut target = output::open(context)?;
    let answered = batch::run(tables, &options, input, &mut target, |s| progress.show(s));
    progress.clear();
    let summary = match answered {
        Ok(summary) => summary,
        Err(BatchError::Read(source)) => return Err(Failure::Read { name, source }),
        Err(BatchError::Write(source)) => return output::check_closed_pipe(source, context),
    };
    if let (Some(stopped), Target::File(_)) = (&summary.stopped, &target) {
        // The file stays as it was, so no record reports why.
        context.note(&summary_line(&summary));
        return Err(Failure::Stopped { why: Some(stopped.clone()) });
    }
    output::finish(target, context)?;
    context.note(&summary_line(&summary));
    match summary {
        Summary { refused: 0, .. } => Ok(()),
        Summary { stopped: Some(_), .. } => Err(Failure::Stopped { why: None }),
        _ => Err(Failure::Partly),
    }
}

type Stream = Box<dyn Read + Send>;

fn open(path: Option<&Path>, context: &Context<'_>) -> Result<(String, Stream), Failure> {
    let Some(path) = path.filter(|path| !input::is_stdin(path)) else {
        if context.terminal.stdin_is_tty {
            context.note("reading profiles from the keyboard, one a line; end with Ctrl-D\n");
        }
        return Ok(("standard input".to_owned(), Box::new(stdin())));
    };
    let name = path.display().to_string();
    match File::open(path).and_then(|file| Ok((file.metadata()?.is_dir(), file))) {
        Ok((false, file)) => Ok((name, Box::new(file))),
        Ok((true, _)) => Err(Failure::Read { name, source: io::ErrorKind::IsADirectory.into() }),
        Err(source) => Err(Failure::Read { name, source }),
    }
}

fn by_name(path: Option<&Path>) -> Input {
    match path.and_then(Path::extension) {
        Some(ending) if ending.eq_ignore_ascii_case("csv") => Input::Csv,
        _ => Input::JsonLines,
    }
}

/// Rejects a path that no record has, before anything is read.
fn check_path(tables: &Tables, question: Question, path: &str) -> Result<(), Failure> {
    let of_the_caller_or_an_error = ["id", "error", "others", "more_problems"];
    let is_short = path.chars().nth(MAX_PATH_CHARACTERS).is_none();
    let first = path.split('.').next().filter(|_| is_short);
    if first.is_some_and(|first| of_the_caller_or_an_error.contains(&first)) {
        return Ok(());
    }
    let draft = Draft::default().state(Key::State, "MS").state(Key::EmployerState, "MA");
    // An apprentice is warned, so the record has all that a record may have.
    let draft = draft.state(Key::Certs, "CPC-A");
    let draft = draft.state(Key::Careers, "100").state(Key::Stage, "career-changer");
    let profile = &draft.profile(tables)?;
    let has = |answer: RecordAnswer<'_>| {
        let record = Record { line: 1, id: None, tables, profile, answer };
        match field(&record, path) {
            Err(error @ (FieldError::Unknown { .. } | FieldError::Several { .. })) => Err(error),
            Ok(_) | Err(FieldError::Absent { .. }) => Ok(()),
        }
    };
    let found = match question {
        Question::Estimate => {
            let answer = engine::estimate(tables, profile);
            has(RecordAnswer::Estimate(&answer.figures, Some(&answer)))
        }
        Question::Timeline => {
            has(RecordAnswer::Timeline(&engine::timeline(tables, profile), Explained::Yes))
        }
        // Without a stage in the profile the record has those that fit.
        Question::Verdict => {
            let stage = LifeStage::CareerChanger;
            let one = engine::verdict(tables, profile, stage);
            let of_several = RecordAnswer::Verdicts;
            has(of_several(&engine::verdicts(tables, profile), Explained::Yes))
                .or_else(|_| has(RecordAnswer::Verdict(&one, Explained::Yes)))
        }
    };
    Ok(found?)
}

fn written_as(
    tables: &Tables,
    question: Question,
    to: &OutputArguments,
) -> Result<Output, Failure> {
    match (&to.field, to.format) {
        (Some(path), _) => {
            check_path(tables, question, path)?;
            Ok(Output::Field(path.clone()))
        }
        (None, None | Some(Format::Json | Format::Jsonl)) => Ok(Output::JsonLines),
        (None, Some(Format::Csv)) => Ok(Output::Csv),
        (None, Some(_)) => Err(Failure::usage(
            "a stream is answered as JSON Lines or CSV",
            "use `--format jsonl` or `--format csv`",
        )),
    }
}

fn available_workers() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// A summary such as `3 profiles answered, 1 refused, 2 blank lines skipped`.
fn summary_line(summary: &Summary) -> String {
    let plural = |count| if count == 1 { "" } else { "s" };
    let &Summary { answered, refused, blank, .. } = summary;
    let mut text = format!("{answered} profile{} answered, {refused} refused", plural(answered));
    if blank > 0 {
        text = format!("{text}, {blank} blank line{} skipped", plural(blank));
    }
    let end =
        if summary.stopped.is_some() { "; stopped at the first that was refused" } else { "" };
    format!("{text}{end}\n")
}

/// A progress line on the terminal.
struct Progress {
    shown: bool,
    next: u64,
}

impl Progress {
    const STEP: u64 = 10_000;

    fn show(&mut self, summary: &Summary) {
        let done = summary.answered + summary.refused;
        if self.shown && done >= self.next {
            self.next = done + Self::STEP;
            print_message(&format!("\r{done} profiles"));
        }
    }

    fn clear(&self) {
        if self.shown && self.next > Self::STEP {
            print_message("\r\u{1b}[K");
        }
    }
}
