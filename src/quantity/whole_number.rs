//! Counts with a range of their own.

use super::bounded::whole_number;

whole_number!(
    /// The years over which a career is simulated, 1 to 40.
    Horizon(u32), 1..=40, "the horizon", "a whole number of years between 1 and 40"
);
whole_number!(
    /// The number of simulated careers, 100 to 1,000,000.
    CareerCount(u32), 100..=1_000_000, "the number of careers", "a whole number between 100 and 1,000,000"
);
whole_number!(
    /// The months that someone can wait for a first pay, 0 to 120.
    WaitMonths(u32), 0..=120, "the wait for a first pay", "a whole number of months between 0 and 120"
);
whole_number!(
    /// The months between two certifications of a career plan, 1 to 120.
    PlanInterval(u32), 1..=120, "the time between two certifications", "a whole number of months between 1 and 120"
);
whole_number!(
    /// The number of certifications held, 0 to 50, which is more than anyone holds.
    ///
    /// ```
    /// use mbc_calc::quantity::CertificationCount;
    /// assert_eq!("3".parse::<CertificationCount>().unwrap().get(), 3);
    /// assert!("three".parse::<CertificationCount>().is_err());
    /// ```
    #[derive(Default)]
    CertificationCount(u8), 0..=50, "the number of certifications", "a whole number between 0 and 50"
);

impl PlanInterval {
    /// A year.
    pub const YEAR: Self = Self(12);
}

impl Default for Horizon {
    /// Ten years.
    fn default() -> Self {
        Self(10)
    }
}

impl Default for CareerCount {
    /// Ten thousand.
    fn default() -> Self {
        Self(10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_outside_its_range_or_with_anything_else_in_it_is_refused() {
        assert_eq!("40".parse::<Horizon>().unwrap().get(), 40);
        for wrong in ["0", "41", "500", "-1", "1.5", "", "ten", "99999999999999999999"] {
            let error = wrong.parse::<Horizon>().unwrap_err().to_string();
            assert_eq!(error, "the horizon must be a whole number of years between 1 and 40");
        }
    }
}
