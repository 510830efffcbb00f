//! The tables as they are shown, checked, written as files and compared.

#![expect(clippy::disallowed_methods, reason = "tables are files")]

use std::fs;
use std::path::{Path, PathBuf};

use mbc_calc::data::TABLE_NAMES;
use serde_json::Value;

use crate::support::{answer, json, mbc_calc, text};

fn built_in(table: &str) -> String {
    let path = format!("{}/data/{table}.toml", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("a built-in table can be read")
}

/// The files of a folder, in alphabetical order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    files
}

#[test]
fn every_table_is_listed_and_every_row_of_it_is_shown_in_every_format() {
    let list = json(&["data", "list"]);
    let listed = list["tables"].as_array().unwrap();
    let names: Vec<&str> = listed.iter().map(|table| table["id"].as_str().unwrap()).collect();
    assert_eq!(names, TABLE_NAMES);
    for table in listed {
        let name = table["id"].as_str().unwrap();
        let shown = json(&["data", "show", name]);
        let lists = shown["lists"].as_array().unwrap();
        let rows = |list: &Value| list["rows"].as_array().unwrap().len();
        let (of_gaps, others): (Vec<_>, Vec<_>) = lists
            .iter()
            .partition(|list| list["name"].as_str().unwrap().rsplit('.').next() == Some("missing"));
        assert_eq!(Value::from(others.iter().map(|list| rows(list)).sum::<usize>()), table["rows"]);
        assert_eq!(Value::from(of_gaps.iter().map(|l| rows(l)).sum::<usize>()), table["missing"]);
        let all: usize = lists.iter().map(rows).sum();
        let lines = |format| answer(["data", "show", name, "--format", format]).lines().count();
        assert_eq!(lines("jsonl"), all, "{name}");
        for format in ["csv", "plain", "table", "markdown"] {
            assert!(lines(format) > all, "{name} as {format}");
        }
    }
}

#[test]
fn numbers_of_a_table_are_those_of_its_text() {
    let shown = json(&["data", "show", "geography", "ms"]);
    assert_eq!(shown["lists"][0]["rows"][0]["price_level"], Value::from(86.953));
    let shown = answer(["data", "show", "salaries", "US", "--format", "table"]);
    assert!(shown.contains("194,720"), "{shown}");
    let years = answer(["data", "show", "wage_history", "--format", "table"]);
    assert!(years.contains(" 2003 ") && !years.contains("2,003"), "{years}");
}

#[test]
fn rows_are_found_by_any_of_their_names_or_a_part_of_one() {
    let rows = |arguments: &[&str]| {
        let arguments = [&["data", "show"], arguments, &["--format", "jsonl"]].concat();
        answer(&arguments).lines().count()
    };
    assert_eq!(rows(&["salaries", "mississippi"]), 1);
    assert_eq!(rows(&["salaries", "Vermont"]), 3, "a row and two gaps");
    assert_eq!(rows(&["occupations", "manager", "--state", "MS"]), 1);
    assert_eq!(rows(&["experience", "10"]), 1);
    assert_eq!(rows(&["prices", "2020"]), 1);
    assert_eq!(rows(&["combination", "education"]), 5, "a spread and four correlations");
    assert_eq!(rows(&["specialties", "risk"]), 1);
    assert_eq!(rows(&["specialties", "radiology"]), 1);
    assert!(rows(&["areas", "boston"]) >= 1);
    assert!(rows(&["areas", "--state", "RI"]) >= 1);
}

#[test]
fn every_source_is_used_and_the_uses_add_up() {
    let sources = json(&["data", "sources"]);
    for source in sources["sources"].as_array().unwrap() {
        assert_ne!(source["used_by"], serde_json::json!([]), "{}", source["id"]);
    }
    let wages = &sources["sources"][0];
    assert_eq!(wages["id"], "bls-oews-2025");
    let uses = wages["used_by"].as_array().unwrap();
    let of_salaries = uses.iter().find(|used| used["table"] == "salaries").unwrap();
    // 54 rows of wages and 5 gaps.
    assert_eq!(of_salaries["rows"], 59);
}

#[test]
fn the_built_in_tables_have_no_finding() {
    let check = json(&["data", "check"]);
    assert_eq!(check["findings"], serde_json::json!([]));
    assert_eq!(check["summary"]["tables"], TABLE_NAMES.len());
}

#[test]
fn a_finding_is_reported_with_its_place_and_ends_in_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let salaries = built_in("salaries").replace("p50 = 51_140", "p50 = 1_140");
    fs::write(folder.path().join("salaries.toml"), salaries).unwrap();
    fs::write(folder.path().join("wages.toml"), "").unwrap();
    let data = folder.path().to_string_lossy();
    let output = mbc_calc(["data", "check", "--data", &data, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let check: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = check["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 2);
    assert!(findings[0]["message"].as_str().unwrap().ends_with("is called like no table"));
    assert_eq!((&findings[1]["line"], &findings[1]["table"]), (&16.into(), &"salaries".into()));
    assert_eq!(check["summary"]["findings"], 2);
    let message = text(&output.stderr);
    assert!(
        message.contains("salaries.toml:16:") && message.contains("\"code\":\"table\""),
        "{message}"
    );
}

#[test]
fn what_is_exported_is_what_was_built_in_and_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("new").join("mine");
    let path = mine.to_string_lossy().into_owned();
    answer(["data", "export", &path]);
    assert_eq!(files(&mine).len(), TABLE_NAMES.len());
    for name in TABLE_NAMES {
        let text = fs::read_to_string(mine.join(format!("{name}.toml"))).unwrap();
        assert_eq!(text, built_in(name));
    }
    let plain = answer(["estimate", "--format", "json"]);
    assert_eq!(answer(["estimate", "--format", "json", "--data", &path]), plain);

    fs::write(mine.join("terms.toml"), "edited").unwrap();
    fs::remove_file(mine.join("market.toml")).unwrap();
    let refused = mbc_calc(["data", "export", &path, "terms", "market"]);
    assert_eq!(refused.status.code(), Some(4));
    let message = text(&refused.stderr);
    assert!(
        message.contains("terms.toml` is there already") && !message.contains("market"),
        "{message}"
    );
    assert_eq!(fs::read_to_string(mine.join("terms.toml")).unwrap(), "edited");
    assert!(!mine.join("market.toml").exists(), "all of it, or nothing");

    let refused = mbc_calc(["data", "export", &path]);
    let message = text(&refused.stderr);
    let [first, .., second_to_last, _] = TABLE_NAMES;
    assert!(
        message.contains(&format!("{first}.toml`, ")) && message.contains(" more are"),
        "{message}"
    );
    assert!(!message.contains(second_to_last), "all are listed: {message}");

    answer(["data", "export", &path, "terms", "market.toml", "--overwrite"]);
    assert_eq!(fs::read_to_string(mine.join("terms.toml")).unwrap(), built_in("terms"));
    assert_eq!(files(&mine).len(), TABLE_NAMES.len());
}

#[test]
fn a_folder_that_cannot_be_written_holds_nothing_afterward() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let path = folder.path().join("file").join("mine");
    let refused = mbc_calc(["data", "export", &path.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(4), "{refused:?}");
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn files_are_replaced_all_or_none_and_links_are_followed() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("mine");
    let path = mine.to_string_lossy().into_owned();
    fs::create_dir_all(mine.join("terms.toml")).unwrap();
    for name in TABLE_NAMES.iter().filter(|name| **name != "terms") {
        fs::write(mine.join(format!("{name}.toml")), "old").unwrap();
    }
    let refused = mbc_calc(["data", "export", &path, "--overwrite"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(text(&refused.stderr).ends_with("terms.toml`: is a directory\n"), "{refused:?}");
    for name in TABLE_NAMES.iter().filter(|name| **name != "terms") {
        assert_eq!(fs::read_to_string(mine.join(format!("{name}.toml"))).unwrap(), "old");
    }
    assert_eq!(files(&mine).len(), TABLE_NAMES.len());

    #[cfg(unix)]
    {
        let kept = folder.path().join("kept.toml");
        fs::remove_file(mine.join("market.toml")).unwrap();
        std::os::unix::fs::symlink(&kept, mine.join("market.toml")).unwrap();
        answer(["data", "export", &path, "market", "--overwrite"]);
        assert_eq!(fs::read_link(mine.join("market.toml")).unwrap(), kept);
        assert_eq!(fs::read_to_string(kept).unwrap(), built_in("market"));
    }
}

#[test]
fn a_difference_is_reported_by_row_and_by_what_it_does_to_pay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_string_lossy().into_owned();
    let nothing = json(&["data", "diff", &path, "--quiet"]);
    assert_eq!(nothing["changes"], serde_json::json!([]));
    let unmoved = |person: &Value| person["difference"] == serde_json::json!({"p50": 0, "mean": 0});
    assert!(nothing["people"].as_array().unwrap().iter().all(unmoved));

    let mut text = built_in("salaries").replace("p50 = 51_140", "p50 = 52_140");
    text = text.replace("range = [10_000, 250_000]", "range = [10_000, 300_000]");
    fs::write(folder.path().join("salaries.toml"), text).unwrap();
    let found = json(&["data", "diff", &path]);
    let expected = serde_json::json!([
        {"table": "salaries", "list": "head", "row": "", "key": "range",
         "from": [10_000, 250_000], "to": [10_000, 300_000]},
        {"table": "salaries", "list": "rows", "row": "US", "key": "p50", "from": 51_140, "to": 52_140},
    ]);
    assert_eq!(found["changes"], expected);
    assert_eq!(found["people"][0]["difference"], serde_json::json!({"p50": 1_000, "mean": 0}));
    assert_ne!(found["other_edition"], found["tool"]["data_edition"]);
}

#[test]
fn a_person_whom_other_tables_do_not_know_has_a_reason_and_no_figures() {
    let folder = tempfile::tempdir().unwrap();
    let text = built_in("settings").replace("level = \"insurer\"", "level = \"carrier\"");
    let text = text.replace("label = \"an insurer\"", "label = \"a carrier\"");
    fs::write(folder.path().join("settings.toml"), text).unwrap();
    let found = json(&["data", "diff", &folder.path().to_string_lossy()]);
    let people = found["people"].as_array().unwrap();
    let person = people.iter().find(|person| person["after"].is_null()).unwrap();
    assert!(person["before"]["p50"].is_u64() && person.get("difference").is_none(), "{person}");
    assert!(person["after_missing"].as_str().unwrap().contains("insurer"), "{person}");
    let rows: Vec<_> = found["changes"].as_array().unwrap().iter().map(|c| &c["row"]).collect();
    assert_eq!(rows, ["insurer", "carrier"]);
}
