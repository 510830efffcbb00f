use super::bounded::bounded;

bounded!(
    /// Years of work in the field, 0 to 60; fractions of a year are allowed.
    ///
    /// ```
    /// use mbc_calc::quantity::Experience;
    /// assert!("2.5".parse::<Experience>().is_ok());
    /// assert!("-1".parse::<Experience>().is_err());
    /// assert!("ten".parse::<Experience>().is_err());
    /// ```
    #[derive(Default)]
    Experience, 0.0..=Self::MAX, "experience", "a number of years between 0 and 60"
);

impl Experience {
    /// The largest number of years that can be stated.
    pub const MAX: f64 = 60.0;

    /// One year.
    pub const YEAR: Self = Self(1.0);

    /// The number of years.
    #[must_use]
    pub const fn years(self) -> f64 {
        self.0
    }
}
