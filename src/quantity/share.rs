use super::bounded::bounded;

bounded!(
    /// A part of a whole, 0 to 1.
    ///
    /// ```
    /// use mbc_calc::quantity::Share;
    /// assert!(Share::new(0.35).is_ok());
    /// assert!(Share::new(35.0).is_err());
    /// ```
    Share, 0.0..=1.0, "a share", "between 0 and 1"
);

impl Share {
    /// The rest of the whole.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}
