//! Contract work compared with employment (`docs/METHOD.md`, "Contract work and part-time").
//!
//! What a contractor bills, less overhead, pays the wage and the employer's half of the payroll tax:
//!
//! pay = rate × hours × billable × (1 − overhead) / (1 + tax)

use crate::data::{CareerNumber, SourceIndex, Stated, Tables};
use crate::profile::Work;
use crate::quantity::{Dollars, LogQuantiles, Pay, Percentile, Share, normal_cdf};

/// What a contractor has to bill to be left with the pay of employees, and what a stated rate
/// leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contract<'t> {
    /// The working hours of a year, billed or not.
    pub hours: f64,
    /// The share of them that is billed.
    pub billable: f64,
    /// The share of what is billed that pays for the work itself.
    pub overhead: f64,
    /// The employer's half of the payroll tax, as a share of the pay that is left.
    pub payroll_tax: f64,
    /// The rate in dollars an hour that leaves each figure of the pay.
    pub rate: Pay,
    /// What that rate bills, in dollars a year.
    pub billed: Pay,
    /// What becomes of the rate that the person states.
    pub stated: Option<StatedRate>,
    /// The rows that the numbers come from: what is billed, overhead, payroll tax.
    pub assumptions: [&'t Stated<f64>; 3],
}

/// What becomes of a stated rate, in dollars a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedRate {
    /// The rate, in dollars an hour.
    pub rate: Dollars,
    /// What it bills.
    pub billed: Dollars,
    /// What overhead takes of that.
    pub overhead: Dollars,
    /// What the employer's half of the payroll tax takes.
    pub payroll_tax: Dollars,
    /// The pay in employment that leaves the same.
    pub leaves: Dollars,
    /// Its rank among employees like the person.
    pub rank: Rank,
}

/// The rank of an amount among the pays of employees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rank {
    /// Fewer than one in ten earn less.
    BelowP10,
    /// This share earns less.
    At(Share),
    /// More than nine in ten earn less.
    AboveP90,
}

impl<'t> Contract<'t> {
    /// The contract that leaves a pay in employment, where the work is a contractor's.
    pub(super) fn new(tables: &'t Tables, work: &Work, pay: &Pay) -> Option<Self> {
        if !work.is_contract() {
            return None;
        }
        let assumptions = [
            CareerNumber::ContractBillableShare,
            CareerNumber::ContractOverhead,
            CareerNumber::PayrollTax,
        ]
        .map(|number| tables.career.number(number));
        let [billable, overhead, payroll_tax] = assumptions.map(|row| row.value);
        let rate = pay.times(1.0 / (kept_of_an_hour(tables) * work.hours_a_year()));
        Some(Self {
            hours: work.hours_a_year(),
            billable,
            overhead,
            payroll_tax,
            rate,
            billed: rate.times(billable * work.hours_a_year()),
            stated: stated(tables, work, pay),
            assumptions,
        })
    }

    /// The sources of the numbers of a contract, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceIndex> {
        let rows = self.assumptions.into_iter();
        let mut sources: Vec<_> =
            rows.flat_map(|row| row.evidence.sources.iter().copied()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}

fn stated(tables: &Tables, work: &Work, pay: &Pay) -> Option<StatedRate> {
    let rate = work.hourly_rate?;
    let leaves = net_of_rate(tables, work)?;
    let number = |number| tables.career.number(number).value;
    let billed = rate.times(number(CareerNumber::ContractBillableShare) * work.hours_a_year());
    Some(StatedRate {
        rate,
        billed,
        overhead: billed.times(number(CareerNumber::ContractOverhead)),
        payroll_tax: leaves.times(number(CareerNumber::PayrollTax)),
        leaves,
        rank: rank(pay, leaves),
    })
}

/// The rank of an amount in a pay, linear in the normal score and the log of pay between the five
/// percentiles.
fn rank(pay: &Pay, amount: Dollars) -> Rank {
    if amount < pay.percentiles.at(Percentile::P10) {
        return Rank::BelowP10;
    }
    let known = LogQuantiles::new(&pay.percentiles);
    let score = known.score_of(libm::log(amount.get().max(0.01)));
    match Share::new(normal_cdf(score)) {
        Ok(share) if amount <= pay.percentiles.at(Percentile::P90) => Rank::At(share),
        _ => Rank::AboveP90,
    }
}

/// The pay in employment that leaves the same as the stated rate, in dollars a year.
pub(super) fn net_of_rate(tables: &Tables, work: &Work) -> Option<Dollars> {
    work.hourly_rate.map(|rate| rate.times(kept_of_an_hour(tables) * work.hours_a_year()))
}

/// What the stated rate brings in a year, less overhead, before any tax.
pub(super) fn billed_less_overhead(tables: &Tables, work: &Work) -> Option<Dollars> {
    let number = |number| tables.career.number(number).value;
    let kept = number(CareerNumber::ContractBillableShare)
        * (1.0 - number(CareerNumber::ContractOverhead));
    work.hourly_rate.map(|rate| rate.times(kept * work.hours_a_year()))
}

/// What is left of a dollar of the rate for each hour worked, billed or not.
fn kept_of_an_hour(tables: &Tables) -> f64 {
    let number = |number| tables.career.number(number).value;
    number(CareerNumber::ContractBillableShare) * (1.0 - number(CareerNumber::ContractOverhead))
        / (1.0 + number(CareerNumber::PayrollTax))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outer_percentiles_are_within_the_range() {
        let tables = crate::built_in();
        let pay = tables.salaries.nation().pay;
        let near = |percentile, offset: f64| {
            let amount = pay.percentiles.at(percentile).get() + offset;
            rank(&pay, Dollars::new(amount).unwrap())
        };
        let share = |rank| match rank {
            Rank::At(share) => share.get(),
            other => panic!("{other:?}"),
        };
        assert!((share(near(Percentile::P10, 0.0)) - 0.1).abs() < 1e-6);
        assert!((share(near(Percentile::P90, 0.0)) - 0.9).abs() < 1e-6);
        assert_eq!(near(Percentile::P10, -0.01), Rank::BelowP10);
        assert_eq!(near(Percentile::P90, 0.01), Rank::AboveP90);
    }
}
