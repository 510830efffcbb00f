use std::str::FromStr;

use super::OutOfRange;

/// Working hours a week, 1 to 80; 40 is full-time.
///
/// ```
/// use mbc_calc::quantity::WeeklyHours;
/// assert!(("20".parse::<WeeklyHours>().unwrap().of_full_time() - 0.5).abs() < 1e-12);
/// assert!("0".parse::<WeeklyHours>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct WeeklyHours(f64);

impl WeeklyHours {
    /// What the wage figures count as full-time.
    pub const FULL_TIME: Self = Self(40.0);

    const OUT_OF_RANGE: OutOfRange =
        OutOfRange { quantity: "the working hours a week", range: "a number between 1 and 80" };

    /// Takes a number of hours a week.
    ///
    /// # Errors
    /// When it is not between 1 and 80.
    pub fn new(hours: f64) -> Result<Self, OutOfRange> {
        if (1.0..=80.0).contains(&hours) { Ok(Self(hours)) } else { Err(Self::OUT_OF_RANGE) }
    }

    /// The hours a week.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The hours of a year of 52 such weeks.
    #[must_use]
    pub fn a_year(self) -> f64 {
        self.0 * 52.0
    }

    /// The hours over those of a full-time job.
    #[must_use]
    pub fn of_full_time(self) -> f64 {
        self.0 / Self::FULL_TIME.0
    }
}

impl FromStr for WeeklyHours {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        Self::new(text.trim().parse().map_err(|_| Self::OUT_OF_RANGE)?)
    }
}
