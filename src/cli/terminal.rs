use std::io::{IsTerminal, Write as _, stderr, stdin, stdout};

use super::options::{Color, OutputArguments};
use crate::data::is_unprintable;
use crate::render::{Lines, Screen, Style};

/// What there is to read from and to write on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    input: Stream,
    output: Stream,
    messages: Stream,
    ability: Ability,
    width: Option<usize>,
}

/// What a standard stream is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    /// A person.
    Person,
    /// A pipe or a file.
    Program,
}

/// What the person's terminal can do, or is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ability {
    /// Lines and colour.
    Full,
    /// No colour, by `NO_COLOR`.
    Colourless,
    /// Characters alone, by `TERM=dumb`.
    Characters,
}

impl Stream {
    fn of(stream: &impl IsTerminal) -> Self {
        if stream.is_terminal() { Self::Person } else { Self::Program }
    }
}

impl Terminal {
    /// Lines longer than this are hard to read.
    const WIDEST: usize = 100;

    /// Looks at the process's streams and environment once.
    pub(super) fn look() -> Self {
        let ability = if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            Ability::Characters
        } else if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            Ability::Colourless
        } else {
            Ability::Full
        };
        Self {
            input: Stream::of(&stdin()),
            output: Stream::of(&stdout()),
            messages: Stream::of(&stderr()),
            ability,
            width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        }
    }

    /// Whether a person would have to type what is read from standard input.
    pub(super) fn reads_from_a_person(&self) -> bool {
        self.input == Stream::Person
    }

    /// Whether a person reads the messages.
    pub(super) fn tells_a_person(&self) -> bool {
        self.messages == Stream::Person && self.ability != Ability::Characters
    }

    /// Whether the answer goes to a person's screen.
    pub(super) fn shows(&self, to: &OutputArguments) -> bool {
        self.output == Stream::Person && to.file().is_none()
    }

    /// What the screen or file that the answer goes to can show.
    pub(super) fn screen(&self, to: &OutputArguments) -> Screen {
        let shown = self.shows(to);
        Screen {
            width: self.width.filter(|_| shown).unwrap_or(Self::WIDEST).clamp(1, Self::WIDEST),
            style: self.style(to.color, shown),
            lines: if shown && self.ability != Ability::Characters {
                Lines::Drawn
            } else {
                Lines::None
            },
        }
    }

    /// How messages on standard error are written.
    pub(super) fn error_style(&self, color: Color) -> Style {
        self.style(color, self.messages == Stream::Person)
    }

    fn style(&self, color: Color, shown: bool) -> Style {
        match color {
            Color::Always => Style::Colour,
            Color::Auto if shown && self.ability == Ability::Full => Style::Colour,
            Color::Auto | Color::Never => Style::Plain,
        }
    }
}

/// Writes a message to standard error. A failure to write it is ignored, as there is nowhere to report it.
pub(super) fn print_message(message: &str) {
    let _ = stderr().write_all(message.as_bytes());
}

/// A text without what a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_unprintable(c) { '\u{FFFD}' } else { c }).collect()
}
