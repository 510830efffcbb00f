//! How an answer is written, as flags of every command.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputArguments {
    /// How to answer [default: table on a terminal, plain in a pipe or file]
    #[arg(long, global = true, value_name = "FORMAT", conflicts_with = "field")]
    pub(super) format: Option<Format>,
    /// Print one bare value, such as pay.p50
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) field: Option<String>,
    /// Write to a file, whole or not at all
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// When to color
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Show all that is known: how the answer came about, its assumptions and sources
    #[arg(long, global = true)]
    pub(super) details: bool,
    /// Print only the answer and errors
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

impl OutputArguments {
    /// The name of where the answer goes.
    pub(super) fn name(&self) -> String {
        self.file().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }

    /// The file to write to; `-` is standard output, and so is its name as a device.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| path.as_os_str() != "-" && *path != Path::new("/dev/stdout"))
    }
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: aligned columns
    Table,
    /// For cut and awk: tab-separated lines
    Plain,
    /// For programs
    Json,
    /// For programs that read a line at a time: one record a line
    Jsonl,
    /// For spreadsheets: a header and one row a record
    Csv,
    /// For documents: headings, paragraphs and tables in Markdown
    Markdown,
}

/// When color is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    Always,
    Never,
}

/// Parses one of several names, each with its help and what it means; an error suggests the nearest.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
    choices: impl IntoIterator<Item = (&'static str, &'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    let choices: Vec<_> = choices.into_iter().collect();
    let value = |(name, help, _): &(&'static str, &'static str, T)| {
        let value = PossibleValue::new(name);
        if help.is_empty() { value } else { value.help(*help) }
    };
    PossibleValuesParser::new(choices.iter().map(value)).try_map(move |typed| {
        let found = choices.iter().find(|(name, ..)| *name == typed);
        found.map(|&(.., meaning)| meaning).ok_or_else(|| format!("`{typed}` is not known"))
    })
}
