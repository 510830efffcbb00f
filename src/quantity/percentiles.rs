use serde::{Deserialize, Serialize};

use super::Dollars;
use super::named::named;

named! {
    /// One of the five percentiles that the wage survey publishes, from the lowest.
    #[derive(PartialOrd, Ord)]
    pub enum Percentile {
        /// One in ten earns less.
        P10 = "p10",
        /// A quarter earns less.
        P25 = "p25",
        /// Half earn less: the median.
        P50 = "p50",
        /// Three quarters earn less.
        P75 = "p75",
        /// Nine in ten earn less.
        P90 = "p90",
    }
}

impl Percentile {
    /// The standard normal quantile Φ⁻¹(p) of this percentile.
    #[must_use]
    pub const fn z(self) -> f64 {
        const Z90: f64 = 1.281_551_565_544_600_4;
        const Z75: f64 = 0.674_489_750_196_081_7;
        match self {
            Self::P10 => -Z90,
            Self::P25 => -Z75,
            Self::P50 => 0.0,
            Self::P75 => Z75,
            Self::P90 => Z90,
        }
    }
}

/// Five amounts that never decrease from the 10th to the 90th percentile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[Dollars; 5]", into = "[Dollars; 5]")]
pub struct Percentiles([Dollars; 5]);

/// Two adjacent percentiles with a smaller amount at the upper one.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("percentiles fall: `{}` is below `{}`", .upper.name(), .lower.name())]
pub struct PercentilesFall {
    /// The lower percentile, with the larger amount.
    pub lower: Percentile,
    /// The upper percentile, with the smaller amount.
    pub upper: Percentile,
}

impl Percentiles {
    /// Takes the five amounts from the 10th to the 90th percentile.
    ///
    /// # Errors
    /// When one is below the one before.
    ///
    /// ```
    /// use mbc_calc::quantity::{Dollars, Percentiles};
    /// let five = |amounts: [f64; 5]| Percentiles::new(amounts.map(|a| Dollars::new(a).unwrap()));
    /// assert!(five([1.0, 2.0, 2.0, 3.0, 4.0]).is_ok());
    /// assert!(five([1.0, 2.0, 1.5, 3.0, 4.0]).is_err());
    /// ```
    pub fn new(amounts: [Dollars; 5]) -> Result<Self, PercentilesFall> {
        let fall = (1..5).find(|&i| amounts[i] < amounts[i - 1]);
        match fall {
            None => Ok(Self(amounts)),
            Some(i) => {
                Err(PercentilesFall { lower: Percentile::ALL[i - 1], upper: Percentile::ALL[i] })
            }
        }
    }

    /// The amount at a percentile.
    #[must_use]
    pub const fn at(&self, percentile: Percentile) -> Dollars {
        self.0[percentile as usize]
    }

    /// The five amounts from the 10th to the 90th percentile.
    #[must_use]
    pub const fn amounts(&self) -> [Dollars; 5] {
        self.0
    }
}

impl TryFrom<[Dollars; 5]> for Percentiles {
    type Error = PercentilesFall;

    fn try_from(amounts: [Dollars; 5]) -> Result<Self, PercentilesFall> {
        Self::new(amounts)
    }
}

impl From<Percentiles> for [Dollars; 5] {
    fn from(percentiles: Percentiles) -> Self {
        percentiles.0
    }
}

/// The yearly pay of a group of workers: five percentiles and the mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pay {
    /// The five percentiles.
    pub percentiles: Percentiles,
    /// The arithmetic mean, which a few high earners can pull above the median.
    pub mean: Dollars,
}

impl Pay {
    /// One amount that is known, at every point of the range.
    #[must_use]
    pub const fn of_one(amount: Dollars) -> Self {
        Self { percentiles: Percentiles([amount; 5]), mean: amount }
    }

    /// Every amount times a factor above 0.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        self.map(|amount| amount.times(factor))
    }

    /// The pay with every amount changed by a rule that keeps their order.
    pub(super) fn map(self, rule: impl Fn(Dollars) -> Dollars) -> Self {
        Self { percentiles: Percentiles(self.percentiles.0.map(&rule)), mean: rule(self.mean) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn z_scores_are_the_normal_quantiles() {
        let cdf = |z: f64| 0.5 * libm::erfc(-z / std::f64::consts::SQRT_2);
        for (percentile, p) in Percentile::ALL.into_iter().zip([0.10, 0.25, 0.50, 0.75, 0.90]) {
            assert!((cdf(percentile.z()) - p).abs() < 1e-15, "{}", percentile.name());
        }
    }

    #[test]
    fn a_fall_names_the_two_percentiles() {
        let amounts = [1.0, 2.0, 3.0, 2.5, 4.0].map(|a| Dollars::new(a).unwrap());
        let fall = Percentiles::new(amounts).unwrap_err();
        assert_eq!(fall.to_string(), "percentiles fall: `p75` is below `p50`");
    }
}
