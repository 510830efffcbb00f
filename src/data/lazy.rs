use std::ops::Deref;
use std::sync::OnceLock;

use miniz_oxide::inflate::decompress_to_vec;
use serde::de::DeserializeOwned;

/// A table that few answers need: it stays packed until its first use, so that the others do not
/// pay for it.
#[derive(Clone, Debug)]
pub struct Lazy<T> {
    packed: Packed,
    table: OnceLock<T>,
}

/// The bytes of a table.
#[derive(Clone, Copy, Debug)]
enum Packed {
    /// As they are, to be unpacked in no time.
    Plain(&'static [u8]),
    /// Deflated, because the table is large and hardly any answer needs it.
    Deflated(&'static [u8]),
}

impl<T> Lazy<T> {
    /// A table that is unpacked from `packed` at its first use.
    #[must_use]
    pub const fn packed(packed: &'static [u8]) -> Self {
        Self { packed: Packed::Plain(packed), table: OnceLock::new() }
    }

    /// A table that is inflated and unpacked from `deflated` at its first use.
    #[must_use]
    pub const fn deflated(deflated: &'static [u8]) -> Self {
        Self { packed: Packed::Deflated(deflated), table: OnceLock::new() }
    }

    /// A table that was read already.
    #[must_use]
    pub fn ready(table: T) -> Self {
        Self { packed: Packed::Plain(&[]), table: OnceLock::from(table) }
    }
}

/// What the build deflated.
///
/// # Panics
/// When it did not.
#[must_use]
pub(crate) fn inflated(bytes: &[u8]) -> Vec<u8> {
    decompress_to_vec(bytes).expect("the build deflates what is inflated here")
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
            let unpacked = match self.packed {
                Packed::Plain(bytes) => postcard::from_bytes(bytes),
                Packed::Deflated(bytes) => postcard::from_bytes(&inflated(bytes)),
            };
            unpacked.expect("the build packs what is unpacked here")
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
