//! What graduates of programs earn and owe: in a line of other answers, and ranked.

mod outcomes;
mod program_ranking;
mod rows;
mod state_ranking;

pub(super) use outcomes::{outcomes_at, outcomes_line};
