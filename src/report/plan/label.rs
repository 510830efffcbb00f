//! A step by name.

use crate::data::Tables;
use crate::engine::plan::PlanStep;
use crate::report::words::step_words;

/// A step with the specialty or role that it counts on.
pub(super) fn label(tables: &Tables, step: &PlanStep) -> String {
    let words = step_words(tables, step.step);
    match step.leads_to {
        Some(level) => {
            format!("{words}, then {}", tables.specialties.get(level).id.replace('-', " "))
        }
        None => words,
    }
}
