//! The model: pure functions from tables and a profile to an answer.
//!
//! `docs/METHOD.md` has every formula with its source. Nothing here reads a file, rounds or prints.
//!
//! ```text
//!  Profile ──▶ combination ─┐ what the person adds: d, r
//!          ──▶ pay_scale ───┼▶ pay ──▶ Figures ──▶ Estimate (with steps, overlaps, reasons)
//!  Tables ──────────────────┘                              └▶ Comparison (several of them)
//!  Figures, Taxes ──▶ tax (federal, state, local, two states) ──▶ TakeHomeAnswer
//!  Profile, Tables ──▶ career (simulated month by month) ──▶ Timeline ──▶ verdict (judged)
//! ```

pub mod career;
mod claims;
mod combination;
mod comparison;
mod contract;
mod estimate;
mod evidence;
mod example_people;
mod figures;
mod grade;
mod local_wages;
mod my_pay;
mod occupation_wages;
mod pay;
mod pay_scale;
pub mod plan;
mod programs;
mod ranking;
mod sources;
mod step;
pub mod tax;
mod timeline_comparison;
pub mod verdict;

pub use career::{Timeline, timeline};
pub use claims::{
    Agreement, CheckedClaim, CheckedKind, ClaimOutcome, GraduatePay, KnownBias, ModelSays,
    check_accuracy, check_claims, check_kinds,
};
pub use combination::Overlap;
pub use comparison::{Cause, Compared, Comparison, Contribution, compare};
pub use contract::{Contract, Rank, StatedRate};
pub use estimate::{Estimate, estimate};
pub use example_people::example_pay;
pub use figures::{Estimator, Figures, ScenarioPay};
pub use grade::{Grade, GradeReason, Shortcoming};
pub use local_wages::{AreaWithoutWages, LocalWages, local_wages};
pub use my_pay::{MyPay, PayRank};
pub use occupation_wages::{OccupationWages, StandIn, occupation_wages};
pub use pay::{NarrowedPay, Spread};
pub use pay_scale::Scenario;
pub use plan::{NextStep, StepTo, next_steps};
pub use programs::{
    LocalOutcomes, NotRanked, OutcomesOf, ProgramRanking, ProgramRankingRequest, ProgramSort,
    Ranked, RankedRows, StateRanking, UnrankedProgram, UnrankedState, local_outcomes,
    program_ranking, state_ranking,
};
pub use ranking::{
    CareerRanking, CareerRankingRequest, CareerSort, FigureAge, Order, PlaceOf, RankBy,
    RankedCareer, RankedGroup, RankedLevel, Ranking, RankingError, RankingRequest, SortFigure,
    SortedAmount, SortedPoint, Unanswered, UnrankedCareer, career_ranking, ranking,
};
pub use step::{Step, StepKind};
pub use tax::{PayAfterTax, TakeHomeAnswer, TakeHomeError, take_home};
pub(crate) use timeline_comparison::COMPARED_YEARS;
pub use timeline_comparison::{ComparedTimeline, TimelineComparison, compare_timelines};
pub use verdict::{Verdict, verdict, verdict_without_flips, verdicts};
