mod arguments;
mod pipes;
mod records;
mod schema;
mod summary;

use std::fs::File;
use std::io::{self, Read, stdin};
use std::num::NonZeroUsize;
use std::path::Path;

pub(crate) use arguments::BatchArguments;
use records::written_as;
use summary::summary_text;

use crate::batch::{
    self, BatchError, ColumnNames, GroupsAnswer, Input, Lines, OnError, Options, Summary,
};
use crate::cli::target::Target;
use crate::cli::terminal::print_message;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::Tables;
use crate::profile::{Draft, Others, ProblemCode, ProfileProblem};
use crate::report::Explained;

/// Answers a stream of profiles.
pub(crate) fn run(command: &BatchArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let BatchArguments { asked, reading, writing, .. } = command;
    if let Some(about) = &asked.schema {
        return output::write(&schema::of(about)?, context);
    }
    let path = command.input.as_deref();
    let base = base(tables, command, context)?;
    let header = reading.header_from.as_deref().map(header).transpose()?;
    let mut columns = ColumnNames::default();
    for text in &reading.columns {
        columns
            .add(text)
            .map_err(|message| Failure::usage(message.text, message.hint.unwrap_or_default()))?;
    }
    let others = if reading.no_keep { Others::Refused } else { Others::Kept };
    let input_kind = match reading.from {
        Some(named) => named,
        None if header.is_some() => Input::Csv,
        None => by_name(path),
    };
    let options = Options {
        question: asked.command,
        input: input_kind,
        header,
        columns,
        base,
        others,
        output: written_as(tables, command, context.output)?,
        lines: if writing.no_line { Lines::LeftOut } else { Lines::Numbered },
        on_error: asked.on_error,
        flips: !asked.no_flips,
        explained: if asked.explain { Explained::Yes } else { Explained::No },
        workers: asked.threads.unwrap_or_else(available_workers),
    };
    let (name, input) = open(path, context)?;
    pipes::widen(std::io::stdin());
    pipes::widen(std::io::stdout());
    let shows_progress =
        context.terminal.can_redraw() && !context.writes_to_screen() && !context.output.quiet;
    let mut progress = Progress { shown: shows_progress, next: Progress::STEP };
    let mut target = output::open(context)?;
    let answered = batch::run(tables, &options, input, &mut target, |s| progress.show(s));
    progress.clear();
    let summary = match answered {
        Ok(summary) => summary,
        Err(BatchError::Read(source)) => return Err(Failure::Read { name, source }),
        Err(BatchError::Unusable(message)) => return Err(Failure::Input { name, message }),
        Err(BatchError::Write(source)) => return output::check_closed_pipe(source, context),
    };
    if let (Some(stopped), Target::File(_)) = (&summary.stopped, &target) {
        // The file stays as it was, so no record reports why.
        context.note(&summary_text(&summary));
        return Err(Failure::Stopped { why: Some(stopped.clone()) });
    }
    if let Some(groups) = &summary.groups {
        drop(target);
        let refused = summary.refused;
        output::print(&GroupsAnswer { tables, groups, refused }, context)?;
    } else {
        output::finish(target, context)?;
    }
    context.note(&summary_text(&summary));
    match summary {
        Summary { refused: 0, .. } => Ok(()),
        Summary { stopped: Some(_), .. } => Err(Failure::Stopped { why: None }),
        _ if asked.exit_zero || asked.on_error == OnError::Skip => Ok(()),
        _ => Err(Failure::Partly),
    }
}

/// The facts of every row that does not state them itself. What is wrong with them is reported
/// once, but for what a row may still supply.
fn base(
    tables: &Tables,
    command: &BatchArguments,
    context: &Context<'_>,
) -> Result<Draft<'static>, Failure> {
    let mut base = Draft::default();
    if let Some(path) = command.facts.file() {
        base = base.with_file(input::file(path, context)?);
    }
    let base = command.facts.stated_owned(base);
    let depends_on_rows = |problem: &ProfileProblem| {
        matches!(problem.code, ProblemCode::MissingFact | ProblemCode::Contradiction)
    };
    match base.profile(tables) {
        Err(errors) if !errors.problems.iter().all(depends_on_rows) => Err(errors.into()),
        _ => Ok(base),
    }
}

/// The beginning of a file, in which its header is.
fn header(path: &Path) -> Result<Vec<u8>, Failure> {
    const MAX_BYTES: u64 = 1 << 21;
    let name = input::name(path);
    let read = File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(MAX_BYTES).read_to_end(&mut bytes).map(|_| bytes)
    });
    read.map_err(|source| Failure::Read { name, source })
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

/// How a file is written, where its name says so.
fn by_name(path: Option<&Path>) -> Input {
    let ending = path.and_then(Path::extension).map(std::ffi::OsStr::to_ascii_lowercase);
    match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("csv" | "tsv") => Input::Csv,
        Some("jsonl" | "ndjson") => Input::JsonLines,
        _ => Input::Detected,
    }
}

fn available_workers() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
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
