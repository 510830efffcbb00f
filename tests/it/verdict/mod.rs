//! Whether the career is worth it: people of whom the answer is known, and the rules behind it.

mod fixtures;
mod flip_points;
mod laws;
mod places;
mod rules;

use mbc_calc::engine::Verdict;
use mbc_calc::engine::verdict::Judged;
use mbc_calc::quantity::{LifeStage, WorkStyle};

use crate::support::{TABLES, profile};

/// The verdict on someone of these facts.
fn verdict(stage: LifeStage, facts: &str) -> Verdict<'static> {
    mbc_calc::engine::verdict(&TABLES, &profile(&TABLES, facts), stage)
}

/// What was found of a criterion.
fn criterion<'v>(verdict: &'v Verdict<'_>, id: &str) -> &'v Judged<'v> {
    let found = verdict.judgment.criteria.iter().find(|judged| judged.criterion.id == id);
    found.unwrap_or_else(|| panic!("no criterion `{id}`"))
}

/// The facts of someone whom the work suits in every way.
fn suited(facts: &str) -> String {
    WorkStyle::ALL.into_iter().fold(facts.to_owned(), |facts, the| {
        let said = if the == WorkStyle::Company { "no" } else { "yes" };
        format!("{facts} {}={said}", the.name())
    })
}
