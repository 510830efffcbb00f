//! Whether each criterion holds, and what follows.

use crate::data::{Criterion, CriterionKind, Threshold};
use crate::profile::AiAdoption;
use crate::quantity::named;

named! {
    /// Whether the career is worth it.
    #[derive(PartialOrd, Ord)]
    pub enum Answer {
        /// No.
        No = "no",
        /// It depends on something that is named.
        Conditional = "conditional",
        /// Yes.
        Yes = "yes",
    }
}

/// A criterion with what was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged<'t> {
    /// The criterion.
    pub criterion: &'t Criterion,
    /// What was measured.
    pub measured: Measured,
    /// Whether it compares pays after taxes, which takes that they are asked for.
    pub is_after_tax: bool,
    /// The months that the person can wait, where that is stated.
    pub wait: Option<u32>,
    /// Whether it holds; none where that is not known.
    pub holds: Option<bool>,
}

/// What a criterion measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// A number.
    Number(f64),
    /// What the person says of themselves, if anything.
    Said(Option<bool>),
    /// How the person takes up AI tools, if stated.
    Adoption(Option<AiAdoption>),
    /// More than any number, and why.
    BeyondMeasure(&'static str),
    /// Nothing that would count, and why: the criterion holds.
    Irrelevant(&'static str),
    /// Nothing, and why.
    Missing(&'static str),
}

named! {
    /// Why an answer is no more than conditional.
    pub enum Reservation {
        /// A criterion that must hold is not known.
        UnknownMust = "unknown_must",
        /// No more than half of those that should hold do.
        FewShoulds = "few_shoulds",
        /// It would not be yes on the pay scale of where the person lives, or is not known to be.
        EmployersScale = "employers_scale",
    }
}

/// The criteria of a stage, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgment<'t> {
    /// Whether the career is worth it.
    pub answer: Answer,
    /// Every criterion in the order of the table.
    pub criteria: Vec<Judged<'t>>,
    /// Why the answer is no more than conditional, where it is that.
    pub reservations: Vec<Reservation>,
}

/// Whether a measured value is enough; `wait`: the months that the person can wait.
pub(super) fn holds(threshold: Threshold, wait: Option<u32>, measured: Measured) -> Option<bool> {
    // A share of simulated careers that should equal its threshold may miss it by a rounding.
    const SLACK: f64 = 1e-9;
    match (threshold, measured) {
        (_, Measured::Irrelevant(_))
        | (Threshold::AtLeast(_) | Threshold::MoreThan(_), Measured::BeyondMeasure(_)) => {
            Some(true)
        }
        (Threshold::AtLeast(least), Measured::Number(number)) => Some(number >= least - SLACK),
        (Threshold::AtMost(most), Measured::Number(number)) => Some(number <= most + SLACK),
        (Threshold::MoreThan(than), Measured::Number(number)) => Some(number > than + SLACK),
        (Threshold::WithinWait, Measured::Number(months)) => {
            wait.map(|wait| months <= f64::from(wait) + SLACK)
        }
        (Threshold::AtMost(_) | Threshold::WithinWait, Measured::BeyondMeasure(_)) => Some(false),
        (Threshold::Said(wanted), Measured::Said(said)) => said.map(|said| said == wanted),
        (Threshold::NotAvoided, Measured::Adoption(ai)) => ai.map(|ai| ai != AiAdoption::Avoid),
        _ => None,
    }
}

impl<'t> Judgment<'t> {
    /// The reasons in favor: the criteria that hold, musts first, then by the widest margin.
    #[must_use]
    pub fn in_favor(&self) -> Vec<&Judged<'t>> {
        self.strongest_first(Some(true))
    }

    /// The reasons against: the criteria that do not hold, in the same order.
    #[must_use]
    pub fn against(&self) -> Vec<&Judged<'t>> {
        self.strongest_first(Some(false))
    }

    /// What is still to answer: the criteria of which nothing is known, musts first, as the table has them.
    #[must_use]
    pub fn open(&self) -> Vec<&Judged<'t>> {
        self.strongest_first(None)
    }

    fn strongest_first(&self, holds: Option<bool>) -> Vec<&Judged<'t>> {
        let mut found: Vec<&Judged<'t>> =
            self.criteria.iter().filter(|judged| judged.holds == holds).collect();
        let is_should = |judged: &Judged<'_>| judged.criterion.kind == CriterionKind::Should;
        found.sort_by(|a, b| {
            // Of equals the first of the table counts.
            is_should(a).cmp(&is_should(b)).then(b.margin().total_cmp(&a.margin()))
        });
        found
    }
}

impl Judged<'_> {
    /// What the measured number is compared with, where that is a number.
    #[must_use]
    pub fn asked(&self) -> Option<f64> {
        match self.criterion.threshold {
            Threshold::AtLeast(asked) | Threshold::AtMost(asked) | Threshold::MoreThan(asked) => {
                Some(asked)
            }
            Threshold::WithinWait => self.wait.map(f64::from),
            Threshold::Said(_) | Threshold::NotAvoided => None,
        }
    }

    /// How far the measured value is from the threshold, as a share of the threshold; for what is
    /// measured against nothing, a tenth; for what a person says, none.
    fn margin(&self) -> f64 {
        const AGAINST_NOTHING: f64 = 0.1;
        match (self.asked(), self.measured) {
            (Some(from), Measured::Number(number)) if from.abs() > 0.0 => {
                (number - from).abs() / from.abs()
            }
            (Some(_), _) => AGAINST_NOTHING,
            (None, _) => 0.0,
        }
    }
}
