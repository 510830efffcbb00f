/// The JSON Schema of every JSON answer, and of a profile in a stream: the contract of schema 1.
///
/// The key tables of `docs/FORMATS.md` are made from it.
pub const JSON_SCHEMA: &str = include_str!("schema.json");
