//! Nothing takes long because an input is large: each reader gets a mebibyte of its worst.

#![expect(clippy::disallowed_methods, reason = "inputs are files, and time is what is tested")]

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use mbc_calc::batch::{CsvLayout, Input, Options, Output, run};
use mbc_calc::data::Tables;
use mbc_calc::profile::{Draft, Key, ProfileSet, ProfileText};
use mbc_calc::render::{Style, field, table_errors};

use crate::support::{PROGRAM, TABLES};

const SIZE: usize = 1 << 20;

/// How long a reader may take: a second, and more where the program is not optimized.
const ALLOWED: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });

fn quickly<T>(what: &str, ask: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let found = ask();
    let took = began.elapsed();
    assert!(took < ALLOWED, "{what} took {took:?}");
    found
}

/// So much of a text, over and over.
fn filled(with: &str) -> String {
    with.repeat((SIZE - 100) / with.len())
}

/// Different names up to the size, each written by `write`.
fn counted(write: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(SIZE);
    for i in 0.. {
        let next = write(i);
        if text.len() + next.len() > SIZE - 100 {
            break;
        }
        text.push_str(&next);
    }
    text
}

#[test]
fn a_profile_of_any_text_is_read_or_refused_in_no_time() {
    let keys = counted(|i| format!("\"x{i}\":1,"));
    for (name, text) in [
        ("returns.toml", filled("\r")),
        ("unknown.toml", counted(|i| format!("x{i} = 1\n"))),
        ("twice.toml", filled("state = 'MS'\n")),
        ("dots.toml", format!("{}a = 1", filled("a."))),
        ("open.toml", filled("[")),
        ("unknown.json", format!("{{{keys}\"a\":1}}")),
        ("twice.json", format!("{{{}\"a\":1}}", filled("\"state\":\"MS\","))),
        ("open.json", filled("[")),
        ("escapes.json", format!("{{\"state\":\"{}\"}}", filled("\\u0041"))),
        ("names.json", format!("{{\"certs\":\"{}\"}}", filled("cpc,"))),
        ("unknown-names.json", format!("{{\"certs\":\"{}\"}}", filled("zzz,"))),
        ("list.json", format!("{{\"certs\":[{}\"CPC\"]}}", filled("\"CPC\","))),
    ] {
        let refused = quickly(name, || {
            let file = ProfileText::new(name, &text);
            Draft::default().with_file(file).profile(&TABLES)
        });
        assert!(refused.unwrap_err().problems.len() <= 100, "{name}");
    }
}

#[test]
fn a_fact_of_any_length_is_refused_in_no_time() {
    for with in ["boston ", "boston, ", "9", "a", "- ", "\u{130}", "MS,"] {
        let text = filled(with);
        for key in Key::ALL {
            let draft = Draft::default().state(key, text.as_str());
            let what = format!("{} of {with:?}", key.name());
            assert!(quickly(&what, || draft.profile(&TABLES)).is_err(), "{what}");
        }
        let found = quickly(with, || TABLES.find_area(&text, None));
        assert!(found.is_err(), "{with:?}");
    }
}

#[test]
fn a_name_of_two_hundred_characters_is_looked_up_and_a_longer_one_refused() {
    for (length, message) in [
        (200, "no metropolitan or nonmetropolitan area is called"),
        (201, "`metro` can have at most 200 characters, not "),
    ] {
        let draft = Draft::default().state(Key::Metro, "é".repeat(length));
        let errors = draft.profile(&TABLES).unwrap_err().to_string();
        assert!(errors.starts_with(message), "{errors}");
        assert!(errors.len() < 300, "{errors}");
    }
}

#[test]
fn variations_and_profiles_of_any_number_are_compared_or_refused_in_no_time() {
    for with in ["x=1,", "a,", "certs=1,", "certs=cpc,", "name=a,", "=,"] {
        let set = ProfileSet::default().with_base(Draft::default()).with_variation(filled(with));
        assert!(quickly(with, || set.profiles(&TABLES)).is_err(), "{with}");
    }
    for (name, text) in [
        ("many.jsonl", filled("{}\n")),
        ("many.json", format!("[{}{{}}]", filled("{},"))),
        ("malformed.jsonl", filled("{x\n")),
        ("unknown.jsonl", filled("{\"x\":1}\n")),
        ("many.csv", format!("state\n{}", filled("MS\n"))),
        ("header.csv", counted(|i| format!("x{i},"))),
        ("quotes.csv", format!("state\n{}", filled("a\"\n"))),
        ("many.toml", filled("[[profile]]\n")),
    ] {
        let file = ProfileText::new(name, &text);
        let set = ProfileSet::default().with_file(file);
        assert!(quickly(name, || set.profiles(&TABLES)).is_err(), "{name}");
    }
}

#[test]
fn a_stream_of_any_lines_is_answered_in_no_time() {
    let keys = counted(|i| format!("\"x{i}\":1,"));
    let header = counted(|i| format!("x{i},"));
    for (input, text, states_a_fact) in [
        (Input::JsonLines, format!("{{{keys}\"a\":1}}"), true),
        (Input::JsonLines, format!("{{\"metro\":\"{}\"}}", filled("boston ")), true),
        (Input::JsonLines, format!("{{\"id\":\"{}\"}}", filled("\\u0041")), true),
        (Input::JsonLines, format!("{{\"id\":{{{keys}\"a\":1}}}}"), true),
        (Input::JsonLines, filled("\n"), true),
        (Input::Csv, format!("{header}\na\n"), false),
        (Input::Csv, format!("state,{header}\nMS\n"), true),
        (Input::Csv, format!("{}\n{}\n", filled(","), filled("a,")), false),
        (Input::Csv, format!("state{}\nMS\n", filled(",")), true),
        (Input::Csv, format!("{}\na\n", filled("x")), false),
        (Input::Csv, format!("id\n\"{}\"\n", filled("\"\"")), false),
        (Input::Csv, format!("state,id\nMS,\"{}\"\n", filled("\"\"")), true),
        (Input::Csv, format!("state,id\nMS,\"{}\"\n", filled("\n")), true),
        (Input::Csv, filled("\n"), true),
    ] {
        for output in [
            Output::JsonLines,
            Output::Csv(CsvLayout::default()),
            Output::Fields(vec!["id.x".to_owned()]),
        ] {
            let options = Options { input, output, ..Options::default() };
            let bytes = std::io::Cursor::new(text.clone().into_bytes());
            let mut out = Vec::new();
            let begins: String = text.chars().take(20).collect();
            let answered = quickly(&begins, || run(&TABLES, &options, bytes, &mut out, |_| ()));
            assert_eq!(answered.is_ok(), states_a_fact, "{begins}: {answered:?}");
            assert!(out.len() < 4 * SIZE, "{begins}: {} bytes", out.len());
        }
    }
}

#[test]
fn a_path_of_any_length_is_refused_in_no_time() {
    let answer = mbc_calc::engine::estimate(&TABLES, &mbc_calc::profile::Profile::default());
    for with in ["pay.", "scenarios.0.", ".", "a"] {
        assert!(quickly(with, || field(&answer, &filled(with))).is_err(), "{with}");
    }
    let long = format!("id.{}", "x.".repeat(50_000));
    let asked = Command::new(PROGRAM).args(["batch", "--field", &long]).output().unwrap();
    assert_eq!(asked.status.code(), Some(2), "{asked:?}");
}

#[test]
fn a_table_of_any_text_is_read_or_refused_in_no_time() {
    let mut rows = String::new();
    for i in 0..40_000 {
        write!(rows, "\n[[term]]\nid=\"x{i}\"\n").unwrap();
    }
    let terms = mbc_calc::built_in_texts().text("terms").to_owned();
    for (name, table, text) in [
        ("rows", "terms", terms + &rows),
        ("returns", "terms", filled("\r")),
        ("keys", "terms", counted(|i| format!("x{i} = 1\n"))),
        ("sources", "salaries", counted(|i| format!("[[source]]\nid = \"s{i}\"\n"))),
        ("places", "salaries", counted(|i| format!("[[rows]]\nplace = \"x{i}\"\n"))),
        ("gaps", "geography", counted(|i| format!("[[missing]]\nplace = \"x{i}\"\n"))),
        ("names", "specialties", counted(|i| format!("[[rows]]\nlevel = \"x{i}\"\n"))),
        ("credentials", "credentials", counted(|i| format!("[[credential]]\nid = \"x{i}\"\n"))),
    ] {
        let listed = quickly(name, || {
            let mut texts = mbc_calc::built_in_texts();
            texts.replace(table, format!("{table}.toml"), text);
            let errors = Tables::read_texts(&texts).unwrap_err();
            table_errors(&errors, Style::Plain).take(100).count()
        });
        assert!(listed > 0, "{name}");
    }
}

#[test]
fn a_check_of_tables_lists_a_hundred_findings_and_counts_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = mbc_calc::built_in_texts().text("terms").to_owned();
    for i in 0..40_000 {
        write!(text, "\n[[term]]\nid=\"x{i}\"\n").unwrap();
    }
    fs::write(folder.path().join("terms.toml"), text).unwrap();
    let folder = folder.path().to_str().unwrap();
    let check = ["data", "check", "--data", folder, "--format", "json"];
    let ended = quickly("check", || Command::new(PROGRAM).args(check).output().unwrap());
    let found: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(found["findings"].as_array().unwrap().len(), 100);
    assert!(found["summary"]["findings"].as_u64().unwrap() >= 40_000);
    let errors: serde_json::Value = serde_json::from_slice(&ended.stderr).unwrap();
    assert_eq!(errors["errors"].as_array().unwrap().len(), 100);
    assert!(errors["more_problems"].as_u64().unwrap() >= 39_900);
}
