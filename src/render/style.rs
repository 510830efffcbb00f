//! What a screen can show, and the few colors there are.

use anstyle::{AnsiColor, Style as Ansi};

/// Whether a text may hold escape sequences that color it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Characters only: for a pipe, a file, or when `NO_COLOR` is set.
    Plain,
    /// With escape sequences: for a terminal. Nothing is said by color alone.
    Color,
}

/// What the screen can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How many columns there are.
    pub width: usize,
    /// Whether color is wanted.
    pub style: Style,
    /// Whether lines may be drawn.
    pub lines: Lines,
}

/// What may be drawn: lines under headers, and small pictures next to numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// A line under each header, and pictures.
    Drawn,
    /// Pictures of plain characters: for a file.
    Ascii,
    /// Nothing: for a screen reader, which would spell it out.
    None,
}

/// How words are set apart where there is color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Bold.
    Strong,
    /// Dimmed.
    Faint,
    /// Bold and red.
    Error,
    /// Bold and yellow.
    Warning,
}

impl Style {
    /// The words with escape sequences around them, or as they are.
    pub(super) fn paint(self, paint: Paint, words: &str) -> String {
        let ansi = match paint {
            Paint::Strong => Ansi::new().bold(),
            Paint::Faint => Ansi::new().dimmed(),
            Paint::Error => AnsiColor::BrightRed.on_default().bold(),
            Paint::Warning => AnsiColor::Yellow.on_default().bold(),
        };
        match self {
            Self::Plain => words.to_owned(),
            Self::Color => format!("{ansi}{words}{ansi:#}"),
        }
    }
}
