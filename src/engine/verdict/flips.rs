//! What would turn a criterion: the nearest value of one input (`docs/METHOD.md`, "Flip points").

use super::judgement::{Answer, Case, Judged, Judgement, holds, wait};
use crate::data::{CriterionMeasure, LevelIndex, LevelTable, PlaceKind, Tables};
use crate::engine::career::{Counterfactual, Outlays, aims, standing};
use crate::profile::{AiAdoption, Fact, Key, Pivot, Plan, Profile, Program, Standing, Study};
use crate::quantity::{
    CareerCount, CertificationCount, Dollars, LifeStage, PlaceCode, Trait, WaitMonths,
};

/// One input changed so far that a criterion turns.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The name of the criterion that it turns.
    pub criterion: String,
    /// The input.
    pub input: Key,
    /// What it is now.
    pub from: InputValue,
    /// The nearest value that turns the criterion.
    pub to: InputValue,
    /// The answer that the whole verdict would then have.
    pub answer: Answer,
}

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
enum Candidates<'c> {
    /// Choices, the nearest first.
    Choices(Vec<(InputValue, Profile)>),
    /// Whole numbers from the present one to the ends of what makes sense.
    Numbers { now: u32, ends: Vec<u32>, change: Box<dyn Fn(u32) -> (InputValue, Profile) + 'c> },
}

/// The nearest change of each input that turns a criterion which does not hold.
pub(super) fn flips(
    tables: &Tables,
    profile: &Profile,
    stage: LifeStage,
    judgement: &Judgement<'_>,
    careers: CareerCount,
) -> Vec<Flip> {
    let search = Search { tables, stage, careers };
    let open = judgement.criteria.iter().filter(|judged| judged.holds != Some(true));
    open.flat_map(|judged| {
        inputs(judged.criterion.measure)
            .into_iter()
            .filter_map(|input| search.flip(profile, judged, input))
            .collect::<Vec<_>>()
    })
    .collect()
}

/// The inputs that can turn a criterion; none of what is true of the world.
fn inputs(measure: CriterionMeasure) -> Vec<Key> {
    use CriterionMeasure as M;
    match measure {
        M::Trait(the) => vec![Key::Trait(the)],
        M::AiAdoption => vec![Key::Ai],
        M::FirstPayInTime => vec![Key::Wait, Key::Program, Key::Certs],
        M::Entry => vec![Key::Certs],
        M::BreakEvenIn5Years => vec![
            Key::CurrentSalary,
            Key::Tuition,
            Key::Program,
            Key::Study,
            Key::EmployerState,
            Key::Setting,
            Key::Specialty,
            Key::Certs,
        ],
        M::BreakEvenIn5YearsAtHome => {
            vec![
                Key::CurrentSalary,
                Key::Tuition,
                Key::Program,
                Key::Study,
                Key::Setting,
                Key::Certs,
            ]
        }
        M::Year3Pay | M::Year5Pay => {
            vec![Key::CurrentSalary, Key::EmployerState, Key::Setting, Key::Specialty]
        }
        M::Year5PayAtHome => vec![Key::CurrentSalary, Key::Setting, Key::Specialty],
        M::EntryCostOverCurrentPay => {
            vec![Key::Tuition, Key::Program, Key::Study, Key::CurrentSalary, Key::Certs]
        }
        M::EntryCostOverEntryPay => vec![Key::Tuition, Key::Program, Key::Study, Key::Certs],
        M::PivotIn10Years => vec![Key::Ai, Key::Pivot, Key::Certs],
        M::MonthsUntilRemote => vec![Key::Program, Key::Certs],
        M::EmployerOverHome => vec![Key::EmployerState],
        M::RolesOverCoder | M::GrowthOverAll | M::Openings | M::RealPayGrowth | M::RemoteShare => {
            Vec::new()
        }
    }
}

struct Search<'t> {
    tables: &'t Tables,
    stage: LifeStage,
    careers: CareerCount,
}

impl Search<'_> {
    /// Searched with fewer careers, verified with all.
    fn flip(&self, profile: &Profile, judged: &Judged<'_>, input: Key) -> Option<Flip> {
        let from = stated(profile, input);
        let (to, answer) = match candidates(self.tables, profile, input) {
            Candidates::Choices(choices) => choices
                .into_iter()
                .filter(|(_, changed)| self.turns(changed, judged, self.fewer()))
                .find_map(|(to, changed)| Some((to, self.verified(&changed, judged)?))),
            Candidates::Numbers { now, ends, change } => {
                let turns = |careers| {
                    let change = &change;
                    move |number: u32| self.turns(&change(number).1, judged, careers)
                };
                let end = ends.into_iter().find(|&end| end != now && turns(self.fewer())(end))?;
                let near = nearest(now, end, turns(self.fewer()));
                let found = nearest_from(near, now, end, turns(self.careers))?;
                let (to, changed) = change(found);
                Some((to, self.verified(&changed, judged)?))
            }
        }?;
        Some(Flip { criterion: judged.criterion.id.clone(), input, from, to, answer })
    }

    fn turns(&self, changed: &Profile, judged: &Judged<'_>, careers: CareerCount) -> bool {
        let measured = Case::of(self.tables, changed, careers).measured(judged.criterion.measure);
        holds(judged.criterion.threshold, measured) == Some(true)
    }

    /// The answer for a changed profile, when the criterion holds with all careers.
    fn verified(&self, changed: &Profile, judged: &Judged<'_>) -> Option<Answer> {
        let judgement = Case::of(self.tables, changed, self.careers).judge(self.stage);
        let turned =
            judgement.criteria.iter().find(|other| other.criterion.id == judged.criterion.id);
        turned.filter(|judged| judged.holds == Some(true)).map(|_| judgement.answer)
    }

    fn fewer(&self) -> CareerCount {
        const PART: u32 = 16;
        CareerCount::new(self.careers.get() / PART).unwrap_or(self.careers)
    }
}

/// The whole number nearest to `now` that turns, between `now`, which does not, and `end`, which
/// does.
fn nearest(now: u32, end: u32, turns: impl Fn(u32) -> bool) -> u32 {
    let (mut not, mut does) = (now, end);
    while not.abs_diff(does) > 1 {
        let middle = not.midpoint(does);
        if turns(middle) { does = middle } else { not = middle }
    }
    does
}

/// The same, begun at a number near the one that is looked for; nothing when not even `end` turns.
fn nearest_from(near: u32, now: u32, end: u32, turns: impl Fn(u32) -> bool) -> Option<u32> {
    let towards = |from: u32, goal: u32, step: u32| {
        if goal > from {
            from.saturating_add(step).min(goal)
        } else {
            from.saturating_sub(step).max(goal)
        }
    };
    let begun = turns(near);
    let goal = if begun { now } else { end };
    let (mut last, mut step) = (near, 1);
    while last != goal {
        let next = towards(last, goal, step);
        // What is now does not turn.
        let does = next != now && turns(next);
        if does != begun {
            let (not, does) = if begun { (next, last) } else { (last, next) };
            return Some(nearest(not, does, turns));
        }
        (last, step) = (next, step * 2);
    }
    begun.then_some(last)
}

/// What an input is now.
fn stated(profile: &Profile, input: Key) -> InputValue {
    let plan = profile.plan();
    let word = |word: Option<&'static str>| word.map(|word| InputValue::Word(word.to_owned()));
    let said = match input {
        Key::CurrentSalary => plan.current_salary.map(InputValue::Dollars),
        Key::Tuition => plan.tuition.map(InputValue::Dollars),
        Key::Wait => profile.seeker().wait.map(|wait| InputValue::Months(wait.get())),
        Key::Certs => profile.certifications().map(|count| InputValue::Count(count.get().into())),
        Key::EmployerState => profile.employer().map(InputValue::Place),
        Key::Program => word(plan.program.map(Program::name)),
        Key::Study => word(plan.study.map(Study::name)),
        Key::Ai => word(plan.ai.map(AiAdoption::name)),
        Key::Pivot => word(plan.pivot.map(Pivot::name)),
        Key::Trait(the) => {
            word(profile.seeker().has(the).map(|said| if said { "yes" } else { "no" }))
        }
        _ => None,
    };
    said.unwrap_or(InputValue::NotStated)
}

/// What an input can be changed to.
fn candidates<'c>(tables: &'c Tables, profile: &'c Profile, input: Key) -> Candidates<'c> {
    /// Amounts are searched in steps of a hundred dollars.
    const STEP: u32 = 100;
    /// More than anyone who weighs this career earns, in steps.
    const MOST: u32 = 5_000;
    const LONGEST_WAIT: u32 = 120;
    let plan = *profile.plan();
    let planned = |plan: Plan| profile.with(Fact::Plan(plan));
    let amount = |steps: u32| {
        Dollars::new(f64::from(steps * STEP)).expect("a whole number of dollars is an amount")
    };
    let word = |name: &str, changed: Profile| (InputValue::Word(name.to_owned()), changed);
    match input {
        Key::CurrentSalary => Candidates::Numbers {
            now: in_steps(Counterfactual::of(tables, profile, 1).now.get(), STEP),
            ends: vec![0, MOST],
            change: Box::new(move |steps| {
                let salary = Some(amount(steps));
                (
                    InputValue::Dollars(amount(steps)),
                    planned(Plan { current_salary: salary, ..plan }),
                )
            }),
        },
        Key::Tuition => Candidates::Numbers {
            now: in_steps(Outlays::of(tables, profile).tuition, STEP),
            ends: vec![0],
            change: Box::new(move |steps| {
                let tuition = Some(amount(steps));
                (InputValue::Dollars(amount(steps)), planned(Plan { tuition, ..plan }))
            }),
        },
        Key::Wait => Candidates::Numbers {
            now: wait(tables, profile),
            ends: vec![LONGEST_WAIT],
            change: Box::new(move |months| {
                let wait = WaitMonths::new(months).ok();
                let seeker = profile.seeker().waiting(wait);
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
                planned(Plan { program: Some(other), ..plan }),
            )])
        }
        Key::Study => {
            let study = Study::WhileWorking;
            Candidates::Choices(vec![word(
                study.name(),
                planned(Plan { study: Some(study), ..plan }),
            )])
        }
        Key::Ai => {
            let others = [AiAdoption::Average, AiAdoption::Early].into_iter();
            let changed = |ai: AiAdoption| word(ai.name(), planned(Plan { ai: Some(ai), ..plan }));
            Candidates::Choices(others.map(changed).collect())
        }
        Key::Pivot => {
            let roles = Pivot::ALL.iter().filter(|&&role| role != Pivot::Stay);
            let changed =
                |&role: &Pivot| word(role.name(), planned(Plan { pivot: Some(role), ..plan }));
            Candidates::Choices(roles.map(changed).collect())
        }
        Key::EmployerState => Candidates::Choices(employers(tables, profile)),
        Key::Setting => Candidates::Choices(levels(&tables.settings, profile, Fact::Setting)),
        Key::Specialty if standing(tables, profile) != Standing::Specialist => {
            let now = tables.specialties.get(aims(tables, profile).specialty).effect;
            let mut better = levels(&tables.specialties, profile, Fact::Specialty);
            better.retain(|(_, changed)| {
                let level = changed.specialty().map(|level| tables.specialties.get(level));
                level.is_some_and(|level| level.effect > now && Pivot::named(&level.id).is_none())
            });
            Candidates::Choices(better)
        }
        Key::Trait(the) => Candidates::Choices(answers(profile, the)),
        _ => Candidates::Choices(Vec::new()),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "amounts of profiles are at most ten million dollars"
)]
fn in_steps(amount: f64, step: u32) -> u32 {
    (amount / f64::from(step) + 0.5) as u32
}

/// A newcomer who held a certification already.
fn first_certification(tables: &Tables, profile: &Profile) -> Vec<(InputValue, Profile)> {
    let free = profile.plan().standing.is_none() && standing(tables, profile) == Standing::Newcomer;
    let one = CertificationCount::new(1).ok().filter(|_| free);
    one.map(|one| (InputValue::Count(1), profile.with(Fact::Certifications(one))))
        .into_iter()
        .collect()
}

/// Employers in other states, the one that pays least first.
fn employers(tables: &Tables, profile: &Profile) -> Vec<(InputValue, Profile)> {
    let below = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let mut wages: Vec<_> = below
        .filter_map(|place| tables.salaries.get(place.code).ok())
        .filter(|wages| {
            profile.employer() != Some(wages.place) && profile.home() != Some(wages.place)
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

/// What a person could say of a trait.
fn answers(profile: &Profile, the: Trait) -> Vec<(InputValue, Profile)> {
    [("yes", true), ("no", false)]
        .into_iter()
        .map(|(word, said)| {
            let seeker = profile.seeker().with(the, Some(said));
            (InputValue::Word(word.to_owned()), profile.with(Fact::Seeker(seeker)))
        })
        .collect()
}
