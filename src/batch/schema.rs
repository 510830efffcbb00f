/// The JSON Schema of the input and of every record of a stream.
pub const SCHEMA: &str = include_str!("schema.json");
