use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

use super::args::{BatchArguments, Format, OnError, OutputArguments, StreamFormat};
use super::failure::Failure;
use super::output::{self, Target};
use super::terminal::Terminal;
use crate::batch::{self, BatchError, Detail, Input, Options, Output, SCHEMA, Summary};
use crate::data::Tables;

/// Answers a stream of profiles.
pub(super) fn run(
    tables: &Tables,
    command: &BatchArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(), Failure> {
    if command.schema {
        return output::deliver(&super::answer::Answer(SCHEMA.to_owned()), to);
    }
    let (name, input) = open(command.input.as_deref(), to, terminal)?;
    let options = Options {
        input: match command.from.unwrap_or_else(|| by_name(command.input.as_deref())) {
            StreamFormat::Jsonl => Input::JsonLines,
            StreamFormat::Csv => Input::Csv,
        },
        output: written_as(to)?,
        on_error: match command.on_error {
            OnError::Record => batch::OnError::Record,
            OnError::Skip => batch::OnError::Skip,
            OnError::Fail => batch::OnError::Fail,
        },
        detail: if command.explain { Detail::Explained } else { Detail::Figures },
        workers: command.threads.unwrap_or_else(available_workers),
    };
    let shows_progress = terminal.tells_a_person() && !terminal.shows(to) && !to.quiet;
    let mut progress = Progress { shown: shows_progress, next: Progress::STEP };
    let mut target = Target::open(to)?;
    let answered = batch::run(tables, &options, input, &mut target, |s| progress.tell(s));
    progress.clear();
    let summary = match answered {
        Ok(summary) => summary,
        Err(BatchError::Read(source)) => return Err(Failure::Read { name, source }),
        Err(BatchError::Write(source)) => return output::unwritten(source, to),
    };
    target.finish(to)?;
    if !to.quiet {
        output::tell(&told(&summary));
    }
    match summary {
        Summary { refused: 0, .. } => Ok(()),
        Summary { stopped: true, .. } => Err(Failure::Stopped),
        _ => Err(Failure::Partly),
    }
}

type Stream = Box<dyn Read + Send>;

fn open(
    path: Option<&Path>,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(String, Stream), Failure> {
    let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
        if terminal.reads_from_a_person() && !to.quiet {
            output::tell("reading profiles from the keyboard, one a line; end with Ctrl-D\n");
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

fn by_name(path: Option<&Path>) -> StreamFormat {
    let ending = path.and_then(Path::extension);
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        StreamFormat::Csv
    } else {
        StreamFormat::Jsonl
    }
}

fn written_as(to: &OutputArguments) -> Result<Output, Failure> {
    match (&to.field, to.format) {
        (Some(path), _) => Ok(Output::Field(path.clone())),
        (None, None | Some(Format::Json)) => Ok(Output::JsonLines),
        (None, Some(_)) => Err(Failure::Usage {
            message: "a stream is answered as JSON Lines or CSV".to_owned(),
            hint: "use `--format jsonl` or `--format csv`".to_owned(),
        }),
    }
}

fn available_workers() -> std::num::NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(std::num::NonZeroUsize::MIN)
}

/// `3 profiles answered, 1 refused, 2 blank lines skipped`.
fn told(summary: &Summary) -> String {
    let plural = |count| if count == 1 { "" } else { "s" };
    let &Summary { answered, refused, blank, .. } = summary;
    let mut text = format!("{answered} profile{} answered, {refused} refused", plural(answered));
    if blank > 0 {
        text = format!("{text}, {blank} blank line{} skipped", plural(blank));
    }
    let end = if summary.stopped { "; stopped at the first that was refused" } else { "" };
    format!("{text}{end}\n")
}

/// A line on the terminal that says how far the stream is.
struct Progress {
    shown: bool,
    next: u64,
}

impl Progress {
    const STEP: u64 = 10_000;

    fn tell(&mut self, summary: &Summary) {
        let done = summary.answered + summary.refused;
        if self.shown && done >= self.next {
            self.next = done + Self::STEP;
            output::tell(&format!("\r{done} profiles"));
        }
    }

    fn clear(&self) {
        if self.shown && self.next > Self::STEP {
            output::tell("\r\u{1b}[K");
        }
    }
}
