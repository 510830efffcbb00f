//! The place of a stated pay in the range of an answer (`docs/METHOD.md`, "The place of your pay").

use crate::profile::Profile;
use crate::quantity::{Dollars, LogQuantiles, Pay, normal_cdf, normal_quantile};

/// A stated pay and its place in the range of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MyPay {
    /// The pay, in dollars a year.
    pub amount: Dollars,
    /// Its place in the range.
    pub rank: PayRank,
}

/// The place of a pay in a range, inverse to reading the range at a rank: between two percentiles the
/// normal score is linear in the log of pay, beyond the outer ones it keeps the slope of the last
/// segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PayRank {
    /// The normal score of the rank, of a percentile from 1 to 99.
    pub score: f64,
    /// The percentile, 1 to 99.
    pub percentile: f64,
    /// The pay over the pay at that rank, where it lies outside of these percentiles.
    pub beyond: Option<f64>,
}

/// The nearest normal score from the 1st to the 99th percentile, the outermost ranks that are modeled,
/// and whether it is another.
pub(super) fn nearest_rank(score: f64) -> (f64, bool) {
    let [lowest, highest] = [0.01, 0.99].map(normal_quantile);
    (score.clamp(lowest, highest), score < lowest || score > highest)
}

impl PayRank {
    /// The rank of an amount above 0 in a pay.
    ///
    /// ```
    /// use mbc_calc::{engine::PayRank, quantity::Dollars};
    /// let tables = mbc_calc::built_in();
    /// let nation = &tables.salaries.nation().pay;
    /// let rank = PayRank::new(nation, Dollars::new(64_820.0).unwrap());
    /// assert!((rank.percentile - 75.0).abs() < 1e-9 && rank.beyond.is_none());
    /// assert!(PayRank::new(nation, Dollars::new(900_000.0).unwrap()).beyond.is_some());
    /// ```
    #[must_use]
    pub fn new(pay: &Pay, amount: Dollars) -> Self {
        let range = LogQuantiles::new(&pay.percentiles);
        let log = libm::log(amount.get().max(0.01));
        let (score, beyond) = nearest_rank(range.score_of(log));
        Self {
            score,
            percentile: normal_cdf(score) * 100.0,
            beyond: beyond.then(|| libm::exp(log - range.at_score(score))),
        }
    }
}

impl PayRank {
    /// Above how many of 100 the pay is, 1 to 99.
    #[must_use]
    pub fn of_hundred(&self) -> u32 {
        (1..99).find(|&whole| self.percentile < f64::from(whole) + 0.5).unwrap_or(99)
    }
}

impl MyPay {
    /// The place of the stated pay, where the person works in the field.
    pub(super) fn new(profile: &Profile, pay: &Pay) -> Option<Self> {
        let amount = profile.work().pay.filter(|_| profile.works_in_the_field())?;
        Some(Self { amount, rank: PayRank::new(pay, amount) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::NarrowedPay;
    use crate::quantity::LogEffect;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_rank_of_the_pay_at_a_percentile_is_that_percentile(
            place in 0..54_usize,
            k in 0.5..=1.0,
            effect in -0.5..=0.5,
            percentile in 1.01..=98.99_f64,
        ) {
            let tables = crate::built_in();
            let row = tables.salaries.iter().nth(place).expect("there are 54 places");
            let range = NarrowedPay::new(&row.pay, k).shifted(LogEffect::new(effect).unwrap());
            // Where two percentiles are equal many ranks have the same pay.
            let amounts = range.percentiles.amounts();
            let rise = |pair: &[Dollars]| pair[1].get() / pair[0].get();
            prop_assume!(amounts.windows(2).all(|pair| rise(pair) > 1.000_001));
            let score = normal_quantile(percentile / 100.0);
            let amount = libm::exp(LogQuantiles::new(&range.percentiles).at_score(score));
            let rank = PayRank::new(&range, Dollars::new(amount).unwrap());
            prop_assert!((rank.percentile - percentile).abs() < 1e-6);
            prop_assert!((rank.score - score).abs() < 1e-6);
            prop_assert_eq!(rank.beyond, None);
        }
    }
}
