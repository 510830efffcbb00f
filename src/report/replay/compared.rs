//! The values of two answers by their paths.

use std::collections::BTreeMap;

use serde_json::Value;

/// What is written for a file or a stream and answers nothing.
const NOT_COMPARED: [&str; 7] = ["schema", "kind", "tool", "receipt", "line", "id", "kept"];

/// Notices are about how a fact was typed, which a question does not keep.
const NOTICES: &str = "warnings";

/// What calls an item of a list by name.
const NAMES: [&str; 5] = ["id", "fact", "year", "name", "stage"];

/// A value of an answer that is another now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moved {
    /// Where it is, as `--field` takes it.
    pub path: String,
    /// What it was, if it was there.
    pub before: Option<Value>,
    /// What it is, if it is there.
    pub now: Option<Value>,
}

impl Moved {
    /// By how much a number is more than it was.
    pub(crate) fn change(&self) -> Option<f64> {
        let [before, now] = [&self.before, &self.now].map(|value| value.as_ref()?.as_f64());
        Some(now? - before?)
    }
}

/// How many values there are, and those that differ, in the order of the answer.
pub(super) fn differences(saved: &Value, now: &Value) -> (usize, Vec<Moved>) {
    let (saved, now) = (values(saved), values(now));
    let of_now: BTreeMap<&str, &Value> =
        now.iter().map(|(path, value)| (&**path, *value)).collect();
    let of_then: BTreeMap<&str, &Value> =
        saved.iter().map(|(path, value)| (&**path, *value)).collect();
    let gone_or_other = saved.iter().filter_map(|(path, before)| {
        let now = of_now.get(&**path).copied();
        (now != Some(before)).then(|| Moved {
            path: path.clone(),
            before: Some((*before).clone()),
            now: now.cloned(),
        })
    });
    let new = now.iter().filter(|(path, _)| !of_then.contains_key(&**path));
    let new = new.map(|(path, value)| Moved {
        path: path.clone(),
        before: None,
        now: Some((*value).clone()),
    });
    let moved: Vec<Moved> = gone_or_other.chain(new).collect();
    (of_then.len().max(of_now.len()), moved)
}

/// Whether a path is of what was asked, which no table changes.
pub(super) fn is_of_the_question(path: &str) -> bool {
    let mut parts = path.split('.');
    match parts.next() {
        Some("profile") => true,
        Some("profiles") => parts.nth(1) == Some("profile"),
        _ => false,
    }
}

/// Every value of an answer with its path.
fn values(answer: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    let entries = answer.as_object().into_iter().flatten();
    for (key, value) in entries.filter(|(key, _)| !NOT_COMPARED.contains(&key.as_str())) {
        add(&mut found, key.clone(), value);
    }
    found
}

fn add<'v>(found: &mut Vec<(String, &'v Value)>, path: String, value: &'v Value) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| *key != NOTICES) {
                add(found, format!("{path}.{key}"), value);
            }
        }
        _ if path == NOTICES => {}
        Value::Array(items) => {
            let names: Vec<Option<String>> = items.iter().map(name).collect();
            for (at, (item, name)) in items.iter().zip(&names).enumerate() {
                let is_alone = names.iter().filter(|other| *other == name).count() == 1;
                let part = name.clone().filter(|_| is_alone).unwrap_or_else(|| at.to_string());
                add(found, format!("{path}.{part}"), item);
            }
        }
        _ => found.push((path, value)),
    }
}

/// What an item of a list is called by, if by anything.
fn name(item: &Value) -> Option<String> {
    let name = NAMES.iter().find_map(|key| item.get(key))?;
    let name = name.as_str().map_or_else(|| name.to_string(), str::to_owned);
    Some(name).filter(|name| !name.is_empty() && !name.contains(['.', ',', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_compared_by_the_names_of_their_items() {
        let saved =
            json!({"kind": "x", "levels": [{"id": "MA", "value": 2}, {"id": "OH", "value": 1}]});
        let now =
            json!({"kind": "y", "levels": [{"id": "OH", "value": 3}, {"id": "MA", "value": 2}]});
        let (values, moved) = differences(&saved, &now);
        assert_eq!((values, moved.len()), (4, 1));
        assert_eq!((moved[0].path.as_str(), moved[0].change()), ("levels.OH.value", Some(2.0)));
    }

    #[test]
    fn what_is_gone_or_new_is_found() {
        let (_, moved) = differences(&json!({"a": 1, "warnings": [1]}), &json!({"b": [true]}));
        let paths: Vec<_> = moved.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths, ["a", "b.0"]);
        assert!(is_of_the_question("profiles.base.profile.state"));
        assert!(!is_of_the_question("profiles.base.pay.p50"));
    }
}
