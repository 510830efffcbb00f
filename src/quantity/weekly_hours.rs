use super::bounded::bounded;

bounded!(
    /// Working hours a week, 1 to 80; 40 is full-time.
    ///
    /// ```
    /// use mbc_calc::quantity::WeeklyHours;
    /// let part_time: WeeklyHours = "20".parse().unwrap();
    /// assert!((part_time.full_time_equivalent() - 0.5).abs() < 1e-12);
    /// assert!("0".parse::<WeeklyHours>().is_err());
    /// ```
    WeeklyHours, 1.0..=80.0, "the working hours a week", "a number between 1 and 80"
);

impl WeeklyHours {
    /// The hours of a full-time week in the wage surveys.
    pub const FULL_TIME: Self = Self(40.0);

    /// The hours of a year of 52 such weeks.
    #[must_use]
    pub fn hours_a_year(self) -> f64 {
        self.0 * 52.0
    }

    /// The hours divided by those of a full-time job.
    #[must_use]
    pub fn full_time_equivalent(self) -> f64 {
        self.0 / Self::FULL_TIME.0
    }
}
