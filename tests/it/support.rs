//! How the tests ask the library and the program.

use std::ffi::OsStr;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use mbc_calc::data::Tables;
use mbc_calc::profile::{Draft, Key, Profile};
use proptest::prelude::ProptestConfig;
use serde_json::Value;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_mbc-calc");

pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(mbc_calc::built_in);

/// The built-in tables with the text of one of them edited.
pub(crate) fn edited(table: &str, edit: impl FnOnce(&str) -> String) -> Tables {
    let mut texts = mbc_calc::built_in_texts();
    let text = edit(texts.text(table));
    texts.replace(table, format!("{table}.toml"), text);
    Tables::read_texts(&texts).unwrap_or_else(|errors| panic!("{errors}: {errors:?}"))
}

/// So many cases; a failure is printed, not kept in a file.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// The draft of these facts.
pub(crate) fn draft(facts: &[(Key, impl AsRef<str>)]) -> Draft<'_> {
    facts.iter().fold(Draft::default(), |draft, (key, text)| draft.state(*key, text.as_ref()))
}

/// The profile of facts given as `key=value`, one a word, with `+` for a space.
pub(crate) fn profile(tables: &Tables, facts: &str) -> Profile {
    let draft = facts.split_whitespace().fold(Draft::default(), |draft, fact| {
        let (name, text) = fact.split_once('=').expect("facts are written `key=value`");
        let key = Key::named(name).unwrap_or_else(|| panic!("no key `{name}`"));
        draft.state(key, text.replace('+', " "))
    });
    draft.profile(tables).unwrap_or_else(|errors| panic!("{facts}: {errors}"))
}

#[track_caller]
pub(crate) fn assert_close(actual: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((actual - expected).abs() <= tolerance, "{what}: {actual}, expected {expected}");
}

/// Runs the program with nothing to read and both of its outputs in pipes.
pub(crate) fn mbc_calc(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
    Command::new(PROGRAM).args(arguments).output().expect("the program runs")
}

/// Runs the program with this on standard input: its answer, its messages and its exit code.
pub(crate) fn run(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that refuses its arguments may end before it reads.
    let _ = child.stdin.take().expect("there is a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

/// The answer of the program, where there must be one, without any message.
#[track_caller]
pub(crate) fn answer(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    let output = mbc_calc(arguments);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    text(&output.stdout)
}

/// The same as JSON.
#[track_caller]
pub(crate) fn json(arguments: &[&str]) -> Value {
    let text = answer([arguments, &["--format", "json"]].concat());
    serde_json::from_str(&text).expect("answers are JSON")
}

/// The exit code and the message of the program, where there must be no answer.
#[track_caller]
pub(crate) fn refusal(arguments: &[&str]) -> (Option<i32>, String) {
    let output = mbc_calc(arguments);
    assert!(output.stdout.is_empty(), "{arguments:?}: {output:?}");
    (output.status.code(), text(&output.stderr))
}

/// What was written, as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is written is text")
}
