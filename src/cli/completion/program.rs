//! The command line with what each word can be.

use std::ffi::OsStr;

use clap::{Arg, Command};
use clap_complete::{ArgValueCompleter, CompletionCandidate};

use super::fields::of_command;
use super::offers::{begun_with, of_fact};
use super::variations::of_variation;
use crate::data::{TABLE_NAMES, Tables};
use crate::profile::Key;

/// The program with an offer for every word that the tables or the program know; `typed` are the
/// words so far.
pub(super) fn offering(program: Command, typed: &[&str]) -> Command {
    let commands: Vec<String> =
        program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let command = typed.iter().find(|word| commands.iter().any(|command| command == *word));
    let command = command.map(|word| (*word).to_owned());
    let fields = completer(move |tables, typed| of_command(tables, command.as_deref(), typed));
    program.mut_arg("field", |arg| arg.add(fields)).mut_subcommands(|sub| {
        let (name, commands) = (sub.get_name().to_owned(), commands.clone());
        sub.mut_args(|arg| with_offer(&name, &commands, arg))
            .mut_subcommands(|inner| inner.mut_args(|arg| with_offer(&name, &commands, arg)))
    })
}

fn with_offer(command: &str, commands: &[String], arg: Arg) -> Arg {
    let id = arg.get_id().as_str();
    let offer = match (command, id) {
        (_, "words") => {
            let takes_stage = command == "verdict";
            completer(move |tables, typed| {
                let mut offers = of_fact(tables, Key::State, typed);
                if takes_stage {
                    offers.extend(of_fact(tables, Key::Stage, typed));
                }
                offers
            })
        }
        ("explain", "word") => completer(explained),
        ("man" | "help", "command") => {
            let commands = commands.to_vec();
            completer(move |_, typed| {
                begun_with(typed, commands.iter().map(|name| (name.clone(), None)))
            })
        }
        ("data", "table" | "tables") => completer(|_, typed| {
            let names = TABLE_NAMES.into_iter().filter(|name| name.starts_with(typed));
            names.map(CompletionCandidate::new).collect()
        }),
        ("compare", "vs") => completer(of_variation),
        _ => match Key::named(id) {
            Some(key) => completer(move |tables, typed| of_fact(tables, key, typed)),
            None => return arg,
        },
    };
    arg.add(offer)
}

/// The words that `explain` knows: those of the answers, credentials, specialties, workplaces and
/// places.
fn explained(tables: &Tables, typed: &str) -> Vec<CompletionCandidate> {
    let terms = tables.terms.iter().map(|term| (term.id.clone(), Some(term.name.clone())));
    let taxes = ("take-home".to_owned(), Some("each tax of a pay, step by step".to_owned()));
    let mut offers = begun_with(typed, terms.chain([taxes]));
    for key in [Key::Certs, Key::Specialty, Key::Setting, Key::Role, Key::Education, Key::State] {
        if !typed.contains(',') {
            offers.extend(of_fact(tables, key, typed));
        }
    }
    offers
}

/// What offers words from the built-in tables.
fn completer(
    offer: impl Fn(&Tables, &str) -> Vec<CompletionCandidate> + Send + Sync + 'static,
) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        typed.to_str().map_or_else(Vec::new, |typed| offer(&crate::built_in(), typed))
    })
}
