//! The answer to `take-home`.

mod document;
mod json;
mod left_out;
mod two_states;

use crate::data::{SourceIndex, Tables};
use crate::engine::TakeHomeAnswer;
use crate::engine::tax::{AmountAt, TaxPart};
use crate::quantity::{Change, Dollars, PlaceCode};
use crate::report::document::Figure;

/// An amount that may be below 0, where more is paid out than is owed.
fn money(amount: f64) -> Figure {
    match Dollars::new(amount) {
        Ok(dollars) => Figure::Dollars(dollars),
        Err(_) => Figure::Change(Change::new(amount).unwrap_or_default()),
    }
}

/// What is left of an amount, never below 0.
fn kept(amount: &AmountAt<'_>) -> Dollars {
    dollars(amount.taken.left())
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount.max(0.0)).unwrap_or(Dollars::ZERO)
}

/// The name of a state at the beginning of a sentence.
fn capital(tables: &Tables, state: PlaceCode) -> String {
    let name = tables.geography.in_sentence(state);
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a tax, with the state where it is a state's.
fn label(answer: &TakeHomeAnswer<'_>, part: &TaxPart<'_>) -> String {
    let state = match part.id {
        "state" => answer.law.home,
        "other_state" => answer.law.other,
        _ => None,
    };
    match state {
        Some(state) => format!("income tax of {}", answer.tables.geography.in_sentence(state)),
        None => part.label.clone(),
    }
}

/// The sources of a part, each once.
fn sources(part: &TaxPart<'_>) -> Vec<SourceIndex> {
    let evidence = part.evidence.iter();
    let mut all: Vec<_> = evidence.flat_map(|row| row.sources.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
