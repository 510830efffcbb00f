use super::Dollars;
use super::bounded::bounded;

bounded!(
    /// A difference of two amounts of US dollars: finite, with a sign, not rounded.
    ///
    /// ```
    /// use mbc_calc::quantity::{Change, Dollars};
    /// let (from, to) = (Dollars::new(40_000.0).unwrap(), Dollars::new(50_000.0).unwrap());
    /// let change = Change::between(from, to);
    /// assert_eq!(change.get(), 10_000.0);
    /// assert_eq!(change.percent_of(from), Some(25.0));
    /// assert!(Change::new(f64::NAN).is_err());
    /// ```
    #[derive(Default)]
    Change, f64::MIN..=f64::MAX, "a change", "a finite number of dollars"
);

impl Change {
    /// The second amount minus the first.
    #[must_use]
    pub fn between(from: Dollars, to: Dollars) -> Self {
        Self(to.get() - from.get())
    }

    /// The change in percent of the amount that it starts from; nothing when that is zero.
    #[must_use]
    pub fn percent_of(self, from: Dollars) -> Option<f64> {
        Some(self.0 / from.get() * 100.0).filter(|percent| percent.is_finite())
    }
}
