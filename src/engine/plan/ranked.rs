//! Every step with what it takes and brings, in order.

use super::after_tax::PlanTax;
use super::legs::Taken;
use super::path::Target;
use super::plan_step::{Measured, PlanStep, holders, share};
use super::price::Price;
use super::request::{PlanRequest, PlanSort};
use super::situation::{PresentJob, settings};
use super::step_to::{StepKind, StepTo};
use super::steps::{is_contractor, of_kind};
use super::ties::PairedDifference;
use super::ways_in::ways_in;
use crate::data::{Credential, SourceIndex, Tables};
use crate::engine::TakeHomeError;
use crate::engine::career::{
    Followed, Premises, Settings, career_stage, follow_changes, median_month, share_within,
};
use crate::engine::figures::Estimator;
use crate::engine::grade::is_very_old;
use crate::profile::{CareerStage, Key, Notice, Profile};
use crate::quantity::Dollars;

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A contractor's pay is the rate.
    #[error("a contractor earns what the rate brings, and no step here moves the rate")]
    Contractor,
    /// What is to be left after taxes takes a law that is not known.
    #[error("{0}")]
    Taxes(TakeHomeError),
    /// There are no steps of the kind.
    #[error("there is no step of the kind `{}` for you: {reason}", .kind.name())]
    NoSteps {
        /// The kind.
        kind: StepKind,
        /// Why there is none.
        reason: &'static str,
    },
}

impl PlanError {
    /// What may help.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Contractor => {
                format!("leave out `{}` to plan as an employee", Key::Employment.flag())
            }
            Self::Taxes(why) => why.hint(),
            Self::NoSteps { .. } => "leave out `--by` to see every step".to_owned(),
        }
    }
}

/// What a person could do next.
#[derive(Clone, Debug)]
pub struct Plan<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// What was asked of it.
    pub request: PlanRequest,
    /// How the careers were followed.
    pub settings: Settings,
    /// The pay now, a year: as stated, or in the middle of people like the person.
    pub now: Dollars,
    /// The stage of the career.
    pub career_stage: CareerStage,
    /// Whether the person works in the field.
    pub in_the_field: bool,
    /// The steps of which figures say how many get there, in order.
    pub steps: Vec<PlanStep>,
    /// The others, each as if one gets there.
    pub if_found: Vec<PlanStep>,
    /// How many steps cost more or take longer than was asked for.
    pub left_out: usize,
    /// The ways to a pay, where one is asked for.
    pub target: Option<Target>,
    /// What is left after taxes, where that is asked for, or why nobody knows.
    pub take_home: Option<Result<PlanTax<'t>, TakeHomeError>>,
    /// The rate an hour that leaves a contractor the pay now, for someone in the field.
    pub contract_from: Option<Dollars>,
    /// What to know of the profile.
    pub notices: Vec<Notice>,
}

/// What a person could do next, each step with what it takes and brings.
///
/// # Errors
/// When a contractor's rate is stated, or there are no steps of the kind that is asked for.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::engine::plan::{PlanRequest, plan};
/// use mbc_calc::profile::{Draft, Key};
/// let tables = mbc_calc::built_in();
/// let coder = Draft::default().state(Key::Certs, "CPC").state(Key::Experience, "4");
/// let coder = coder.career(&tables).unwrap();
/// let answer = plan(&tables, &coder, PlanRequest::default()).unwrap();
/// assert!(answer.steps[0].gain[0].mean.get() > 0.0);
/// ```
pub fn plan<'t>(
    tables: &'t Tables,
    profile: &Profile,
    request: PlanRequest,
) -> Result<Plan<'t>, PlanError> {
    let in_the_field = profile.works_in_the_field();
    if in_the_field && is_contractor(profile) {
        return Err(PlanError::Contractor);
    }
    let (now, mut measured, target);
    let mut contract_from = None;
    let taxes = |now: Dollars| -> Result<_, PlanError> {
        let is_asked = profile.taxes().is_asked() || request.target_take_home.is_some();
        let taxes = is_asked.then(|| PlanTax::new(tables, profile, now));
        let goal = match (request.target_take_home, &taxes) {
            (Some(left), Some(Ok(taxes))) => Some(taxes.pay_that_leaves(left)),
            (Some(_), Some(Err(why))) => return Err(PlanError::Taxes(why.clone())),
            _ => request.target,
        };
        Ok((taxes, goal))
    };
    let (take_home, goal);
    if in_the_field {
        let job = PresentJob::new(tables, profile);
        now = job.now();
        (take_home, goal) = taxes(now)?;
        measured = of_job(&job, &request);
        contract_from = Some(job.rate_like_now());
        target = goal.map(|amount| Target::new(&job, amount, &request));
    } else {
        let premises = Premises::new(tables);
        now = Dollars::new(crate::engine::career::without_now(tables, profile))
            .unwrap_or(Dollars::ZERO);
        (take_home, goal) = taxes(now)?;
        measured = ways_in(premises, profile, request.by);
        target = goal.map(|amount| Target::from_outside(tables, profile, amount, &request));
    }
    if let Some(kind) = request.by.filter(|_| measured.is_empty()) {
        return Err(PlanError::NoSteps { kind, reason: no_steps(kind, in_the_field) });
    }
    if let Some(Ok(taxes)) = &take_home {
        for Measured { step, .. } in &mut measured {
            step.take_home = Some(taxes.after(step.step, step.my_pay));
        }
    }
    let found = measured.len();
    let kept: Vec<Measured> =
        measured.into_iter().filter(|one| is_within(&request, &one.step)).collect();
    let left_out = found - kept.len();
    let (known, unknown) = kept.into_iter().partition(|one: &Measured| one.step.odds.is_some());
    Ok(Plan {
        tables,
        profile: profile.clone(),
        request,
        settings: settings(Premises::new(tables), profile),
        now,
        career_stage: career_stage(tables, profile),
        in_the_field,
        steps: in_order(known, request.sort),
        if_found: in_order(unknown, request.sort),
        left_out,
        target,
        take_home,
        contract_from,
        notices: profile.career_notices(tables),
    })
}

fn no_steps(kind: StepKind, in_the_field: bool) -> &'static str {
    match (kind, in_the_field) {
        (StepKind::Role, true) => "a role comes after a specialty",
        (StepKind::Contract, _) => "no rate is stated",
        (StepKind::Program, true) => "you work in the field already",
        (StepKind::Degree, false) => "no figure says how a degree changes the way into the field",
        (StepKind::EmployerState, _) => "you work only where you live",
        _ => "none is left",
    }
}

/// Whether a step keeps to what it may cost and take.
fn is_within(request: &PlanRequest, step: &PlanStep) -> bool {
    let affordable =
        request.budget.is_none_or(|most| step.cost.amount.is_some_and(|cost| cost <= most));
    let quick = request.months.is_none_or(|most| step.months.is_some_and(|months| months <= most));
    affordable && quick
}

/// The steps of someone in the field; where no kind is asked for, of every one but specialties and roles, to
/// which the credentials lead, and degrees, which bring little.
fn of_job(job: &PresentJob<'_>, request: &PlanRequest) -> Vec<Measured> {
    let kinds = match request.by {
        Some(kind) => vec![kind],
        None => vec![
            StepKind::Credential,
            StepKind::EmployerState,
            StepKind::Setting,
            StepKind::Contract,
        ],
    };
    let from = job.unchanged();
    let steps = kinds.into_iter().flat_map(|kind| of_kind(job, kind, request));
    let taken: Vec<Taken> = steps.filter_map(|step| job.take(&from, step)).collect();
    let changes: Vec<_> = taken.iter().map(|taken| vec![taken.legs.clone()]).collect();
    let followed = follow_changes(job.premises, &job.course, &changes);
    let mut estimator = Estimator::new(job.premises.tables);
    taken
        .iter()
        .zip(followed)
        .map(|(taken, followed)| measured(job, taken, followed, &mut estimator))
        .collect()
}

fn measured(
    job: &PresentJob<'_>,
    taken: &Taken,
    followed: Followed,
    estimator: &mut Estimator<'_>,
) -> Measured {
    let tables = job.premises.tables;
    let figures = estimator.figures(&job.person(&taken.then));
    let chosen = figures.chosen();
    let last = taken.legs.last().map(|leg| leg.pay);
    let my_pay = last.map_or(job.now(), |pay| job.at(&pay, 0));
    let exam = taken.legs.iter().find_map(|leg| leg.exam);
    let credential = match taken.step {
        StepTo::Credential(index) => Some(tables.credentials.get(index)),
        _ => None,
    };
    let moved =
        taken.legs.len() > 1 || matches!(taken.step, StepTo::Specialty(_) | StepTo::Role(_));
    let step = PlanStep {
        step: taken.step,
        leads_to: taken.then.specialty.filter(|_| moved && credential.is_some()),
        cost: Price::of(taken),
        months: median_month(&followed),
        odds: taken.has_odds().then(|| share_within(&followed, 5)),
        exam: exam.map(|(first, either)| [first, either].map(share)),
        my_pay,
        take_home: None,
        pay: chosen.pay,
        holders: credential.and_then(holders),
        gain: [0, 1].map(|years| PairedDifference::from_nothing(&followed.gains[years])),
        pays_back: super::price::pays_back(job, taken),
        rank: 0,
        is_thin: chosen.wages.has_large_error,
        is_old: moved && taken.then.specialty.is_some_and(|level| is_old(tables, level)),
        sources: sources(tables, taken, credential),
    };
    Measured { step, gains: followed.gains }
}

fn is_old(tables: &Tables, level: crate::data::LevelIndex) -> bool {
    let sources = &tables.specialties.get(level).evidence.sources;
    sources.iter().any(|&source| is_very_old(tables, source))
}

/// The sources of what differs from the present job.
fn sources(tables: &Tables, taken: &Taken, credential: Option<&Credential>) -> Vec<SourceIndex> {
    let mut sources = Vec::new();
    if let Some(credential) = credential {
        credential.for_each_source(|source| sources.push(source));
    }
    let level = |table: &crate::data::LevelTable, level| table.get(level).evidence.sources.clone();
    sources.extend(match taken.step {
        StepTo::Specialty(at) | StepTo::Role(at) => level(&tables.specialties, at),
        StepTo::Setting(at) => level(&tables.settings, at),
        StepTo::Degree(at) => level(&tables.education, at),
        StepTo::Employer(place) => {
            tables.salaries.get(place).map_or(Vec::new(), |wages| vec![wages.source])
        }
        _ => Vec::new(),
    });
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Steps in order, each with its rank: one without a real difference from the first of a rank shares it.
fn in_order(mut steps: Vec<Measured>, sort: PlanSort) -> Vec<PlanStep> {
    let years = usize::from(sort == PlanSort::Gain10);
    // A lower key comes first.
    let key = |one: &Measured| match sort {
        PlanSort::Gain5 | PlanSort::Gain10 => -one.step.gain[years].mean.get(),
        PlanSort::Pay => -one.step.my_pay.get(),
        PlanSort::Cost => one.step.cost.amount.map_or(f64::INFINITY, Dollars::get),
        PlanSort::Months => one.step.months.map_or(f64::INFINITY, f64::from),
        PlanSort::Payback => one.step.pays_back.map_or(f64::INFINITY, f64::from),
    };
    steps.sort_by(|a, b| key(a).total_cmp(&key(b)));
    let is_of_gains = matches!(sort, PlanSort::Gain5 | PlanSort::Gain10);
    let mut first = 0;
    for at in 0..steps.len() {
        let (before, now) = (&steps[first], &steps[at]);
        let is_same = if is_of_gains {
            PairedDifference::between(&before.gains[years], &now.gains[years]).is_noise()
        } else {
            key(before).total_cmp(&key(now)).is_eq()
        };
        if !is_same {
            first = at;
        }
        steps[at].step.rank = first + 1;
    }
    steps.into_iter().map(|one| one.step).collect()
}
