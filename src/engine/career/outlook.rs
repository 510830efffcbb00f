//! What a career is measured against, and what it costs.

use super::wages::{at_first_job, by_month};
use crate::data::{CareerNumber, CostItem, Occupation, Tables};
use crate::profile::{CareerStage, Profile, Program, Study};
use crate::quantity::{Dollars, Experience, Factor, Percentile, PlaceCode};

/// What the person would earn without the career.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterfactual {
    /// Where it comes from.
    pub kind: CounterfactualKind,
    /// The pay now, in dollars a year.
    pub now: Dollars,
    /// By month: the pay of that month in dollars of the wages' year.
    pub(in crate::engine) by_month: Vec<f64>,
}

/// Where the pay without the career comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CounterfactualKind {
    /// The stated present pay, which grows at a stated rate.
    CurrentSalary,
    /// The pay that three in four workers of all occupations at a place exceed; it grows with
    /// experience as pay in the field does, from zero.
    EntryPay(PlaceCode),
}

impl Counterfactual {
    pub(in crate::engine) fn new(tables: &Tables, profile: &Profile, months: u32) -> Self {
        if let Some(salary) = profile.work().pay {
            let growth = tables.career.number(CareerNumber::CounterfactualGrowth).value;
            let at = |month| salary.get() / 12.0 * growth_factor(growth, month);
            return Self {
                kind: CounterfactualKind::CurrentSalary,
                now: salary,
                by_month: (0..months).map(at).collect(),
            };
        }
        let home = profile.home().unwrap_or(PlaceCode::NATION);
        let wages = |place| tables.occupations.get(Occupation::AllOccupations, place);
        let (place, row) = match wages(home) {
            Ok(row) => (home, row),
            Err(_) => (PlaceCode::NATION, tables.occupations.nation(Occupation::AllOccupations)),
        };
        let entry =
            row.pay.percentiles.at(Percentile::P25).times(profile.work().full_time_equivalent());
        let stated = at_first_job(tables, profile).stated();
        let weight = tables.combination.covariance.weights(stated).of(Factor::Experience);
        let climb = by_month(tables, Experience::default().years(), weight, months);
        let start = climb.first().copied().unwrap_or(1.0);
        Self {
            kind: CounterfactualKind::EntryPay(place),
            now: entry,
            by_month: climb.iter().map(|at| entry.get() / 12.0 * at / start).collect(),
        }
    }
}

impl Counterfactual {
    /// What a year, from 1, brings when prices rise so fast a year.
    pub(super) fn in_year(&self, year: u32, inflation: f64) -> f64 {
        let months = (year - 1) * 12..year * 12;
        let pay = |month: u32| self.by_month.get(month as usize).copied().unwrap_or(0.0);
        months.map(|month| pay(month) * growth_factor(inflation, month)).sum()
    }
}

/// How fast prices rise a year, where amounts are asked for in dollars of their year.
pub(super) fn inflation(tables: &Tables, profile: &Profile) -> Option<f64> {
    let is_asked = profile.plan().nominal == Some(true);
    is_asked.then(|| tables.prices.inflation(tables.salaries.dollars_of))
}

/// What so much growth a year makes of a dollar by a month from now.
pub(super) fn growth_factor(rate: f64, month: u32) -> f64 {
    libm::pow(1.0 + rate, f64::from(month) / 12.0)
}

/// What the way into the field and the stay in it cost, in dollars of now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryCosts {
    /// The program; nothing for who is past it.
    pub tuition: f64,
    /// Code books; nothing for who is past the program.
    pub books: f64,
    /// One exam with a second attempt.
    pub exam: f64,
    /// Dues a year, from the exam on.
    pub membership: f64,
    /// Whether the present work stops during the program and the preparation for the exam.
    pub stops_working: bool,
}

impl EntryCosts {
    pub(in crate::engine) fn new(tables: &Tables, profile: &Profile) -> Self {
        let cost = |item| tables.costs.amount(item).get();
        let plan = profile.plan();
        let newcomer = super::career_stage(tables, profile) == CareerStage::Newcomer;
        let program = match plan.program {
            Some(Program::Accelerated) => CostItem::AcceleratedTuition,
            _ => CostItem::Tuition,
        };
        let of_newcomers = |amount: f64| if newcomer { amount } else { 0.0 };
        Self {
            tuition: of_newcomers(plan.tuition.map_or_else(|| cost(program), Dollars::get)),
            books: of_newcomers(cost(CostItem::Books)),
            exam: cost(CostItem::Exam),
            membership: cost(CostItem::Membership),
            stops_working: newcomer && plan.study == Some(Study::FullTime),
        }
    }
}
