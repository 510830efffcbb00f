//! One bare value of an answer, found by its path in the JSON contract.

use serde_json::Value;

use super::json::{json, jsonl};
use crate::data::{Quoted, nearest};
use crate::profile::Key;
use crate::report::Shape;

/// Why a path gives no bare value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The answer has nothing at this path.
    #[error("the answer has no field {path}")]
    Unknown {
        /// The path, quoted.
        path: String,
        /// What may help.
        hint: String,
    },
    /// The path leads to several values.
    #[error("the field {path} holds several values")]
    Several {
        /// The path, quoted.
        path: String,
        /// What may help.
        hint: String,
    },
    /// The value does not exist, for a reason.
    #[error("the field {path} has no value: {reason}")]
    Absent {
        /// The path, quoted.
        path: String,
        /// Why there is none.
        reason: String,
    },
}

impl FieldError {
    /// What may help.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Unknown { hint, .. } | Self::Several { hint, .. } => Some(hint),
            Self::Absent { .. } => None,
        }
    }
}

/// The value at a path such as `pay.p50` or `scenarios.1.place`, bare, ending in a newline.
///
/// When the answer is a list of records and the path is theirs, the values of all records, one a
/// line in their order; a record without the value has an empty line.
///
/// # Errors
/// When there is nothing at the path, more than one value, or a value that does not exist.
///
/// A caller's value, told as it stands, can be more than is read here: a number beyond all bounds,
/// half a character. Then nothing has a value.
pub fn field(shape: &impl Shape, path: &str) -> Result<String, FieldError> {
    let read = |text: &str| {
        serde_json::from_str(text).map_err(|_| FieldError::Absent {
            path: Quoted(path).to_string(),
            reason: "the answer repeats what cannot be read".to_owned(),
        })
    };
    let answer = read(&json(shape))?;
    let whole = value_at(&answer, path);
    if matches!(whole, Ok(_) | Err(FieldError::Several { .. })) {
        return whole;
    }
    let records: Vec<Value> = jsonl(shape).lines().map(read).collect::<Result<_, _>>()?;
    value_of_each(&records, path).unwrap_or(whole)
}

/// The value of each record; nothing when no record has anything at the path.
fn value_of_each(records: &[Value], path: &str) -> Option<Result<String, FieldError>> {
    let mut lines = String::new();
    let mut has_value = false;
    let mut absent = None;
    for record in records {
        match value_at(record, path) {
            Ok(line) => {
                has_value = true;
                lines.push_str(&line.trim_end().replace(['\n', '\r'], " "));
                lines.push('\n');
            }
            Err(several @ FieldError::Several { .. }) => return Some(Err(several)),
            Err(error) => {
                if matches!(error, FieldError::Absent { .. }) {
                    absent.get_or_insert(error);
                }
                lines.push('\n');
            }
        }
    }
    if has_value { Some(Ok(lines)) } else { absent.map(Err) }
}

fn value_at(answer: &Value, path: &str) -> Result<String, FieldError> {
    let mut at = answer;
    for part in path.split('.') {
        at = child(at, part).ok_or_else(|| unknown(answer, path))?;
        if at.is_null() {
            return Err(absent(answer, path, part));
        }
    }
    match at {
        Value::String(text) => Ok(format!("{text}\n")),
        Value::Object(_) | Value::Array(_) => {
            let below = paths(at).into_iter().map(|rest| format!("{path}.{rest}"));
            let below: Vec<_> = below.collect();
            let path = Quoted(path).to_string();
            if below.is_empty() {
                return Err(FieldError::Absent { path, reason: "it is empty".to_owned() });
            }
            let hint = format!("choose one: {}", shortened(below));
            Err(FieldError::Several { path, hint })
        }
        bare => Ok(format!("{bare}\n")),
    }
}

fn child<'v>(value: &'v Value, part: &str) -> Option<&'v Value> {
    match value {
        Value::Object(object) => object.get(part),
        Value::Array(items) => items.get(part.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The reason stands beside the null, as `home_value_missing` beside `home_value`.
fn absent(answer: &Value, path: &str, part: &str) -> FieldError {
    let before = path.split('.').take_while(|p| *p != part);
    let parent = before.into_iter().try_fold(answer, child);
    let reason = parent.and_then(|parent| parent.get(format!("{part}_missing"))?.as_str());
    let reason = reason.unwrap_or("no reason is known").to_owned();
    FieldError::Absent { path: Quoted(path).to_string(), reason }
}

fn unknown(answer: &Value, path: &str) -> FieldError {
    if let Some(reason) = not_this_time(answer, path) {
        return FieldError::Absent { path: Quoted(path).to_string(), reason: reason.to_owned() };
    }
    let all = paths(answer);
    let hint = nearest(path, all.iter().map(String::as_str)).map_or_else(
        || {
            let (deep, top): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|p| p.contains('.'));
            let deep = deep.iter().find(|p| *p == "pay.p50").or(deep.first());
            let deep = deep.map_or(String::new(), |path| format!(", {path} and the like"));
            format!("fields are {}{deep}", shortened(top))
        },
        |near| format!("did you mean `{near}`?"),
    );
    FieldError::Unknown { path: Quoted(path).to_string(), hint }
}

/// Why a field that other answers have is not in this one.
fn not_this_time(answer: &Value, path: &str) -> Option<&'static str> {
    if path.strip_prefix("profile.").is_some_and(|key| Key::named(key).is_some()) {
        return Some("the profile does not state it");
    }
    let find = |path: &str| path.split('.').try_fold(answer, child);
    if let Some(there) = path.strip_suffix("_missing") {
        return find(there).map(|_| "nothing is missing there");
    }
    let parts = path.match_indices('.').map(|(at, _)| (&path[..at], &path[at + 1..]));
    let (parent, rest) = parts.rev().find_map(|(above, rest)| Some((find(above)?, rest)))?;
    let part = rest.split('.').next()?;
    match parent {
        Value::Array(_) => part.parse::<usize>().ok().map(|_| "the list is shorter"),
        Value::Object(object) => {
            let unknown = object.get("not_known")?.as_array()?;
            unknown.iter().any(|key| key == part).then_some("it is not known")
        }
        _ => None,
    }
}

/// The paths of all bare values below a value, in order.
fn paths(value: &Value) -> Vec<String> {
    let below = |name: &str, value: &Value| match paths(value) {
        deeper if deeper.is_empty() => vec![name.to_owned()],
        deeper => deeper.iter().map(|rest| format!("{name}.{rest}")).collect(),
    };
    match value {
        Value::Object(object) => object.iter().flat_map(|(key, v)| below(key, v)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(i, v)| below(&i.to_string(), v)).collect()
        }
        _ => Vec::new(),
    }
}

fn shortened(paths: Vec<String>) -> String {
    const SHOWN: usize = 12;
    let more = if paths.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", paths.into_iter().take(SHOWN).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_path_gives_a_bare_value_or_says_why_not() {
        let answer = json!({
            "pay": {"p25": 5, "p50": 7},
            "list": [{"place": "MA"}],
            "home_value": null,
            "home_value_missing": "no home",
        });
        assert_eq!(value_at(&answer, "pay.p50").unwrap(), "7\n");
        assert_eq!(value_at(&answer, "list.0.place").unwrap(), "MA\n");
        let message = |path: &str| value_at(&answer, path).unwrap_err().to_string();
        assert_eq!(message("home_value.p50"), "the field `home_value.p50` has no value: no home");
        assert_eq!(message("pay"), "the field `pay` holds several values");
        assert_eq!(message("pay.p51"), "the answer has no field `pay.p51`");
        assert_eq!(
            value_at(&answer, "pay.p51").unwrap_err().hint(),
            Some("did you mean `pay.p50`?")
        );
        assert_eq!(
            message("list.9.place"),
            "the field `list.9.place` has no value: the list is shorter"
        );
        assert_eq!(message(""), "the answer has no field ``");
    }
}
