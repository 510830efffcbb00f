use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// A duration in months with a triangular distribution from the shortest over the likeliest to the
/// longest, rounded to whole months: n months have the probability F(n + ½) − F(n − ½).
///
/// ```
/// use mbc_calc::quantity::Triangular;
/// let training = Triangular::new(4.0, 6.0, 12.0).unwrap();
/// assert_eq!(training.quantile(0.0), 4);
/// assert!(Triangular::new(6.0, 4.0, 12.0).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[f64; 3]", into = "[f64; 3]")]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

impl Triangular {
    /// Takes the shortest, the likeliest and the longest duration in months.
    ///
    /// # Errors
    /// When they decrease, or one is not between 0 and 480.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, OutOfRange> {
        if 0.0 <= low && low <= mode && mode <= high && high <= 480.0 {
            Ok(Self { low, mode, high })
        } else {
            Err(OutOfRange {
                quantity: "a duration",
                range: "a shortest, a likeliest and a longest number of months that do not fall, between 0 and 480",
            })
        }
    }

    /// A constant duration in months.
    ///
    /// # Errors
    /// When it is not between 0 and 480.
    pub fn fixed(months: f64) -> Result<Self, OutOfRange> {
        Self::new(months, months, months)
    }

    /// The shortest duration.
    #[must_use]
    pub const fn low(&self) -> f64 {
        self.low
    }

    /// The likeliest duration.
    #[must_use]
    pub const fn mode(&self) -> f64 {
        self.mode
    }

    /// The longest duration.
    #[must_use]
    pub const fn high(&self) -> f64 {
        self.high
    }

    /// The distribution with every duration multiplied; a multiplier is clamped to 0 to 1.
    #[must_use]
    pub fn scaled(&self, multiplier: f64) -> Self {
        let [low, mode, high] =
            [self.low, self.mode, self.high].map(|m| m * multiplier.clamp(0.0, 1.0));
        Self { low, mode, high }
    }

    /// The quantile function F⁻¹ in whole months, halves rounded up, at a probability from 0 to 1.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "durations are between 0 and 480 months, and truncating the sum is rounding"
    )]
    pub fn quantile(&self, probability: f64) -> u32 {
        let Self { low, mode, high } = *self;
        let width = high - low;
        let months = if width <= 0.0 {
            mode
        } else if probability * width < mode - low {
            low + libm::sqrt(probability * width * (mode - low))
        } else {
            high - libm::sqrt((1.0 - probability) * width * (high - mode))
        };
        (months + 0.5) as u32
    }
}

impl TryFrom<[f64; 3]> for Triangular {
    type Error = OutOfRange;

    fn try_from([low, mode, high]: [f64; 3]) -> Result<Self, OutOfRange> {
        Self::new(low, mode, high)
    }
}

impl From<Triangular> for [f64; 3] {
    fn from(triangular: Triangular) -> Self {
        [triangular.low, triangular.mode, triangular.high]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cumulative distribution function F: the probability of at most `months` before rounding.
    fn cdf(duration: Triangular, months: f64) -> f64 {
        let Triangular { low, mode, high } = duration;
        if months >= high {
            1.0
        } else if months < low {
            0.0
        } else if months < mode {
            (months - low) * (months - low) / ((high - low) * (mode - low))
        } else {
            1.0 - (high - months) * (high - months) / ((high - low) * (high - mode))
        }
    }

    #[test]
    fn whole_months_come_as_often_as_the_distribution_says() {
        for (low, mode, high) in
            [(4.0, 6.0, 12.0), (3.0, 3.0, 4.0), (18.0, 27.0, 45.0), (2.0, 5.0, 5.0)]
        {
            let duration = Triangular::new(low, mode, high).unwrap();
            let draws = 200_000;
            let mut counts = [0_u32; 64];
            for draw in 0..draws {
                let months = duration.quantile((f64::from(draw) + 0.5) / f64::from(draws));
                counts[months as usize] += 1;
            }
            for (months, &count) in (0_u32..).zip(&counts) {
                let n = f64::from(months);
                let share = cdf(duration, n + 0.5) - cdf(duration, n - 0.5);
                let found = f64::from(count) / f64::from(draws);
                assert!((found - share).abs() < 1e-5, "{months} of {duration:?}: {found} {share}");
            }
        }
    }

    #[test]
    fn a_fixed_duration_is_always_the_same() {
        let fixed = Triangular::fixed(7.0).unwrap();
        assert!([0.0, 0.3, 1.0].iter().all(|&p| fixed.quantile(p) == 7));
    }
}
