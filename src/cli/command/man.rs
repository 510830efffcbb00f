use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::{context::Context, failure::Failure, output, tables};

#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// A command, such as estimate [default: the program as a whole]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// The manual page of the program or of a command, in the language of `man`.
pub(crate) fn run(
    command: &ManArguments,
    mut program: Command,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    output::print_fixed("a manual page", context, || {
        program.build();
        let version = program.get_version().unwrap_or_default().to_owned();
        let page = match &command.command {
            Some(name) => program.find_subcommand(name).cloned().unwrap_or(program),
            None => program,
        };
        // The page has the date of the tables, which change the answers; no clock is read.
        let (date, _) = tables.edition.name().split_once('+').unwrap_or_default();
        self::page(page, date, &version)
    })
}

/// A page with the parts of `--help` as its sections.
fn page(mut command: Command, date: &str, version: &str) -> String {
    let before = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let after = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let synopsis = synopsis(&mut command);
    let commands = commands(&command);
    let man = Man::new(command)
        .date(date)
        .source(concat!("mbc-calc ", env!("CARGO_PKG_VERSION")))
        .manual("mbc-calc");
    let mut page = Vec::new();
    let written = man
        .render_title(&mut page)
        .and_then(|()| man.render_name_section(&mut page))
        .and_then(|()| synopsis.to_writer(&mut page))
        .and_then(|()| section("EXAMPLES", &before).to_writer(&mut page))
        .and_then(|()| commands.to_writer(&mut page))
        .and_then(|()| man.render_options_section(&mut page))
        .and_then(|()| section("EXIT STATUS", &after).to_writer(&mut page))
        .and_then(|()| {
            Roff::new().control("SH", ["VERSION"]).text([roman(version)]).to_writer(&mut page)
        });
    written.expect("memory takes every page");
    String::from_utf8_lossy(&page).into_owned()
}

fn synopsis(command: &mut Command) -> Roff {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let name_ends = usage.find(" [").unwrap_or(usage.len());
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text([bold(&usage[..name_ends]), roman(&usage[name_ends..])]);
    roff
}

/// The section of commands; empty for a command without any.
fn commands(program: &Command) -> Roff {
    let mut roff = Roff::new();
    if !program.has_subcommands() {
        return roff;
    }
    roff.control("SH", ["COMMANDS"]);
    for command in program.get_subcommands() {
        roff.control("TP", []);
        roff.text([bold(command.get_name())]);
        roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    }
    roff.control("PP", []);
    if program.get_name() == "mbc-calc" {
        roff.text([roman("The page of a command: "), bold("mbc-calc man COMMAND")]);
    } else {
        let help = format!("mbc-calc {} COMMAND --help", program.get_name());
        roff.text([roman("More of each: "), bold(help)]);
    }
    roff
}

/// A text of `--help` as a section: indented lines are kept as they are, and `heading` replaces the
/// first line.
fn section(heading: &str, text: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for paragraph in text.split_once('\n').map_or("", |(_, rest)| rest).split("\n\n") {
        roff.control("PP", []);
        let is_indented = paragraph.starts_with(' ');
        if is_indented {
            roff.control("nf", []);
        }
        for line in paragraph.lines() {
            roff.text([roman(line.trim_start())]);
        }
        if is_indented {
            roff.control("fi", []);
        }
    }
    roff
}
