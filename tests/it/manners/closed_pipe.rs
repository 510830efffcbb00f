//! A reader that has seen enough is no error.

use std::io::{Read as _, Write as _, pipe};
use std::process::{Command, Stdio};

use super::EXAMPLE;
use crate::support::{PROGRAM, text};

/// A little less than a pipe takes before its writer has to wait.
const NEARLY_FULL: usize = 60 * 1024;

#[test]
fn a_reader_that_stops_after_one_byte_is_no_error() {
    let (mut reader, mut writer) = pipe().unwrap();
    writer.write_all(&vec![b'.'; NEARLY_FULL]).unwrap();
    let child = Command::new(PROGRAM)
        .args(["explain", "--state", "MS", "--certs", "3", "--experience", "10"])
        .args(["--format", "json"])
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    reader.read_exact(&mut [0]).unwrap();
    drop(reader);
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), text(&ended.stderr).as_str()), (Some(0), ""));
}

#[test]
fn a_reader_that_is_gone_before_the_answer_is_no_error() {
    let formats = ["table", "plain", "json", "jsonl", "csv", "markdown"];
    let explained = formats.map(|format| format!("explain --state MS --format {format}"));
    let others = "explain p25,timeline --careers 100,verdict --careers 100,completions zsh,man,--help,\
                  --version";
    let others = others.split(',').map(str::to_owned).chain([EXAMPLE.join(" ")]);
    for line in explained.into_iter().chain(others) {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let ended = Command::new(PROGRAM)
            .args(line.split(' '))
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        let message = text(&ended.stderr);
        assert_eq!((ended.status.code(), message.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn closed_streams_change_no_exit_code() {
    for (line, code) in [
        ("estimate >&-", 0),
        ("estimate >&- 2>&-", 0),
        ("estimate --state ZZ >&- 2>&-", 3),
        ("estimate --frobnicate 2>&-", 2),
        ("estimate --profile missing.toml 2>&-", 4),
        ("estimate --profile - <&- >&-", 0),
    ] {
        let line = format!("'{PROGRAM}' {line}");
        let ended = Command::new("sh").args(["-c", &line]).output().unwrap();
        assert_eq!(ended.status.code(), Some(code), "{line}");
        assert!(ended.stderr.is_empty() && ended.stdout.is_empty(), "{line}: {ended:?}");
    }
}

#[test]
fn an_error_that_nobody_reads_keeps_its_exit_code() {
    for (arguments, code) in [
        (["estimate", "--state", "ZZ"], 3),
        (["estimate", "--state=MS", "--frobnicate"], 2),
        (["estimate", "--profile", "missing.toml"], 4),
    ] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let status = Command::new(PROGRAM).args(arguments).stderr(writer).status().unwrap();
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
}
