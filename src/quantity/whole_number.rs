//! Counts with a range of their own.

use std::str::FromStr;

use super::OutOfRange;

macro_rules! whole_number {
    ($(#[$doc:meta])* $name:ident, $low:literal..=$high:literal, $quantity:literal, $range:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            const OUT_OF_RANGE: OutOfRange = OutOfRange { quantity: $quantity, range: $range };

            /// Takes a number.
            ///
            /// # Errors
            /// When it is outside its range.
            pub fn new(number: u32) -> Result<Self, OutOfRange> {
                if ($low..=$high).contains(&number) { Ok(Self(number)) } else { Err(Self::OUT_OF_RANGE) }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> u32 {
                self.0
            }
        }

        impl FromStr for $name {
            type Err = OutOfRange;

            fn from_str(text: &str) -> Result<Self, OutOfRange> {
                let digits = text.bytes().all(|byte| byte.is_ascii_digit());
                let number = if digits { text.parse().ok() } else { None };
                number.map_or(Err(Self::OUT_OF_RANGE), Self::new)
            }
        }
    };
}

whole_number!(
    /// How many years a career is followed, 1 to 40.
    Horizon, 1..=40, "the horizon", "a whole number of years between 1 and 40"
);
whole_number!(
    /// How many careers are simulated, 100 to 1,000,000.
    CareerCount, 100..=1_000_000, "the number of careers", "a whole number between 100 and 1,000,000"
);
whole_number!(
    /// How many months someone can wait for a first pay, 0 to 120.
    WaitMonths, 0..=120, "the wait for a first pay", "a whole number of months between 0 and 120"
);
whole_number!(
    /// How many months lie between two certifications of a plan, 1 to 120.
    PlanInterval, 1..=120, "the time between two certifications", "a whole number of months between 1 and 120"
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
