//! A saved answer, asked again: the same, moved with a table, edited, or refused with the reason.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{answer, json, mbc_calc, run};

/// One question of each command that has a receipt.
const QUESTIONS: [&str; 15] = [
    "estimate --state MS --employer-state MA --certs CPC,CRC --pay 17.33/hr --experience 7.51",
    "estimate --city Elmira,NY --local Yonkers --take-home --hours 30",
    "estimate --employment contract --hourly-rate 41.25 --state OH",
    "explain --metro elmira --experience 3 --certs 2",
    "take-home --state NJ --employer-state NY --convenience apply --pay 81227",
    "timeline --state OH --careers 200 --sensitivity --horizon 6",
    "timeline --pay 90000 --careers 200 --seed 7 --certs-plan 3/12 --nominal",
    "verdict --stage career-changer --state OH --careers 200 --learning yes --wait 18",
    "verdict --state OH --careers 200",
    "plan --state TX --certs CPC --experience 4 --pay 52000 --careers 200 --target 35.17/hr --top 3",
    "compare --state MS --certs 1 --vs certs=3 --vs employer-state=MA,name=away",
    "compare --timeline --careers 200 --vs study=full-time",
    "rank --by employer-state --state MS --certs 3 --top 60 --reverse",
    "rank --by program --state OH --sort debt",
    "rank --by program",
];

fn words(question: &str) -> Vec<&str> {
    question.split(' ').collect()
}

/// Saves the answer to a question.
fn saved(folder: &Path, question: &str) -> (PathBuf, String) {
    let path = folder.join("answer.json");
    let output = mbc_calc([&words(question)[..], &["--json"]].concat());
    let text = String::from_utf8(output.stdout).expect("answers are text");
    write(&path, &text);
    (path, text)
}

#[expect(clippy::disallowed_methods, reason = "an answer is saved in a file")]
fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("a file can be written");
}

/// What `replay` makes of a text, with its exit code.
fn replay(text: &str) -> (Value, Option<i32>) {
    let (out, messages, code) = run(&["replay", "-", "--json"], text);
    let read = if out.is_empty() { &messages } else { &out };
    (serde_json::from_str(read).expect("both are JSON"), code)
}

#[test]
fn an_answer_asked_again_is_the_same() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for question in QUESTIONS {
        let (path, _) = saved(folder.path(), question);
        let output = mbc_calc([Path::new("replay"), &path]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.starts_with("answer\tSame. Asked again, all "), "{question}: {text}");
        assert_eq!(output.status.code(), Some(0), "{question}");
    }
}

#[test]
fn the_hash_is_that_of_the_question_whatever_it_was_typed_like() {
    let receipt = |question: &str| json(&words(question))["receipt"].clone();
    let one = receipt("estimate --state OH --certs 2");
    assert_eq!(one["question"], r#"{"command":"estimate","profile":{"state":"OH","certs":2}}"#);
    let digits = Sha256::digest(one["question"].as_str().expect("a text"));
    let digits = digits.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
    assert_eq!(one["question_sha256"], digits);
    assert_eq!(one, receipt("estimate --certs 2 Ohio"));
    for other in ["estimate --state OH --certs 3", "explain --state OH --certs 2"] {
        assert_ne!(one["question_sha256"], receipt(other)["question_sha256"], "{other}");
    }
}

#[test]
fn a_changed_table_is_named_with_every_figure_that_moved() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mine = folder.path().join("mine");
    answer([Path::new("data"), Path::new("export"), &mine, Path::new("settings")]);
    let table = mine.join("settings.toml");
    let text = read(&table);
    assert!(text.contains("pay = 61_920"));
    write(&table, &text.replace("pay = 61_920", "pay = 64_000"));
    let replayed = |question: &str| {
        let (path, _) = saved(folder.path(), question);
        let flags = ["--json", "--data"].map(Path::new);
        let output = mbc_calc([&[Path::new("replay"), &path], &flags[..], &[&mine]].concat());
        let found: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        (found, output.status.code())
    };
    let (found, code) = replayed("estimate --state OH --setting hospital");
    assert_eq!((found["result"].as_str(), code), (Some("moved"), Some(1)));
    assert_eq!(found["tables"], serde_json::json!(["settings"]));
    let moved = found["moved"].as_array().expect("a list");
    let median = moved.iter().find(|one| one["path"] == "pay.p50").expect("the median moved");
    let amount = |key: &str| median[key].as_f64().expect("an amount");
    assert!((amount("now") - amount("before") - amount("change")).abs() < 1e-9);
    assert!(amount("change") > 0.0);
    // A table that does not count here changes nothing.
    let (found, code) = replayed("estimate --state OH --certs 1");
    assert_eq!((found["result"].as_str(), code), (Some("same"), Some(0)));
    assert_eq!(found["tables"], serde_json::json!(["settings"]));
}

#[expect(clippy::disallowed_methods, reason = "a table is a file")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file can be read")
}

#[test]
fn an_edited_file_is_found_out() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let (_, text) = saved(folder.path(), "estimate --state OH --certs 2");
    let median =
        serde_json::from_str::<Value>(&text).expect("it is JSON")["pay"]["p50"].to_string();
    for (from, to, edited) in [
        (format!("\"p50\": {median}"), "\"p50\": 99000".to_owned(), "values"),
        ("\"state\": \"OH\"".to_owned(), "\"state\": \"CA\"".to_owned(), "values"),
        ("\\\"OH\\\"".to_owned(), "\\\"CA\\\"".to_owned(), "question"),
    ] {
        assert!(text.contains(&from), "{from}");
        let (found, code) = replay(&text.replacen(&from, &to, 1));
        assert_eq!(found["result"], "edited", "{from}");
        assert_eq!((found["edited"].as_str(), code), (Some(edited), Some(1)), "{from}");
    }
}

#[test]
fn what_cannot_be_asked_again_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let (_, text) = saved(folder.path(), "estimate --state OH");
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let tables = String::from_utf8(mbc_calc(["data", "list", "--json"]).stdout).expect("a text");
    let lines =
        String::from_utf8(mbc_calc(["estimate", "--format", "jsonl"]).stdout).expect("a text");
    let short = run(&["batch", "--quiet"], "{\"state\":\"OH\"}\n").0;
    for (given, reason) in [
        ("no json".to_owned(), "this is not an answer as JSON"),
        (String::new(), "this is not an answer as JSON"),
        (lines.repeat(2), "trailing characters"),
        ("[1]".to_owned(), "not an answer of `mbc-calc`"),
        ("{\"state\":\"OH\"}".to_owned(), "not an answer of `mbc-calc`"),
        (text.replace("\"schema\": 1", "\"schema\": 2"), "has schema 2, and this program reads"),
        (text.replace(&version, "\"version\": \"9.9.9\""), "is of mbc-calc 9.9.9, and this is"),
        (tables, "it lists tables"),
        (short, "it is a record in short"),
        (text.replace("\"receipt\"", "\"recipe\""), "it has no receipt"),
    ] {
        let (found, code) = replay(&given);
        let message = found["errors"][0]["message"].as_str().unwrap_or_default();
        assert!(message.contains(reason), "{reason}: {found}");
        assert_eq!(code, Some(3), "{reason}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_said_so() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let missing = folder.path().join("missing.json");
    for path in [folder.path(), &missing] {
        let output = mbc_calc([Path::new("replay"), path]);
        assert_eq!(output.status.code(), Some(4), "{}", path.display());
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: cannot read "));
    }
}

#[test]
fn a_record_of_a_stream_with_all_that_is_known_has_a_receipt() {
    let people = "{\"id\":1,\"name\":\"Ann\",\"state\":\"OH\",\"certs\":\"CPC\",\"careers\":200}\n\
        {\"state\":\"MS\",\"stage\":\"remote\",\"careers\":200}\n";
    for command in ["estimate", "timeline", "verdict"] {
        let (out, _, _) = run(&["batch", "--quiet", "--explain", "--command", command], people);
        for record in out.lines() {
            let (found, code) = replay(record);
            assert_eq!((&found["result"], code), (&"same".into(), Some(0)), "{command}: {found}");
        }
    }
}
