use std::fmt;

use crate::quantity::{Dollars, LogEffect};

/// The `range` of a table: what a number of it can plausibly be, so that a slipped digit is seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ValueRange {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl ValueRange {
    /// No bounds: for a table with a wrong `range`, which is reported once and not at every number.
    pub(crate) const NONE: Self = Self { low: f64::NEG_INFINITY, high: f64::INFINITY };

    /// The number, when it is within the bounds.
    pub(crate) fn number(self, number: f64) -> Result<f64, String> {
        let Self { low, high } = self;
        if (low..=high).contains(&number) {
            Ok(number)
        } else {
            Err(format!("the `range` of this table is `{}` to `{}`", Literal(low), Literal(high)))
        }
    }

    /// The number as an amount above 0, when it is within the bounds.
    pub(crate) fn dollars(self, number: f64) -> Result<Dollars, String> {
        let amount = Dollars::new(self.number(number)?).map_err(|error| error.to_string())?;
        match number {
            0.01.. => Ok(amount),
            number if number > 0.0 => Err("an amount must be at least a cent".to_owned()),
            _ => Err("an amount must be above 0".to_owned()),
        }
    }
}

/// The largest number of a table, and of an amount in dollars: what a `range` allows is within it.
pub(crate) const LARGEST: f64 = 1e9;

/// The effect of a ratio of pay: more than a hundredfold is a slip, whatever the `range` allows.
pub(crate) fn effect_of(ratio: f64) -> Result<LogEffect, String> {
    match ratio {
        0.01..=100.0 => LogEffect::from_ratio(ratio).map_err(|error| error.to_string()),
        _ => Err("a ratio must be between 0.01 and 100".to_owned()),
    }
}

/// A number as a table writes it: `51_140`, `0.35`, `1e300`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Literal(pub(crate) f64);

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if size >= 1e15 || (size > 0.0 && size < 1e-6) {
            return write!(f, "{:e}", self.0);
        }
        let text = size.to_string();
        let (whole, part) = text.split_at(text.find('.').unwrap_or(text.len()));
        if self.0 < 0.0 {
            f.write_str("-")?;
        }
        for (i, digit) in whole.chars().enumerate() {
            if size >= 10_000.0 && i > 0 && (whole.len() - i).is_multiple_of(3) {
                f.write_str("_")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_tables_write_them() {
        for (number, written) in [
            (0.35, "0.35"),
            (2_025.0, "2025"),
            (51_140.0, "51_140"),
            (-194_720.5, "-194_720.5"),
            (1e300, "1e300"),
            (0.0, "0"),
        ] {
            assert_eq!(Literal(number).to_string(), written);
        }
    }
}
