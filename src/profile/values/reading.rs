//! A value that was read, and what to say of how.

/// A value, and what to say of its text where that is not quite the value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::profile) struct Reading<T> {
    /// The value.
    pub(in crate::profile) value: T,
    /// What the text is counted as; the text itself precedes it.
    pub(in crate::profile) says: Option<String>,
}

impl<T> Reading<T> {
    /// A value that is just what its text says.
    pub(in crate::profile) const fn plain(value: T) -> Self {
        Self { value, says: None }
    }

    /// The same about a value that may not exist.
    pub(in crate::profile) fn try_map<U, E>(
        self,
        value: impl FnOnce(T) -> Result<U, E>,
    ) -> Result<Reading<U>, E> {
        Ok(Reading { value: value(self.value)?, says: self.says })
    }
}
