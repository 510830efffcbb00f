//! The JSON Schema of the program, as the tests read it.

use mbc_calc::report::JSON_SCHEMA;
use serde_json::{Map, Value};

pub(crate) fn schema() -> Value {
    serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON")
}

/// The definitions of what answers are made of: a line of the input is no answer.
pub(crate) fn definitions(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let definitions = schema["$defs"].as_object().expect("there are definitions");
    definitions.iter().filter(|(name, _)| *name != "profile")
}

/// The keys of an object, each with its own schema.
pub(crate) fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema["properties"].as_object()
}

/// What a reference leads to, with its path below the definitions.
pub(crate) fn referred<'s>(root: &'s Value, schema: &'s Value) -> Option<(&'s str, &'s Value)> {
    let reference = schema["$ref"].as_str()?;
    let path = reference.strip_prefix("#/$defs/").expect("a reference is to a definition");
    let found = root.pointer(&reference[1..]).expect("a reference leads somewhere");
    Some((path, found))
}
