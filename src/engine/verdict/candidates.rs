//! What an input is, and what it can be changed to.

use super::judgement::wait;
use crate::data::{LevelIndex, LevelTable, PlaceKind, Tables};
use crate::engine::career::{EntryCosts, Premises, aims, career_stage, without_now};
use crate::profile::{
    AiAdoption, CareerPlan, CareerStage, Fact, GeoPay, Key, Pivot, Profile, Program, Study, Work,
};
use crate::quantity::{CertificationCount, Dollars, PlaceCode, WaitMonths, WorkStyle};

/// A value of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValue {
    /// Not stated.
    NotStated,
    /// An amount.
    Dollars(Dollars),
    /// A number of months.
    Months(u32),
    /// A count.
    Count(u32),
    /// A choice by its name.
    Word(String),
    /// A place.
    Place(PlaceCode),
}

/// How an input can be changed.
pub(super) enum Candidates<'c> {
    /// Choices, the nearest first.
    Choices(Vec<(InputValue, Profile)>),
    /// Whole numbers from those around the present one, which may lie between two, to the ends of what
    /// makes sense.
    Numbers {
        around: [u32; 2],
        ends: Vec<u32>,
        change: Box<dyn Fn(u32) -> (InputValue, Profile) + 'c>,
    },
}

/// Amounts are searched in steps of a hundred dollars.
const STEP: u32 = 100;

/// What an input is now.
pub(super) fn stated(profile: &Profile, input: Key) -> InputValue {
    let plan = profile.plan();
    let word = |word: Option<&'static str>| word.map(|word| InputValue::Word(word.to_owned()));
    let said = match input {
        Key::Pay => profile.work().pay.map(InputValue::Dollars),
        Key::Tuition => plan.tuition.map(InputValue::Dollars),
        Key::Wait => profile.seeker().wait.map(|wait| InputValue::Months(wait.get())),
        Key::Certs => profile.certifications().map(|count| InputValue::Count(count.get().into())),
        Key::EmployerState => profile.employer().map(InputValue::Place),
        Key::GeoPay => word(profile.stated_geo_pay().map(GeoPay::name)),
        Key::Program => word(plan.program.map(Program::name)),
        Key::Study => word(plan.study.map(Study::name)),
        Key::Ai => word(plan.ai.map(AiAdoption::name)),
        Key::Pivot => word(plan.pivot.map(Pivot::name)),
        key => {
            let has = key.as_work_style().and_then(|style| profile.seeker().has(style));
            word(has.map(|has| if has { "yes" } else { "no" }))
        }
    };
    said.unwrap_or(InputValue::NotStated)
}

/// What an input can be changed to.
pub(super) fn candidates<'c>(
    tables: &'c Tables,
    profile: &'c Profile,
    input: Key,
) -> Candidates<'c> {
    /// More than anyone who weighs this career earns, in steps.
    const MOST: u32 = 5_000;
    const LONGEST_WAIT: u32 = 120;
    let plan = *profile.plan();
    let planned = |plan: CareerPlan| profile.with(Fact::CareerPlan(plan));
    let amount = |steps: u32| {
        Dollars::new(f64::from(steps * STEP)).expect("a whole number of dollars is an amount")
    };
    let word = |name: &str, changed: Profile| (InputValue::Word(name.to_owned()), changed);
    match input {
        Key::Pay => Candidates::Numbers {
            around: in_steps(without_now(tables, profile)),
            ends: vec![1, MOST],
            change: Box::new(move |steps| {
                let paid = Work { pay: Some(amount(steps)), ..*profile.work() };
                (InputValue::Dollars(amount(steps)), profile.with(Fact::Work(paid)))
            }),
        },
        Key::Tuition => Candidates::Numbers {
            around: in_steps(EntryCosts::new(Premises::new(tables), profile).tuition),
            ends: vec![0],
            change: Box::new(move |steps| {
                let tuition = Some(amount(steps));
                (InputValue::Dollars(amount(steps)), planned(CareerPlan { tuition, ..plan }))
            }),
        },
        Key::Wait => Candidates::Numbers {
            around: [wait(tables, profile); 2],
            ends: vec![LONGEST_WAIT],
            change: Box::new(move |months| {
                let wait = WaitMonths::new(months).ok();
                let seeker = profile.seeker().with_wait(wait);
                (InputValue::Months(months), profile.with(Fact::Seeker(seeker)))
            }),
        },
        Key::Certs => Candidates::Choices(first_certification(tables, profile)),
        Key::Program => {
            let other = match plan.program {
                Some(Program::Accelerated) => Program::Standard,
                _ => Program::Accelerated,
            };
            Candidates::Choices(vec![word(
                other.name(),
                planned(CareerPlan { program: Some(other), ..plan }),
            )])
        }
        Key::Study => {
            let study = Study::WhileWorking;
            Candidates::Choices(vec![word(
                study.name(),
                planned(CareerPlan { study: Some(study), ..plan }),
            )])
        }
        Key::Ai => {
            let others = [AiAdoption::Average, AiAdoption::Early].into_iter();
            let changed =
                |ai: AiAdoption| word(ai.name(), planned(CareerPlan { ai: Some(ai), ..plan }));
            Candidates::Choices(others.map(changed).collect())
        }
        Key::Pivot => {
            let roles = Pivot::ALL.iter().filter(|&&role| role != Pivot::Stay);
            let changed = |&role: &Pivot| {
                word(role.name(), planned(CareerPlan { pivot: Some(role), ..plan }))
            };
            Candidates::Choices(roles.map(changed).collect())
        }
        Key::EmployerState => Candidates::Choices(employers(tables, profile)),
        Key::GeoPay => {
            let scale = GeoPay::Employer;
            let places = profile.employer().and(profile.home());
            let changed = places.map(|_| word(scale.name(), profile.with(Fact::GeoPay(scale))));
            Candidates::Choices(changed.into_iter().collect())
        }
        Key::Setting => Candidates::Choices(levels(&tables.settings, profile, Fact::Setting)),
        Key::Specialty if career_stage(tables, profile) != CareerStage::Specialist => {
            let now = tables.specialties.get(aims(tables, profile).specialty).effect;
            let mut better = levels(&tables.specialties, profile, Fact::Specialty);
            better.retain(|(_, changed)| {
                let level = changed.specialty().map(|level| tables.specialties.get(level));
                level.is_some_and(|level| level.effect > now && Pivot::named(&level.id).is_none())
                    && career_stage(tables, changed) == career_stage(tables, profile)
            });
            Candidates::Choices(better)
        }
        key => {
            let answers = key.as_work_style().map(|style| answers(profile, style));
            Candidates::Choices(answers.unwrap_or_default())
        }
    }
}

/// The steps around an amount.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "amounts of profiles are at most ten million dollars"
)]
fn in_steps(amount: f64) -> [u32; 2] {
    let steps = amount / f64::from(STEP);
    [steps.floor() as u32, steps.ceil() as u32]
}

/// The newcomer, as if certified.
fn first_certification(tables: &Tables, profile: &Profile) -> Vec<(InputValue, Profile)> {
    let free = profile.plan().career_stage.is_none()
        && career_stage(tables, profile) == CareerStage::Newcomer;
    let one = CertificationCount::new(1).ok().filter(|_| free);
    one.map(|one| (InputValue::Count(1), profile.with(Fact::Certifications(one))))
        .into_iter()
        .collect()
}

/// Employers elsewhere, the one that pays least first.
fn employers(tables: &Tables, profile: &Profile) -> Vec<(InputValue, Profile)> {
    let below = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let mut wages: Vec<_> = below
        .filter_map(|place| tables.salaries.get(place.code).ok())
        .filter(|wages| {
            let present = profile.employer().or(profile.home());
            present != Some(wages.place)
        })
        .collect();
    wages.sort_by(|a, b| a.pay.mean.get().total_cmp(&b.pay.mean.get()));
    wages
        .into_iter()
        .map(|wages| (InputValue::Place(wages.place), profile.with(Fact::Employer(wages))))
        .collect()
}

/// Every level of a table, the one that pays least first.
fn levels<'t>(
    table: &LevelTable,
    profile: &Profile,
    fact: impl Fn(LevelIndex) -> Fact<'t>,
) -> Vec<(InputValue, Profile)> {
    let mut levels: Vec<_> = table.iter().collect();
    levels.sort_by(|(_, a), (_, b)| a.effect.get().total_cmp(&b.effect.get()));
    let changed = |(index, level): (LevelIndex, &crate::data::Level)| {
        (InputValue::Word(level.id.clone()), profile.with(fact(index)))
    };
    levels.into_iter().map(changed).collect()
}

/// The answers to a work-style question.
fn answers(profile: &Profile, style: WorkStyle) -> Vec<(InputValue, Profile)> {
    [("yes", true), ("no", false)]
        .into_iter()
        .map(|(word, said)| {
            let seeker = profile.seeker().with(style, Some(said));
            (InputValue::Word(word.to_owned()), profile.with(Fact::Seeker(seeker)))
        })
        .collect()
}
