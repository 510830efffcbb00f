//! Streams: one record for each profile, in order, whatever arrives.

#![expect(clippy::disallowed_methods, reason = "streams are files and pipes")]

mod agreement;
mod binary;
mod files;
mod input;
mod limits;

use std::io::Cursor;
use std::sync::LazyLock;

use mbc_calc::batch::{Input, Options, Summary, run};
use mbc_calc::report::JSON_SCHEMA;
use serde_json::Value;

use crate::support::TABLES;

static RECORDS: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
});

fn options() -> Options {
    Options { input: Input::JsonLines, ..Options::default() }
}

/// The output for an input.
fn answered(options: &Options, input: impl Into<Vec<u8>>) -> (String, Summary) {
    let mut out = Vec::new();
    let summary = run(&TABLES, options, Cursor::new(input.into()), &mut out, |_| ())
        .expect("memory can be read and written");
    (String::from_utf8(out).expect("records are text"), summary)
}

/// The records for an input, each as the schema says.
fn records(options: &Options, input: impl Into<Vec<u8>>) -> Vec<Value> {
    let (text, _) = answered(options, input);
    let records = text.lines().map(|line| {
        let record = serde_json::from_str(line).expect("a record is JSON");
        assert!(RECORDS.is_valid(&record), "{line}: {:?}", RECORDS.validate(&record).err());
        record
    });
    records.collect()
}
