use crate::data::{Basis, CareerRule, Locality, SourceIndex, Tables};
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Dollars, Factor, LogEffect};

use super::combination::{CombinedFactors, StatedFactor, level_effect};
use super::evidence::factor_basis;
use super::figures::hours_effect;
use super::local_wages::LocalWages;
use super::sources::{for_each_factor_source, survey_level_sources};

/// One step from the published wage to the answer; the factors multiplied in order give the mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the step takes into account.
    pub kind: StepKind,
    /// The loosest basis of the numbers in it.
    pub basis: Basis,
    /// e: the effect by itself.
    pub effect: LogEffect,
    /// w: how much of it counts.
    pub weight: f64,
    /// exp(w·e): what the mean is multiplied by.
    pub factor: f64,
    /// The mean after this step.
    pub mean_after: Dollars,
    /// The sources of its numbers.
    pub sources: Vec<SourceIndex>,
}

/// What a step takes into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The published wages of a place: where the answer starts. Those of the whole state stand in
    /// for an area that has none; where a role has none in the state, the factor is what the nation's
    /// are multiplied by.
    Place(Locality),
    /// The pay level of the trade survey.
    SurveyLevel,
    /// A fact about the person.
    Factor(Factor),
    /// Other working hours than those of a full-time job.
    Hours,
}

impl StepKind {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place(_) => "place",
            Self::SurveyLevel => "level",
            Self::Factor(factor) => factor.name(),
            Self::Hours => "hours",
        }
    }
}

/// The steps of a profile at a place, in order.
pub(super) fn steps(
    tables: &Tables,
    profile: &Profile,
    at: Locality,
    wages: &LocalWages<'_>,
    combined: &CombinedFactors,
) -> Vec<Step> {
    let ratio = wages.stand_in.map(|stand_in| stand_in.ratio);
    let mut sources: Vec<_> = wages.sources().collect();
    sources.dedup();
    let mut steps = vec![Step {
        kind: StepKind::Place(at),
        basis: if ratio.is_some() { Basis::Derived } else { Basis::Published },
        effect: ratio.and_then(|r| LogEffect::from_ratio(r).ok()).unwrap_or(LogEffect::NONE),
        weight: 1.0,
        factor: ratio.unwrap_or(1.0),
        mean_after: wages.pay.mean,
        sources,
    }];
    if profile.level() == PayLevel::Survey {
        let survey = &tables.certifications.survey;
        let sources = survey_level_sources(tables).collect();
        let effect = level_effect(tables, PayLevel::Survey);
        push(&mut steps, StepKind::SurveyLevel, survey.basis, effect, 1.0, sources);
    }
    for &StatedFactor { factor, effect, weight } in &combined.factors {
        let basis = factor_basis(tables, profile, factor);
        let mut sources = Vec::new();
        for_each_factor_source(tables, profile, factor, |source| sources.push(source));
        sources.sort_unstable();
        sources.dedup();
        push(&mut steps, StepKind::Factor(factor), basis, effect, weight, sources);
    }
    if profile.work().other_hours().is_some() {
        let rule = &tables.career.rule(CareerRule::PartTime).evidence;
        let sources = rule.sources.clone();
        push(&mut steps, StepKind::Hours, rule.basis, hours_effect(profile), 1.0, sources);
    }
    steps
}

fn push(
    steps: &mut Vec<Step>,
    kind: StepKind,
    basis: Basis,
    effect: LogEffect,
    weight: f64,
    sources: Vec<SourceIndex>,
) {
    let before = steps.last().expect("the place is the first step").mean_after;
    let factor = effect.weighted(weight).factor();
    let mean_after = before.times(factor);
    steps.push(Step { kind, basis, effect, weight, factor, mean_after, sources });
}
