//! The standard streams, and what the terminal can show.

use std::io::{IsTerminal as _, Write as _, stderr, stdin, stdout};
use std::num::NonZeroU16;

use anstream::{AutoStream, ColorChoice};

use super::options::Color;
use crate::data::is_unprintable;
use crate::render::{Lines, Screen, Style};

/// Which standard streams are terminals, and what the terminal can show.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is true of a stream or not")]
pub(super) struct Terminal {
    pub(super) stdin_is_tty: bool,
    pub(super) stdout_is_tty: bool,
    pub(super) stderr_is_tty: bool,
    /// Whether the terminal shows characters alone, by `TERM=dumb`.
    is_dumb: bool,
    output_has_color: bool,
    errors_have_color: bool,
    columns: Option<usize>,
    rows: Option<usize>,
}

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Errors,
    /// A file that was named.
    File,
}

impl Terminal {
    /// Lines longer than this are hard to read.
    const MAX_WIDTH: usize = 100;

    /// Reads the process's streams and environment once.
    pub(super) fn detect() -> Self {
        let size = terminal_size::terminal_size();
        Self {
            stdin_is_tty: stdin().is_terminal(),
            stdout_is_tty: stdout().is_terminal(),
            stderr_is_tty: stderr().is_terminal(),
            is_dumb: std::env::var_os("TERM").is_some_and(|term| term == "dumb"),
            output_has_color: has_color(AutoStream::choice(&stdout())),
            errors_have_color: has_color(AutoStream::choice(&stderr())),
            columns: number("COLUMNS").or(size.map(|(width, _)| usize::from(width.0))),
            rows: number("LINES").or(size.map(|(_, height)| usize::from(height.0))),
        }
    }

    /// Whether a line on standard error can be overwritten, as progress is.
    pub(super) fn can_redraw(&self) -> bool {
        self.stderr_is_tty && !self.is_dumb
    }

    /// Whether a text has more lines than the screen.
    pub(super) fn is_exceeded_by(&self, text: &str) -> bool {
        self.rows.is_some_and(|rows| text.lines().count() >= rows)
    }

    /// The screen, if the answer is shown on it; else a file, without lines and as wide as is read well.
    pub(super) fn screen(&self, color: Color, width: Option<NonZeroU16>, stream: Stream) -> Screen {
        let is_shown = stream == Stream::Output && self.stdout_is_tty;
        let lines = match is_shown {
            _ if self.is_dumb => Lines::None,
            true => Lines::Drawn,
            false => Lines::Ascii,
        };
        Screen {
            width: width.map_or_else(|| self.width(is_shown), |width| usize::from(width.get())),
            style: self.style(color, stream),
            lines,
        }
    }

    /// How wide a text is written.
    pub(super) fn width(&self, is_shown: bool) -> usize {
        let width = self.columns.filter(|_| is_shown).unwrap_or(Self::MAX_WIDTH);
        width.clamp(1, Self::MAX_WIDTH)
    }

    /// Whether text is colored.
    pub(super) const fn style(&self, color: Color, stream: Stream) -> Style {
        let by_itself = match stream {
            Stream::Output => self.output_has_color,
            Stream::Errors => self.errors_have_color,
            Stream::File => false,
        };
        match color {
            Color::Always => Style::Color,
            Color::Auto if by_itself => Style::Color,
            Color::Auto | Color::Never => Style::Plain,
        }
    }
}

/// Whether a stream has color by what `anstream` reads of it and of the environment, and by
/// `FORCE_COLOR`, which it does not read.
fn has_color(choice: ColorChoice) -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    match set("FORCE_COLOR").filter(|_| set("NO_COLOR").is_none()) {
        Some(value) => value != "0" && value != "false",
        None => choice != ColorChoice::Never,
    }
}

/// A number of the environment above 0.
fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.trim().parse().ok().filter(|&number| number > 0)
}

/// Writes a message to standard error; a failure is ignored, since there is nowhere to report it.
pub(super) fn print_message(message: &str) {
    let _ = AutoStream::always(stderr()).write_all(message.as_bytes());
}

/// A text without the control characters that a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_unprintable(c) { '\u{FFFD}' } else { c }).collect()
}
