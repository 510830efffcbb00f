use crate::quantity::Dollars;

/// The `range` of a table: what a number of it can plausibly be, so that a slipped digit is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Bounds {
    /// The number, when it is within the bounds.
    pub(super) fn number(self, number: f64) -> Result<f64, String> {
        if (self.low..=self.high).contains(&number) {
            Ok(number)
        } else {
            Err(format!("the `range` of this table is {} to {}", self.low, self.high))
        }
    }

    /// The number as an amount, when it is within the bounds.
    pub(super) fn dollars(self, number: f64) -> Result<Dollars, String> {
        Dollars::new(self.number(number)?).map_err(|error| error.to_string())
    }
}
