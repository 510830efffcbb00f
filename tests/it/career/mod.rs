//! The career: what must hold for every simulation, and what it must come to when nothing is left
//! to chance.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests may fail like the tests")]
#![expect(
    clippy::disallowed_methods,
    reason = "powers are worked out another way than the model's"
)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "months are few"
)]

mod arithmetic;
mod convergence;
mod durations;
mod independent;
mod laws;
mod people;
mod worked;

use mbc_calc::data::{CareerNumber, CareerSpan, Tables};
use mbc_calc::engine::career::{Milestone, Outcome, Reached};
use mbc_calc::engine::{Timeline, timeline};
use mbc_calc::quantity::Triangular;

use crate::support::{TABLES, assert_close, profile};

fn ask<'t>(tables: &'t Tables, facts: &str) -> Timeline<'t> {
    timeline(tables, &profile(tables, facts))
}

/// The shares that succeed at each step of a career.
const COINS: [CareerNumber; 10] = [
    CareerNumber::Completion,
    CareerNumber::FirstTimePass,
    CareerNumber::EventualPass,
    CareerNumber::Placement,
    CareerNumber::Adjacent,
    CareerNumber::AdjacentToCoding,
    CareerNumber::RemoteShare,
    CareerNumber::SpecialtyShare,
    CareerNumber::RoleShare,
    CareerNumber::FurtherPass,
];

fn with_number(tables: &Tables, number: CareerNumber, value: f64) -> Tables {
    Tables { career: tables.career.clone().with_number(number, value), ..tables.clone() }
}

/// The tables under which every step succeeds and nobody leaves.
fn without_risk(tables: &Tables) -> Tables {
    let none = [CareerNumber::Leaving, CareerNumber::Displaced].map(|number| (number, 0.0));
    let certain = COINS.map(|number| (number, 1.0)).into_iter().chain(none);
    let career = certain
        .fold(tables.career.clone(), |career, (number, value)| career.with_number(number, value));
    Tables { career, ..tables.clone() }
}

/// The tables under which every stage lasts as long as is likeliest.
fn without_variety(tables: &Tables) -> Tables {
    let career = CareerSpan::ALL.into_iter().fold(tables.career.clone(), |career, span| {
        let mode = career.span(span).value.mode();
        career.with_span(span, Triangular::fixed(mode).expect("a likeliest duration is one"))
    });
    Tables { career, ..tables.clone() }
}

/// The three percentiles and the mean.
fn figures<T: Copy>(outcome: &Outcome<T>, get: impl Fn(T) -> f64) -> [f64; 4] {
    [outcome.p10, outcome.p50, outcome.p90, outcome.mean].map(get)
}

/// The answer about a milestone that lies ahead.
fn reached(answer: &Timeline, milestone: Milestone) -> Reached {
    let found = answer.milestones.iter().find(|reached| reached.milestone == milestone);
    *found.unwrap_or_else(|| panic!("`{}` does not lie ahead", milestone.name()))
}
