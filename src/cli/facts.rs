//! The facts of a profile as flags, made from the table of facts. Each is taken as text, so that one
//! reader judges it however it arrives.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, value_parser};

use super::failure::Failure;
use super::usage::shell_word;
use super::words;
use crate::data::{Quoted, Tables};
use crate::profile::{Draft, Group, Key};

/// The flag for a file of facts.
const FILE: &str = "profile";

/// What names the file where no flag does.
pub(super) const FILE_VARIABLE: &str = "MBC_CALC_PROFILE";

/// The words without a flag.
const WORDS: &str = "words";

/// A command that takes facts.
pub(super) trait Question {
    /// Its name.
    const NAME: &'static str;

    /// The facts that its answer depends on.
    const GROUPS: &'static [Group];

    /// Whether facts may be typed without a flag; a command may take its words for something else.
    const TAKES_WORDS: bool;
}

macro_rules! questions {
    ($($(#[$doc:meta])* $question:ident = $name:literal, [$($group:ident),+], $words:literal;)+) => { $(
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $question;

        impl Question for $question {
            const NAME: &'static str = $name;
            const GROUPS: &'static [Group] = &[$(Group::$group),+];
            const TAKES_WORDS: bool = $words;
        }
    )+ };
}

questions! {
    /// `estimate`.
    Estimate = "estimate", [Pay, Taxes], true;
    /// `explain`.
    Explain = "explain", [Pay, Taxes], false;
    /// `rank`.
    Rank = "rank", [Pay, Taxes], true;
    /// `take-home`.
    TakeHome = "take-home", [Pay, Taxes], true;
    /// `compare`.
    Compare = "compare", [Pay, Taxes, Career], true;
    /// `timeline`.
    Timeline = "timeline", [Pay, Taxes, Career], true;
    /// `plan`.
    Plan = "plan", [Pay, Taxes, Career], true;
    /// `verdict`.
    Verdict = "verdict", [Pay, Taxes, Career, You], true;
    /// `report`.
    Report = "report", [Pay, Taxes, Career, You], true;
    /// `batch`, of which every row can be asked anything.
    Batch = "batch", [Pay, Taxes, Career, You], false;
}

/// The facts that were typed for a command, and the file that they win over.
#[derive(Debug)]
pub(super) struct Facts<Q> {
    typed: Vec<(Key, String)>,
    words: Vec<String>,
    file: Option<PathBuf>,
    /// Whether the environment names the file, and no flag.
    file_is_inherited: bool,
    question: PhantomData<Q>,
}

impl<Q> Facts<Q> {
    /// The file that states the others.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether the file is named by the environment.
    pub(super) const fn file_is_inherited(&self) -> bool {
        self.file_is_inherited
    }

    /// The facts as they were typed, for another line: ` --state OH --certs 3`.
    pub(super) fn line(&self) -> String {
        let words = self.words.iter().map(|word| format!(" {}", shell_word(word)));
        let typed = self.typed.iter().map(|(key, text)| {
            let between = if key.row().bare_value.is_some() { "=" } else { " " };
            format!(" {}{between}{}", key.flag(), shell_word(text))
        });
        words.chain(typed).collect()
    }

    /// Whether no fact and no file is stated on the command line.
    pub(super) const fn is_empty(&self) -> bool {
        let has_file = self.file.is_some() && !self.file_is_inherited;
        self.typed.is_empty() && self.words.is_empty() && !has_file
    }

    /// The facts that were typed, in the order of the flags.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.typed.iter().map(|&(key, _)| key)
    }
}

impl<Q: Question> Facts<Q> {
    /// The draft with the facts of the flags, and of the words without one.
    pub(super) fn stated<'t>(
        &'t self,
        draft: Draft<'t>,
        tables: &Tables,
    ) -> Result<Draft<'t>, Failure> {
        let by_word = words::facts(&self.words, Q::GROUPS, tables)?;
        if let Some((key, word)) = by_word.iter().find(|(key, _)| self.keys().any(|k| k == *key)) {
            let message = format!("{} and `{}` say the same", Quoted(word), key.flag());
            return Err(Failure::usage(message, "leave one of them out"));
        }
        let draft = by_word.into_iter().fold(draft, |draft, (key, word)| draft.state(key, word));
        let typed = self.typed.iter();
        Ok(typed.fold(draft, |draft, (key, text)| draft.state(*key, text.as_str())))
    }
}

impl<Q> Facts<Q> {
    /// The draft with the facts of the flags, to be kept.
    pub(super) fn stated_owned(&self, draft: Draft<'static>) -> Draft<'static> {
        self.typed.iter().fold(draft, |draft, (key, text)| draft.state(*key, text.clone()))
    }
}

impl<Q: Question> Args for Facts<Q> {
    fn augment_args(command: Command) -> Command {
        let command = if Q::TAKES_WORDS { command.arg(words_argument::<Q>()) } else { command };
        Q::GROUPS.iter().fold(command, |command, &group| {
            let command = command.args(keys(group).map(|key| flag(key, Q::NAME)));
            if group == Group::Pay { command.arg(file_flag::<Q>()) } else { command }
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<Q: Question> FromArgMatches for Facts<Q> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let text = |key: Key| Some((key, matches.get_one::<String>(key.name())?.clone()));
        Ok(Self {
            typed: Q::GROUPS.iter().copied().flat_map(keys).filter_map(text).collect(),
            words: if Q::TAKES_WORDS {
                matches.get_many(WORDS).into_iter().flatten().cloned().collect()
            } else {
                Vec::new()
            },
            file: matches.get_one(FILE).cloned(),
            file_is_inherited: matches.value_source(FILE) == Some(ValueSource::EnvVariable),
            question: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn keys(group: Group) -> impl Iterator<Item = Key> {
    Key::ALL.into_iter().filter(move |key| key.group() == group)
}

/// The flag of a fact. A page is asked for with the facts that a verdict is.
fn flag(key: Key, command: &str) -> Arg {
    let row = key.row();
    let command = if command == Report::NAME { Verdict::NAME } else { command };
    let flag = Arg::new(row.name)
        .long(key.word())
        .value_name(row.value_name)
        .allow_negative_numbers(row.is_signed)
        .hide_short_help(!row.common_in.contains(&command));
    let flag = flag.aliases(row.aliases.iter().map(|alias| alias.replace('_', "-")));
    let flag = described(flag, row.help, row.more_help);
    let flag = match row.group {
        Group::Pay => flag,
        Group::Taxes => flag.help_heading("Taxes"),
        Group::Career => flag.help_heading("Career"),
        Group::You => flag.help_heading("You"),
    };
    match row.bare_value {
        Some(value) => flag.num_args(0..=1).require_equals(true).default_missing_value(value),
        None => flag,
    }
}

fn file_flag<Q: Question>() -> Arg {
    let flag = Arg::new(FILE).long(FILE).value_name("FILE").value_parser(value_parser!(PathBuf));
    // A stream of a script must not depend on who runs it.
    let is_stream = Q::NAME == Batch::NAME;
    let flag = if is_stream { flag } else { flag.env(FILE_VARIABLE).hide_env(true) };
    let help = "Facts from a TOML or JSON file (`-`: standard input); flags win";
    let more = "The keys are the names of the flags, with underscores. `MBC_CALC_PROFILE` in the \
        environment names such a file too.";
    described(flag, help, Some(more))
}

/// The facts that need no flag.
fn words_argument<Q: Question>() -> Arg {
    let takes_stage = Q::GROUPS.contains(&Group::You);
    let (name, help) = if takes_stage {
        ("STATE|STAGE", "Where you live or your stage of life, as with `--state` and `--stage`")
    } else {
        ("STATE", "Where you live, as with `--state`")
    };
    Arg::new(WORDS).value_name(name).num_args(0..).help(help).hide_short_help(true)
}

fn described(flag: Arg, help: &'static str, more: Option<&str>) -> Arg {
    match more {
        Some(more) => flag.help(help).long_help(format!("{help}\n\n{more}")),
        None => flag.help(help),
    }
}
