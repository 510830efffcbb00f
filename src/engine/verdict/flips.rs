//! What would turn a criterion: the nearest value of one input (`docs/METHOD.md`, "Flip points").
//!
//! A choice is first tried with a sixteenth of the careers and counts where it turns the criterion with
//! all. An amount of money of who is not in the field moves each career along a straight line, so that
//! it is searched between two simulations. Every flip is what the changed profile comes to with all
//! careers.

use std::cell::OnceCell;

use super::candidates::{
    Candidates, ChangeTo, FLIP_INPUTS, FlipKind, InputValue, candidates, kind, stated,
};
use super::case::Case;
use super::judgment::{Answer, Judged, Judgment, Measured, holds};
use crate::data::CriterionMeasure;
use crate::profile::{Key, Profile};
use crate::quantity::{CareerCount, LifeStage, WaitMonths};

/// One input changed so far that a criterion turns.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The name of the criterion that it turns.
    pub criterion: String,
    /// The input.
    pub input: Key,
    /// Whether the person can bring it about.
    pub kind: FlipKind,
    /// What it is now.
    pub from: InputValue,
    /// The nearest value that turns the criterion.
    pub to: InputValue,
    /// The answer that the whole verdict would then have.
    pub answer: Answer,
}

/// The nearest change of each input that turns a criterion which does not hold, steps that can be taken
/// before facts that cannot be changed.
pub(super) fn flips(case: &Case<'_>, stage: LifeStage, judgment: &Judgment<'_>) -> Vec<Flip> {
    let search = Search {
        case,
        few: case.with_careers(fewer(case)),
        stage,
        choices: FLIP_INPUTS.map(|_| OnceCell::new()),
        money: FLIP_INPUTS.map(|_| OnceCell::new()),
    };
    let mut found = Vec::new();
    for judged in judgment.criteria.iter().filter(|judged| judged.holds != Some(true)) {
        let inputs = (0..).zip(FLIP_INPUTS);
        let relevant = inputs.filter(|(_, input)| bears_on(*input, judged.criterion.measure));
        let mut turning: Vec<Flip> =
            relevant.filter_map(|(at, input)| search.flip(judged, at, input)).collect();
        turning.sort_by_key(|flip| flip.kind as u8);
        found.append(&mut turning);
    }
    found
}

/// Whether an input can move what a criterion measures; nothing moves what is true of the world.
fn bears_on(input: Key, measure: CriterionMeasure) -> bool {
    use CriterionMeasure as M;
    use Key as K;
    let gets_there = matches!(input, K::Program | K::Study | K::Certs);
    let costs = matches!(input, K::Aid | K::Tuition | K::Pay);
    let at_home = matches!(input, K::State | K::Setting | K::Specialty | K::Ai);
    let later = matches!(input, K::Pivot | K::CertsPlan);
    let elsewhere = matches!(input, K::GeoPay | K::EmployerState | K::Remote);
    match measure {
        M::WorkStyle(style) => input.as_work_style() == Some(style),
        M::AiAdoption => input == K::Ai,
        M::MonthsToFirstPay => gets_there || input == K::Wait,
        M::CodingJobIn3Years => gets_there,
        M::MonthsToRemote => gets_there || matches!(input, K::Wait | K::Remote),
        M::RemoteIn5Years => gets_there || input == K::Remote,
        M::MeanGainIn5Years | M::MeanGainIn10Years => gets_there || costs || at_home || later,
        M::GainIn5Years => gets_there || costs || at_home || later || elsewhere,
        M::LossOverPresentPay | M::LossOverEntryPay => gets_there || costs || input == K::State,
        M::Year5Pay | M::Year5PayOverPresent => at_home || later || input == K::Pay,
        M::LocationQuotient => matches!(input, K::State | K::Remote),
        M::ProgramsAboveHighSchool => input == K::State,
        M::EmployerOverHome => matches!(input, K::State | K::EmployerState | K::GeoPay),
        M::BestNextStep => matches!(input, K::Ai | K::EmployerState),
        M::PayPercentile => input == K::Pay,
        M::RolesOverCoder | M::GrowthOverAll | M::Openings | M::RealPayGrowth | M::RemoteShare => {
            false
        }
    }
}

/// A choice, asked with few careers and with all.
struct Trial<'t> {
    to: InputValue,
    few: Case<'t>,
    all: Case<'t>,
}

/// The two ends of a search for an amount, asked with all careers.
type Ends<'t> = [Case<'t>; 2];

struct Search<'c, 't> {
    case: &'c Case<'t>,
    /// The same with few careers.
    few: Case<'t>,
    stage: LifeStage,
    /// By input: what it can be changed to, tried for one criterion after the other.
    choices: [OnceCell<Vec<Trial<'t>>>; FLIP_INPUTS.len()],
    /// By input: the ends of the search down and up.
    money: [OnceCell<Vec<(u32, Ends<'t>)>>; FLIP_INPUTS.len()],
}

impl<'t> Search<'_, 't> {
    fn flip(&self, judged: &Judged<'_>, at: usize, input: Key) -> Option<Flip> {
        let profile = self.case.profile();
        let (to, answer) = match candidates(self.case.tables(), profile, input) {
            Candidates::Choices(choices) => self.choice(judged, at, choices),
            Candidates::Numbers { around, ends, change } => {
                self.number(judged, (at, input), around, &ends, &change)
            }
        }?;
        let criterion = judged.criterion.id.clone();
        let (kind, from) = (kind(profile, input), stated(profile, input));
        Some(Flip { criterion, input, kind, from, to, answer })
    }

    /// The first choice that turns a criterion.
    fn choice(
        &self,
        judged: &Judged<'_>,
        at: usize,
        choices: Vec<(InputValue, Profile)>,
    ) -> Option<(InputValue, Answer)> {
        let trials = self.choices[at].get_or_init(|| {
            let trial = |(to, changed): (InputValue, Profile)| {
                let few = self.case.of_other(changed.clone(), fewer(self.case));
                Trial { to, few, all: self.case.of_other(changed, self.case.careers()) }
            };
            choices.into_iter().map(trial).collect()
        });
        trials
            .iter()
            .filter(|trial| self.may_turn(&trial.few, judged))
            .find_map(|trial| Some((trial.to.clone(), self.verified(&trial.all, judged)?)))
    }

    /// The nearest number that turns a criterion.
    fn number(
        &self,
        judged: &Judged<'_>,
        (at, input): (usize, Key),
        [below, above]: [u32; 2],
        ends: &[u32],
        change: &ChangeTo<'_>,
    ) -> Option<(InputValue, Answer)> {
        let ask = |number: u32| self.case.of_other(change(number).1, self.case.careers());
        let searches = self.money[at].get_or_init(|| {
            let beyond = ends.iter().filter(|&&end| end > above || end < below);
            beyond
                .map(|&end| {
                    let now = if end > above { below } else { above };
                    (end, [ask(now), ask(end)])
                })
                .collect()
        });
        let from = |end: u32| if end > above { below } else { above };
        // An amount that is not stated may turn it where it is now, by being stated: then the last one
        // that does is found.
        let is_stated = stated(self.case.profile(), input) != InputValue::NotStated;
        let by_stating = |(_, [near, far]): &&(u32, Ends<'t>)| {
            !is_stated && turns(near, judged) && !turns(far, judged)
        };
        let stating = searches.iter().find(by_stating);
        let turning = || searches.iter().find(|(_, [_, far])| turns(far, judged));
        let &(end, ref ends) = stating.or_else(turning)?;
        let (not, does) = if stating.is_some() { (end, from(end)) } else { (from(end), end) };
        let straight = !self.case.profile().works_in_the_field();
        let at_number = |number: u32| {
            let part = f64::from(number.abs_diff(from(end))) / f64::from(end.abs_diff(from(end)));
            let profile = change(number).1;
            let simulated = needs_careers(judged.criterion.measure) && straight;
            let between = || Case::between(&ends[0], &ends[1], part, profile.clone());
            let between = if simulated { between() } else { None };
            between.unwrap_or_else(|| self.case.of_other(profile.clone(), fewer(self.case)))
        };
        let found = nearest(not, does, |number| turns(&at_number(number), judged));
        // A rounding may keep the very nearest from turning.
        let further = if does > found { found + 1 } else { found.saturating_sub(1) };
        [found, further].into_iter().find_map(|number| {
            let (to, profile) = change(number);
            let case = self.case.of_other(profile, self.case.careers());
            Some((to, self.verified(&case, judged)?))
        })
    }

    /// Whether a changed case may turn a criterion: it does by what few careers say of the change, which
    /// draw the same random numbers with and without it, or so nearly that it may with all.
    fn may_turn(&self, few: &Case<'t>, judged: &Judged<'_>) -> bool {
        const OF_THE_CHANGE: f64 = 0.1;
        let measure = judged.criterion.measure;
        let numbers = (few.measured(measure), self.few.measured(measure), judged.measured);
        let (Measured::Number(with), Measured::Number(without), Measured::Number(now)) = numbers
        else {
            return turns(few, judged);
        };
        let change = with - without;
        let slack = (change * OF_THE_CHANGE).abs() + least_slack(measure);
        let wait = few.profile().seeker().wait.map(WaitMonths::get);
        let turned = |by: f64| {
            let number = Measured::Number(now + change + by);
            holds(judged.criterion.threshold, wait, number) == Some(true)
        };
        turned(slack) || turned(-slack)
    }

    /// The answer of a changed case, when the criterion holds there.
    fn verified(&self, changed: &Case<'t>, judged: &Judged<'_>) -> Option<Answer> {
        turns(changed, judged).then(|| changed.judge(self.stage).answer)
    }
}

fn fewer(case: &Case<'_>) -> CareerCount {
    const PART: u32 = 16;
    CareerCount::new(case.careers().get() / PART).unwrap_or(case.careers())
}

/// How far a change between few careers may be off, at least.
const fn least_slack(measure: CriterionMeasure) -> f64 {
    use CriterionMeasure as M;
    match measure {
        M::MeanGainIn5Years | M::MeanGainIn10Years => 100.0,
        M::MonthsToFirstPay | M::MonthsToRemote => 1.0,
        _ => 0.01,
    }
}

/// Whether a criterion is measured on simulated careers.
const fn needs_careers(measure: CriterionMeasure) -> bool {
    use CriterionMeasure as M;
    matches!(measure, M::MeanGainIn5Years | M::MeanGainIn10Years | M::GainIn5Years | M::Year5Pay)
}

fn turns(case: &Case<'_>, judged: &Judged<'_>) -> bool {
    let wait = case.profile().seeker().wait.map(WaitMonths::get);
    let criterion = judged.criterion;
    holds(criterion.threshold, wait, case.measured(criterion.measure)) == Some(true)
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
