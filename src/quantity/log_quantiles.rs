//! The piecewise lognormal distribution of `docs/METHOD.md`, "Pay in one place".

use super::normal::normal_cdf;
use super::{Dollars, Percentile, Percentiles};

/// The natural logs of five percentiles, read as a distribution.
///
/// Between the five points the log of pay is linear in the normal score z; beyond them it continues
/// with the slope of the outer segment.
///
/// ```
/// use mbc_calc::quantity::{Dollars, LogQuantiles, Percentiles};
/// let same = Percentiles::new([Dollars::new(50_000.0).unwrap(); 5]).unwrap();
/// assert!((LogQuantiles::new(&same).mean().get() - 50_000.0).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogQuantiles([f64; 5]);

impl LogQuantiles {
    /// The logs of five amounts; an amount below one cent counts as one cent.
    #[must_use]
    pub fn new(percentiles: &Percentiles) -> Self {
        Self(percentiles.amounts().map(|amount| libm::log(amount.get().max(0.01))))
    }

    /// The log amount at a percentile.
    #[must_use]
    pub const fn at(&self, percentile: Percentile) -> f64 {
        self.0[percentile as usize]
    }

    /// The log amount at a normal score.
    #[must_use]
    pub fn at_score(&self, score: f64) -> f64 {
        let z = Percentile::ALL.map(Percentile::z);
        let i = (1..4).filter(|&i| score > z[i]).count();
        self.0[i] + (self.0[i + 1] - self.0[i]) * (score - z[i]) / (z[i + 1] - z[i])
    }

    /// The lowest normal score with at least a log amount.
    #[must_use]
    pub fn score_of(&self, log_amount: f64) -> f64 {
        let z = Percentile::ALL.map(Percentile::z);
        let i = (1..4).filter(|&i| log_amount > self.0[i]).count();
        let rise = self.0[i + 1] - self.0[i];
        if rise > 0.0 { z[i] + (z[i + 1] - z[i]) * (log_amount - self.0[i]) / rise } else { z[i] }
    }

    /// The distribution moved to a median of one dollar, with its log width multiplied by `k`.
    #[must_use]
    pub fn centered(&self, k: f64) -> Self {
        let median = self.at(Percentile::P50);
        Self(self.0.map(|y| k * (y - median)))
    }

    /// The distribution with `shift` added to every log amount.
    #[must_use]
    pub fn shifted(&self, shift: f64) -> Self {
        Self(self.0.map(|y| y + shift))
    }

    /// The variance of log pay between the 10th and the 90th percentile:
    /// ((y90 − y10) / (z90 − z10))².
    #[must_use]
    pub fn variance(&self) -> f64 {
        let slope = (self.at(Percentile::P90) - self.at(Percentile::P10))
            / (Percentile::P90.z() - Percentile::P10.z());
        slope * slope
    }

    /// The mean of the distribution in closed form: a segment y = a + b·z on (l, h) gives
    /// exp(a + b²/2)·[Φ(h − b) − Φ(l − b)].
    ///
    /// # Panics
    /// Never: a sum is capped at the largest amount.
    #[must_use]
    pub fn mean(&self) -> Dollars {
        let z = Percentile::ALL.map(Percentile::z);
        let mut total = 0.0;
        for i in 0..4 {
            let b = (self.0[i + 1] - self.0[i]) / (z[i + 1] - z[i]);
            let a = self.0[i] - b * z[i];
            let from = if i == 0 { 0.0 } else { normal_cdf(z[i] - b) };
            let to = if i == 3 { 1.0 } else { normal_cdf(z[i + 1] - b) };
            total += libm::exp(a + b * b / 2.0) * (to - from);
        }
        // Amounts too far apart overflow: infinity, or not a number where it meets a zero.
        let total = if total.is_finite() { total.max(0.0) } else { f64::MAX };
        Dollars::new(total).expect("a finite sum that is not negative is an amount")
    }

    /// The five amounts.
    ///
    /// # Panics
    /// Never: the exponential keeps the order of logs that never fall.
    #[must_use]
    pub fn amounts(&self) -> Percentiles {
        let amounts = self.0.map(|y| {
            Dollars::new(libm::exp(y).min(f64::MAX)).expect("a clamped power is a finite amount")
        });
        Percentiles::new(amounts).expect("the exponential keeps the order of rising logs")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantiles(amounts: [f64; 5]) -> LogQuantiles {
        LogQuantiles::new(&Percentiles::new(amounts.map(|a| Dollars::new(a).unwrap())).unwrap())
    }

    /// The mean by summing the quantile function over two million slices of equal probability
    /// in z, which shares no formula with the closed form.
    fn mean_by_summing(y: &LogQuantiles) -> f64 {
        let z = Percentile::ALL.map(Percentile::z);
        let steps = 400_000;
        let width = 20.0 / f64::from(steps);
        (0..steps)
            .map(|step| {
                let at = -10.0 + (f64::from(step) + 0.5) * width;
                let i = (1..4).filter(|&i| at > z[i]).count();
                let slope = (y.0[i + 1] - y.0[i]) / (z[i + 1] - z[i]);
                let density = libm::exp(-at * at / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI);
                libm::exp(y.0[i] + slope * (at - z[i])) * density * width
            })
            .sum()
    }

    #[test]
    fn the_closed_form_equals_a_numerical_sum() {
        for amounts in [
            [37_000.0, 43_490.0, 51_140.0, 64_820.0, 81_150.0],
            [21_900.0, 23_020.0, 27_990.0, 39_680.0, 57_780.0],
            [41_140.0, 41_150.0, 41_150.0, 41_170.0, 47_940.0],
        ] {
            let y = quantiles(amounts);
            let (closed, summed) = (y.mean().get(), mean_by_summing(&y));
            assert!((closed / summed - 1.0).abs() < 1e-7, "{closed} against {summed}");
        }
    }

    #[test]
    fn the_score_of_an_amount_inverts_the_amount_at_a_score() {
        let y = quantiles([37_000.0, 43_490.0, 51_140.0, 64_820.0, 81_150.0]);
        for score in [-2.0, -1.3, -1.0, -0.5, 0.0, 0.2, 0.9, 1.3, 2.5] {
            assert!((y.score_of(y.at_score(score)) - score).abs() < 1e-9, "{score}");
        }
    }

    #[test]
    fn an_amount_of_several_percentiles_has_the_score_of_the_lowest() {
        let y = quantiles([41_140.0, 41_150.0, 41_150.0, 41_170.0, 47_940.0]);
        let score = y.score_of(libm::log(41_150.0));
        assert!((score - Percentile::P25.z()).abs() < 1e-9, "{score}");
        let same = quantiles([50_000.0; 5]);
        assert!(same.score_of(libm::log(50_000.0)) < Percentile::P25.z());
        assert!(same.score_of(libm::log(60_000.0)).is_finite());
    }

    #[test]
    fn a_pure_lognormal_has_the_textbook_mean() {
        let y = LogQuantiles(Percentile::ALL.map(|p| 11.0 + 0.3 * p.z()));
        assert!((y.mean().get() / libm::exp(11.0 + 0.045) - 1.0).abs() < 1e-12);
        assert!((y.variance() - 0.09).abs() < 1e-12);
    }
}
