//! An answer as a value of its own: the JSON contract, for those who use the crate.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::report::{Json, Value, WriteJson, bare};

/// What a [`Question`](crate::Question) was answered: the keys and values of the program's JSON, in
/// the same order.
///
/// Amounts are whole US dollars, shares are 0 to 1, and a value that is not known is absent or null
/// with the reason in the key after it. [`JSON_SCHEMA`](crate::JSON_SCHEMA) describes every key. It
/// is written and read with serde as one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// One object in the spelling of `serde_json`.
    json: String,
}

impl Answer {
    /// # Panics
    /// Never: what is written is JSON.
    pub(crate) fn of(report: &dyn WriteJson) -> Self {
        let mut written = Vec::new();
        report.write(&mut Json::new(&mut written));
        let value: serde_json::Value =
            serde_json::from_slice(&written).expect("an answer is written as JSON");
        Self { json: value.to_string() }
    }

    /// The number at a path, such as `pay.p50` in dollars a year; nothing where there is no number.
    ///
    /// An item of a list is called by its place from 0, or by its id, fact, name, stage or calendar
    /// year, as in `milestones.remote.p50`.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<f64> {
        self.plain(path)?.parse().ok()
    }

    /// The text at a path, such as `grade`; nothing where there is no text.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<String> {
        let plain = self.plain(path)?;
        let text = plain.starts_with('"').then(|| bare(plain))?;
        text.map(std::borrow::Cow::into_owned)
    }

    /// The answer as one object of JSON on one line.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    fn plain(&self, path: &str) -> Option<&str> {
        let answer = Value::read(&self.json);
        path.split('.').try_fold(&answer, |at, part| at.child(part))?.plain()
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: serde_json::Value =
            serde_json::from_str(&self.json).map_err(serde::ser::Error::custom)?;
        value.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answer {
    /// Reads an answer that was written before; any object is taken for one.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = serde_json::Map::deserialize(deserializer)?;
        Ok(Self { json: serde_json::Value::Object(object).to_string() })
    }
}
