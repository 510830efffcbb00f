//! A gallery of wrong tables: each file of `tests/wrong_tables` makes one of the built-in tables
//! wrong, and the snapshot next to it holds the message for a person.
//!
//! `NAME.TABLE.edit` edits the built-in table. An empty line separates its edits. The `-` lines
//! of one are a text that occurs in the table exactly once, the `+` lines take its place; without
//! `-` lines they are added at the end. `NAME.TABLE.toml` is a whole table instead.
//!
//! To accept new messages, read them and run `INSTA_UPDATE=always cargo test --test wrong_tables`.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::path::{Path, PathBuf};

use mbc_calc::data::{TABLE_NAMES, TableErrors, Tables};
use mbc_calc::render::{Style, table_errors};

const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wrong_tables");

#[test]
fn every_wrong_table_is_reported_in_words_with_its_place() {
    let mut names = Vec::new();
    for case in files_ending_in(&["edit", "toml"]) {
        let name = case.file_stem().and_then(|stem| stem.to_str()).unwrap().to_owned();
        let errors = read(&name, &case).unwrap_err();
        let message = table_errors(&errors, Style::Plain).collect::<Vec<_>>().join("\n");
        insta::with_settings!({
            snapshot_path => GALLERY, prepend_module_to_snapshot => false, omit_expression => true,
        }, {
            insta::assert_snapshot!(name.clone(), message);
        });
        names.push(name);
    }
    for snapshot in files_ending_in(&["snap"]) {
        let name = snapshot.file_stem().and_then(|stem| stem.to_str()).unwrap();
        assert!(names.iter().any(|case| case == name), "`{name}.snap` has no case");
    }
}

#[test]
fn a_wrong_table_hides_only_those_that_cannot_be_read_without_it() {
    for (empty, files) in [
        (vec!["sources", "market"], vec!["sources.toml"]),
        (vec!["geography", "salaries", "terms"], vec!["geography.toml", "terms.toml"]),
        (vec!["salaries", "experience"], vec!["salaries.toml", "experience.toml"]),
        (vec!["specialties", "credentials"], vec!["specialties.toml"]),
    ] {
        let texts = TABLE_NAMES
            .map(|table| if empty.contains(&table) { String::new() } else { built_in(table) });
        let errors = Tables::read(&texts.each_ref().map(String::as_str)).unwrap_err();
        assert_eq!(errors.0.iter().map(|error| error.file.as_str()).collect::<Vec<_>>(), files);
    }
}

/// Reads the built-in tables with that of the case in the place of its own.
fn read(name: &str, case: &Path) -> Result<Tables, TableErrors> {
    let (_, wrong) = name.split_once('.').expect("a case is called NAME.TABLE");
    let text = std::fs::read_to_string(case).expect("a case can be read");
    let texts =
        TABLE_NAMES.map(|table| match case.extension().and_then(|extension| extension.to_str()) {
            _ if table != wrong => built_in(table),
            Some("edit") => edited(name, built_in(table), &text),
            _ => text.clone(),
        });
    assert!(TABLE_NAMES.contains(&wrong), "{name}: no table is called `{wrong}`");
    Tables::read(&texts.each_ref().map(String::as_str))
}

fn built_in(table: &str) -> String {
    mbc_calc::built_in_texts().text(table).to_owned()
}

fn edited(name: &str, mut table: String, edit: &str) -> String {
    for block in edit.split("\n\n") {
        let lines = |sign: char| {
            let of_sign = block.lines().filter_map(|line| line.strip_prefix(sign));
            of_sign
                .map(|line| line.strip_prefix(' ').unwrap_or(line))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let (from, to) = (lines('-'), lines('+'));
        if from.is_empty() {
            table = format!("{table}{to}\n");
        } else {
            assert_eq!(table.matches(&from).count(), 1, "{name}: `{from}` stands once");
            table = table.replace(&from, &to);
        }
    }
    table
}

fn files_ending_in(extensions: &[&str]) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(GALLERY).expect("the gallery can be read");
    let paths = entries.map(|entry| entry.expect("the gallery can be read").path());
    let of_kind = |path: &PathBuf| {
        path.extension().and_then(|found| found.to_str()).is_some_and(|e| extensions.contains(&e))
    };
    let mut files: Vec<_> = paths.filter(of_kind).collect();
    files.sort();
    files
}
