//! What a plan is asked for.

use super::step_to::StepKind;
use crate::quantity::{Dollars, named};

named! {
    /// What steps are put in order by.
    pub enum PlanSort {
        /// The mean gain over five years.
        Gain5 = "gain-5",
        /// The mean gain over ten years.
        Gain10 = "gain-10",
        /// The pay then.
        Pay = "pay",
        /// The cost, the lowest first.
        Cost = "cost",
        /// The months until it takes effect, the fewest first.
        Months = "months",
        /// The months until its cost is back, the fewest first.
        Payback = "payback",
    }
}

/// What a plan is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanRequest {
    /// Steps of one kind only.
    pub by: Option<StepKind>,
    /// What they are put in order by.
    pub sort: PlanSort,
    /// The most that a step or a way may cost.
    pub budget: Option<Dollars>,
    /// The most months that it may take.
    pub months: Option<u32>,
    /// The pay a year to reach.
    pub target: Option<Dollars>,
    /// What is to be left of the pay a year after taxes, in place of the pay.
    pub target_take_home: Option<Dollars>,
    /// A rate that one could bill as a contractor, in dollars an hour.
    pub contract: Option<Dollars>,
    /// How many steps are shown.
    pub top: usize,
}

impl Default for PlanRequest {
    /// Every kind, by the gain over five years, ten steps.
    fn default() -> Self {
        Self {
            by: None,
            sort: PlanSort::Gain5,
            budget: None,
            months: None,
            target: None,
            target_take_home: None,
            contract: None,
            top: 10,
        }
    }
}

impl PlanRequest {
    /// Whether a way to a pay is asked for, before taxes or after them.
    #[must_use]
    pub fn seeks_a_pay(&self) -> bool {
        self.target.is_some() || self.target_take_home.is_some()
    }

    /// Whether nothing is asked for but an order and a number of steps.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self { sort: self.sort, top: self.top, ..Self::default() }
    }
}
