//! The values of one record by their paths, of which few are asked for: the record is written once, and
//! what is on no path is passed over unread.

use std::borrow::Cow;

use super::field::field;
use super::json::push_json_line_of_many;
use crate::report::{FIRST_YEAR, Pieces, WriteJson, bare};

/// A record of which values are looked up.
pub(crate) struct RecordValues<'r> {
    record: &'r dyn WriteJson,
    text: String,
}

/// Where a path leads.
enum Found<'t> {
    /// To this value.
    Value(&'t str),
    /// Nowhere.
    Nothing,
    /// To an item of a list that is called by something in it.
    Called,
}

impl<'r> RecordValues<'r> {
    /// Writes a record.
    ///
    /// # Panics
    /// Never: JSON made of texts is text.
    pub(crate) fn new(record: &'r dyn WriteJson, pieces: &mut Pieces) -> Self {
        let mut line = Vec::new();
        push_json_line_of_many(record, &mut line, pieces);
        Self { record, text: String::from_utf8(line).expect("JSON made of texts is text") }
    }

    /// The value at a path as [`field`] gives it, without the newline; nothing where that is an error.
    pub(crate) fn at(&self, path: &str) -> Option<Cow<'_, str>> {
        let found = if path.contains(',') { Found::Called } else { find(&self.text, path.trim()) };
        match found {
            Found::Value("null") | Found::Nothing => None,
            Found::Value(value) if value.starts_with(['{', '[']) => None,
            Found::Value(value) => bare(value),
            Found::Called => {
                let mut value = field(self.record, path).ok()?;
                value.pop();
                Some(Cow::Owned(value))
            }
        }
    }
}

/// The value at a path.
fn find<'t>(json: &'t str, path: &str) -> Found<'t> {
    let mut at = 0;
    for part in path.split('.') {
        let child = match json.as_bytes()[at] {
            b'{' => entry(json, at, part),
            b'[' => match part.parse::<usize>() {
                Ok(index) if index < FIRST_YEAR => item(json, at, index),
                _ => return Found::Called,
            },
            _ => None,
        };
        match child {
            Some(child) => at = child,
            None => return Found::Nothing,
        }
    }
    Found::Value(&json[at..end_of(json.as_bytes(), at)])
}

/// Where the value of a key begins in the object that begins at a byte: of the last, if there are several.
fn entry(json: &str, object: usize, key: &str) -> Option<usize> {
    let bytes = json.as_bytes();
    let mut found = None;
    let mut at = object + 1;
    while bytes.get(at) == Some(&b'"') {
        let end = end_of(bytes, at);
        if bare(&json[at..end]).is_some_and(|name| name == key) {
            found = Some(end + 1);
        }
        at = next(bytes, end_of(bytes, end + 1));
    }
    found
}

/// Where an item of the list that begins at a byte begins.
fn item(json: &str, list: usize, index: usize) -> Option<usize> {
    let bytes = json.as_bytes();
    let mut at = list + 1;
    for _ in 0..index {
        if bytes.get(at) == Some(&b']') {
            return None;
        }
        at = next(bytes, end_of(bytes, at));
    }
    (bytes.get(at) != Some(&b']')).then_some(at)
}

/// Behind the comma that follows a value, if one does.
fn next(bytes: &[u8], end: usize) -> usize {
    end + usize::from(bytes.get(end) == Some(&b','))
}

/// The end of the value that begins at a byte.
fn end_of(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut depth = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += 1;
                while let Some(found) = memchr::memchr2(b'"', b'\\', &bytes[at..]) {
                    at += found + 1;
                    if bytes[at - 1] == b'"' {
                        break;
                    }
                    at += 1;
                }
                if depth == 0 {
                    return at;
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::Json;

    struct Raw(String);

    impl WriteJson for Raw {
        fn write(&self, json: &mut Json<'_>) {
            json.object(|json| {
                json.key("a");
                json.raw(&self.0);
                json.str_at("b", "x \"y\" \\");
                json.values_at("list", |json| {
                    json.object(|json| json.str_at("id", "two"));
                    json.raw("3.5");
                });
            });
        }
    }

    /// Any JSON, as it would be written.
    fn any_json() -> impl Strategy<Value = String> {
        let plain = prop_oneof![
            Just("null".to_owned()),
            Just("-1.5e3".to_owned()),
            "[a-c\\\\\"{},:\\[\\]]{0,6}".prop_map(|text| serde_json::Value::from(text).to_string()),
        ];
        plain.prop_recursive(3, 12, 3, |inner| {
            let keys = prop::collection::vec(("[ab]", inner.clone()), 0..3);
            prop_oneof![
                prop::collection::vec(inner, 0..3).prop_map(|all| format!("[{}]", all.join(","))),
                keys.prop_map(|all| {
                    let all: Vec<_> =
                        all.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                    format!("{{{}}}", all.join(","))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_value_is_the_one_that_the_whole_record_has(
            json in any_json(),
            path in "(a|b|c|list)(\\.(a|b|0|1|two|id)){0,3}",
        ) {
            let record = Raw(json);
            let values = RecordValues::new(&record, &mut Pieces::default());
            let expected = field(&record, &path).ok();
            let found = values.at(&path).map(|value| format!("{value}\n"));
            prop_assert_eq!(found, expected);
        }
    }
}
