//! What would turn a criterion: the nearest value of one input (`docs/METHOD.md`, "Flip points").

use super::candidates::{Candidates, InputValue, candidates, stated};
use super::judgement::{Answer, Case, Judged, Judgement, Measured, holds};
use crate::data::{CriterionMeasure, Tables, Threshold};
use crate::profile::{Key, Profile};
use crate::quantity::{CareerCount, LifeStage};

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
        M::WorkStyle(style) => vec![Key::stating(style)],
        M::AiAdoption => vec![Key::Ai],
        M::FirstPayInTime => vec![Key::Wait, Key::Program, Key::Certs],
        M::Entry => vec![Key::Certs],
        M::BreakEvenIn5Years => vec![
            Key::Pay,
            Key::Tuition,
            Key::Program,
            Key::Study,
            Key::EmployerState,
            Key::Setting,
            Key::Specialty,
            Key::Certs,
            Key::Ai,
        ],
        M::BreakEvenIn5YearsAtHome => {
            vec![
                Key::Pay,
                Key::Tuition,
                Key::Program,
                Key::Study,
                Key::Setting,
                Key::Certs,
                Key::Ai,
            ]
        }
        M::Year3Pay | M::Year5Pay => {
            vec![Key::Pay, Key::EmployerState, Key::Setting, Key::Specialty, Key::Ai]
        }
        M::Year5PayAtHome => vec![Key::Pay, Key::Setting, Key::Specialty, Key::Ai],
        M::EntryCostOverCurrentPay => {
            vec![Key::Tuition, Key::Program, Key::Study, Key::Pay, Key::Certs]
        }
        M::EntryCostOverEntryPay => vec![Key::Tuition, Key::Program, Key::Study, Key::Certs],
        M::PivotIn10Years => vec![Key::Ai, Key::Pivot, Key::Certs],
        M::MonthsUntilRemote => vec![Key::Program, Key::Certs],
        M::EmployerOverHome => vec![Key::EmployerState, Key::GeoPay],
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
                .filter(|(_, changed)| self.may_turn(changed, judged))
                .find_map(|(to, changed)| Some((to, self.verified(&changed, judged)?))),
            Candidates::Numbers { around: [below, above], ends, change } => {
                let turns = |careers| {
                    let change = &change;
                    move |number: u32| self.turns(&change(number).1, judged, careers)
                };
                let beyond = |end: &u32| *end > above || *end < below;
                let end = ends.into_iter().filter(beyond).find(|&end| turns(self.careers)(end))?;
                let now = if end > above { below } else { above };
                let near = nearest_flip(now, end, turns(self.fewer()));
                let found = nearest_flip_from_guess(near, now, end, turns(self.careers));
                let (to, changed) = change(found);
                Some((to, self.verified(&changed, judged)?))
            }
        }?;
        Some(Flip { criterion: judged.criterion.id.clone(), input, from, to, answer })
    }

    fn turns(&self, changed: &Profile, judged: &Judged<'_>, careers: CareerCount) -> bool {
        let measured = Case::new(self.tables, changed, careers).measured(judged.criterion.measure);
        holds(judged.criterion.threshold, measured) == Some(true)
    }

    /// Whether a criterion holds with fewer careers, or so nearly that it may with all.
    fn may_turn(&self, changed: &Profile, judged: &Judged<'_>) -> bool {
        const SLACK: f64 = 0.05;
        const OF_AT_LEAST: f64 = 0.2;
        let case = Case::new(self.tables, changed, self.fewer());
        let measured = case.measured(judged.criterion.measure);
        let near = match (judged.criterion.threshold, measured) {
            (Threshold::AtLeast(from) | Threshold::AtMost(from), Measured::Number(number)) => {
                (number - from).abs() <= SLACK * from.abs().max(OF_AT_LEAST)
            }
            _ => false,
        };
        near || holds(judged.criterion.threshold, measured) == Some(true)
    }

    /// The answer for a changed profile, when the criterion holds with all careers.
    fn verified(&self, changed: &Profile, judged: &Judged<'_>) -> Option<Answer> {
        let judgement = Case::new(self.tables, changed, self.careers).judge(self.stage);
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
fn nearest_flip(now: u32, end: u32, turns: impl Fn(u32) -> bool) -> u32 {
    let (mut not, mut does) = (now, end);
    while not.abs_diff(does) > 1 {
        let middle = not.midpoint(does);
        if turns(middle) { does = middle } else { not = middle }
    }
    does
}

/// The same, begun at a number near the one that is looked for.
fn nearest_flip_from_guess(near: u32, now: u32, end: u32, turns: impl Fn(u32) -> bool) -> u32 {
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
    loop {
        let next = towards(last, goal, step);
        let does = next == end || (next != now && turns(next));
        if does != begun {
            let (not, does) = if begun { (next, last) } else { (last, next) };
            return nearest_flip(not, does, turns);
        }
        (last, step) = (next, step * 2);
    }
}
