use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// Years of work in the field, 0 to 60; parts of a year are allowed.
///
/// ```
/// use mbc_calc::quantity::Experience;
/// assert!("2.5".parse::<Experience>().is_ok());
/// assert!("-1".parse::<Experience>().is_err());
/// assert!("ten".parse::<Experience>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Experience(f64);

impl Experience {
    /// The most years that can be stated.
    pub const MOST: f64 = 60.0;

    const OUT_OF_RANGE: OutOfRange =
        OutOfRange { quantity: "experience", range: "a number of years between 0 and 60" };

    /// Takes a number of years.
    ///
    /// # Errors
    /// When it is not between 0 and 60.
    pub fn new(years: f64) -> Result<Self, OutOfRange> {
        // `+ 0.0` turns the negative zero, which is equal to zero but prints as `-0`, into zero.
        if (0.0..=Self::MOST).contains(&years) {
            Ok(Self(years + 0.0))
        } else {
            Err(Self::OUT_OF_RANGE)
        }
    }

    /// The years.
    #[must_use]
    pub const fn years(self) -> f64 {
        self.0
    }
}

impl FromStr for Experience {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        Self::new(text.trim().parse().map_err(|_| Self::OUT_OF_RANGE)?)
    }
}

impl TryFrom<f64> for Experience {
    type Error = OutOfRange;

    fn try_from(years: f64) -> Result<Self, OutOfRange> {
        Self::new(years)
    }
}

impl From<Experience> for f64 {
    fn from(experience: Experience) -> f64 {
        experience.0
    }
}
