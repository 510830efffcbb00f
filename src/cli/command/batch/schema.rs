//! The JSON Schema of one command: the part of the whole that its answers need.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::cli::failure::Failure;
use crate::data::{Quoted, nearest};
use crate::report::JSON_SCHEMA;

/// The answers of each command, by their definitions; those of a stream come with its rows.
const COMMANDS: [(&str, &[&str]); 10] = [
    ("estimate", &["estimate", "error"]),
    ("timeline", &["timeline", "error"]),
    ("verdict", &["verdict", "verdicts", "error"]),
    ("plan", &["plan", "error"]),
    ("take-home", &["take_home"]),
    ("compare", &["comparison", "timeline_comparison"]),
    ("rank", &["ranking", "program_ranking", "program_state_ranking", "career_ranking"]),
    ("explain", &["estimate", "term"]),
    ("data", &["tables", "table", "sources", "assumptions", "check", "diff", "export"]),
    ("profile", &["profile"]),
];

/// The schema of a command by its name, or of all of them.
pub(super) fn of(command: &str) -> Result<String, Failure> {
    if command.is_empty() {
        return Ok(JSON_SCHEMA.to_owned());
    }
    let names = || COMMANDS.iter().map(|(name, _)| *name);
    let Some((name, answers)) = COMMANDS.iter().find(|(name, _)| *name == command) else {
        let message = format!("no command {} has a schema", Quoted(command));
        let hint = nearest(command, names()).map_or_else(
            || format!("those that have are {}", names().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(Failure::usage(message, hint));
    };
    let mut schema: Value = serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON");
    let reference = |name: &&str| json!({ "$ref": format!("#/$defs/{name}") });
    schema["oneOf"] = answers.iter().map(reference).collect();
    schema["title"] = format!("mbc-calc {name}").into();
    let mut needed: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<String> = answers.iter().map(|&answer| answer.to_owned()).collect();
    if answers.contains(&"error") {
        open.push("profile".to_owned());
    }
    while let Some(name) = open.pop() {
        if needed.insert(name.clone()) {
            referred(&schema["$defs"][&name], &mut open);
        }
    }
    if let Some(definitions) = schema["$defs"].as_object_mut() {
        definitions.retain(|name, _| needed.contains(name));
    }
    Ok(serde_json::to_string_pretty(&schema).expect("a value can be written") + "\n")
}

/// Adds the definitions that a part of the schema refers to.
fn referred(part: &Value, found: &mut Vec<String>) {
    match part {
        Value::Object(entries) => {
            let reference = entries.get("$ref").and_then(Value::as_str);
            let path = reference.and_then(|reference| reference.strip_prefix("#/$defs/"));
            found.extend(path.and_then(|path| path.split('/').next()).map(str::to_owned));
            entries.values().for_each(|value| referred(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| referred(item, found)),
        _ => {}
    }
}
