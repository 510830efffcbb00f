//! The next step: what a person could do from where they are, what each step takes and brings, and the
//! way to a pay (`docs/METHOD.md`, "The next step").
//!
//! ```text
//!  Profile ─ in the field ──▶ PresentJob ──▶ legs of every step ──▶ career::follow_changes ─┐
//!          ─ outside ───────▶ ways in, each simulated whole ─────────────────────────────────┼▶ PlanStep, ranked
//!  Situation (where some steps lead) ──▶ search for a target ──▶ followed again ──▶ Path ────┘
//! ```

mod after_tax;
mod exam_price;
mod legs;
mod next_step;
mod path;
mod plan_step;
mod price;
mod ranked;
mod request;
mod situation;
mod step_to;
mod steps;
mod ties;
mod ways_in;

pub use after_tax::PlanTax;
pub use next_step::{NextStep, next_steps};
pub use path::{Path, PathGoal, Target};
pub use plan_step::PlanStep;
pub use price::Price;
pub use ranked::{Plan, PlanError, plan};
pub use request::{PlanRequest, PlanSort};
pub use step_to::{StepKind, StepTo};
pub use ties::PairedDifference;
