use std::fmt;

use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// The two-letter postal code of a state, a district, a territory or the nation (`US`).
///
/// ```
/// use mbc_calc::quantity::PlaceCode;
/// assert_eq!(PlaceCode::new("MA").unwrap().to_string(), "MA");
/// assert!(PlaceCode::new("Mass").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlaceCode([u8; 2]);

impl PlaceCode {
    /// The nation as a whole.
    pub const NATION: Self = Self(*b"US");

    /// The number of possible codes.
    pub const COUNT: usize = 26 * 26;

    /// The position of the code among all possible ones, and so in every array indexed by code.
    #[must_use]
    pub const fn index(self) -> usize {
        (self.0[0] - b'A') as usize * 26 + (self.0[1] - b'A') as usize
    }

    /// Takes a code of two capital letters.
    ///
    /// # Errors
    /// When the text is anything else. Whether the place exists is for the geography table to say.
    pub fn new(code: &str) -> Result<Self, OutOfRange> {
        match *code.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([a, b])),
            _ => Err(OutOfRange { quantity: "a place code", range: "two capital letters" }),
        }
    }

    /// The two letters.
    ///
    /// # Panics
    /// Never: a code is ASCII letters by construction.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a place code is ASCII letters by construction")
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for PlaceCode {
    type Error = OutOfRange;

    fn try_from(code: String) -> Result<Self, OutOfRange> {
        Self::new(&code)
    }
}

impl From<PlaceCode> for String {
    fn from(code: PlaceCode) -> String {
        code.to_string()
    }
}
