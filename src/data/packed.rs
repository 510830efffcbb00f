use std::fmt;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A table that few questions need: it stays packed until somebody asks for it, so that the others
/// do not pay for unpacking it.
#[derive(Clone, Debug)]
pub(super) struct Packed<T> {
    bytes: Vec<u8>,
    unpacked: OnceLock<T>,
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    pub(super) fn new(table: T) -> Self {
        let bytes = postcard::to_allocvec(&table).expect("tables are plain values");
        Self { bytes, unpacked: OnceLock::from(table) }
    }

    pub(super) fn get(&self) -> &T {
        self.unpacked.get_or_init(|| {
            postcard::from_bytes(&self.bytes).expect("what was packed with these types unpacks")
        })
    }
}

impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

impl<'de, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Vec<u8>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a packed table")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
                Ok(bytes.to_vec())
            }
        }
        let bytes = deserializer.deserialize_bytes(Bytes)?;
        Ok(Self { bytes, unpacked: OnceLock::new() })
    }
}
