//! What is left after taxes of the pay that a step leads to.

use super::step_to::StepTo;
use crate::data::Tables;
use crate::engine::TakeHomeError;
use crate::engine::contract::billed_less_overhead;
use crate::engine::tax::{AppliedLaw, Earnings, Law, gross_of_pay};
use crate::profile::{Employment, Fact, Profile, Work};
use crate::quantity::Dollars;

/// The highest pay that anything is asked of.
const MOST: f64 = 10_000_000.0;

/// What is left after taxes of the pays of a plan, by the law of the home.
#[derive(Clone, Debug)]
pub struct PlanTax<'t> {
    /// The law of the home, with the rule of the stated employer's state where that is applied.
    pub law: Law<'t>,
    /// What is left of the pay now, a year.
    pub now: Dollars,
    tables: &'t Tables,
    profile: Profile,
    gross_of_pay: f64,
}

impl<'t> PlanTax<'t> {
    /// The taxes of a profile.
    ///
    /// # Errors
    /// When the home is a territory.
    pub(super) fn new(
        tables: &'t Tables,
        profile: &Profile,
        now: Dollars,
    ) -> Result<Self, TakeHomeError> {
        let law = AppliedLaw::new(tables, profile)?.law;
        let gross_of_pay = gross_of_pay(tables, profile);
        let profile = profile.clone();
        let mut taxes = Self { law, now, tables, profile, gross_of_pay };
        taxes.now = taxes.left(&taxes.law, now);
        Ok(taxes)
    }

    /// The pay a year that leaves so much, to the dollar.
    pub(super) fn pay_that_leaves(&self, left: Dollars) -> Dollars {
        let (mut low, mut high) = (left.get(), MOST);
        while high - low > 0.5 {
            let middle = f64::midpoint(low, high);
            let is_enough = self.left(&self.law, amount(middle)) >= left;
            (low, high) = if is_enough { (low, middle) } else { (middle, high) };
        }
        amount(high.ceil())
    }

    /// What is left of the pay that a step leads to, a year.
    pub(super) fn after(&self, step: StepTo, pay: Dollars) -> Dollars {
        match step {
            StepTo::Contract(rate) => {
                let work = Work {
                    employment: Some(Employment::Contract),
                    hourly_rate: Some(rate),
                    ..*self.profile.work()
                };
                let profit = billed_less_overhead(self.tables, &work).unwrap_or(pay);
                // A contractor's work is taxed at home alone.
                let law = Law { other: None, ..self.law.clone() };
                amount(law.left(Earnings::profit(profit.get())))
            }
            StepTo::Employer(place) => {
                let there = self.tables.salaries.get(place).ok();
                let person = there.map(|wages| self.profile.with(Fact::Employer(wages)));
                let law = person.and_then(|one| AppliedLaw::new(self.tables, &one).ok());
                self.left(law.as_ref().map_or(&self.law, |applied| &applied.law), pay)
            }
            _ => self.left(&self.law, pay),
        }
    }

    fn left(&self, law: &Law<'t>, pay: Dollars) -> Dollars {
        let gross = pay.get() * self.gross_of_pay;
        let is_contract = self.profile.work().is_contract();
        let earned = if is_contract { Earnings::profit(gross) } else { Earnings::wages(gross) };
        amount(law.left(earned))
    }
}

/// What is left, never below 0.
fn amount(left: f64) -> Dollars {
    Dollars::new(left.max(0.0)).unwrap_or(Dollars::ZERO)
}
