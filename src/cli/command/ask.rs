use std::io::{BufRead, Write as _, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use super::verdict;
use crate::cli::interview::{Answers, Dialogue, Ended, draft};
use crate::cli::target::Target;
use crate::cli::terminal::print_message;
use crate::cli::{context::Context, failure::Failure, input, tables};
use crate::data::Tables;
use crate::profile::Key;

#[derive(Debug, Args)]
pub(crate) struct AskArguments {
    /// Take the answers from a file, one a line (`-`: standard input)
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
}

/// Eight questions, then the verdict, and the command that repeats it.
pub(crate) fn run(command: &AskArguments, context: &Context<'_>) -> Result<(), Failure> {
    let say = |text: &str| {
        if !(context.output.quiet && command.answers.is_some()) {
            print_message(text);
        }
    };
    match &command.answers {
        Some(path) => {
            let text = input::text_of(path)?;
            let dialogue = Dialogue::new(text.as_bytes(), say, Answers::Written);
            interview(dialogue, &input::name(path), context)
        }
        None if context.terminal.stdin_is_tty => {
            let dialogue = Dialogue::new(stdin().lock(), say, Answers::Typed);
            interview(dialogue, "the keyboard", context)
        }
        None => Err(Failure::usage(
            "`ask` asks at a terminal, and standard input is not one",
            "give the answers with `--answers FILE`, or the facts as flags to `mbc-calc verdict`",
        )),
    }
}

fn interview<R: BufRead, W: FnMut(&str)>(
    mut dialogue: Dialogue<R, W>,
    source: &str,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let facts = dialogue.ask(tables).map_err(|ended| failure(ended, source))?;
    answer(tables, &facts, context)?;
    let read_failed = |error| failure(Ended::Read(error), source);
    let command = format!("\nThe same question as one command:\n  {}\n", command_line(&facts));
    let request = "Save your answers as a profile? Type a file name such as me.toml [no]: ";
    let path = dialogue.request(&format!("{command}{request}")).map_err(read_failed)?;
    dialogue.close();
    match path.as_deref() {
        None | Some("" | "n" | "no") => Ok(()),
        Some(path) => save(Path::new(path), &facts, context),
    }
}

fn answer(tables: &Tables, facts: &[(Key, String)], context: &Context<'_>) -> Result<(), Failure> {
    let profile = draft(facts).career(tables)?;
    context.warn(None, &profile.career_notices(tables));
    verdict::print(tables, &profile, context).map(|_| ())
}

fn failure(ended: Ended, source: &str) -> Failure {
    match ended {
        Ended::Before(number) => Failure::usage(
            format!("the answers end before question {number} of 8"),
            "an empty line takes the default",
        ),
        Ended::Refused(number, why) => Failure::usage(
            format!("answer {number} cannot be used: {why}"),
            "mend it and try again",
        ),
        Ended::Read(error) => Failure::Read { name: source.to_owned(), source: error },
    }
}

/// The command that asks the same.
fn command_line(facts: &[(Key, String)]) -> String {
    let flags = facts.iter().map(|(key, value)| format!(" {} {}", key.flag(), quoted(value)));
    format!("mbc-calc verdict{}", flags.collect::<String>())
}

/// A value as a shell reads it.
fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.,/+:".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) {
        return value.to_owned();
    }
    format!("'{}'", value.replace('\'', r"'\''"))
}

/// Saves the facts as a profile, unless the file exists.
fn save(path: &Path, facts: &[(Key, String)], context: &Context<'_>) -> Result<(), Failure> {
    let name = path.display().to_string();
    if path.symlink_metadata().is_ok() {
        return Err(Failure::usage(
            format!("`{name}` exists, and stays as it is"),
            "save under another name",
        ));
    }
    // Every value is one that a profile understands, so it holds no character that TOML escapes in
    // another way.
    let lines = facts.iter().map(|(key, value)| format!("{} = {value:?}\n", key.name()));
    let text: String = lines.collect();
    let mut target =
        Target::of_file(path).map_err(|source| Failure::Write { name: name.clone(), source })?;
    target
        .write_all(text.as_bytes())
        .and_then(|()| target.finish())
        .map_err(|source| Failure::Write { name: name.clone(), source })?;
    context.note(&format!("saved; ask again with: mbc-calc verdict --profile {}\n", quoted(&name)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_safe_to_paste() {
        let facts = [(Key::State, "New York".to_owned()), (Key::Certs, "CPC,CRC".to_owned())];
        assert_eq!(command_line(&facts), "mbc-calc verdict --state 'New York' --certs CPC,CRC");
        assert_eq!(quoted("$(x) it's"), r"'$(x) it'\''s'");
    }
}
