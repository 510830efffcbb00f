//! Contract work beside employment (`docs/METHOD.md`, "Contract work and part-time").
//!
//! What a contractor bills, less overhead, pays the wage and the employer's half of the payroll tax:
//!
//! pay = rate × hours × billable × (1 − overhead) / (1 + tax)

use crate::data::{CareerNumber, Tables};
use crate::profile::Work;
use crate::quantity::{Dollars, WeeklyHours};

const WEEKS: f64 = 52.0;

/// The pay in employment that leaves the same as the stated rate, in dollars a year.
#[must_use]
pub fn net_of_rate(tables: &Tables, work: &Work) -> Option<Dollars> {
    work.hourly_rate.map(|rate| rate.times(kept_of_an_hour(tables) * hours(work)))
}

/// The hourly rate that leaves the same as a pay in employment of so many dollars a year.
#[must_use]
pub fn rate_of_pay(tables: &Tables, work: &Work, pay: Dollars) -> Dollars {
    pay.times(1.0 / (kept_of_an_hour(tables) * hours(work)))
}

/// What a stated rate bills in a year, in dollars.
#[must_use]
pub fn billed(tables: &Tables, work: &Work) -> Option<Dollars> {
    let billable = tables.career.number(CareerNumber::ContractBillableShare).value;
    work.hourly_rate.map(|rate| rate.times(billable * hours(work)))
}

/// Working hours a year.
fn hours(work: &Work) -> f64 {
    work.hours.unwrap_or(WeeklyHours::FULL_TIME).get() * WEEKS
}

/// What is left of a dollar of the rate for each hour worked, billed or not.
fn kept_of_an_hour(tables: &Tables) -> f64 {
    let number = |number| tables.career.number(number).value;
    number(CareerNumber::ContractBillableShare) * (1.0 - number(CareerNumber::ContractOverhead))
        / (1.0 + number(CareerNumber::PayrollTax))
}
