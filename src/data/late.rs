use std::ops::Deref;
use std::sync::OnceLock;

/// A table that few answers need, made when it is first looked at.
#[derive(Clone, Debug)]
pub struct Late<T> {
    made: OnceLock<T>,
    make: fn() -> T,
}

impl<T> Late<T> {
    /// A table that `make` will make.
    #[must_use]
    pub const fn new(make: fn() -> T) -> Self {
        Self { made: OnceLock::new(), make }
    }
}

impl<T: Default> Late<T> {
    /// A table that is there already.
    #[must_use]
    pub fn made(table: T) -> Self {
        Self { made: OnceLock::from(table), make: T::default }
    }
}

impl<T: Default> Default for Late<T> {
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.made.get_or_init(self.make)
    }
}

impl<T: PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_table_is_made_when_it_is_looked_at_and_equals_one_that_is_there() {
        let late = Late::new(|| vec![1, 2]);
        assert!(late.made.get().is_none());
        assert_eq!(late.len(), 2);
        assert!(late.made.get().is_some());
        assert_eq!(late, Late::made(vec![1, 2]));
    }
}
