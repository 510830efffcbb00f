//! The steps of someone outside the field: ways in, each simulated whole against the pay without it.

use super::legs::is_role;
use super::plan_step::{Measured, PlanStep, holders, share};
use super::price::Price;
use super::situation::settings;
use super::step_to::{StepKind, StepTo};
use super::ties::PairedDifference;
use crate::data::{Credential, Locality, PlaceKind, Tables};
use crate::engine::career::{
    ExamTerms, FirstJobs, Premises, at_first_job, attempts_of, career_stage, first_exam, first_jobs,
};
use crate::engine::figures::Estimator;
use crate::engine::local_wages::local_wages;
use crate::profile::{CareerPlan, CareerStage, Fact, GeoPay, Pivot, Profile, Program, Study};
use crate::quantity::Dollars;

/// How one gets into the field, as stated.
pub(super) struct WayIn {
    pub(super) step: StepTo,
    pub(super) cost: f64,
    /// The months until a coding job, for half of those who get one.
    pub(super) months: u32,
    pub(super) odds: f64,
    /// By career, the month of the first coding job.
    pub(super) entered: Vec<u32>,
}

/// The way in as stated, and the profile in the first coding job.
pub(super) fn entered(tables: &Tables, profile: &Profile) -> (WayIn, Profile) {
    let premises = Premises::new(tables);
    let exam = first_exam(premises, profile);
    let jobs = first_jobs(tables, profile, settings(premises, profile), &exam);
    let plan = CareerPlan { career_stage: Some(CareerStage::Apprentice), ..*profile.plan() };
    let at_work = at_first_job(tables, profile)
        .without(crate::profile::Key::Pay)
        .with(Fact::CareerPlan(plan));
    let way = WayIn {
        step: as_stated(tables, profile),
        cost: jobs.cost,
        months: jobs.half_by.unwrap_or(0),
        odds: jobs.within_five_years,
        entered: jobs.months,
    };
    (way, at_work)
}

fn as_stated(tables: &Tables, profile: &Profile) -> StepTo {
    if career_stage(tables, profile) == CareerStage::Certified {
        return StepTo::Search;
    }
    let plan = profile.plan();
    StepTo::Program(
        plan.program.unwrap_or(Program::Standard),
        plan.study.unwrap_or(Study::WhileWorking),
    )
}

/// The ways of every kind; of employers elsewhere and settings only those that are asked for.
pub(super) fn ways_in(
    premises: Premises<'_>,
    profile: &Profile,
    by: Option<StepKind>,
) -> Vec<Measured> {
    let tables = premises.tables;
    let newcomer = career_stage(tables, profile) == CareerStage::Newcomer;
    let kinds = match by {
        Some(kind) => vec![kind],
        None if newcomer => vec![StepKind::Program, StepKind::EmployerState],
        None => vec![StepKind::Program, StepKind::EmployerState, StepKind::Setting],
    };
    let ways = kinds.into_iter().flat_map(|kind| of_kind(tables, profile, kind, by.is_some()));
    let mut simulated: Vec<(ExamTerms, Profile, FirstJobs)> = Vec::new();
    let mut estimator = Estimator::new(tables);
    ways.map(|(step, way)| {
        let exam = exam_of(premises, &way, step);
        let known = simulated.iter().find(|(terms, other, _)| *terms == exam && *other == way);
        let jobs = if let Some((.., jobs)) = known {
            jobs.clone()
        } else {
            let jobs = first_jobs(tables, &way, settings(premises, &way), &exam);
            simulated.push((exam, way.clone(), jobs.clone()));
            jobs
        };
        measured(tables, step, &way, &exam, jobs, &mut estimator)
    })
    .collect()
}

/// The exam of a way: of a credential its own published rate and price, where there are some.
fn exam_of(premises: Premises<'_>, way: &Profile, step: StepTo) -> ExamTerms {
    let general = first_exam(premises, way);
    let StepTo::Credential(index) = step else { return general };
    let (first, either) =
        attempts_of(premises.tables, index).unwrap_or((general.first, general.either));
    let price = super::exam_price::two_attempts(premises.tables, index, (first, either));
    ExamTerms { first, either, fee: price.unwrap_or(general.fee) }
}

fn of_kind(
    tables: &Tables,
    profile: &Profile,
    kind: StepKind,
    all: bool,
) -> Vec<(StepTo, Profile)> {
    let newcomer = career_stage(tables, profile) == CareerStage::Newcomer;
    let planned = |plan: CareerPlan| profile.with(Fact::CareerPlan(plan));
    match kind {
        StepKind::Program if newcomer => {
            let ways = Program::ALL.into_iter().flat_map(|program| {
                [Study::WhileWorking, Study::FullTime].map(|study| (program, study))
            });
            ways.map(|(program, study)| {
                let plan =
                    CareerPlan { program: Some(program), study: Some(study), ..*profile.plan() };
                (StepTo::Program(program, study), planned(plan))
            })
            .collect()
        }
        StepKind::Program => vec![(StepTo::Search, profile.clone())],
        StepKind::Credential if newcomer => {
            let open =
                |one: &Credential| !one.is_apprentice() && one.is_open_to(profile.education());
            let exams = tables.credentials.iter().filter(|(_, one)| open(one));
            exams.map(|(index, _)| (StepTo::Credential(index), profile.clone())).collect()
        }
        StepKind::Setting => {
            let levels = tables.settings.iter().map(|(level, _)| level);
            levels
                .map(|level| (StepTo::Setting(level), profile.with(Fact::Setting(level))))
                .collect()
        }
        StepKind::EmployerState => employers(tables, profile, all),
        StepKind::Specialty => {
            let aims = tables.specialties.iter().filter(|(_, row)| !is_role(&row.id));
            let aims = aims.filter(|(level, _)| *level != tables.career.first_specialty());
            aims.map(|(level, _)| (StepTo::Specialty(level), profile.with(Fact::Specialty(level))))
                .collect()
        }
        StepKind::Role => {
            let roles = tables
                .specialties
                .iter()
                .filter_map(|(level, row)| Some((level, Pivot::named(&row.id)?)));
            roles
                .map(|(level, role)| {
                    let plan = CareerPlan { pivot: Some(role), ..*profile.plan() };
                    (StepTo::Role(level), planned(plan))
                })
                .collect()
        }
        StepKind::Credential | StepKind::Degree | StepKind::Contract => Vec::new(),
    }
}

/// Employers elsewhere to work for from home: every one, or the stated one, else the best paying of
/// which the wages are known well.
fn employers(tables: &Tables, profile: &Profile, all: bool) -> Vec<(StepTo, Profile)> {
    if profile.plan().remote == Some(false) {
        return Vec::new();
    }
    let places = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let mut rows: Vec<_> = places
        .filter(|place| Some(place.code) != profile.home())
        .filter_map(|place| tables.salaries.get(place.code).ok())
        .collect();
    if !all {
        rows.retain(|row| match profile.employer() {
            Some(stated) => row.place == stated,
            None => !local_wages(tables, None, Locality::whole(row.place)).has_large_error,
        });
        rows.sort_by(|a, b| b.pay.mean.get().total_cmp(&a.pay.mean.get()));
        rows.truncate(1);
    }
    rows.into_iter()
        .map(|row| {
            let there = profile.with(Fact::Employer(row)).with(Fact::GeoPay(GeoPay::Employer));
            (StepTo::Employer(row.place), there)
        })
        .collect()
}

fn measured(
    tables: &Tables,
    step: StepTo,
    way: &Profile,
    exam: &ExamTerms,
    jobs: FirstJobs,
    estimator: &mut Estimator<'_>,
) -> Measured {
    let figures = estimator.figures(&at_first_job(tables, way).without(crate::profile::Key::Pay));
    let chosen = figures.chosen();
    let credential = match step {
        StepTo::Credential(index) => Some(tables.credentials.get(index)),
        _ => None,
    };
    let newcomer = career_stage(tables, way) == CareerStage::Newcomer;
    let mut sources = Vec::new();
    if let Some(credential) = credential {
        credential.for_each_source(|source| sources.push(source));
    }
    sources.push(chosen.wages.row.source);
    sources.sort_unstable();
    sources.dedup();
    let step = PlanStep {
        step,
        leads_to: None,
        cost: Price {
            amount: Dollars::new(jobs.cost).ok(),
            is_stand_in: credential.is_some_and(|one| one.fees.is_err()),
        },
        months: jobs.half_by,
        odds: Some(share(jobs.within_five_years)),
        exam: newcomer.then(|| [exam.first, exam.either].map(share)),
        my_pay: Dollars::new(jobs.first_pay).unwrap_or(Dollars::ZERO),
        take_home: None,
        pay: chosen.pay,
        holders: credential.and_then(holders),
        gain: [0, 1].map(|years| PairedDifference::from_nothing(&jobs.gains[years])),
        pays_back: jobs.pays_back,
        rank: 0,
        is_thin: chosen.wages.has_large_error,
        is_old: false,
        sources,
    };
    Measured { step, gains: jobs.gains }
}
