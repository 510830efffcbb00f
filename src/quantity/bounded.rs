//! Macros for numbers that are checked against a range.

/// A value outside the range of its quantity, with the range in words.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{quantity} must be {range}")]
pub struct OutOfRange {
    /// What was measured, such as `experience`.
    pub quantity: &'static str,
    /// The range in words, such as `between 0 and 60 years`.
    pub range: &'static str,
}

/// Defines a decimal number within a range, with its conversions from and to `f64` and from text.
///
/// Zero has no sign: a negative zero would print as `-0`.
macro_rules! bounded {
    ($(#[$attribute:meta])* $name:ident, $range:expr, $quantity:literal, $words:literal) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            const OUT_OF_RANGE: crate::quantity::OutOfRange =
                crate::quantity::OutOfRange { quantity: $quantity, range: $words };

            /// Takes a number.
            ///
            /// # Errors
            /// When it is outside its range or not a number.
            pub fn new(number: f64) -> Result<Self, crate::quantity::OutOfRange> {
                if ($range).contains(&number) { Ok(Self(number + 0.0)) } else { Err(Self::OUT_OF_RANGE) }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::quantity::OutOfRange;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map_or(Err(Self::OUT_OF_RANGE), Self::new)
            }
        }

        impl TryFrom<f64> for $name {
            type Error = crate::quantity::OutOfRange;

            fn try_from(number: f64) -> Result<Self, Self::Error> {
                Self::new(number)
            }
        }

        impl From<$name> for f64 {
            fn from(number: $name) -> Self {
                number.0
            }
        }
    };
}

/// Defines a whole number within a range, with its conversion from text of digits.
macro_rules! whole_number {
    ($(#[$attribute:meta])* $name:ident($number:ty), $range:expr, $quantity:literal, $words:literal) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name($number);

        impl $name {
            const OUT_OF_RANGE: crate::quantity::OutOfRange =
                crate::quantity::OutOfRange { quantity: $quantity, range: $words };

            /// Takes a number.
            ///
            /// # Errors
            /// When it is outside its range.
            pub fn new(number: $number) -> Result<Self, crate::quantity::OutOfRange> {
                if ($range).contains(&number) { Ok(Self(number)) } else { Err(Self::OUT_OF_RANGE) }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> $number {
                self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::quantity::OutOfRange;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let digits = text.bytes().all(|byte| byte.is_ascii_digit());
                let number = if digits { text.parse().ok() } else { None };
                number.map_or(Err(Self::OUT_OF_RANGE), Self::new)
            }
        }
    };
}

pub(super) use {bounded, whole_number};
