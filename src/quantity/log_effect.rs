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
    LogEffect, f64::MIN..=f64::MAX, "a log effect", "a finite number"
);

impl LogEffect {
    /// No effect: a factor of 1.
    pub const NONE: Self = Self(0.0);

    /// The effect of multiplying pay by `ratio`.
    ///
    /// # Errors
    /// When the ratio is not a finite number above zero.
    pub fn from_ratio(ratio: f64) -> Result<Self, OutOfRange> {
        Self::new(libm::log(ratio))
            .map_err(|_| OutOfRange { quantity: "a ratio", range: "a finite number above 0" })
    }

    /// The ratio by which pay is multiplied.
    #[must_use]
    pub fn factor(self) -> f64 {
        libm::exp(self.0)
    }

    /// The effect multiplied by `weight`.
    #[must_use]
    pub fn weighted(self, weight: f64) -> Self {
        Self(self.0 * weight)
    }

    /// The sum of both effects.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
