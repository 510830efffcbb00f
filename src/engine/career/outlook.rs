//! What a career is measured against, and what it costs.

use super::first_job::{at_first_job, at_home};
use super::pay::{Calendar, Curve, OtherJob, Stretch, growth_factor};
use super::premises::Premises;
use super::walk::Durations;
use crate::data::{CareerNumber, CostItem, Tables};
use crate::profile::{CareerStage, Profile, Program, Study};
use crate::quantity::{Dollars, PlaceCode};

/// What the person would earn without the career.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counterfactual {
    /// Where it comes from.
    pub kind: CounterfactualKind,
    /// The pay now, in dollars a year; in the middle of the range where it differs between careers.
    pub now: Dollars,
}

/// Where the pay without the career comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CounterfactualKind {
    /// The stated present pay, which grows at a stated rate.
    CurrentSalary,
    /// The pay of a medical secretary at a place at the same rank; it grows with experience as pay in
    /// the field does, from zero.
    MedicalSecretary(PlaceCode),
    /// The present job in the field going on.
    SameJob,
}

impl CounterfactualKind {
    /// Where the pay without the career comes from, for this person.
    pub(super) fn new(profile: &Profile) -> Self {
        if profile.works_in_the_field() {
            Self::SameJob
        } else if profile.work().pay.is_some() {
            Self::CurrentSalary
        } else {
            Self::MedicalSecretary(profile.home().unwrap_or(PlaceCode::NATION))
        }
    }
}

/// The pay outside the field, month by month.
#[derive(Clone, Debug)]
pub(super) enum Outside {
    /// The same in every career, by month.
    Stated(Curve),
    /// The pay of a job at the rank of the career.
    Job(OtherJob),
}

impl Outside {
    pub(super) fn new(premises: Premises<'_>, profile: &Profile, calendar: &Calendar) -> Self {
        let tables = premises.tables;
        let Some(salary) = profile.work().pay.filter(|_| !profile.works_in_the_field()) else {
            let at = at_home(profile);
            return Self::Job(OtherJob::without_certificate(tables, profile, at, calendar));
        };
        let rate = premises.number(CareerNumber::CounterfactualGrowth);
        let at = |month| salary.get() / 12.0 * growth_factor(rate, month);
        let level = vec![1.0; calendar.prices.len()];
        Self::Stated(Curve::new((0..calendar.months()).map(at).collect(), &level, calendar))
    }

    /// The pay from one month until another at the rank of a normal score.
    pub(super) fn stretch(&self, score: f64, months: [u32; 2]) -> Stretch<'_> {
        match self {
            Self::Stated(by_month) => by_month.stretch(months, 0, 1.0),
            Self::Job(job) => job.climb.stretch(months, 0, job.base(score)),
        }
    }

    /// The pay of the first month at the rank of a normal score.
    pub(super) fn now(&self, score: f64) -> f64 {
        self.stretch(score, [0, 1]).in_month(0).unwrap_or(0.0)
    }
}

/// What is paid and forgone in vain by who goes all the way and finds no job in the field: program, books,
/// exam, dues until the search is given up, and the pay that full-time study stops, every duration at
/// its likeliest; in dollars of now.
pub(in crate::engine) fn lost_in_vain(premises: Premises<'_>, profile: &Profile) -> f64 {
    let costs = EntryCosts::new(premises, profile);
    let durations = Durations::new(premises, profile);
    let newcomer = super::career_stage(premises.tables, profile) == CareerStage::Newcomer;
    let exam = if newcomer { costs.exam } else { 0.0 };
    let dues = libm::ceil(durations.first_job_search.mode() / 12.0) * costs.membership;
    let forgone = if costs.stops_working {
        let months = durations.training.mode() + durations.exam_preparation.mode();
        months * Outside::new(premises, profile, &Calendar::new(0.0, 0.0, 1)).now(0.0)
    } else {
        0.0
    };
    costs.tuition + costs.books + exam + dues + forgone
}

/// How fast prices rise a year, where amounts are asked for in dollars of their year.
pub(super) fn inflation(tables: &Tables, profile: &Profile) -> Option<f64> {
    let is_asked = profile.plan().nominal == Some(true);
    is_asked.then(|| tables.prices.inflation(tables.salaries.dollars_of))
}

/// Whether someone works in the field and holds a certification, so that dues are paid whatever comes.
pub(super) fn pays_dues_either_way(tables: &Tables, profile: &Profile) -> bool {
    let held = at_first_job(tables, profile).certifications().unwrap_or_default();
    profile.works_in_the_field() && held.get() > 0
}

/// What the way into the field and the stay in it cost, in dollars of now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryCosts {
    /// The program, less aid; nothing for who is past it.
    pub tuition: f64,
    /// Code books; nothing for who is past the program.
    pub books: f64,
    /// One exam with a second attempt.
    pub exam: f64,
    /// Dues a year, from the first certification on; nothing for who holds one in the field already, and
    /// pays them either way.
    pub membership: f64,
    /// Whether the present work stops during the program and the preparation for the exam.
    pub stops_working: bool,
}

impl EntryCosts {
    pub(in crate::engine) fn new(premises: Premises<'_>, profile: &Profile) -> Self {
        let tables = premises.tables;
        let plan = profile.plan();
        let newcomer = super::career_stage(tables, profile) == CareerStage::Newcomer;
        let program = match plan.program {
            Some(Program::Accelerated) => CostItem::AcceleratedTuition,
            _ => CostItem::Tuition,
        };
        let of_newcomers = |amount: f64| if newcomer { amount } else { 0.0 };
        let tuition = plan.tuition.map_or_else(|| premises.cost(program), Dollars::get);
        let aid = plan.aid.map_or(0.0, Dollars::get);
        Self {
            tuition: of_newcomers((tuition - aid).max(0.0)),
            books: of_newcomers(premises.cost(CostItem::Books)),
            exam: premises.cost(CostItem::Exam),
            membership: if pays_dues_either_way(tables, profile) {
                0.0
            } else {
                premises.cost(CostItem::Membership)
            },
            stops_working: newcomer && plan.study == Some(Study::FullTime),
        }
    }
}
