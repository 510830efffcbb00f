//! How an answer is written, as flags of every command.

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

/// Where `--format` is read from when no flag has it.
pub(super) const FORMAT_VARIABLE: &str = "MBC_CALC_FORMAT";

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that is given or not")]
pub(super) struct OutputArguments {
    /// How to write the answer [default: table on a terminal, plain in a pipe or file]
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        hide_possible_values = true,
        env = FORMAT_VARIABLE,
        hide_env = true,
        hide_short_help = true,
        help = "How to write it: table, plain, json, jsonl, csv, markdown or html",
        long_help = FORMAT_HELP
    )]
    format: Option<Format>,
    /// The same as `--format json`
    #[arg(long, global = true, overrides_with = "format", hide_short_help = true)]
    json: bool,
    /// Print these values alone, such as pay.p50 or pay.p50,grade
    ///
    /// Several values are one line with tabs between them. An item of a list is called by its id
    /// or counted from 0: milestones.remote.p50, steps.0.factor.
    #[arg(long, global = true, value_name = "PATH", hide_short_help = true)]
    pub(super) field: Option<String>,
    /// Write to a file, whole or not at all
    #[arg(long, short, global = true, value_name = "FILE", hide_short_help = true)]
    pub(super) output: Option<PathBuf>,
    /// When to use color
    ///
    /// Without it, color follows the terminal, and `NO_COLOR`, `FORCE_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`
    /// and `TERM=dumb` are obeyed.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_short_help = true
    )]
    color: Color,
    /// The same as `--color never`
    #[arg(long, global = true, overrides_with = "color", hide_short_help = true)]
    no_color: bool,
    /// Show all that is known: how the answer came about, its assumptions and sources
    #[arg(long, global = true, hide_short_help = true)]
    pub(super) details: bool,
    /// Print only the answer
    #[arg(long, short, global = true, hide_short_help = true)]
    pub(super) quiet: bool,
    /// How many columns a table may take [default: those of the terminal, at most 100]
    #[arg(long, global = true, value_name = "N", hide_short_help = true)]
    pub(super) width: Option<NonZeroU16>,
}

const FORMAT_HELP: &str = "\
How to write the answer [default: table on a terminal, plain in a pipe or file]

  table     for people: aligned columns
  plain     for cut and awk: tab-separated lines
  json      for programs
  jsonl     for programs that read a line at a time: one record a line
  csv       for spreadsheets: a header and one row a record
  markdown  for documents: headings, paragraphs and tables
  html      for a browser: one page that needs nothing else

`MBC_CALC_FORMAT` in the environment does the same; the flag wins.";

impl OutputArguments {
    /// The format, where one was chosen.
    pub(super) fn format(&self) -> Option<Format> {
        if self.json { Some(Format::Json) } else { self.format }
    }

    /// Whether the format was chosen.
    pub(super) fn has_format(&self) -> bool {
        self.format().is_some()
    }

    /// Leaves the format to the command again.
    pub(super) const fn forget_format(&mut self) {
        self.format = None;
    }

    /// When color is used.
    pub(super) const fn color(&self) -> Color {
        if self.no_color { Color::Never } else { self.color }
    }

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
    /// For people.
    Table,
    /// For cut and awk.
    Plain,
    /// For programs.
    Json,
    /// For programs that read a line at a time.
    Jsonl,
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
    /// For a browser.
    Html,
}

impl Format {
    /// Whether a program reads it, which wants errors as JSON too.
    pub(super) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}

/// When color is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless the environment forbids it
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
