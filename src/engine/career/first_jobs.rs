//! What a way into the field comes to: when a coding job is reached, and what the career brings.

use super::columns::Detail;
use super::outcome::{of_months, share_before};
use super::outlook::EntryCosts;
use super::premises::Premises;
use super::settings::Settings;
use super::simulation::Course;
use super::walk::Milestone;
use super::walk::first_attempts;
use crate::data::{CareerNumber, CostItem, Tables};
use crate::profile::Profile;

/// The first exam.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine) struct ExamTerms {
    /// The share who pass at the first attempt.
    pub(in crate::engine) first: f64,
    /// The share who pass at the first or the second.
    pub(in crate::engine) either: f64,
    /// What two attempts cost, in dollars.
    pub(in crate::engine) fee: f64,
}

/// What a way into the field comes to.
#[derive(Clone, Debug)]
pub(in crate::engine) struct FirstJobs {
    /// By career, what it brings in five and in ten years, each dollar discounted to now.
    pub(in crate::engine) gains: [Vec<f32>; 2],
    /// By career, the month of the first coding job.
    pub(in crate::engine) months: Vec<u32>,
    /// The months until it, for half of those who get one.
    pub(in crate::engine) half_by: Option<u32>,
    /// The share who have one within five years.
    pub(in crate::engine) within_five_years: f64,
    /// Program, books and exam, in dollars.
    pub(in crate::engine) cost: f64,
    /// The median pay of the first coding job, in dollars a year.
    pub(in crate::engine) first_pay: f64,
    /// The month by which half of those who get a coding job have their costs back for good.
    pub(in crate::engine) pays_back: Option<u32>,
}

/// The first exam of a profile, as its careers count it.
pub(in crate::engine) fn first_exam(premises: Premises<'_>, profile: &Profile) -> ExamTerms {
    let (first, either) = first_attempts(premises, profile);
    ExamTerms { first, either, fee: premises.cost(CostItem::Exam) }
}

/// Simulates a way into the field with an exam of its own.
pub(in crate::engine) fn first_jobs(
    tables: &Tables,
    profile: &Profile,
    settings: Settings,
    exam: &ExamTerms,
) -> FirstJobs {
    let career = tables
        .career
        .clone()
        .with_number(CareerNumber::FirstTimePass, exam.first)
        .with_number(CareerNumber::EventualPass, exam.either);
    let costs = tables.costs.clone().with(CostItem::Exam, exam.fee);
    let premises = Premises { career: &career, costs: &costs, ..Premises::new(tables) };
    let course = Course::new(premises, profile, settings, &[]);
    let columns = course.follow(Detail::Gains);
    let gains = [5, 10].map(|years_on: usize| {
        columns.years.get(years_on - 1).map_or(Vec::new(), |year| year.present_value.clone())
    });
    let jobs = columns.months(Milestone::FirstJob);
    let horizon = settings.horizon.get() * 12;
    let mut reached: Vec<u32> = jobs.iter().copied().filter(|&month| month < horizon).collect();
    let even = columns.months(Milestone::BreakEven).into_iter();
    let mut even: Vec<u32> =
        even.zip(&jobs).filter(|(_, job)| **job < horizon).map(|(even, _)| even).collect();
    let EntryCosts { tuition, books, exam, .. } = course.costs;
    // Who holds a certification has the exam behind.
    let exam = if tuition + books > 0.0 { exam } else { 0.0 };
    FirstJobs {
        gains,
        within_five_years: share_before(&jobs, 60),
        half_by: of_months(&mut reached)[1],
        cost: tuition + books + exam,
        first_pay: course.field.first_pay(),
        pays_back: of_months(&mut even)[1],
        months: jobs,
    }
}
