use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Which tables an answer was made from: the date of their last change and a hash of their text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The date as `YYYY-MM-DD`.
    pub date: String,
    /// The first twelve hexadecimal digits of the SHA-256 of all table files, joined in the order
    /// of their names.
    pub hash: String,
}

impl Edition {
    pub(super) fn of(date: String, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut digest = Sha256::new();
        for text in texts {
            digest.update(text.as_ref());
        }
        let hash = digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self { date, hash }
    }

    /// The year of the date; the age of a source counts up to it.
    ///
    /// # Panics
    /// Never: a date of another shape is refused when it is read.
    #[must_use]
    pub fn year(&self) -> u32 {
        self.date[..4].parse().expect("an edition without a year is refused")
    }

    /// Whether a text has the shape of a date.
    pub(super) fn is_date(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            })
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.date, self.hash)
    }
}
