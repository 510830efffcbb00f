//! The standard streams, and what the terminal can show.

use std::io::{IsTerminal as _, Write as _, stderr, stdin, stdout};

use super::options::Color;
use crate::data::is_unprintable;
use crate::render::{Lines, Screen, Style};

/// Which standard streams are terminals, and what the terminal can show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    pub(super) stdin_is_tty: bool,
    pub(super) stdout_is_tty: bool,
    pub(super) stderr_is_tty: bool,
    ability: Ability,
    width: Option<usize>,
}

/// What the terminal can show, or is asked to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ability {
    /// Lines and color.
    Full,
    /// No color, by `NO_COLOR`.
    NoColor,
    /// Characters alone, by `TERM=dumb`.
    Dumb,
}

impl Terminal {
    /// Lines longer than this are hard to read.
    const MAX_WIDTH: usize = 100;

    /// Reads the process's streams and environment once.
    pub(super) fn detect() -> Self {
        let ability = if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            Ability::Dumb
        } else if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            Ability::NoColor
        } else {
            Ability::Full
        };
        Self {
            stdin_is_tty: stdin().is_terminal(),
            stdout_is_tty: stdout().is_terminal(),
            stderr_is_tty: stderr().is_terminal(),
            ability,
            width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        }
    }

    /// Whether a line on standard error can be overwritten, as progress is.
    pub(super) fn can_redraw(&self) -> bool {
        self.stderr_is_tty && self.ability != Ability::Dumb
    }

    /// The screen, if the answer is shown on it; else a file, without lines and as wide as is read well.
    pub(super) fn screen(&self, color: Color, is_shown: bool) -> Screen {
        let width = self.width.filter(|_| is_shown).unwrap_or(Self::MAX_WIDTH);
        let lines = match self.ability {
            Ability::Dumb => Lines::None,
            Ability::Full | Ability::NoColor if is_shown => Lines::Drawn,
            Ability::Full | Ability::NoColor => Lines::Ascii,
        };
        Screen { width: width.clamp(1, Self::MAX_WIDTH), style: self.style(color, is_shown), lines }
    }

    /// Whether text is colored.
    pub(super) fn style(&self, color: Color, is_shown: bool) -> Style {
        match color {
            Color::Always => Style::Color,
            Color::Auto if is_shown && self.ability == Ability::Full => Style::Color,
            Color::Auto | Color::Never => Style::Plain,
        }
    }
}

/// Writes a message to standard error; a failure is ignored, since there is nowhere to report it.
pub(super) fn print_message(message: &str) {
    let _ = stderr().write_all(message.as_bytes());
}

/// A text without the control characters that a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_unprintable(c) { '\u{FFFD}' } else { c }).collect()
}
