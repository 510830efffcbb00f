//! Whether two steps really differ: their difference, career by career, against the chance of the
//! draw.

use crate::quantity::Change;

/// The mean of what one step brings beyond another in the same careers, and its standard error, in
/// dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// The mean.
    pub mean: Change,
    /// Its standard error.
    pub error: f64,
}

impl PairedDifference {
    /// The difference of two columns of as many careers.
    ///
    /// ```
    /// use mbc_calc::engine::plan::PairedDifference;
    /// let (one, other) = ([3.0, 1.0, 2.0, 2.0], [1.0, 1.0, 1.0, 1.0]);
    /// let difference = PairedDifference::between(&one, &other);
    /// assert_eq!(difference.mean.get(), 1.0);
    /// assert!(!difference.is_noise());
    /// assert!(PairedDifference::between(&one, &one).is_noise());
    /// ```
    #[must_use]
    pub fn between(one: &[f32], other: &[f32]) -> Self {
        let differences = one.iter().zip(other).map(|(a, b)| f64::from(*a) - f64::from(*b));
        Self::of(differences)
    }

    /// What a column brings beyond nothing.
    #[must_use]
    pub fn from_nothing(one: &[f32]) -> Self {
        Self::of(one.iter().map(|a| f64::from(*a)))
    }

    fn of(differences: impl Iterator<Item = f64>) -> Self {
        let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for difference in differences {
            count += 1.0;
            sum += difference;
            squares += difference * difference;
        }
        let mean: f64 = if count > 0.0 { sum / count } else { 0.0 };
        let spread = if count > 1.0 { (squares - sum * mean) / (count - 1.0) } else { 0.0 };
        let error = libm::sqrt(spread.max(0.0) / f64::max(count, 1.0));
        Self { mean: Change::new(mean).unwrap_or_default(), error }
    }

    /// Whether chance alone could make it: it is within two standard errors of nothing.
    #[must_use]
    pub fn is_noise(&self) -> bool {
        self.mean.get().abs() <= 2.0 * self.error
    }
}
