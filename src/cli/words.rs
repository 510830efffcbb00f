//! Facts that are typed without a flag: where one lives, and the stage of life.

use super::failure::Failure;
use crate::data::{Quoted, Tables};
use crate::profile::{Draft, Group, Key, ProblemCode, ProfileProblem};

/// The facts that words without a flag state; words that belong together need no quotes.
pub(super) fn facts(
    words: &[String],
    groups: &[Group],
    tables: &Tables,
) -> Result<Vec<(Key, String)>, Failure> {
    let mut facts: Vec<(Key, String)> = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let mut phrases = (1..=rest.len()).rev().map(|count| (count, rest[..count].join(" ")));
        let stated = phrases
            .find_map(|(count, phrase)| Some((count, key(&phrase, groups, tables)?, phrase)));
        let Some((count, key, phrase)) = stated else {
            return Err(unknown(rest, groups, tables));
        };
        if let Some((_, other)) = facts.iter().find(|(other, _)| *other == key) {
            let (one, two) = (Quoted(other), Quoted(&phrase));
            let message = format!("{one} and {two} both say `{}`", key.flag());
            return Err(Failure::usage(message, "leave one of them out, or give it its own flag"));
        }
        facts.push((key, phrase));
        rest = &rest[count..];
    }
    Ok(facts)
}

/// The fact that a phrase states by itself.
fn key(phrase: &str, groups: &[Group], tables: &Tables) -> Option<Key> {
    let keys = [Key::State, Key::Stage].into_iter().filter(|key| groups.contains(&key.group()));
    keys.into_iter().find(|&key| is_value(key, phrase, tables))
}

/// Whether a fact can be this, whatever else is needed with it.
fn is_value(key: Key, phrase: &str, tables: &Tables) -> bool {
    use ProblemCode::{NoWages, OutOfRange, UnknownName, UnknownPlace};
    let read = Draft::default().state(key, phrase).career(tables);
    let wrong = |problem: &ProfileProblem| {
        matches!(problem.code, NoWages | OutOfRange | UnknownName | UnknownPlace)
    };
    !read.is_err_and(|errors| errors.problems.iter().any(wrong))
}

/// That a word is neither, with what it could be.
fn unknown(words: &[String], groups: &[Group], tables: &Tables) -> Failure {
    const MEANT: [Key; 7] = [
        Key::Certs,
        Key::Specialty,
        Key::Setting,
        Key::Role,
        Key::Education,
        Key::Stage,
        Key::Metro,
    ];
    let takes_stage = groups.contains(&Group::You);
    let or_stage = if takes_stage { " and no stage of life" } else { "" };
    let message = format!("{} is no state{or_stage}", Quoted(&words[0]));
    let flag = (1..=words.len()).rev().find_map(|count| {
        let phrase = words[..count].join(" ");
        let key = MEANT.into_iter().find(|&key| is_value(key, &phrase, tables))?;
        let phrase = if count > 1 { format!("\"{phrase}\"") } else { phrase };
        Some(format!("did you mean `{} {phrase}`?", key.flag()))
    });
    let near = || tables.geography.find(&words.join(" ")).err().and_then(|unknown| unknown.hint);
    let hint = flag.or_else(near).unwrap_or_else(|| {
        let stage = if takes_stage { ", or a stage of life, such as graduate" } else { "" };
        format!("write a state, such as Ohio{stage}; all else has a flag")
    });
    Failure::usage(message, hint)
}
