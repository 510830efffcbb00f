use std::io::{self, Write as _};

use super::context::Context;
use super::failure::Failure;
use super::options::{Format, OutputArguments};
use super::pager;
use super::target::Target;
use super::terminal::printable;
use crate::render;
use crate::report::Report;

/// Prints an answer in the format of `--format`; by default a table on a screen and plain in a file.
pub(super) fn print(report: &dyn Report, context: &Context<'_>) -> Result<(), Failure> {
    if let Some(path) = &context.output.field {
        return write(&render::field(report, path)?, context);
    }
    let default = if context.writes_to_screen() { Format::Table } else { Format::Plain };
    let document = || {
        let document = report.document();
        if context.output.details { document } else { document.brief() }
    };
    let text = match context.output.format().unwrap_or(default) {
        Format::Table => render::table(&document(), context.screen()),
        Format::Plain => render::plain(&report.document()),
        Format::Json => render::json(report),
        Format::Jsonl => render::jsonl(report),
        Format::Csv => render::csv(report),
        Format::Markdown => render::markdown(&document()),
        Format::Html => render::html(&document()),
    };
    write(&text, context)
}

/// That a bare value has no format.
pub(super) fn check(output: &OutputArguments) -> Result<(), Failure> {
    if output.field.is_none() || output.format().is_none() {
        return Ok(());
    }
    let message = "`--field` prints bare values, which `--format` cannot change";
    Err(Failure::usage(message, "leave one of them out"))
}

/// Prints a text with one format, which `--format` and `--field` cannot change.
pub(super) fn print_fixed(
    what: &'static str,
    context: &Context<'_>,
    text: impl FnOnce() -> String,
) -> Result<(), Failure> {
    let output = context.output;
    let flags = [("--format", output.format().is_some()), ("--field", output.field.is_some())];
    match flags.into_iter().find(|(_, is_given)| *is_given) {
        Some((flag, _)) => Err(Failure::usage(
            format!("{what} has one form, which `{flag}` cannot change"),
            format!("leave `{flag}` out"),
        )),
        None => write(&text(), context),
    }
}

/// Writes a text to standard output, in the pager where it is longer than the screen, or whole or not
/// at all to the file of `--output`.
pub(super) fn write(text: &str, context: &Context<'_>) -> Result<(), Failure> {
    if context.writes_to_screen() && pager::show(text, context.terminal) {
        return Ok(());
    }
    let mut target = open(context)?;
    match target.write_all(text.as_bytes()) {
        Ok(()) => finish(target, context),
        Err(error) => check_closed_pipe(error, context),
    }
}

/// The failure of a write; a closed pipe is none, as its reader has seen enough.
pub(super) fn check_closed_pipe(source: io::Error, context: &Context<'_>) -> Result<(), Failure> {
    match source.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::Write { name: context.output.name(), source }),
    }
}

/// Opens standard output or the file of `--output`.
pub(super) fn open(context: &Context<'_>) -> Result<Target, Failure> {
    match context.output.file() {
        None => Ok(Target::screen()),
        Some(path) => Target::of_file(path)
            .map_err(|source| Failure::Write { name: context.output.name(), source }),
    }
}

/// Moves the whole answer to its place, and says so.
pub(super) fn finish(target: Target, context: &Context<'_>) -> Result<(), Failure> {
    let has_other_names = target.has_other_names();
    if let Err(error) = target.finish() {
        return check_closed_pipe(error, context);
    }
    if context.output.file().is_some() {
        let others = if has_other_names { "; its other names keep what was there" } else { "" };
        context.note(&format!("wrote {}{others}\n", printable(&context.output.name())));
    }
    Ok(())
}
