use crate::data::{SourceIndex, Tables};
use crate::profile::Profile;

use super::claims::{KnownBias, known_biases};
use super::combination::{Overlap, combine};
use super::figures::{Estimator, Figures, ScenarioPay};
use super::grade::{GradeReason, grade_reasons};
use super::sources;
use super::step::{Step, steps};

/// What workers like the one described earn, and how that was worked out.
#[derive(Clone, Debug)]
pub struct Estimate<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// The answer.
    pub figures: Figures<'t>,
    /// From the published wage to the mean.
    pub steps: Vec<Step>,
    /// Factors that move pay given the others in a way that their effect alone does not suggest.
    pub overlaps: Vec<Overlap>,
    /// Why the grade is what it is; never empty.
    pub grade_reasons: Vec<GradeReason<'t>>,
    /// What is known of answers like this one next to published claims.
    pub known_biases: Vec<KnownBias<'t>>,
    /// Every source, each once, in the order of the table.
    pub sources: Vec<SourceIndex>,
}

/// What workers like the one described earn, and how that was worked out.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::{engine::estimate, profile::Profile};
/// let tables = mbc_calc::built_in();
/// let answer = estimate(&tables, &Profile::default());
/// assert_eq!(answer.figures.chosen().pay.mean.get(), 56_790.0);
/// ```
#[must_use]
pub fn estimate<'t>(tables: &'t Tables, profile: &Profile) -> Estimate<'t> {
    Estimator::new(tables).estimate(profile)
}

impl<'t> Estimator<'t> {
    /// What workers like the one described earn, and how that was worked out.
    ///
    /// # Panics
    /// When the profile was made with other tables.
    pub fn estimate(&mut self, profile: &Profile) -> Estimate<'t> {
        let tables = self.tables();
        let figures = self.figures(profile);
        let ScenarioPay { scenario, wages, .. } = figures.chosen();
        let combined = combine(tables, profile);
        let steps = steps(tables, profile, scenario.locality(), wages, &combined);
        let step_sources = steps.iter().flat_map(|step| step.sources.iter().copied());
        Estimate {
            tables,
            profile: profile.clone(),
            overlaps: combined.overlaps(tables),
            grade_reasons: grade_reasons(tables, profile, wages),
            known_biases: known_biases(tables, profile, scenario.place),
            sources: sources::of_estimate(tables, profile, step_sources, figures.contract.as_ref()),
            figures,
            steps,
        }
    }
}
