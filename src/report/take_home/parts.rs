//! Amounts, names and sources of what is taken and left.

use crate::data::{LawEvidence, SourceIndex, Tables};
use crate::engine::PayAfterTax;
use crate::engine::tax::{AmountLeft, TaxPart};
use crate::quantity::{Change, Dollars, PlaceCode};
use crate::report::document::Figure;
use crate::report::words::capitalized;

/// An amount that may be below 0, where more is paid out than is owed.
pub(super) fn money(amount: f64) -> Figure {
    match Dollars::new(amount) {
        Ok(dollars) => Figure::Dollars(dollars),
        Err(_) => Figure::Change(Change::new(amount).unwrap_or_default()),
    }
}

/// What is left of an amount, never below 0.
pub(super) fn kept(amount: &AmountLeft) -> Dollars {
    dollars(amount.left)
}

/// An amount, 0 where it is below.
pub(crate) fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount.max(0.0)).unwrap_or(Dollars::ZERO)
}

/// The name of a state at the beginning of a sentence.
pub(super) fn capital(tables: &Tables, state: PlaceCode) -> String {
    capitalized(&tables.geography.in_sentence(state))
}

/// The name of a tax, with the state where it is a state's.
pub(super) fn label(answer: &PayAfterTax<'_>, part: &TaxPart<'_>) -> String {
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

/// The sources of rows of law, each once.
pub(super) fn sources(evidence: &[&LawEvidence]) -> Vec<SourceIndex> {
    let mut all: Vec<_> = evidence.iter().flat_map(|row| row.sources.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
