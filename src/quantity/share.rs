use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// A part of a whole, 0 to 1.
///
/// ```
/// use mbc_calc::quantity::Share;
/// assert!(Share::new(0.35).is_ok());
/// assert!(Share::new(35.0).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Share(f64);

impl Share {
    /// Takes a share.
    ///
    /// # Errors
    /// When it is outside 0 to 1 or not a number.
    pub fn new(share: f64) -> Result<Self, OutOfRange> {
        if (0.0..=1.0).contains(&share) {
            Ok(Self(share))
        } else {
            Err(OutOfRange { quantity: "a share", range: "between 0 and 1" })
        }
    }

    /// The share as a number between 0 and 1.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl TryFrom<f64> for Share {
    type Error = OutOfRange;

    fn try_from(share: f64) -> Result<Self, OutOfRange> {
        Self::new(share)
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> f64 {
        share.0
    }
}
