use std::fmt;
use std::fmt::Write as _;

use super::texts::TABLE_NAMES;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The hexadecimal digits by which a table is recognized.
const FINGERPRINT: usize = 4;

/// Which tables an answer was made from: the date of their last change and a hash of their text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    name: String,
    /// The first four hexadecimal digits of the SHA-256 of each table, in the order of their names.
    fingerprints: String,
    /// The names of the tables that are a user's.
    replaced: Vec<String>,
}

impl Edition {
    pub(super) fn new(date: &str, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut digest = Sha256::new();
        let mut fingerprints = String::new();
        for text in texts {
            digest.update(text.as_ref());
            for byte in Sha256::digest(text.as_ref()).iter().take(FINGERPRINT / 2) {
                let _ = write!(fingerprints, "{byte:02x}");
            }
        }
        let head =
            digest.finalize().iter().take(6).fold(0_u64, |head, &b| head << 8 | u64::from(b));
        Self { name: format!("{date}+{head:012x}"), fingerprints, replaced: Vec::new() }
    }

    /// The edition, with the names of the tables that are a user's.
    pub(super) fn with_replaced(mut self, names: impl Iterator<Item = &'static str>) -> Self {
        self.replaced = names.map(str::to_owned).collect();
        self
    }

    /// The names of the tables that are not the built-in ones, in alphabetical order.
    #[must_use]
    pub fn replaced(&self) -> &[String] {
        &self.replaced
    }

    /// The date as `YYYY-MM-DD`, a plus, and the first twelve hexadecimal digits of the SHA-256 of
    /// all table files, joined in the order of their names.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first four hexadecimal digits of the SHA-256 of each table file, one after another in the
    /// order of [`TABLE_NAMES`].
    #[must_use]
    pub fn fingerprints(&self) -> &str {
        &self.fingerprints
    }

    /// The tables with another text than that of another edition, by its fingerprints; nothing when
    /// those are of other tables.
    #[must_use]
    pub fn changed_since(&self, fingerprints: &str) -> Option<Vec<&'static str>> {
        let comparable = fingerprints.is_ascii() && fingerprints.len() == self.fingerprints.len();
        let pairs = || {
            let [now, then] = [self.fingerprints.as_str(), fingerprints].map(str::as_bytes);
            now.chunks(FINGERPRINT).zip(then.chunks(FINGERPRINT))
        };
        comparable.then(|| {
            let named = TABLE_NAMES.into_iter().zip(pairs());
            named.filter(|(_, (now, then))| now != then).map(|(name, _)| name).collect()
        })
    }

    /// The year of the date; the age of a source counts up to it.
    ///
    /// # Panics
    /// Never: a date of another shape is refused when it is read.
    #[must_use]
    pub fn year(&self) -> u32 {
        self.name[..4].parse().expect("an edition without a year is refused")
    }

    /// Whether a text is a date of the shape `YYYY-MM-DD`.
    pub(super) fn is_date(text: &str) -> bool {
        let number = |digits: &str| {
            let plain = digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| plain)
        };
        let parts: Vec<&str> = text.split('-').collect();
        match *parts.as_slice() {
            [year, month, day] => {
                [year.len(), month.len(), day.len()] == [4, 2, 2]
                    && number(year).is_some()
                    && number(month).is_some_and(|month| (1..=12).contains(&month))
                    && number(day).is_some_and(|day| (1..=31).contains(&day))
            }
            _ => false,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_four_two_and_two_digits_and_a_month_and_day_that_exist() {
        assert!(Edition::is_date("2026-11-23"));
        for wrong in
            ["2026-11-3", "2026-13-01", "2026-11-32", "+026-11-23", "2026/11/23", "é26-11-23"]
        {
            assert!(!Edition::is_date(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_hash_changes_with_any_text() {
        let name = |texts: [&str; 2]| Edition::new("2026-11-23", texts).name().to_owned();
        assert_eq!(name(["a", "b"]).len(), "2026-11-23+0123456789ab".len());
        assert_ne!(name(["a", "b"]), name(["a", "c"]));
    }

    #[test]
    fn a_changed_table_is_named() {
        let edition = |texts: [&str; 2]| Edition::new("2026-11-23", texts);
        let [before, after] = [edition(["a", "b"]), edition(["a", "c"])];
        assert_eq!(after.changed_since(before.fingerprints()), Some(vec![TABLE_NAMES[1]]));
        assert_eq!(after.changed_since(after.fingerprints()), Some(Vec::new()));
        for other in ["", "0123", "éééé"] {
            assert_eq!(after.changed_since(other), None, "{other}");
        }
    }
}
