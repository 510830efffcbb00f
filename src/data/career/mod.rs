//! The tables of a career in the field: its parameters, what it costs, the criteria of a verdict, and
//! the market facts that answers quote.

mod costs;
mod criterion_measure;
mod market;
mod parameters;
mod verdicts;

pub use costs::{Cost, CostItem, Costs};
pub use criterion_measure::{CriterionMeasure, Threshold};
pub use market::{FactValue, Market, MarketFact};
pub use parameters::{Career, CareerNumber, CareerRule, CareerSpan, NumberUnit, Stated};
pub use verdicts::{Criterion, CriterionKind, QuotedFact, Stance, Verdicts};
