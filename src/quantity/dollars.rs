use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// An amount of US dollars: finite and not negative, not rounded.
///
/// ```
/// use mbc_calc::quantity::Dollars;
/// assert!(Dollars::new(51_140.0).is_ok());
/// assert!(Dollars::new(f64::NAN).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Dollars(f64);

impl Dollars {
    /// Takes an amount.
    ///
    /// # Errors
    /// When the amount is negative, infinite or not a number.
    pub fn new(amount: f64) -> Result<Self, OutOfRange> {
        if amount.is_finite() && amount >= 0.0 {
            Ok(Self(amount))
        } else {
            Err(OutOfRange {
                quantity: "an amount",
                range: "a finite number of dollars, 0 or more",
            })
        }
    }

    /// The amount in dollars.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The amount times a ratio; a product too large to be an amount stops at the largest one.
    #[must_use]
    pub fn times(self, ratio: f64) -> Self {
        Self((self.0 * ratio).clamp(0.0, f64::MAX))
    }
}

impl TryFrom<f64> for Dollars {
    type Error = OutOfRange;

    fn try_from(amount: f64) -> Result<Self, OutOfRange> {
        Self::new(amount)
    }
}

impl From<Dollars> for f64 {
    fn from(amount: Dollars) -> f64 {
        amount.0
    }
}
