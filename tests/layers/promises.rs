//! What the README promises names tests that are there.

#![expect(clippy::disallowed_methods, reason = "the promises are in a document")]

use std::fs;
use std::path::Path;

#[test]
fn every_promise_names_a_test_that_is_there() {
    let promises = promises(include_str!("../../README.md"));
    assert!(promises.len() >= 7, "{promises:?}");
    let wrong: Vec<_> = promises.iter().filter_map(|row| Some((row, missing(row)?))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_promise_that_nothing_holds_is_found() {
    let rows = promises("| promise | the test that holds it |\n|---|---|\n| A | b |\n\nC\n");
    assert_eq!(rows, ["| A | b |"]);
    for (row, nothing) in [
        ("| A | b |", "no test"),
        ("| A | `tests/nothing.rs` |", "tests/nothing.rs"),
        ("| A | `no_such_test` in `tests/layers/promises.rs` |", "no_such_test"),
    ] {
        assert_eq!(missing(row).as_deref(), Some(nothing));
    }
    let here = "| A | `a_promise_that_nothing_holds_is_found` in `tests/layers/promises.rs` |";
    assert_eq!(missing(here), None);
}

/// The rows of the table of promises.
fn promises(readme: &str) -> Vec<&str> {
    let after = readme.split("| the test that holds it |\n").nth(1).unwrap_or_default();
    after.lines().skip(1).take_while(|line| line.starts_with('|')).collect()
}

/// What a row names that is not there.
fn missing(row: &str) -> Option<String> {
    let holds = row.split('|').nth(2).unwrap_or_default();
    let named: Vec<_> = holds.split('`').skip(1).step_by(2).collect();
    let is_file = |name: &&str| name.contains('/') || *name == "Cargo.toml";
    let read = |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    let files: Vec<_> = named.iter().copied().filter(is_file).collect();
    if named.is_empty() {
        return Some("no test".to_owned());
    }
    if let Some(file) = files.iter().find(|file| read(file).is_err()) {
        return Some((*file).to_owned());
    }
    // A test is in the file that follows it; a command or a setting is no test.
    let mut tests =
        named.iter().filter(|name| name.contains('_') && !name.contains(['/', ' ', '=']));
    let is_there = |test: &str| {
        files.iter().any(|file| read(file).is_ok_and(|text| text.contains(&format!("fn {test}("))))
    };
    tests.find(|test| !is_there(test)).map(ToString::to_string)
}
