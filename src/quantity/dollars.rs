use super::bounded::bounded;

bounded!(
    /// An amount of US dollars: finite and not negative, not rounded.
    ///
    /// ```
    /// use mbc_calc::quantity::Dollars;
    /// assert!(Dollars::new(51_140.0).is_ok());
    /// assert!(Dollars::new(f64::NAN).is_err());
    /// ```
    Dollars, 0.0..=f64::MAX, "an amount", "a finite number of dollars, 0 or more"
);

impl Dollars {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// One.
    pub const ONE: Self = Self(1.0);

    /// The amount times a ratio, capped at the largest amount.
    #[must_use]
    pub fn times(self, ratio: f64) -> Self {
        Self((self.0 * ratio).clamp(0.0, f64::MAX))
    }
}
