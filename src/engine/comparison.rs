//! Profiles side by side, and which steps make the difference.
//!
//! With M0 and M1 the means of the base and of another profile, a step that multiplies them by f0
//! and f1 contributes
//!
//! ```text
//! (ln f1 − ln f0) · (M1 − M0) / (ln M1 − ln M0)
//! ```
//!
//! dollars of the difference. A place counts as its published mean and a step that a profile does
//! not have as a factor of 1, so the logs add up to ln M1 − ln M0 and the contributions to M1 − M0,
//! whatever the order of the steps. The second factor is the logarithmic mean of M0 and M1: the
//! additive form of the logarithmic mean Divisia index (B. W. Ang, "The LMDI approach to
//! decomposition analysis", Energy Policy 33, 2005). Of a contractor who states a rate the mean is what
//! that leaves, and what this makes of the mean of employees is a step of its own.

use super::estimate::Estimate;
use super::figures::Estimator;
use super::step::{Step, StepKind};
use crate::data::Tables;
use crate::profile::{NamedProfile, Profile};
use crate::quantity::{Change, Dollars, Factor};

/// A profile and others compared with it.
#[derive(Clone, Debug)]
pub struct Comparison<'t> {
    /// What the base is called.
    pub base_name: String,
    /// What the others are compared with.
    pub base: Estimate<'t>,
    /// The others, in the order in which they were given.
    pub others: Vec<Compared<'t>>,
}

/// A profile compared with the base.
#[derive(Clone, Debug)]
pub struct Compared<'t> {
    /// What it is called.
    pub name: String,
    /// Its own answer.
    pub estimate: Estimate<'t>,
    /// What each step contributes to the difference of the means, in the order of the steps: every
    /// step that one of the two profiles has.
    pub contributions: Vec<Contribution>,
}

/// What a step contributes to the difference of two means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// What makes the difference.
    pub kind: Cause,
    /// Dollars of the mean.
    pub dollars: Change,
}

/// What makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A step; a place is that of the profile compared.
    Step(StepKind),
    /// The rate of a contractor.
    Contract,
}

impl Cause {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Step(kind) => kind.name(),
            Self::Contract => "contract",
        }
    }
}

/// Compares profiles with a base. Taxes are taken where one of them asks for it, or bills at a rate.
///
/// # Panics
/// When a profile was made with other tables.
///
/// ```
/// use mbc_calc::engine::compare;
/// use mbc_calc::profile::{Draft, ProfileSet};
/// let tables = mbc_calc::built_in();
/// let set = ProfileSet::default().with_base(Draft::default()).with_variation("certs=1");
/// let profiles = set.profiles(&tables).unwrap();
/// let comparison = compare(&tables, &profiles[0], &profiles[1..]);
/// let parts = &comparison.others[0].contributions;
/// let sum: f64 = parts.iter().map(|part| part.dollars.get()).sum();
/// assert!((sum - (53_784.0 - 56_790.0)).abs() < 1.0);
/// ```
#[must_use]
pub fn compare<'t>(
    tables: &'t Tables,
    base: &NamedProfile,
    others: &[NamedProfile],
) -> Comparison<'t> {
    let mut estimator = Estimator::new(tables);
    let asks = |named: &NamedProfile| {
        let work = named.profile.work();
        named.profile.taxes().is_asked() || work.is_contract() && work.hourly_rate.is_some()
    };
    let is_asked = asks(base) || others.iter().any(asks);
    let mut estimate = |profile: &Profile| {
        let mut estimate = estimator.estimate(profile);
        if is_asked {
            estimate.figures.take_taxes(tables, profile);
        }
        estimate
    };
    let base_name = base.name.clone();
    let base = estimate(&base.profile);
    let compared = others.iter().map(|NamedProfile { name, profile }| {
        let estimate = estimate(profile);
        let contributions = contributions(&base, &estimate);
        Compared { name: name.clone(), estimate, contributions }
    });
    let others = compared.collect();
    Comparison { base_name, base, others }
}

/// The steps of two answers, each with its contribution.
fn contributions(base: &Estimate<'_>, other: &Estimate<'_>) -> Vec<Contribution> {
    let [from, to] = [base, other].map(|answer| answer.figures.compared_pay().mean);
    let scale = logarithmic_mean(from, to);
    let level_and_factors =
        std::iter::once(StepKind::SurveyLevel).chain(Factor::ALL.into_iter().map(StepKind::Factor));
    let place = StepKind::Place(other.figures.chosen().scenario.locality());
    let kinds = std::iter::once(place).chain(level_and_factors).chain([StepKind::Hours]);
    let part = |kind, log_change: f64| Contribution {
        kind,
        dollars: Change::new(log_change * scale).unwrap_or_default(),
    };
    let contribution = |kind: StepKind| {
        let (before, after) = (step(base, kind), step(other, kind));
        if before.is_none() && after.is_none() {
            return None;
        }
        let log_change = after.map_or(0.0, log_factor) - before.map_or(0.0, log_factor);
        Some(part(Cause::Step(kind), log_change))
    };
    let rates = [base, other].map(|answer| {
        let stated = answer.figures.contract.as_ref().and_then(|contract| contract.stated);
        stated.map(|stated| log(stated.leaves) - log(answer.figures.chosen().pay.mean))
    });
    let [before, after] = rates.map(Option::unwrap_or_default);
    let contract = (rates != [None, None]).then(|| part(Cause::Contract, after - before));
    kinds.filter_map(contribution).chain(contract).collect()
}

/// The step of this name; the place of another answer may be another place.
fn step<'e>(estimate: &'e Estimate<'_>, kind: StepKind) -> Option<&'e Step> {
    estimate.steps.iter().find(|step| step.kind.name() == kind.name())
}

/// ln f of a step: of a place the log of its published mean.
fn log_factor(step: &Step) -> f64 {
    match step.kind {
        StepKind::Place(_) => log(step.mean_after),
        StepKind::SurveyLevel | StepKind::Factor(_) | StepKind::Hours => {
            step.effect.weighted(step.weight).get()
        }
    }
}

/// The logarithmic mean of two amounts, (to − from) / (ln to − ln from): between the two, and each
/// of them when they are the same.
fn logarithmic_mean(from: Dollars, to: Dollars) -> f64 {
    const NEAR: f64 = 1e-3;
    let apart = log(to) - log(from);
    if apart.abs() < NEAR {
        // The next term of the series is below 1e-15 here, where the quotient would lose digits.
        return libm::sqrt(from.get()) * libm::sqrt(to.get()) * (1.0 + apart * apart / 24.0);
    }
    Change::between(from, to).get() / apart
}

/// The log of an amount; below one cent it counts as one cent.
fn log(amount: Dollars) -> f64 {
    libm::log(amount.get().max(0.01))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars(amount: f64) -> Dollars {
        Dollars::new(amount).unwrap()
    }

    #[test]
    fn the_logarithmic_mean_is_the_textbook_one() {
        // 1 / ln 2 for 1 and 2.
        let mean = logarithmic_mean(dollars(1.0), dollars(2.0));
        assert!((mean - std::f64::consts::LOG2_E).abs() < 1e-12, "{mean}");
        let mean = logarithmic_mean(dollars(50_000.0), dollars(50_000.0));
        assert!((mean - 50_000.0).abs() < 1e-9, "{mean}");
    }

    #[test]
    fn the_series_and_the_quotient_meet() {
        for apart in [0.000_999, 0.001_001] {
            let (from, to) = (dollars(60_000.0), dollars(60_000.0 * libm::exp(apart)));
            let exact = 60_000.0 * libm::expm1(apart) / apart;
            assert!((logarithmic_mean(from, to) - exact).abs() < 1e-6);
        }
    }
}
