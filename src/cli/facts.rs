//! The facts of a profile as flags, made from the table of facts. Each is taken as text, so that one
//! reader judges it however it arrives.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, value_parser};

use crate::profile::{Draft, Group, Key};

/// The flag for a file of facts.
const FILE: &str = "profile";

/// A command that takes facts.
pub(super) trait Question {
    /// Its name.
    const NAME: &'static str;

    /// The facts that its answer depends on.
    const GROUPS: &'static [Group];
}

macro_rules! questions {
    ($($(#[$doc:meta])* $question:ident = $name:literal, [$($group:ident),+];)+) => { $(
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $question;

        impl Question for $question {
            const NAME: &'static str = $name;
            const GROUPS: &'static [Group] = &[$(Group::$group),+];
        }
    )+ };
}

questions! {
    /// `estimate`.
    Estimate = "estimate", [Pay, Taxes];
    /// `explain`.
    Explain = "explain", [Pay, Taxes];
    /// `rank`.
    Rank = "rank", [Pay, Taxes];
    /// `take-home`.
    TakeHome = "take-home", [Pay, Taxes];
    /// `compare`.
    Compare = "compare", [Pay, Taxes, Career];
    /// `timeline`.
    Timeline = "timeline", [Pay, Taxes, Career];
    /// `verdict`.
    Verdict = "verdict", [Pay, Career, You];
    /// `batch`, of which every row can be asked anything.
    Batch = "batch", [Pay, Career, You];
}

/// The facts that were typed for a command, and the file that they win over.
#[derive(Debug)]
pub(super) struct Facts<Q> {
    typed: Vec<(Key, String)>,
    file: Option<PathBuf>,
    question: PhantomData<Q>,
}

impl<Q> Facts<Q> {
    /// The file that states the others.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether no fact and no file is stated.
    pub(super) const fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.file.is_none()
    }

    /// The facts that were typed, in the order of the flags.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.typed.iter().map(|&(key, _)| key)
    }

    /// The draft with the facts of the flags.
    pub(super) fn stated<'t>(&'t self, draft: Draft<'t>) -> Draft<'t> {
        self.typed.iter().fold(draft, |draft, (key, text)| draft.state(*key, text.as_str()))
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
        Q::GROUPS.iter().fold(command, |command, &group| {
            let command = command.args(keys(group).map(|key| flag(key, Q::NAME)));
            if group == Group::Pay { command.arg(file_flag()) } else { command }
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
            file: matches.get_one(FILE).cloned(),
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

/// The flag of a fact.
fn flag(key: Key, command: &str) -> Arg {
    let row = key.row();
    let flag = Arg::new(row.name)
        .long(key.word())
        .value_name(row.value_name)
        .allow_negative_numbers(row.is_signed)
        .hide_short_help(row.rare_in.contains(&command));
    let flag = match row.alias {
        Some(alias) => flag.alias(alias.replace('_', "-")),
        None => flag,
    };
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

fn file_flag() -> Arg {
    let flag = Arg::new(FILE).long(FILE).value_name("FILE").value_parser(value_parser!(PathBuf));
    let help = "Facts from a TOML or JSON file (`-`: standard input); flags win";
    described(flag, help, Some("The keys are the names of the flags, with underscores."))
}

fn described(flag: Arg, help: &'static str, more: Option<&str>) -> Arg {
    match more {
        Some(more) => flag.help(help).long_help(format!("{help}\n\n{more}")),
        None => flag.help(help),
    }
}
