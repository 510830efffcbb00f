//! The estimate of one place (`docs/METHOD.md`, "The estimate").

use crate::data::{Salary, Tables};
use crate::quantity::{LogEffect, LogQuantiles, Pay};

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
    /// The spread when the stated factors explain `explained`.
    #[must_use]
    pub fn of(tables: &Tables, explained: f64) -> Self {
        let variance = LogQuantiles::of(&tables.salaries.nation().pay.percentiles).variance();
        let k = libm::sqrt((1.0 - explained / variance).max(0.0));
        Self { explained, variance, k }
    }
}

/// The published pay of a place moved by `effect` (d, its level included) and narrowed by `k`.
///
/// With y the log percentiles of the row, m(·) the mean of a distribution and M the published mean:
/// c = ln m(y) + d − ln m(k·(y − y50)), q = exp(c + k·(y − y50)), mean = M·exp(d).
///
/// ```
/// use mbc_calc::{engine::pay, quantity::LogEffect};
/// let tables = mbc_calc::built_in();
/// let row = tables.salaries.nation();
/// assert_eq!(pay(row, LogEffect::NONE, 1.0).mean, row.pay.mean);
/// ```
#[must_use]
pub fn pay(row: &Salary, effect: LogEffect, k: f64) -> Pay {
    let published = LogQuantiles::of(&row.pay.percentiles);
    let narrowed = published.centred(k);
    let centre =
        libm::log(published.mean().get()) + effect.get() - libm::log(narrowed.mean().get());
    Pay {
        percentiles: narrowed.shifted(centre).amounts(),
        mean: row.pay.mean.times(effect.factor()),
    }
}
