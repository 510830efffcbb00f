//! What a shell offers at the Tab key. The program completes its own words: a shell starts it with
//! `MBC_CALC_COMPLETE` set, and it answers from the tables.

mod bash;
mod fields;
mod offers;
mod program;
mod variations;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Command;
use clap_complete::Shell;
use clap_complete::env::{CompleteEnv, Elvish, Fish, Powershell, Shells, Zsh};

use bash::Bash;

/// What a shell sets when it asks.
const VARIABLE: &str = "MBC_CALC_COMPLETE";

/// The name of the program, which a shell looks up as it does any command.
const NAME: &str = "mbc-calc";

const SHELLS: Shells<'static> = Shells(&[&Bash, &Elvish, &Fish, &Powershell, &Zsh]);

/// Answers a shell that asks what could follow, if one does.
pub(super) fn answer(program: impl Fn() -> Command) -> Option<ExitCode> {
    std::env::var_os(VARIABLE)?;
    let words: Vec<OsString> = std::env::args_os().collect();
    let typed = words.iter().filter_map(|word| word.to_str()).collect::<Vec<_>>();
    let folder = std::env::current_dir().ok();
    let asked = CompleteEnv::with_factory(|| program::offering(program(), &typed))
        .var(VARIABLE)
        .bin(NAME)
        .completer(NAME)
        .shells(SHELLS)
        .try_complete(words.clone(), folder.as_deref());
    match asked {
        Ok(false) => None,
        Ok(true) => Some(ExitCode::SUCCESS),
        // A shell that asks wrongly gets no offer.
        Err(_) => Some(ExitCode::from(2)),
    }
}

/// What a shell reads once so that it asks the program from then on.
pub(super) fn registration(shell: Shell) -> String {
    let shell = shell.to_string();
    let mut script = Vec::new();
    let completer = SHELLS.completer(&shell).expect("every shell of the list has a completer");
    let written = completer.write_registration(VARIABLE, NAME, NAME, NAME, &mut script);
    written.expect("memory takes every script");
    String::from_utf8(script).expect("a script is text")
}
