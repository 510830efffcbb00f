//! What every command is given, apart from its own arguments.

use std::path::Path;

use super::options::{Format, OutputArguments};
use super::terminal::{Stream, Terminal, print_message};
use crate::data::Quoted;
use crate::profile::Notice;
use crate::render::{Screen, Style, warning_line};

/// The options that all commands share, and the terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    /// The folder of `--data`.
    pub(super) data: Option<&'a Path>,
    /// How and where the answer is written.
    pub(super) output: &'a OutputArguments,
    pub(super) terminal: &'a Terminal,
}

impl Context<'_> {
    /// Whether the answer goes to a person's screen.
    pub(super) fn writes_to_screen(&self) -> bool {
        self.terminal.stdout_is_tty && self.output.file().is_none()
    }

    /// The width, style and lines of the screen or file that the answer goes to.
    pub(super) fn screen(&self) -> Screen {
        self.terminal.screen(self.output.color(), self.output.width, self.stream())
    }

    /// How messages on standard error are written.
    pub(super) fn error_style(&self) -> Style {
        self.terminal.style(self.output.color(), Stream::Errors)
    }

    /// Where the answer goes.
    fn stream(&self) -> Stream {
        if self.output.file().is_some() { Stream::File } else { Stream::Output }
    }

    /// Writes a note to standard error, unless `--quiet` is given.
    pub(super) fn note(&self, message: &str) {
        if !self.output.quiet {
            print_message(message);
        }
    }

    /// Writes notices to standard error; `name` is that of the profile where there are several. The
    /// formats for programs hold the notices themselves.
    pub(super) fn warn(&self, name: Option<&str>, notices: &[Notice]) {
        let holds_notices =
            matches!(self.output.format(), Some(Format::Json | Format::Jsonl | Format::Csv));
        if holds_notices {
            return;
        }
        for notice in notices {
            let message = match name {
                Some(name) => format!("{}: {}", Quoted(name), notice.message),
                None => notice.message.clone(),
            };
            self.note(&warning_line(&message, notice.hint.as_deref(), self.error_style()));
        }
    }
}
