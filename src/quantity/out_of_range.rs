/// A value outside the range of its quantity, with the range in words.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{quantity} must be {range}")]
pub struct OutOfRange {
    /// What was measured, such as `experience`.
    pub quantity: &'static str,
    /// The range in words, such as `between 0 and 60 years`.
    pub range: &'static str,
}
