use std::fmt;

use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// The code of a metropolitan area, five digits, or of a nonmetropolitan one, seven digits.
///
/// ```
/// use mbc_calc::quantity::AreaCode;
/// assert_eq!(AreaCode::new("14460").unwrap().to_string(), "14460");
/// assert_eq!(AreaCode::new("0100001").unwrap().to_string(), "0100001");
/// assert!(AreaCode::new("0014460").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AreaCode(u32);

impl AreaCode {
    /// The lowest code of a nonmetropolitan area; those of metropolitan areas are below it.
    const NONMETROPOLITAN: u32 = 100_000;

    /// Takes a code of five or of seven digits.
    ///
    /// # Errors
    /// When the text is anything else: five digits do not begin with a zero, and seven digits begin
    /// with the federal code of a state. Whether the area exists is for the table of areas to say.
    pub fn new(code: &str) -> Result<Self, OutOfRange> {
        let number = code.bytes().all(|byte| byte.is_ascii_digit()).then(|| code.parse().ok());
        match (code.len(), number.flatten()) {
            (5, Some(number)) if number >= Self::NONMETROPOLITAN / 10 => Ok(Self(number)),
            (7, Some(number)) if number >= Self::NONMETROPOLITAN => Ok(Self(number)),
            _ => Err(OutOfRange { quantity: "the code of an area", range: "five or seven digits" }),
        }
    }

    /// Whether the code is one of a metropolitan area.
    #[must_use]
    pub const fn is_metropolitan(self) -> bool {
        self.0 < Self::NONMETROPOLITAN
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = if self.is_metropolitan() { 5 } else { 7 };
        write!(f, "{:0digits$}", self.0)
    }
}
