use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Args, Command};
use clap_complete::{Shell, generate};

use crate::cli::{context::Context, failure::Failure, output, tables};
use crate::data::{TABLE_NAMES, Tables};
use crate::profile::{Key, TableName};

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell that will complete
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// The script with which a shell completes flags and the names of the tables.
pub(crate) fn run(
    command: &CompletionsArguments,
    program: Command,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let tables = &tables::read(context)?;
    output::print_fixed("a completion script", context, || {
        let mut script = Vec::new();
        generate(command.shell, &mut described(program, tables), "mbc-calc", &mut script);
        // clap_complete 4.6.11 writes the hyphen of the program in two ways for bash, so that no flag
        // of a command is found.
        String::from_utf8_lossy(&script).replace("mbc__subcmd__calc", "mbc__calc")
    })
}

/// The command line with the values that the tables know. Only scripts are generated from it: facts
/// are parsed as text, so that one reader validates them wherever they come from.
fn described(command: Command, tables: &Tables) -> Command {
    let names: Vec<_> = command
        .get_subcommands()
        .map(|sub| PossibleValue::new(sub.get_name().to_owned()))
        .collect();
    command.mut_subcommands(|sub| {
        let own = sub.get_name().to_owned();
        sub.mut_args(|arg| {
            let values = match (own.as_str(), arg.get_id().as_str()) {
                ("explain", "term") => terms(tables),
                ("man", "command") => names.clone(),
                _ => values(tables, &arg),
            };
            with_values(arg, values)
        })
        .mut_subcommands(|inner| {
            inner.mut_args(|arg| {
                let values = match arg.get_id().as_str() {
                    "table" | "tables" => TABLE_NAMES.map(PossibleValue::new).to_vec(),
                    _ => values(tables, &arg),
                };
                with_values(arg, values)
            })
        })
    })
}

fn with_values(arg: Arg, values: Vec<PossibleValue>) -> Arg {
    if values.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(values)) }
}

/// The values of a fact of the profile; none for other arguments and for numbers.
fn values(tables: &Tables, arg: &Arg) -> Vec<PossibleValue> {
    let key = Key::named(arg.get_id().as_str());
    let names = key.map_or_else(Vec::new, |key| key.names(tables));
    let value = |name: TableName<'_>| {
        let value = PossibleValue::new(one_word(&name.name));
        match name.help {
            Some(help) => value.help(help.to_owned()),
            None => value,
        }
    };
    names.into_iter().map(value).collect()
}

fn terms(tables: &Tables) -> Vec<PossibleValue> {
    tables.terms.iter().map(|term| PossibleValue::new(term.id.clone()).help(&term.name)).collect()
}

/// The letters and digits of a name, with a hyphen between words: a shell splits words at spaces, and
/// the reader of a fact accepts hyphens in their place.
fn one_word(name: &str) -> String {
    let words = name
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect::<String>());
    words.collect::<Vec<_>>().join("-")
}
