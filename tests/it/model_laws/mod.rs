//! What must hold for every profile, tried on random ones made of the tables' own names, and what
//! must hold for the grade when the tables themselves get worse.

mod grade;
mod pay;
mod people;
mod roles;
mod work;

use mbc_calc::data::Tables;
use mbc_calc::engine::{Estimate, estimate};
use mbc_calc::profile::Draft;
use proptest::prelude::ProptestConfig;

use crate::support::{TABLES, cases};

fn answer_from<'t>(tables: &'t Tables, draft: &Draft) -> Estimate<'t> {
    let profile = draft.profile(tables).unwrap_or_else(|errors| panic!("{errors}"));
    estimate(tables, &profile)
}

fn answer(draft: &Draft) -> Estimate<'static> {
    answer_from(&TABLES, draft)
}

/// Enough cases to find what fails one time in fifty.
fn config() -> ProptestConfig {
    cases(256)
}
