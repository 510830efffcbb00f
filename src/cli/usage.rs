//! What clap finds wrong with the words of the command line, said like every other error.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{Failure, UsageCode};
use super::terminal::printable;
use crate::data::{Quoted, nearest};
use crate::profile::why_none;

/// The failure that clap reports of these words, the first of which is the program.
pub(super) fn failure(error: &clap::Error, program: &Command, words: &[OsString]) -> Failure {
    let words: Vec<String> =
        words.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let typed = Typed::new(program, &words);
    let text = |kind| text(error, kind);
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let flag = named(&argument);
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument if flag.starts_with('-') => typed.unknown_flag(&flag),
        ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument => {
            let word = text(ContextKind::InvalidSubcommand).unwrap_or(argument);
            typed.unknown_word(&word)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let message = format!("`{flag}` needs a value{}", typed.source_of(&flag));
            bad_value(&flag, message, values(error).map(|all| format!("it is one of {all}")))
        }
        ErrorKind::InvalidValue => {
            let message =
                format!("`{flag}` cannot be {}{}", Quoted(&value), typed.source_of(&flag));
            let near = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(all)) => {
                    nearest(&value, all.iter().map(String::as_str)).map(str::to_owned)
                }
                _ => None,
            };
            let near = near.map(|near| format!("did you mean `{near}`?"));
            let all = values(error).map(|all| format!("it is one of {all}"));
            bad_value(&flag, message, near.or(all))
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            let message = format!("`{flag}` cannot be {}: {why}", Quoted(&value));
            bad_value(&flag, message, None)
        }
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg).unwrap_or_default();
            let other = named(&other);
            let message = if other == flag || other.is_empty() {
                format!("`{flag}` is there twice")
            } else {
                format!("`{flag}` and `{other}` cannot both be there")
            };
            Failure::usage(message, "leave one of them out")
        }
        ErrorKind::MissingRequiredArgument => {
            let message = format!("`{}` needs `{flag}`", typed.name);
            Failure::usage(message, typed.more_help())
        }
        ErrorKind::NoEquals => Failure::usage(
            format!("a value of `{flag}` comes after `=`"),
            format!("write `{flag}=yes`"),
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let message = format!("`{}` needs to know what to do", typed.name);
            Failure::usage(message, format!("it is one of {}", names(typed.command).join(", ")))
        }
        ErrorKind::InvalidUtf8 => {
            Failure::usage("a word of the command line is not text in UTF-8", typed.more_help())
        }
        _ => {
            let message = error.to_string();
            let first = message.lines().next().unwrap_or_default();
            Failure::usage(first.trim_start_matches("error: ").to_owned(), typed.more_help())
        }
    }
}

/// The name alone of a flag or of a word, which clap writes with its value or in brackets.
fn named(argument: &str) -> String {
    let name = argument.split([' ', '=']).next().unwrap_or_default();
    name.trim_end_matches('.').trim_matches(['<', '>', '[', ']']).to_owned()
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}

/// The values that a flag takes, where they can be listed.
fn values(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::ValidValue)? {
        ContextValue::Strings(all) if !all.is_empty() => Some(all.join(", ")),
        _ => None,
    }
}

fn bad_value(flag: &str, message: String, hint: Option<String>) -> Failure {
    let field = Some(flag.trim_start_matches('-').replace('-', "_"));
    Failure::Usage { code: UsageCode::BadValue, message, field, hint }
}

fn names(command: &Command) -> Vec<&str> {
    let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
    shown.map(Command::get_name).collect()
}

/// The words that were typed, and the command among them.
struct Typed<'a> {
    program: &'a Command,
    words: &'a [String],
    /// The last command that the words name, or the program.
    command: &'a Command,
    /// Its name with those above it.
    name: String,
}

impl<'a> Typed<'a> {
    fn new(program: &'a Command, words: &'a [String]) -> Self {
        let (mut command, mut name) = (program, program.get_name().to_owned());
        for word in words {
            if let Some(inner) = command.find_subcommand(word) {
                command = inner;
                name = format!("{name} {}", inner.get_name());
            } else if std::ptr::eq(command, program) || !command.has_subcommands() {
                break;
            }
        }
        Self { program, words, command, name }
    }

    fn more_help(&self) -> String {
        format!("`{} --help` lists what it takes", self.name)
    }

    /// Where a value comes from, if no word has its flag.
    fn source_of(&self, flag: &str) -> String {
        let is_typed =
            self.words.iter().any(|word| word == flag || word.starts_with(&format!("{flag}=")));
        let argument = self.command.get_arguments().chain(self.program.get_arguments());
        let mut argument = argument.filter(|argument| argument.get_long() == flag.get(2..));
        let variable = argument.find_map(clap::Arg::get_env).filter(|_| !is_typed);
        variable.map_or_else(String::new, |name| format!(" (from `{}`)", name.to_string_lossy()))
    }

    fn unknown_flag(&self, flag: &str) -> Failure {
        let word = flag.trim_start_matches('-');
        let failure = |message, hint| Failure::Usage {
            code: UsageCode::UnknownFlag,
            message,
            field: Some(word.replace('-', "_")),
            hint: Some(hint),
        };
        let others: Vec<_> = self
            .program
            .get_subcommands()
            .filter(|other| !std::ptr::eq(*other, self.command) && has_flag(other, word))
            .collect();
        // The command that knows most of what was typed is most likely meant.
        let known = |command: &Command| {
            let typed = self.words.iter().filter_map(|word| word.strip_prefix("--"));
            let named = typed.filter_map(|word| word.split('=').next());
            named.filter(|word| has_flag(command, word)).count()
        };
        let mut best = None;
        for other in &others {
            if best.is_none_or(|best| known(other) > known(best)) {
                best = Some(*other);
            }
        }
        let Some(best) = best else {
            if let Some(why) = why_none(word) {
                let message = format!("`{}` has no flag {}: {why}", self.name, Quoted(flag));
                return failure(message, "add `--filing joint` for that".to_owned());
            }
            let message = format!("`{}` has no flag {}", self.name, Quoted(flag));
            let own: Vec<_> =
                self.command.get_arguments().filter_map(clap::Arg::get_long).collect();
            let near = nearest(word, own).map(|near| format!("did you mean `--{near}`?"));
            return failure(message, near.unwrap_or_else(|| self.more_help()));
        };
        let listed = others.iter().map(|other| format!("`{}`", other.get_name()));
        let listed = listed.collect::<Vec<_>>();
        let listed = match listed.as_slice() {
            [before @ .., last] if !before.is_empty() => {
                format!("{} and {last}", before.join(", "))
            }
            all => all.concat(),
        };
        let message = if std::ptr::eq(self.command, self.program) {
            format!("`{flag}` comes after a command: it is a flag of {listed}")
        } else {
            format!("`{flag}` is a flag of {listed}, not of `{}`", self.command.get_name())
        };
        failure(message, format!("did you mean `{}`?", self.line(best)))
    }

    /// The same words for another command.
    fn line(&self, command: &Command) -> String {
        let is_named = |word: &&String| self.program.find_subcommand(word.as_str()).is_some();
        let named = self.words.iter().find(is_named);
        let rest = self.words.iter().filter(|word| named.is_none_or(|named| *word != named));
        let rest = rest.map(|word| format!(" {}", shell_word(word)));
        let name = match named.filter(|_| std::ptr::eq(self.command, self.program)) {
            Some(named) => named,
            None => command.get_name(),
        };
        format!("{} {name}{}", self.program.get_name(), rest.collect::<String>())
    }

    fn unknown_word(&self, word: &str) -> Failure {
        if !self.command.has_subcommands() {
            let message = format!("{} is one word too many for `{}`", Quoted(word), self.name);
            return Failure::usage(message, self.more_help());
        }
        let all = names(self.command);
        let every = self.command.get_subcommands().map(Command::get_name);
        let hint = nearest(word, every).map_or_else(
            || format!("it is one of {}", all.join(", ")),
            |near| format!("did you mean `{} {near}`?", self.name),
        );
        Failure::Usage {
            code: UsageCode::UnknownCommand,
            message: format!("`{}` has no command {}", self.name, Quoted(word)),
            field: None,
            hint: Some(hint),
        }
    }
}

fn has_flag(command: &Command, word: &str) -> bool {
    command.get_arguments().any(|argument| {
        argument.get_long() == Some(word)
            || argument.get_all_aliases().is_some_and(|aliases| aliases.contains(&word))
    })
}

/// A word as a shell takes it, without what a terminal would obey.
pub(super) fn shell_word(word: &str) -> String {
    let word = &printable(word);
    let is_safe = |c: char| c.is_alphanumeric() || "-_=./,:+@%".contains(c);
    if !word.is_empty() && word.chars().all(is_safe) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}
