//! Profiles side by side: the parts of a difference add up to it, the figures are those of
//! `estimate`, and every way to write profiles down gives the same answer.

mod careers;
mod laws;
mod program;
mod texts;

use mbc_calc::engine::{Comparison, compare};
use mbc_calc::profile::ProfileSet;
use proptest::prelude::ProptestConfig;

use crate::support::{TABLES, cases};

fn comparison(set: &ProfileSet) -> Comparison<'static> {
    let profiles = set.profiles(&TABLES).unwrap_or_else(|errors| panic!("{}", errors[0]));
    compare(&TABLES, &profiles[0], &profiles[1..])
}

/// Enough cases to find what fails one time in a hundred.
fn config() -> ProptestConfig {
    cases(512)
}
