use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// What a fact does to pay, on the log scale: 0 leaves pay as it is, 0.1 adds about a tenth.
///
/// Effects add where ratios multiply.
///
/// ```
/// use mbc_calc::quantity::LogEffect;
/// let effect = LogEffect::from_ratio(1.2).unwrap();
/// assert!((effect.factor() - 1.2).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct LogEffect(f64);

impl LogEffect {
    /// No effect: a factor of 1.
    pub const NONE: Self = Self(0.0);

    /// The effect of multiplying pay by `ratio`.
    ///
    /// # Errors
    /// When the ratio is not a finite number above zero.
    pub fn from_ratio(ratio: f64) -> Result<Self, OutOfRange> {
        Self::try_from(libm::log(ratio))
            .map_err(|_| OutOfRange { quantity: "a ratio", range: "a finite number above 0" })
    }

    /// The effect on the log scale.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The ratio by which pay is multiplied.
    #[must_use]
    pub fn factor(self) -> f64 {
        libm::exp(self.0)
    }

    /// The effect when it counts by `weight`.
    #[must_use]
    pub fn weighted(self, weight: f64) -> Self {
        Self(self.0 * weight)
    }

    /// Both effects together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl TryFrom<f64> for LogEffect {
    type Error = OutOfRange;

    fn try_from(effect: f64) -> Result<Self, OutOfRange> {
        if effect.is_finite() {
            Ok(Self(effect))
        } else {
            Err(OutOfRange { quantity: "a log effect", range: "a finite number" })
        }
    }
}

impl From<LogEffect> for f64 {
    fn from(effect: LogEffect) -> f64 {
        effect.0
    }
}
