//! The overlap of factors: the best linear prediction of `docs/METHOD.md`, "What the person adds".

use serde::{Deserialize, Serialize};

use super::{Factor, FactorSet};

const N: usize = Factor::ALL.len();
const SOLVED: &str = "every set of factors was solved when the matrix was checked";

/// The spreads of the factors over workers and their correlations, with weights between 0 and 1 for
/// every set of factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Covariance {
    spreads: [f64; N],
    correlations: [[f64; N]; N],
}

/// The reason for which spreads and correlations contradict each other.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CovarianceError {
    /// Some factors determine each other, so that their effects cannot be separated.
    #[error("the correlations of {} contradict each other: the matrix is not positive definite", listed(*.0))]
    NotPositiveDefinite(FactorSet),
    /// A factor would count less than nothing or more than in full.
    #[error("the weight of `{}` would be {weight:.4} when {} are stated: outside 0 to 1", .factor.name(), listed(*.stated))]
    WeightOutOfRange {
        /// The factors stated.
        stated: FactorSet,
        /// The factor with the weight out of range.
        factor: Factor,
        /// The weight it would have.
        weight: f64,
    },
}

fn listed(factors: FactorSet) -> String {
    factors.iter().map(|factor| format!("`{}`", factor.name())).collect::<Vec<_>>().join(", ")
}

/// The weight of each stated factor, and the variance of log pay that they explain together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    weights: [f64; N],
    /// Σ w·σ²: the explained variance of log pay.
    pub explained: f64,
}

impl Weights {
    /// The weight of a factor; 0 when it is not stated.
    #[must_use]
    pub const fn of(&self, factor: Factor) -> f64 {
        self.weights[factor.index()]
    }
}

impl Covariance {
    /// Takes the standard deviation of each factor's log effect and their correlations, both
    /// indexed as [`Factor::ALL`].
    ///
    /// # Errors
    /// Every set of factors for which the matrix is not positive definite or a weight falls
    /// outside 0 to 1, all of them together.
    pub fn new(
        spreads: [f64; N],
        correlations: [[f64; N]; N],
    ) -> Result<Self, Vec<CovarianceError>> {
        const SLACK: f64 = 1e-9;
        let covariance = Self { spreads, correlations };
        let mut errors = Vec::new();
        for stated in FactorSet::all() {
            let Some(weights) = covariance.solve(stated, |f| covariance.spread(f)) else {
                errors.push(CovarianceError::NotPositiveDefinite(stated));
                continue;
            };
            for factor in stated.iter() {
                let weight = weights.of(factor);
                if !(-SLACK..=1.0 + SLACK).contains(&weight) {
                    errors.push(CovarianceError::WeightOutOfRange { stated, factor, weight });
                }
            }
        }
        if errors.is_empty() { Ok(covariance) } else { Err(errors) }
    }

    /// The standard deviation over workers of a factor's log effect.
    #[must_use]
    pub const fn spread(&self, factor: Factor) -> f64 {
        self.spreads[factor.index()]
    }

    /// The correlation of two factors.
    #[must_use]
    pub const fn correlation(&self, a: Factor, b: Factor) -> f64 {
        self.correlations[a.index()][b.index()]
    }

    /// The weights w = V⁻¹c of the stated factors and the variance r = Σ w·c that they explain.
    ///
    /// # Panics
    /// Never: every set of factors was solved when the matrix was checked.
    #[must_use]
    pub fn weights(&self, stated: FactorSet) -> Weights {
        self.solve(stated, |factor| self.spread(factor)).expect(SOLVED)
    }

    /// The share of each stated factor's effect in the best guess of `unstated`.
    ///
    /// # Panics
    /// Never: every set of factors was solved when the matrix was checked.
    #[must_use]
    pub fn carried_over(&self, unstated: Factor, stated: FactorSet) -> Weights {
        let shared = |factor| self.correlation(factor, unstated) * self.spread(unstated);
        self.solve(stated, shared).expect(SOLVED)
    }

    /// Solves V·w = c by Cholesky decomposition; nothing when V is not positive definite.
    ///
    /// It is solved on the scale of the correlations R, as R·(σw) = c/σ with `shared` = c/σ, so that
    /// one factor alone has the weight 1 exactly, and small spreads lose no precision.
    fn solve(&self, stated: FactorSet, shared: impl Fn(Factor) -> f64) -> Option<Weights> {
        let mut factors = [Factor::Certifications; N];
        let n = stated.len();
        factors.iter_mut().zip(stated.iter()).for_each(|(slot, factor)| *slot = factor);
        let mut lower = [[0.0; N]; N];
        let mut solution = [0.0; N];
        for i in 0..n {
            for j in 0..=i {
                let done: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
                if i == j {
                    let rest = 1.0 - done;
                    if rest.is_nan() || rest <= 1e-10 {
                        return None;
                    }
                    lower[i][i] = libm::sqrt(rest);
                } else {
                    let rest = self.correlation(factors[i], factors[j]) - done;
                    lower[i][j] = rest / lower[j][j];
                }
            }
            let done: f64 = (0..i).map(|k| lower[i][k] * solution[k]).sum();
            solution[i] = (shared(factors[i]) - done) / lower[i][i];
        }
        let mut weights = [0.0; N];
        let mut explained = 0.0;
        for i in (0..n).rev() {
            let done: f64 = (i + 1..n).map(|k| lower[k][i] * solution[k]).sum();
            solution[i] = (solution[i] - done) / lower[i][i];
            weights[factors[i].index()] = solution[i] / self.spread(factors[i]);
            explained += solution[i] * shared(factors[i]);
        }
        Some(Weights { weights, explained })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correlated(rho: f64) -> Result<Covariance, Vec<CovarianceError>> {
        let mut correlations = [[0.0; N]; N];
        correlations[0][1] = rho;
        correlations[1][0] = rho;
        Covariance::new([0.1, 0.1, 0.1, 0.1, 0.1], correlations)
    }

    #[test]
    fn two_equal_factors_share_their_weight_by_hand() {
        let stated = FactorSet::from_iter([Factor::Certifications, Factor::Experience]);
        let weights = correlated(0.25).unwrap().weights(stated);
        // 1 / (1 + 0.25) for two factors of equal spread.
        assert!((weights.of(Factor::Certifications) - 0.8).abs() < 1e-12);
        assert!((weights.of(Factor::Experience) - 0.8).abs() < 1e-12);
        assert!((weights.explained - 0.016).abs() < 1e-12);
    }

    #[test]
    fn one_factor_alone_counts_exactly_once() {
        let covariance = correlated(0.25).unwrap();
        for factor in Factor::ALL {
            let weight = covariance.weights(FactorSet::default().with(factor)).of(factor);
            assert_eq!(weight.to_bits(), 1.0_f64.to_bits(), "{}: {weight}", factor.name());
        }
    }

    #[test]
    fn nothing_stated_explains_nothing() {
        let weights = correlated(0.25).unwrap().weights(FactorSet::default());
        assert!(weights.explained.abs() < f64::EPSILON);
    }

    #[test]
    fn factors_that_determine_each_other_are_refused() {
        let errors = correlated(1.0).unwrap_err();
        assert!(errors.iter().all(|e| matches!(e, CovarianceError::NotPositiveDefinite(_))));
    }

    #[test]
    fn factors_that_nearly_determine_each_other_are_refused() {
        assert!(correlated(libm::sqrt(1.0 - 5e-11)).is_err());
        assert!(correlated(libm::sqrt(1.0 - 5e-10)).is_ok());
    }

    #[test]
    fn a_weight_outside_its_range_is_refused_with_its_set() {
        let errors = correlated(-0.5).unwrap_err();
        assert!(errors[0].to_string().contains("would be 2.0000"), "{}", errors[0]);
    }
}
