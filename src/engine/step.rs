use crate::data::{Basis, SourceIndex, Tables};
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Dollars, Factor, LogEffect, PlaceCode};

use super::combination::{Combined, StatedFactor, level_effect};

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
    /// The published wages of a place: where the answer starts.
    Place(PlaceCode),
    /// The pay level of the trade survey.
    SurveyLevel,
    /// A fact about the person.
    Factor(Factor),
}

impl StepKind {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place(_) => "place",
            Self::SurveyLevel => "level",
            Self::Factor(factor) => factor.name(),
        }
    }
}

/// The steps of a profile at a place, in order.
pub(super) fn steps(
    tables: &Tables,
    profile: &Profile,
    place: PlaceCode,
    combined: &Combined,
) -> Vec<Step> {
    let row =
        tables.salaries.get(place).expect("a profile names only places that have a row of wages");
    let mut steps = vec![Step {
        kind: StepKind::Place(place),
        basis: Basis::Published,
        effect: LogEffect::NONE,
        weight: 1.0,
        factor: 1.0,
        mean_after: row.pay.mean,
        sources: vec![row.source],
    }];
    if profile.level() == PayLevel::Survey {
        let survey = &tables.certifications.survey;
        let nation = tables.salaries.nation();
        let mut sources = survey.sources.clone();
        sources.push(nation.source);
        let effect = level_effect(tables, PayLevel::Survey);
        push(&mut steps, StepKind::SurveyLevel, survey.basis, effect, 1.0, sources);
    }
    for &StatedFactor { factor, effect, weight } in &combined.factors {
        let (basis, sources) = evidence(tables, profile, factor);
        push(&mut steps, StepKind::Factor(factor), basis, effect, weight, sources);
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

/// The basis and the sources of a stated factor's effect.
fn evidence(tables: &Tables, profile: &Profile, factor: Factor) -> (Basis, Vec<SourceIndex>) {
    let of_level = |table: &crate::data::LevelTable, index| {
        let evidence = &table.get(index).evidence;
        (evidence.basis, evidence.sources.clone())
    };
    let found = match factor {
        Factor::Certifications => profile.certifications().map(|count| {
            let evidence = &tables.certifications.level(count).evidence;
            // The effect is against the survey's average, which rests on an assumed share.
            let basis = evidence.basis.max(tables.certifications.survey.basis);
            (basis, evidence.sources.clone())
        }),
        Factor::Experience => profile.experience().map(|years| {
            let (from, to) = tables.experience.around(years);
            let mut sources = from.evidence.sources.clone();
            sources.extend(&to.evidence.sources);
            sources.sort_unstable();
            sources.dedup();
            (from.evidence.basis.max(to.evidence.basis).max(Basis::Derived), sources)
        }),
        Factor::Specialty => profile.specialty().map(|i| of_level(&tables.specialties, i)),
        Factor::Setting => profile.setting().map(|i| of_level(&tables.settings, i)),
        Factor::Education => profile.education().map(|i| of_level(&tables.education, i)),
    };
    found.expect("only stated factors become steps")
}
