//! How a career unfolds: a walk through its stages, simulated month by month.
//!
//! `docs/METHOD.md`, "The career", has the rules and where they come from.
//!
//! ```text
//!  Profile ──▶ stage, aims ──▶ Durations, Coins ──▶ Walker ──┐  (months)
//!  Tables  ──▶ FieldPay, Outside, EntryCosts ────────────────┼▶ Ledger ──▶ Columns ──▶ Timeline
//!  seed    ──▶ Sobol ────────────────────────────────────────┘            (percentiles)
//! ```

mod after_tax;
mod assumptions;
mod career_stage;
mod changes;
mod columns;
mod first_job;
mod first_jobs;
mod ledger;
mod outcome;
mod outlook;
mod pay;
mod premises;
mod present;
mod ranks;
mod sensitivity;
mod settings;
mod simulation;
mod summary;
mod timeline;
mod walk;

pub use assumptions::{AssumedValue, Assumption};
pub use career_stage::Aims;
pub(crate) use career_stage::{aims, career_stage};
pub(super) use changes::{
    Draws, Followed, Leg, PayThen, Rates, Since, follow_changes, median_month, share_within,
};
pub(super) use first_job::at_first_job;
pub(super) use first_jobs::{ExamTerms, FirstJobs, first_exam, first_jobs};
pub use outcome::Outcome;
pub(super) use outcome::{of_amounts, of_months, share_before};
pub(super) use outlook::lost_in_vain;
pub use outlook::{Counterfactual, CounterfactualKind, EntryCosts};
pub(super) use premises::Premises;
pub use present::StatedRank;
pub use sensitivity::sensitivity;
pub use settings::Settings;
pub(super) use simulation::{Course, entry_pay, simulate, without_now};
pub use summary::timeline;
pub use timeline::{
    BestCase, BreakEven, CareerAfterTax, CareerYear, CausalGain, Gain, Progress, ProgressGain,
    Reached, Sensitivity, Timeline,
};
pub use walk::Milestone;
pub(super) use walk::{Walks, attempts_of, further_exam};
