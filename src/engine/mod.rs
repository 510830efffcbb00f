//! The model: pure functions from tables and a profile to an answer.
//!
//! `docs/METHOD.md` has every formula with its source. Nothing here reads a file, rounds or prints.
//!
//! ```text
//!  Profile ──▶ combination ─┐ what the person adds: d, r
//!          ──▶ pay_scale ───┼▶ pay ──▶ Estimate (figures, scenarios, levels, steps, grade)
//!  Tables ──────────────────┘
//! ```

mod combination;
mod estimate;
mod grade;
mod pay;
mod pay_scale;
mod step;

pub use combination::{Combined, Overlap, StatedFactor, combine, level_effect};
pub use estimate::{Estimate, ScenarioPay, estimate};
pub use grade::{Grade, GradeReason, Graded, Shortcoming};
pub use pay::{Spread, pay};
pub use pay_scale::{Scenario, scenarios};
pub use step::{Step, StepKind};
