//! The model: pure functions from tables and a profile to an answer.
//!
//! `docs/METHOD.md` has every formula with its source. Nothing here reads a file, rounds or prints.
//!
//! ```text
//!  Profile ──▶ combination ─┐ what the person adds: d, r
//!          ──▶ pay_scale ───┼▶ pay ──▶ Figures ──▶ Estimate (with steps, overlaps, reasons)
//!  Tables ──────────────────┘                              └▶ Comparison (several of them)
//!  Profile, Tables ──▶ career (simulated month by month) ──▶ Timeline ──▶ verdict (judged)
//! ```

pub mod career;
mod combination;
mod comparison;
pub mod contract;
mod estimate;
mod evidence;
mod example_people;
mod figures;
mod grade;
mod pay;
mod pay_scale;
mod ranked_levels;
mod ranking;
mod ranking_choices;
mod ranking_error;
mod step;
pub mod verdict;

pub use career::{Timeline, timeline};
pub use combination::{Combined, Overlap, StatedFactor, combine, level_effect};
pub use comparison::{Compared, Comparison, Contribution, compare};
pub use estimate::{Estimate, estimate};
pub use example_people::example_pay;
pub use figures::{Estimator, Figures, ScenarioPay};
pub use grade::{Grade, GradeReason, Shortcoming};
pub use pay::{NarrowedPay, Spread};
pub use pay_scale::{Scenario, scenarios};
pub use ranking::{RankedGroup, RankedLevel, Ranking, Unanswered, ranking};
pub use ranking_choices::{Order, RankBy, RankingRequest, SortFigure, SortedAmount, SortedPoint};
pub use ranking_error::RankingError;
pub use step::{Step, StepKind};
pub use verdict::{Answer, Verdict, verdict, verdicts};
