//! The JSON of an answer, read back for the formats that lay it out anew: no number is parsed, so
//! every format spells it as JSON does.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The nesting up to which values are read; an answer has far less, a caller's id may have more.
const MAX_DEPTH: usize = 64;

/// Whole numbers from here on are years of the calendar, where an item of a list is called by one.
pub(crate) const FIRST_YEAR: usize = 1000;

/// A value in the spelling of the answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    /// A number, a text in its quotes, `true`, `false` or `null`.
    Plain(&'t str),
    /// The items of a list.
    List(Vec<Value<'t>>),
    /// The entries of an object, each key in its quotes.
    Object(Vec<(&'t str, Value<'t>)>),
}

impl<'t> Value<'t> {
    /// Reads valid JSON.
    pub(crate) fn read(json: &'t str) -> Self {
        Self::read_within(json.trim_ascii(), MAX_DEPTH)
    }

    fn read_within(json: &'t str, depth: usize) -> Self {
        let below = |value: &'t RawValue| Self::read_within(value.get(), depth - 1);
        match json.as_bytes() {
            [b'[', ..] if depth > 0 => {
                let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
                Self::List(items.into_iter().map(below).collect())
            }
            [b'{', ..] if depth > 0 => {
                let Entries(entries) = serde_json::from_str(json).unwrap_or_default();
                let entry = |(key, value): (&'t RawValue, _)| (key.get(), below(value));
                Self::Object(entries.into_iter().map(entry).collect())
            }
            _ => Self::Plain(json),
        }
    }

    /// The value of a key of an object, of the last of them if there are several, or the item at
    /// an index of a list or with an id.
    pub(crate) fn child(&self, part: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => {
                let mut entries = entries.iter().rev();
                entries.find(|(key, _)| name(key) == part).map(|(_, value)| value)
            }
            Self::List(items) => {
                // A small number is a place; a year of the calendar is none.
                match part.parse::<usize>() {
                    Ok(at) if at < FIRST_YEAR => items.get(at),
                    _ => items.iter().find(|item| item.id().is_some_and(|id| id == part)),
                }
            }
            Self::Plain(_) => None,
        }
    }

    /// What an item of a list is called by, if by anything.
    pub(crate) fn id(&self) -> Option<Cow<'t, str>> {
        const NAMES: [&str; 5] = ["id", "fact", "year", "name", "stage"];
        let Self::Object(_) = self else { return None };
        let named = NAMES.iter().find_map(|key| self.child(key)?.plain());
        named.map(name).filter(|id| !id.is_empty() && !id.contains(['.', ',', ' ']))
    }

    /// A plain value as written.
    pub(crate) fn plain(&self) -> Option<&'t str> {
        match self {
            Self::Plain(plain) => Some(plain),
            Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Whether the value is `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Plain("null"))
    }
}

/// A text without its quotes, any other plain value as written; nothing if the text holds half a
/// character.
pub(crate) fn bare(plain: &str) -> Option<Cow<'_, str>> {
    match plain.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        None => Some(Cow::Borrowed(plain)),
        Some(inner) if !inner.contains('\\') => Some(Cow::Borrowed(inner)),
        Some(_) => serde_json::from_str(plain).ok().map(Cow::Owned),
    }
}

/// As [`bare`], and a text that holds half a character as written.
pub(crate) fn name(key: &str) -> Cow<'_, str> {
    bare(key).unwrap_or(Cow::Borrowed(key))
}

/// The entries of an object in their order.
#[derive(Default)]
struct Entries<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Entries<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'t> Visitor<'t> for EntriesVisitor {
            type Value = Entries<'t>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_the_spelling_of_the_text() {
        let value = Value::read("{\"a\\nb\": [1e999, \"x\", null], \"c\":0.000005,\"c\":{}}");
        assert_eq!(
            value.child("a\nb").and_then(|list| list.child("0")),
            Some(&Value::Plain("1e999"))
        );
        assert_eq!(value.child("c"), Some(&Value::Object(Vec::new())));
        assert_eq!(bare("\"\\u00e9\""), Some("é".into()));
        assert_eq!(bare("\"\\ud800\""), None);
        assert!(Value::read(" null ").is_null());
    }

    #[test]
    fn nesting_without_end_is_left_unread() {
        let depth = 100_000;
        let json = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let mut value = &Value::read(&json);
        while let Some(inner) = value.child("0") {
            value = inner;
        }
        assert!(matches!(value, Value::Plain(_)));
    }
}
