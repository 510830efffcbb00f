//! Take-home pay: worked examples, a grid computed apart from this program, and laws.

use mbc_calc::data::{Filing, TaxYear, Taxes};
use mbc_calc::engine::tax::{Earnings, Law};
use mbc_calc::quantity::PlaceCode;

mod arithmetic;
mod grid;
mod independent;
mod laws;
mod other_answers;
mod replay;
mod worked_examples;

fn code(state: &str) -> PlaceCode {
    PlaceCode::new(state).expect("a state has a code of two letters")
}

/// The law of 2026 for one person at home in a state.
fn law<'t>(taxes: &'t Taxes, home: &str) -> Law<'t> {
    Law {
        taxes,
        year: TaxYear::Of2026,
        filing: Filing::Single,
        home: (!home.is_empty()).then(|| code(home)),
        other: None,
        local: Vec::new(),
    }
}

/// What is left of wages at home, in dollars.
fn left(law: &Law<'_>, wages: f64) -> f64 {
    law.take_home(Earnings::wages(wages)).left()
}
