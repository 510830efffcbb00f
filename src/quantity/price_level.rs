use serde::{Deserialize, Serialize};

use super::{Dollars, OutOfRange, Pay};

/// A regional price parity: what a basket costs at a place when the average US place is 100.
///
/// ```
/// use mbc_calc::quantity::{Dollars, PriceLevel};
/// let cheap = PriceLevel::new(80.0).unwrap();
/// assert_eq!(cheap.at_home(Dollars::new(40_000.0).unwrap()).get(), 50_000.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct PriceLevel(f64);

impl PriceLevel {
    /// Takes a price level.
    ///
    /// # Errors
    /// When it is not between 10 and 1,000.
    pub fn new(level: f64) -> Result<Self, OutOfRange> {
        if (10.0..=1_000.0).contains(&level) {
            Ok(Self(level))
        } else {
            Err(OutOfRange { quantity: "a price level", range: "between 10 and 1,000" })
        }
    }

    /// The price level, the average US place being 100.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What the amount buys here, in dollars of the average US place (`docs/METHOD.md`, "Purchasing power").
    #[must_use]
    pub fn at_home(self, amount: Dollars) -> Dollars {
        amount.times(100.0 / self.0)
    }

    /// What each figure of a pay buys here.
    #[must_use]
    pub fn pay_at_home(self, pay: Pay) -> Pay {
        pay.map(|amount| self.at_home(amount))
    }
}

impl TryFrom<f64> for PriceLevel {
    type Error = OutOfRange;

    fn try_from(level: f64) -> Result<Self, OutOfRange> {
        Self::new(level)
    }
}

impl From<PriceLevel> for f64 {
    fn from(level: PriceLevel) -> f64 {
        level.0
    }
}
