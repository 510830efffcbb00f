use super::bounded::bounded;
use super::{Dollars, Pay};

bounded!(
    /// A regional price parity: the price of a basket of goods at a place, where the average US
    /// place is 100.
    ///
    /// ```
    /// use mbc_calc::quantity::{Dollars, PriceLevel};
    /// let cheap = PriceLevel::new(80.0).unwrap();
    /// assert_eq!(cheap.at_home(Dollars::new(40_000.0).unwrap()).get(), 50_000.0);
    /// ```
    PriceLevel, 10.0..=1_000.0, "a price level", "between 10 and 1,000"
);

impl PriceLevel {
    /// The purchasing power of an amount here, in dollars of the average US place (`docs/METHOD.md`,
    /// "Purchasing power").
    #[must_use]
    pub fn at_home(self, amount: Dollars) -> Dollars {
        amount.times(100.0 / self.0)
    }

    /// The purchasing power of each figure of a pay here.
    #[must_use]
    pub fn pay_at_home(self, pay: Pay) -> Pay {
        pay.map(|amount| self.at_home(amount))
    }
}
