//! The answer to `take-home`, and what other answers say of it.

mod document;
mod explanation;
mod in_short;
mod json;
mod left_out;
mod parts;
mod steps;
mod two_states;

pub use explanation::TakeHomeExplanation;
pub(super) use in_short::{in_one_line, law_in_short, left_cells, notes_in_short};
pub(super) use json::{law_sources, left_of, take_home_at};
pub(super) use parts::dollars;
