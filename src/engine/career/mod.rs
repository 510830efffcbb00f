//! How a career unfolds: a walk through its stages, simulated month by month.
//!
//! `docs/METHOD.md`, "The career", has the rules and where they come from.
//!
//! ```text
//!  Profile ──▶ stage, aims ──▶ StageDurations ──┐  (months)
//!  Tables  ──▶ Wages, outlook ──────────────────┼▶ simulation ──▶ Timeline (percentiles)
//!  seed    ──▶ Sobol ───────────────────────────┘
//! ```

mod assumptions;
mod career_stage;
mod outlook;
mod quantiles;
mod simulation;
mod sobol;
mod stage_durations;
mod summary;
mod timeline;
mod wages;

pub use assumptions::{AssumedValue, Assumption};
pub use career_stage::Aims;
pub(crate) use career_stage::{aims, career_stage};
pub use outlook::{Counterfactual, CounterfactualKind, EntryCosts};
pub use quantiles::Outcome;
pub(super) use quantiles::{of_amounts, of_months, share_by};
pub use simulation::{Milestone, Settings};
pub(super) use simulation::{Simulation, simulate};
pub use summary::timeline;
pub use timeline::{BreakEven, CareerYear, CausalGain, Reached, Timeline};
pub(super) use wages::at_first_job;
