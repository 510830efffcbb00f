use std::str::FromStr;

use super::OutOfRange;

/// How many certifications someone holds, 0 to 50.
///
/// ```
/// use mbc_calc::quantity::CertificationCount;
/// assert_eq!("3".parse::<CertificationCount>().unwrap().get(), 3);
/// assert!("three".parse::<CertificationCount>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CertificationCount(u8);

impl CertificationCount {
    const MOST: u8 = 50;

    /// Takes a count.
    ///
    /// # Errors
    /// When it is above 50, more than anyone holds.
    pub fn new(count: u8) -> Result<Self, OutOfRange> {
        if count <= Self::MOST {
            Ok(Self(count))
        } else {
            Err(OutOfRange {
                quantity: "the number of certifications",
                range: "a whole number between 0 and 50",
            })
        }
    }

    /// The count.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl FromStr for CertificationCount {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let count = if digits { text.parse().ok() } else { None };
        Self::new(count.unwrap_or(u8::MAX))
    }
}
