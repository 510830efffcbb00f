//! What graduates of certificate and associate programs earn: at a place, and which programs and
//! states come first.

mod outcomes;
mod program_ranking;
mod ranked;
mod state_ranking;

pub(super) use outcomes::newcomer_outcomes;
pub use outcomes::{LocalOutcomes, OutcomesOf, local_outcomes};
pub use program_ranking::{ProgramRanking, UnrankedProgram, program_ranking};
pub use ranked::{ProgramRankingRequest, ProgramSort, Ranked, RankedRows};
pub use state_ranking::{NotRanked, StateRanking, UnrankedState, state_ranking};
