//! Tables of one's own: whole tables replace the built-in ones, in every command, and every answer
//! says so.

#![expect(clippy::disallowed_methods, reason = "tables are files")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support;

const COMMANDS: [&[&str]; 5] = [
    &["estimate"],
    &["explain"],
    &["compare", "--vs", "certs=3"],
    &["rank", "--by", "setting"],
    &["batch", "tests/it/batch/one.jsonl"],
];

/// A folder with these files; a text is the built-in table of that name, edited.
fn folder(files: &[(&str, &[(&str, &str)])]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (name, edits) in files {
        let built_in = format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut text = fs::read_to_string(built_in).unwrap_or_default();
        for (from, to) in *edits {
            assert!(from.is_empty() || text.contains(from), "`{from}` stands in {name}");
            text = if from.is_empty() { (*to).to_owned() } else { text.replace(from, to) };
        }
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    folder
}

/// The wages of the nation with another median.
fn other_median() -> TempDir {
    folder(&[("salaries.toml", &[("p50 = 51_140", "p50 = 52_140")])])
}

fn with_data<'a>(arguments: &[&'a str], data: &'a Path) -> Vec<&'a str> {
    [arguments, &["--data", data.to_str().expect("its path is text")]].concat()
}

fn answer(arguments: &[&str], data: &Path) -> String {
    let output = support::mbc_calc(with_data(arguments, data));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    support::text(&output.stdout)
}

fn refusal(arguments: &[&str], data: &Path) -> (Option<i32>, String) {
    support::refusal(&with_data(arguments, data))
}

#[test]
fn a_table_replaces_the_built_in_one_in_every_command_and_each_answer_says_so() {
    let own = other_median();
    assert_eq!(answer(&["estimate", "--field", "pay.p50"], own.path()), "52140\n");
    let built_in = mbc_calc::built_in().edition.name().to_owned();
    for command in COMMANDS {
        let json = answer(&[command, &["--format", "json"]].concat(), own.path());
        let record: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(record["tool"]["data_replaced"], serde_json::json!(["salaries"]), "{command:?}");
        assert_ne!(record["tool"]["data_edition"], serde_json::json!(built_in), "{command:?}");
        if command[0] != "batch" {
            for format in ["plain", "table", "markdown"] {
                let page = answer(&[command, &["--format", format]].concat(), own.path());
                assert!(page.contains("Tables of your own"), "{command:?} as {format}: {page}");
            }
        }
    }
}

#[test]
fn what_is_no_replacement_changes_no_byte() {
    let same = folder(&[("salaries.toml", &[]), ("README", &[("", "not a table")])]);
    let hidden = folder(&[(".salaries.toml", &[("", "left by an editor")])]);
    let plain = support::answer(["estimate", "--format", "json"]);
    for data in [&same, &hidden] {
        assert_eq!(answer(&["estimate", "--format", "json"], data.path()), plain);
    }
}

#[test]
fn a_folder_without_a_table_is_reported_unless_quiet() {
    let empty = folder(&[]);
    let message =
        |arguments| support::text(&support::mbc_calc(with_data(arguments, empty.path())).stderr);
    assert!(message(&["estimate"]).ends_with("holds no table: the built-in tables answer\n"));
    assert_eq!(message(&["estimate", "--quiet"]), "");
}

#[test]
fn everything_wrong_with_the_tables_is_reported_at_once() {
    let wrong = folder(&[
        ("salaries.toml", &[("p50 = 51_140", "p50 = 1")]),
        ("settings.toml", &[("schema = 1\n", "")]),
        ("salary.toml", &[("", "x")]),
    ]);
    for command in COMMANDS {
        let (code, message) = refusal(command, wrong.path());
        assert_eq!(code, Some(3), "{message}");
        for part in [
            "salary.toml` is called like no table\n  = hint: did you mean `salaries.toml`?\n",
            "/salaries.toml:16:100\n",
            "^\n",
            "the key `schema` is missing\n",
        ] {
            assert!(message.contains(part), "`{part}` in {message}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_a_failed_reading() {
    let folder = folder(&[("salaries.toml", &[])]);
    for (path, reason) in
        [("none", "no such file or directory"), ("salaries.toml", "not a directory")]
    {
        let (code, message) = refusal(&["estimate"], &folder.path().join(path));
        assert_eq!(code, Some(4));
        assert!(message.ends_with(&format!("{reason}\n")), "{message}");
    }
    fs::create_dir(folder.path().join("terms.toml")).expect("there is room for a folder");
    assert_eq!(refusal(&["estimate"], folder.path()).0, Some(4));
}

#[test]
fn bytes_that_are_no_text_are_reported_with_their_place() {
    let folder = folder(&[]);
    fs::write(folder.path().join("terms.toml"), b"schema = 1\n\xff")
        .expect("a file can be written");
    let (code, message) = refusal(&["estimate"], folder.path());
    assert_eq!(code, Some(3));
    assert!(message.contains("terms.toml:2:1"), "{message}");
}

#[test]
fn a_mark_of_the_byte_order_does_no_harm() {
    let own = other_median();
    let path = own.path().join("salaries.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{FEFF}{text}")).expect("a file can be written");
    assert_eq!(answer(&["estimate", "--field", "pay.p50"], own.path()), "52140\n");
}

#[test]
fn a_source_that_only_replaced_rows_cited_may_be_left_over() {
    let own = folder(&[("education.toml", &[("\"aapc-2022-education\"", "\"aapc-2012\"")])]);
    answer(&["estimate", "--education", "bachelor"], own.path());
}

#[test]
fn what_a_built_in_table_misses_in_those_of_a_user_is_reported_of_the_built_in_one() {
    let own = folder(&[("sources.toml", &[("id = \"aapc-2015\"", "id = \"aapc-2o15\"")])]);
    let (code, message) = refusal(&["estimate"], own.path());
    assert_eq!(code, Some(3));
    assert!(message.contains("no source is called `aapc-2015`"), "{message}");
    assert!(message.contains("certifications.toml (built in):"), "{message}");
}

#[test]
fn problems_beyond_a_hundred_are_counted() {
    let wrong = folder(&[("salaries.toml", &[("place = ", "plaice = "), ("mean = ", "meen = ")])]);
    let (code, message) = refusal(&["estimate"], wrong.path());
    assert_eq!(code, Some(3));
    assert_eq!(message.matches("error: ").count(), 101, "{message}");
    assert!(
        message.contains("error: and ") && message.trim_end().ends_with("more problems"),
        "{message}"
    );
}

/// A folder with a built-in table in which the numbers of these keys are replaced, all of them.
fn with_numbers(table: &str, numbers: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut text = mbc_calc::built_in_texts().text(table).to_owned();
    for (key, number) in numbers {
        let before = [format!(" {key} = "), format!("\n{key} = ")];
        for before in &before {
            let mut pieces = text.split(before.as_str());
            let first = pieces.next().unwrap_or_default().to_owned();
            text = pieces.fold(first, |text, piece| {
                let ends = if piece.starts_with('[') { &[']'][..] } else { &[',', ' ', '\n'] };
                let end = piece.find(ends).unwrap_or(piece.len());
                let rest = piece[end..].trim_start_matches(']');
                format!("{text}{before}{number}{rest}")
            });
        }
    }
    fs::write(folder.path().join(format!("{table}.toml")), text).expect("a file can be written");
    folder
}

#[test]
fn a_range_only_narrows_what_a_number_can_be() {
    for (table, numbers, message) in [
        ("salaries", &[("range", "[1, 1e308]")][..], "`range` cannot go beyond `-1_000_000_000`"),
        ("salaries", &[("range", "[-1e10, 1]")], "`range` cannot go beyond"),
        ("prices", &[("range", "[1.0, 1e9]"), ("may", "1e10")], "`may` is `10_000_000_000`"),
        ("experience", &[("range", "[0.0, 1e9]"), ("ratio", "1e8")], "between 0.01 and 100"),
        ("experience", &[("range", "[0.0, 1e9]"), ("ratio", "100.5")], "between 0.01 and 100"),
        ("experience", &[("range", "[0.0, 1e9]"), ("ratio", "0.009")], "between 0.01 and 100"),
        ("salaries", &[("range", "[0.0, 1e9]"), ("mean", "0.001")], "must be at least a cent"),
    ] {
        let wrong = with_numbers(table, numbers);
        let (code, found) = refusal(&["estimate"], wrong.path());
        assert_eq!(code, Some(3), "{numbers:?}");
        assert!(found.contains(message), "{numbers:?}: {found}");
    }
}

#[test]
fn the_largest_numbers_of_tables_are_answered() {
    // The nation's pay, times 12,000.
    let pay = [
        ("range", "[1, 1e9]"),
        ("p10", "444e6"),
        ("p25", "522e6"),
        ("p50", "614e6"),
        ("p75", "778e6"),
        ("p90", "974e6"),
        ("mean", "681e6"),
    ];
    let steep = [("range", "[0.0, 100.0]"), ("ratio", "100.0")];
    for (table, numbers) in [("salaries", &pay[..]), ("experience", &steep)] {
        let own = with_numbers(table, numbers);
        for question in [
            &["estimate", "--hours", "80", "--certs", "3", "--experience", "10"][..],
            &["estimate", "--level", "survey", "--state", "OH", "--specialty", "auditing"],
            &["timeline", "--state", "OH", "--careers", "100", "--nominal", "--horizon", "40"],
            &["verdict", "--state", "OH", "--careers", "100", "--certs", "3"],
            &["rank", "--by", "state"],
        ] {
            let text = answer(&[question, &["--format", "json", "--quiet"]].concat(), own.path());
            assert!(!text.contains("18446744073709551615"), "{table} {question:?}");
        }
    }
}
