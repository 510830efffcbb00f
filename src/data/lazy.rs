use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

/// A table that few answers need: it stays packed until its first use, so that the others do not
/// pay for it.
#[derive(Clone, Debug)]
pub struct Lazy<T> {
    packed: &'static [u8],
    table: OnceLock<T>,
}

impl<T> Lazy<T> {
    /// A table that is unpacked from `packed` at its first use.
    #[must_use]
    pub const fn packed(packed: &'static [u8]) -> Self {
        Self { packed, table: OnceLock::new() }
    }

    /// A table that was read already.
    #[must_use]
    pub fn ready(table: T) -> Self {
        Self { packed: &[], table: OnceLock::from(table) }
    }
}

/// No table yet, for the moment before the packed one is put in its place.
impl<T> Default for Lazy<T> {
    fn default() -> Self {
        Self::packed(&[])
    }
}

impl<T: DeserializeOwned> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.table.get_or_init(|| {
            postcard::from_bytes(self.packed).expect("the build packs what is unpacked here")
        })
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_table_is_unpacked_at_its_first_use_and_equals_one_that_was_read() {
        let packed = Lazy::<Vec<u8>>::packed(&[2, 7, 9]);
        assert!(packed.table.get().is_none());
        assert_eq!(packed.len(), 2);
        assert!(packed.table.get().is_some());
        assert_eq!(packed, Lazy::ready(vec![7, 9]));
    }
}
