//! One bare value of an answer, found by its path in the JSON contract.

use std::borrow::Cow;

use super::json::{jsonl, line};
use crate::data::{Quoted, nearest};
use crate::profile::Key;
use crate::report::{Value, WriteJson, bare, name};

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

/// A longer path leads nowhere; the longest of an answer is far shorter.
pub(crate) const MAX_PATH_CHARACTERS: usize = 200;

impl FieldError {
    /// What is wrong, by a name that stays the same.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown_field",
            Self::Several { .. } => "several_values",
            Self::Absent { .. } => "no_value",
        }
    }

    /// What may help.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Unknown { hint, .. } | Self::Several { hint, .. } => Some(hint),
            Self::Absent { .. } => None,
        }
    }
}

/// The value at a path such as `pay.p50` or `scenarios.1.place`, bare, ending in a newline; of several
/// paths with commas between them the values with tabs between them.
///
/// An item of a list is called by its place from 0, or by its id, fact, name, stage or calendar year.
///
/// When the answer is a list of records and the path is theirs, the values of all records, one a
/// line in their order; a record without the value has an empty line.
///
/// # Errors
/// When there is nothing at the path, more than one value, or a value that does not exist.
///
/// A caller's text can hold half a character; then it has no value.
pub fn field(report: &dyn WriteJson, path: &str) -> Result<String, FieldError> {
    let answer = line(report);
    let mut rows: Vec<String> = Vec::new();
    for (at, path) in path.split(',').enumerate() {
        let values = of_path(report, &answer, path.trim())?;
        let values = values.strip_suffix('\n').unwrap_or(&values).split('\n');
        let values: Vec<&str> = values.collect();
        if at == 0 {
            rows.extend(values.into_iter().map(str::to_owned));
            continue;
        }
        // A value of the whole answer is that of each of its records.
        let count = rows.len().max(values.len());
        let repeated = rows.iter().cycle().take(count).zip(values.iter().cycle());
        rows = repeated.map(|(row, value)| format!("{row}\t{value}")).collect();
    }
    rows.push(String::new());
    Ok(rows.join("\n"))
}

/// The value, or those of all records.
fn of_path(report: &dyn WriteJson, answer: &str, path: &str) -> Result<String, FieldError> {
    if path.chars().nth(MAX_PATH_CHARACTERS).is_some() {
        let hint = format!("a path has at most {MAX_PATH_CHARACTERS} characters");
        return Err(FieldError::Unknown { path: Quoted(path).to_string(), hint });
    }
    let whole = value_at(&Value::read(answer), path);
    if matches!(whole, Ok(_) | Err(FieldError::Several { .. })) {
        return whole;
    }
    let lines = jsonl(report);
    let records: Vec<Value<'_>> = lines.lines().map(Value::read).collect();
    value_of_each(&records, path).unwrap_or(whole)
}

/// The value of each record; nothing when no record has anything at the path.
fn value_of_each(records: &[Value<'_>], path: &str) -> Option<Result<String, FieldError>> {
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

fn value_at(answer: &Value<'_>, path: &str) -> Result<String, FieldError> {
    let mut at = answer;
    for part in path.split('.') {
        at = at.child(part).ok_or_else(|| unknown(answer, path))?;
        if at.is_null() {
            return Err(absent(path, &reason(answer, path, part)));
        }
    }
    if let Value::Plain(plain) = at {
        let text =
            bare(plain).ok_or_else(|| absent(path, "the answer repeats what cannot be read"))?;
        return Ok(format!("{text}\n"));
    }
    let below: Vec<_> = paths_below(at).into_iter().map(|rest| format!("{path}.{rest}")).collect();
    if below.is_empty() {
        return Err(absent(path, "it is empty"));
    }
    let hint = format!("choose one: {}", elided(below));
    Err(FieldError::Several { path: Quoted(path).to_string(), hint })
}

fn absent(path: &str, reason: &str) -> FieldError {
    FieldError::Absent { path: Quoted(path).to_string(), reason: reason.to_owned() }
}

/// The reason for a null is the next key, as `home_value_missing` after `home_value`.
fn reason<'t>(answer: &Value<'t>, path: &str, part: &str) -> Cow<'t, str> {
    let mut before = path.split('.').take_while(|p| *p != part);
    let parent = before.try_fold(answer, Value::child);
    let reason = parent.and_then(|parent| parent.child(&format!("{part}_missing"))?.plain());
    reason.map_or(Cow::Borrowed("no reason is known"), name)
}

fn unknown(answer: &Value<'_>, path: &str) -> FieldError {
    if let Some(reason) = not_this_time(answer, path) {
        return absent(path, reason);
    }
    let all = paths_below(answer);
    let hint = nearest(path, all.iter().map(String::as_str)).map_or_else(
        || {
            let (deep, top): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|p| p.contains('.'));
            let deep = deep.iter().find(|p| *p == "pay.p50").or(deep.first());
            let deep = deep.map_or(String::new(), |path| format!(", {path} and the like"));
            format!("fields are {}{deep}", elided(top))
        },
        |near| format!("did you mean `{near}`?"),
    );
    FieldError::Unknown { path: Quoted(path).to_string(), hint }
}

/// Why a field that other answers have is not in this one.
fn not_this_time(answer: &Value<'_>, path: &str) -> Option<&'static str> {
    if path.strip_prefix("profile.").is_some_and(|key| Key::named(key).is_some()) {
        return Some("the profile does not state it");
    }
    let find = |path: &str| path.split('.').try_fold(answer, Value::child);
    if let Some(there) = path.strip_suffix("_missing") {
        return find(there).map(|_| "nothing is missing there");
    }
    let parts = path.match_indices('.').map(|(at, _)| (&path[..at], &path[at + 1..]));
    let (parent, rest) = parts.rev().find_map(|(above, rest)| Some((find(above)?, rest)))?;
    let part = rest.split('.').next()?;
    match parent {
        Value::List(_) => part.parse::<usize>().ok().map(|_| "the list has no such item"),
        Value::Object(_) => {
            let Value::List(unknown) = parent.child("not_known")? else { return None };
            let mut unknown = unknown.iter().filter_map(Value::plain).map(name);
            unknown.any(|key| key == part).then_some("it is not known")
        }
        Value::Plain(_) => None,
    }
}

/// The paths of all bare values of an answer, in order.
pub(crate) fn paths(report: &dyn WriteJson) -> Vec<String> {
    paths_below(&Value::read(&line(report)))
}

/// The paths of all bare values below a value, in order.
fn paths_below(value: &Value<'_>) -> Vec<String> {
    let below = |name: &str, value: &Value<'_>| match paths_below(value) {
        deeper if deeper.is_empty() => vec![name.to_owned()],
        deeper => deeper.iter().map(|rest| format!("{name}.{rest}")).collect(),
    };
    match value {
        Value::Object(entries) => {
            entries.iter().flat_map(|(key, v)| below(&name(key), v)).collect()
        }
        Value::List(items) => {
            let called = |i: usize, item: &Value<'_>| {
                let id = item.id().filter(|id| value.child(id).is_some_and(|found| found == item));
                id.map_or_else(|| i.to_string(), Cow::into_owned)
            };
            items.iter().enumerate().flat_map(|(i, v)| below(&called(i, v), v)).collect()
        }
        Value::Plain(_) => Vec::new(),
    }
}

fn elided(paths: Vec<String>) -> String {
    const SHOWN: usize = 12;
    let more = if paths.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", paths.into_iter().take(SHOWN).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gives_a_bare_value_or_says_why_not() {
        let answer = Value::read(
            r#"{
                "pay": {"p25": 5, "p50": 7},
                "list": [{"place": "MA"}],
                "steps": [{"id": "job", "p50": 1}, {"id": "remote", "p50": 9}],
                "years": [{"year": 2025, "gain": 2}],
                "home_value": null,
                "home_value_missing": "no home"
            }"#,
        );
        assert_eq!(value_at(&answer, "pay.p50").unwrap(), "7\n");
        assert_eq!(value_at(&answer, "list.0.place").unwrap(), "MA\n");
        assert_eq!(value_at(&answer, "steps.remote.p50").unwrap(), "9\n");
        assert_eq!(value_at(&answer, "steps.0.p50").unwrap(), "1\n");
        assert_eq!(value_at(&answer, "years.2025.gain").unwrap(), "2\n");
        assert!(paths_below(&answer).contains(&"steps.remote.p50".to_owned()));
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
            "the field `list.9.place` has no value: the list has no such item"
        );
        assert_eq!(message(""), "the answer has no field ``");
    }
}
