//! The estimate of one place (`docs/METHOD.md`, "The estimate").

use crate::quantity::{Dollars, LogEffect, LogQuantiles, Pay, Percentile, Percentiles};

/// How much of the variance of log pay is explained, and how much narrower the range is for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// r: what the stated factors explain.
    pub explained: f64,
    /// v: the variance of log pay of the nation.
    pub variance: f64,
    /// k = √(1 − r/v): the width that is left.
    pub k: f64,
}

impl Spread {
    /// The spread when the stated factors explain `explained` of the pay of an occupation, which is
    /// `nation` in the nation.
    #[must_use]
    pub fn new(nation: &Pay, explained: f64) -> Self {
        let variance = LogQuantiles::new(&nation.percentiles).variance();
        let k = libm::sqrt((1.0 - explained / variance).max(0.0));
        Self { explained, variance, k }
    }
}

/// The published pay of a place with its range narrowed by k, ready to be moved by an effect.
///
/// With y the log percentiles of the row, m(·) the mean of a distribution and M the published mean:
/// c = ln m(y) + d − ln m(k·(y − y50)), q = exp(c)·exp(k·(y − y50)), mean = M·exp(d).
///
/// ```
/// use mbc_calc::{engine::NarrowedPay, quantity::LogEffect};
/// let tables = mbc_calc::built_in();
/// let row = tables.salaries.nation();
/// assert_eq!(NarrowedPay::new(&row.pay, 1.0).shifted(LogEffect::NONE).mean, row.pay.mean);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NarrowedPay {
    /// exp(k·(y − y50)): each percentile over the median.
    over_median: [f64; 5],
    /// m(y) / m(k·(y − y50)): the median when nothing moves the mean.
    median: f64,
    /// M: the published mean.
    mean: Dollars,
}

impl NarrowedPay {
    /// The pay of a place with its range narrowed to `k` of its width on the log scale.
    #[must_use]
    pub fn new(pay: &Pay, k: f64) -> Self {
        let published = LogQuantiles::new(&pay.percentiles);
        let narrowed = published.centered(k);
        Self {
            over_median: Percentile::ALL.map(|percentile| libm::exp(narrowed.at(percentile))),
            median: published.mean().get() / narrowed.mean().get(),
            mean: pay.mean,
        }
    }

    /// The pay when the mean is moved by `effect` (d, its level included).
    ///
    /// # Panics
    /// Never: the percentiles of a checked row keep their order when all are multiplied alike.
    #[must_use]
    pub fn shifted(&self, effect: LogEffect) -> Pay {
        let factor = effect.factor();
        let median = Dollars::new(self.median * factor).expect("a checked row has a finite median");
        let percentiles = Percentiles::new(self.over_median.map(|ratio| median.times(ratio)))
            .expect("multiplying all alike keeps their order");
        Pay { percentiles, mean: self.mean.times(factor) }
    }
}

/// The same, to be read at any rank and not only at the five percentiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PayAtQuantile {
    narrowed: LogQuantiles,
    log_median: f64,
}

impl PayAtQuantile {
    /// A published row with its range narrowed to `k` of its width on the log scale.
    pub(super) fn new(pay: &Pay, k: f64) -> Self {
        let published = LogQuantiles::new(&pay.percentiles);
        let narrowed = published.centered(k);
        let log_median = libm::log(published.mean().get() / narrowed.mean().get());
        Self { narrowed, log_median }
    }

    /// The log of the pay at the rank of a normal score, when nothing moves the mean.
    pub(super) fn log_at(&self, score: f64) -> f64 {
        self.log_median + self.narrowed.at_score(score)
    }

    /// The normal score at which the log of the pay is so much, when nothing moves the mean.
    pub(super) fn score_of(&self, log_amount: f64) -> f64 {
        self.narrowed.score_of(log_amount - self.log_median)
    }
}
