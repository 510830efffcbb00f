//! What the words of a command line wish of its messages, read before anything can be wrong with them.

use std::ffi::{OsStr, OsString};

use clap::ValueEnum as _;

use super::options::{Color, FORMAT_VARIABLE, Format};

/// How help and errors are to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wishes {
    /// When they are colored.
    pub(super) color: Color,
    /// Whether a program reads them.
    pub(super) as_json: bool,
}

impl Wishes {
    /// The wishes of the words that the program was started with.
    pub(super) fn of(words: &[OsString]) -> Self {
        let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
        let words = words.split(|word| *word == "--").next().unwrap_or_default();
        let value = |flag: &str| {
            let after = words.iter().zip(words.iter().skip(1)).filter(|(word, _)| **word == flag);
            let joined = words.iter().filter_map(|word| word.strip_prefix(flag)?.strip_prefix('='));
            after.map(|(_, value)| *value).chain(joined).last()
        };
        let color = value("--color").and_then(|color| Color::from_str(color, false).ok());
        let variable = || std::env::var_os(FORMAT_VARIABLE).filter(|_| !words.contains(&"batch"));
        let format = value("--format").map_or_else(variable, |format| Some(format.into()));
        let format = format.as_deref().and_then(OsStr::to_str);
        let format = format.and_then(|format| Format::from_str(format, false).ok());
        Self {
            color: if words.contains(&"--no-color") {
                Color::Never
            } else {
                color.unwrap_or(Color::Auto)
            },
            as_json: words.contains(&"--json") || format.is_some_and(Format::is_json),
        }
    }
}
