//! Whether the career is worth it: people of whom the answer is known, and the rules behind it.

mod fixtures;
mod flip_points;
mod rules;

use mbc_calc::data::Tables;
use mbc_calc::profile::{Draft, Key, Profile};
use mbc_calc::quantity::Trait;

/// A profile of facts such as `state=MS`.
fn profile(tables: &Tables, facts: &str) -> Profile {
    let draft = facts.split_whitespace().fold(Draft::default(), |draft, fact| {
        let (name, text) = fact.split_once('=').unwrap();
        draft.state(Key::named(name).unwrap(), text.replace('+', " "))
    });
    draft.profile(tables).unwrap()
}

/// The facts of someone whom the work suits in every way.
fn suited(facts: &str) -> String {
    Trait::ALL.into_iter().fold(facts.to_owned(), |facts, the| {
        let said = if the == Trait::Company { "no" } else { "yes" };
        format!("{facts} {}={said}", the.name())
    })
}
