//! How a career unfolds: a walk through its stages, simulated month by month.
//!
//! `docs/METHOD.md`, "The career", has the rules and where they come from.
//!
//! ```text
//!  Profile ──▶ standing, aims ──▶ Course ──┐  (months)
//!  Tables  ──▶ Wages, outlook ─────────────┼▶ simulation ──▶ Timeline (percentiles)
//!  seed    ──▶ Luck ───────────────────────┘
//! ```

mod assumptions;
mod course;
mod luck;
mod outlook;
mod quantiles;
mod simulation;
mod standing;
mod summary;
mod timeline;
mod wages;

pub use assumptions::{AssumedValue, Assumption};
pub use outlook::{Counterfactual, CounterfactualKind, Outlays};
pub use quantiles::Outcome;
pub(super) use quantiles::{of_amounts, of_months, share_by};
pub use simulation::{Milestone, Settings};
pub(super) use simulation::{Simulation, simulate};
pub use standing::{Aims, aims, standing};
pub use summary::timeline;
pub use timeline::{BreakEven, CareerYear, CausalGain, Reached, Timeline};
pub(super) use wages::at_first_job;
