//! Whether the career is worth it: people of whom the answer is known, and the rules behind it.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests may fail like the tests")]

mod fixtures;
mod flip_points;
mod rules;

use mbc_calc::quantity::WorkStyle;

/// The facts of someone whom the work suits in every way.
fn suited(facts: &str) -> String {
    WorkStyle::ALL.into_iter().fold(facts.to_owned(), |facts, the| {
        let said = if the == WorkStyle::Company { "no" } else { "yes" };
        format!("{facts} {}={said}", the.name())
    })
}
