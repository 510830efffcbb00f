//! What the person adds: the effects of the stated factors, weighted so that shared dollars count
//! once (`docs/METHOD.md`, "What the person adds").

use crate::data::Tables;
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Factor, FactorSet, LogEffect, Weights};

/// The stated factors together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CombinedFactors {
    /// Each stated factor with its effect and weight, in the order of [`Factor::ALL`].
    pub factors: Vec<StatedFactor>,
    /// d without the pay level: the weighted effects added up.
    pub effect: LogEffect,
    /// r: the variance of log pay that the stated factors explain.
    pub explained: f64,
}

/// One stated factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct StatedFactor {
    /// Which factor.
    pub factor: Factor,
    /// e: its effect when it is the only one known.
    pub effect: LogEffect,
    /// w: the weight of its effect given the others, 0 to 1.
    pub weight: f64,
}

/// A factor that moves pay the other way given the others than alone, or further the same way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// The factor.
    pub factor: Factor,
    /// Its effect alone.
    pub alone: LogEffect,
    /// The effect that the other stated factors already imply for it.
    pub implied: LogEffect,
    /// What stating it does to pay given the others.
    pub given_others: LogEffect,
}

/// The log effect of one stated factor by itself, e = ln(level / reference); of a specialty, which is
/// measured from a general coder, less the center of the specialties, so that it is measured from the
/// average worker as the others are.
fn effect_alone(tables: &Tables, profile: &Profile, factor: Factor) -> Option<LogEffect> {
    match factor {
        Factor::Certifications => {
            profile.certifications().map(|count| tables.certifications.level(count).effect)
        }
        Factor::Experience => profile.experience().map(|years| tables.experience.effect(years)),
        Factor::Specialty => profile.specialty().map(|level| {
            let center = tables.combination.specialty_center.effect;
            tables.specialties.get(level).effect.plus(center.weighted(-1.0))
        }),
        Factor::Setting => profile.setting().map(|level| tables.settings.get(level).effect),
        Factor::Education => profile.education().map(|level| tables.education.get(level).effect),
    }
}

/// The stated factors of a profile, each with its weight.
#[must_use]
pub(crate) fn combine(tables: &Tables, profile: &Profile) -> CombinedFactors {
    let weights = tables.combination.covariance.weights(profile.stated());
    let weighted = |factor| {
        let effect = effect_alone(tables, profile, factor)?;
        Some(StatedFactor { factor, effect, weight: weights.of(factor) })
    };
    CombinedFactors {
        factors: profile.stated().iter().filter_map(weighted).collect(),
        effect: combine_with(tables, profile, &weights),
        explained: weights.explained,
    }
}

/// d without the pay level, Σ w·e, when the weights of the stated factors are known.
pub(super) fn combine_with(tables: &Tables, profile: &Profile, weights: &Weights) -> LogEffect {
    profile.stated().iter().fold(LogEffect::NONE, |sum, factor| {
        match effect_alone(tables, profile, factor) {
            Some(effect) => sum.plus(effect.weighted(weights.of(factor))),
            None => sum,
        }
    })
}

impl CombinedFactors {
    /// A movement of pay that a reader would notice: a tenth of a percent.
    const NOTICEABLE: f64 = 0.001;

    /// The factors that move pay the other way given the others than alone, or further the same
    /// way, because the others already imply another level of them than is stated.
    #[must_use]
    pub(crate) fn overlaps(&self, tables: &Tables) -> Vec<Overlap> {
        let stated: FactorSet = self.factors.iter().map(|f| f.factor).collect();
        let overlap = |f: &StatedFactor| {
            let others = stated.without(f.factor);
            let carried = tables.combination.covariance.carried_over(f.factor, others);
            let implied = self
                .factors
                .iter()
                .filter(|g| g.factor != f.factor)
                .fold(LogEffect::NONE, |sum, g| sum.plus(g.effect.weighted(carried.of(g.factor))));
            let news = f.effect.plus(implied.weighted(-1.0));
            let given_others = news.weighted(f.weight);
            let (alone, now) = (f.effect.get(), given_others.get());
            let reversed = alone * now <= 0.0 || now.abs() > alone.abs();
            (reversed && now.abs() > Self::NOTICEABLE).then_some(Overlap {
                factor: f.factor,
                alone: f.effect,
                implied,
                given_others,
            })
        };
        self.factors.iter().filter_map(overlap).collect()
    }
}

/// L: how much more the survey's members report than the workers of the wage table, or nothing on
/// the wage table's own level.
///
/// # Panics
/// Never: the means of checked tables are amounts above zero.
#[must_use]
pub(crate) fn level_effect(tables: &Tables, level: PayLevel) -> LogEffect {
    match level {
        PayLevel::Oews => LogEffect::NONE,
        PayLevel::Survey => {
            let survey = tables.certifications.survey.mean.get();
            let nation = tables.salaries.nation().pay.mean.get();
            LogEffect::from_ratio(survey / nation).expect("both means are amounts above zero")
        }
    }
}
