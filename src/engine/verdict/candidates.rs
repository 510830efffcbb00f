//! What an input is, and what it can be changed to.

use crate::data::{LevelIndex, LevelTable, PlaceKind, Salary, Tables};
use crate::engine::career::{EntryCosts, Premises, aims, career_stage, without_now};
use crate::profile::{
    AiAdoption, CareerPlan, CareerStage, CertificationPlan, Fact, GeoPay, Key, Pivot, Profile,
    Program, Study, Work,
};
use crate::quantity::{
    CertificationCount, Dollars, PlaceCode, PlanInterval, WaitMonths, WorkStyle, named,
};

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

named! {
    /// Whether a person can bring a change about.
    pub enum FlipKind {
        /// A step that can be taken.
        Step = "step",
        /// An answer that is still to be given.
        Answer = "answer",
        /// A fact that would have to be another.
        Fact = "fact",
    }
}

/// Every input that a verdict tries to change, steps that can be taken first; `docs/METHOD.md`, "Flip
/// points", lists them.
pub const FLIP_INPUTS: [Key; 24] = [
    Key::Program,
    Key::Study,
    Key::Aid,
    Key::Tuition,
    Key::Wait,
    Key::GeoPay,
    Key::Remote,
    Key::Ai,
    Key::State,
    Key::EmployerState,
    Key::Setting,
    Key::Specialty,
    Key::Pivot,
    Key::CertsPlan,
    Key::SelfDiscipline,
    Key::Repetition,
    Key::Learning,
    Key::Technology,
    Key::Company,
    Key::Detail,
    Key::Deadlines,
    Key::HomeOffice,
    Key::Pay,
    Key::Certs,
];

/// How an input can be changed.
pub(super) enum Candidates<'c> {
    /// Choices, the nearest first.
    Choices(Vec<(InputValue, Profile)>),
    /// Whole numbers from those around the present one, which may lie between two, to the ends of what
    /// makes sense.
    Numbers { around: [u32; 2], ends: Vec<u32>, change: ChangeTo<'c> },
}

/// A number of steps as a value, and the profile with it.
pub(super) type ChangeTo<'c> = Box<dyn Fn(u32) -> (InputValue, Profile) + 'c>;

/// Amounts are searched in steps of a hundred dollars.
const STEP: u32 = 100;

/// Whether a person can bring a change of an input about.
pub(super) fn kind(profile: &Profile, input: Key) -> FlipKind {
    match input {
        Key::Pay | Key::Certs => FlipKind::Fact,
        key => match key.as_work_style() {
            Some(style) if profile.seeker().has(style).is_some() => FlipKind::Fact,
            Some(_) => FlipKind::Answer,
            None if key == Key::Ai && profile.plan().ai.is_none() => FlipKind::Answer,
            None => FlipKind::Step,
        },
    }
}

/// What an input is now.
pub(super) fn stated(profile: &Profile, input: Key) -> InputValue {
    let plan = profile.plan();
    let word = |word: Option<&'static str>| word.map(|word| InputValue::Word(word.to_owned()));
    let yes_or_no = |said: Option<bool>| word(said.map(|said| if said { "yes" } else { "no" }));
    let said = match input {
        Key::Pay => profile.work().pay.map(InputValue::Dollars),
        Key::Tuition => plan.tuition.map(InputValue::Dollars),
        Key::Aid => plan.aid.map(InputValue::Dollars),
        Key::Wait => profile.seeker().wait.map(|wait| InputValue::Months(wait.get())),
        Key::Certs => profile.certifications().map(|count| InputValue::Count(count.get().into())),
        Key::State => profile.home().map(InputValue::Place),
        Key::EmployerState => profile.employer().map(InputValue::Place),
        Key::GeoPay => word(profile.stated_geo_pay().map(GeoPay::name)),
        Key::Program => word(plan.program.map(Program::name)),
        Key::Study => word(plan.study.map(Study::name)),
        Key::Ai => word(plan.ai.map(AiAdoption::name)),
        Key::Pivot => word(plan.pivot.map(Pivot::name)),
        Key::Remote => yes_or_no(plan.remote),
        key => yes_or_no(key.as_work_style().and_then(|style| profile.seeker().has(style))),
    };
    said.unwrap_or(InputValue::NotStated)
}

/// What an input can be changed to.
pub(super) fn candidates<'c>(
    tables: &'c Tables,
    profile: &'c Profile,
    input: Key,
) -> Candidates<'c> {
    match input {
        Key::Pay | Key::Tuition | Key::Aid | Key::Wait => numbers(tables, profile, input),
        Key::Program | Key::Study | Key::Ai | Key::Remote | Key::Pivot | Key::CertsPlan => {
            Candidates::Choices(plans(profile, input))
        }
        Key::Certs => Candidates::Choices(first_certification(tables, profile)),
        // Who has said where they live does not move for a verdict.
        Key::State if profile.home().is_none() => {
            Candidates::Choices(places(tables, None, |wages| profile.with(Fact::Home(wages))))
        }
        Key::EmployerState => {
            let present = profile.employer().or(profile.home());
            Candidates::Choices(places(tables, present, |w| profile.with(Fact::Employer(w))))
        }
        Key::GeoPay => {
            let changed = |scale: GeoPay| word(scale.name(), profile.with(Fact::GeoPay(scale)));
            let places = profile.employer().and(profile.home());
            let others = [GeoPay::Employer, GeoPay::Residence].into_iter();
            Candidates::Choices(places.map_or(Vec::new(), |_| others.map(changed).collect()))
        }
        Key::Setting => Candidates::Choices(levels(&tables.settings, profile, Fact::Setting)),
        Key::Specialty if career_stage(tables, profile) != CareerStage::Specialist => {
            Candidates::Choices(better_specialties(tables, profile))
        }
        key => {
            let answers = key.as_work_style().map(|style| answers(profile, style));
            Candidates::Choices(answers.unwrap_or_default())
        }
    }
}

fn word(name: &str, changed: Profile) -> (InputValue, Profile) {
    (InputValue::Word(name.to_owned()), changed)
}

/// An amount of so many steps.
///
/// # Panics
/// Never: a whole number of dollars is an amount.
fn amount(steps: u32) -> Dollars {
    Dollars::new(f64::from(steps * STEP)).expect("a whole number of dollars is an amount")
}

/// The numbers that an input can be changed to.
fn numbers<'c>(tables: &'c Tables, profile: &'c Profile, input: Key) -> Candidates<'c> {
    /// More than anyone who weighs this career earns, in steps.
    const MOST: u32 = 5_000;
    const LONGEST_WAIT: u32 = 120;
    let plan = *profile.plan();
    let aid = plan.aid.map_or(0.0, Dollars::get);
    let full_tuition = EntryCosts::new(Premises::new(tables), profile).tuition + aid;
    let planned = move |steps: u32, plan: CareerPlan| {
        (InputValue::Dollars(amount(steps)), profile.with(Fact::CareerPlan(plan)))
    };
    match input {
        Key::Pay => Candidates::Numbers {
            around: in_steps(without_now(tables, profile)),
            ends: vec![1, MOST],
            change: Box::new(move |steps| {
                let pay = Some(amount(steps));
                let earning = Work { pay, ..*profile.work() };
                (InputValue::Dollars(amount(steps)), profile.with(Fact::Work(earning)))
            }),
        },
        Key::Tuition => Candidates::Numbers {
            around: in_steps(full_tuition),
            ends: vec![in_steps(aid)[1]],
            change: Box::new(move |steps| {
                planned(steps, CareerPlan { tuition: Some(amount(steps)), ..plan })
            }),
        },
        Key::Aid => Candidates::Numbers {
            around: in_steps(aid),
            ends: vec![in_steps(full_tuition)[0]],
            change: Box::new(move |steps| {
                planned(steps, CareerPlan { aid: Some(amount(steps)), ..plan })
            }),
        },
        _ => Candidates::Numbers {
            around: [profile.seeker().wait.map_or(0, WaitMonths::get); 2],
            ends: vec![LONGEST_WAIT],
            change: Box::new(move |months| {
                let wait = WaitMonths::new(months).ok();
                let seeker = profile.seeker().with_wait(wait);
                (InputValue::Months(months), profile.with(Fact::Seeker(seeker)))
            }),
        },
    }
}

/// The choices of a plan that an input can be changed to.
fn plans(profile: &Profile, input: Key) -> Vec<(InputValue, Profile)> {
    let plan = *profile.plan();
    let planned = |name: &str, plan: CareerPlan| word(name, profile.with(Fact::CareerPlan(plan)));
    match input {
        Key::Program => {
            let other = match plan.program {
                Some(Program::Accelerated) => Program::Standard,
                _ => Program::Accelerated,
            };
            vec![planned(other.name(), CareerPlan { program: Some(other), ..plan })]
        }
        Key::Study => {
            let other = match plan.study {
                Some(Study::FullTime) => Study::WhileWorking,
                _ => Study::FullTime,
            };
            vec![planned(other.name(), CareerPlan { study: Some(other), ..plan })]
        }
        Key::Ai => [AiAdoption::Average, AiAdoption::Early]
            .map(|ai| planned(ai.name(), CareerPlan { ai: Some(ai), ..plan }))
            .into(),
        Key::Remote => [("yes", true), ("no", false)]
            .map(|(name, remote)| planned(name, CareerPlan { remote: Some(remote), ..plan }))
            .into(),
        Key::Pivot if plan.ai == Some(AiAdoption::Avoid) => Vec::new(),
        Key::Pivot => Pivot::ALL
            .map(|role| planned(role.name(), CareerPlan { pivot: Some(role), ..plan }))
            .into(),
        _ => {
            let (up_to, every) = (CertificationCount::default(), PlanInterval::YEAR);
            [("path", CertificationPlan::Path), ("none", CertificationPlan::Every { up_to, every })]
                .map(|(name, adds)| {
                    planned(name, CareerPlan { certifications: Some(adds), ..plan })
                })
                .into()
        }
    }
}

/// Specialties that pay more than the one aimed at.
fn better_specialties(tables: &Tables, profile: &Profile) -> Vec<(InputValue, Profile)> {
    let now = tables.specialties.get(aims(tables, profile).specialty).effect;
    let mut better = levels(&tables.specialties, profile, Fact::Specialty);
    better.retain(|(_, changed)| {
        let level = changed.stated_specialty().map(|level| tables.specialties.get(level));
        level.is_some_and(|level| level.effect > now && Pivot::named(&level.id).is_none())
            && career_stage(tables, changed) == career_stage(tables, profile)
    });
    better
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

/// Places below the nation but one, the one that pays least first.
fn places(
    tables: &Tables,
    but: Option<PlaceCode>,
    change: impl Fn(&Salary) -> Profile,
) -> Vec<(InputValue, Profile)> {
    let below = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let mut wages: Vec<_> = below
        .filter_map(|place| tables.salaries.get(place.code).ok())
        .filter(|wages| but != Some(wages.place))
        .collect();
    wages.sort_by(|a, b| a.pay.mean.get().total_cmp(&b.pay.mean.get()));
    wages.into_iter().map(|wages| (InputValue::Place(wages.place), change(wages))).collect()
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
