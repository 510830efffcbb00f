use super::OutOfRange;
use super::bounded::bounded;

bounded!(
    /// The effect of a fact on pay, on the log scale: 0 leaves pay unchanged, 0.1 adds about a tenth.
    ///
    /// Effects add where ratios multiply.
    ///
    /// ```
    /// use mbc_calc::quantity::LogEffect;
    /// let effect = LogEffect::from_ratio(1.2).unwrap();
    /// assert!((effect.factor() - 1.2).abs() < 1e-12);
    /// ```
    #[derive(Default)]
    LogEffect, -MAX..=MAX, "a log effect", "between -9.21 and 9.21"
);

/// ln 10,000: no facts of a person change pay more.
const MAX: f64 = 9.210_340_371_976_184;

impl LogEffect {
    /// No effect: a factor of 1.
    pub const NONE: Self = Self(0.0);

    /// The effect of multiplying pay by `ratio`, at most ten thousandfold or to a ten-thousandth.
    ///
    /// # Errors
    /// When the ratio is not a finite number above zero.
    pub fn from_ratio(ratio: f64) -> Result<Self, OutOfRange> {
        if ratio.is_finite() && ratio > 0.0 {
            Ok(Self::within(libm::log(ratio)))
        } else {
            Err(OutOfRange { quantity: "a ratio", range: "a finite number above 0" })
        }
    }

    fn within(effect: f64) -> Self {
        Self(effect.clamp(-MAX, MAX))
    }

    /// The ratio by which pay is multiplied.
    #[must_use]
    pub fn factor(self) -> f64 {
        libm::exp(self.0)
    }

    /// The effect multiplied by `weight`.
    #[must_use]
    pub fn weighted(self, weight: f64) -> Self {
        Self::within(self.0 * weight)
    }

    /// The sum of both effects.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::within(self.0 + other.0)
    }
}
