//! Streams through the program: exit codes, files, pipes.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use crate::support::{PROGRAM, run, text};

fn started(arguments: &[&str]) -> Child {
    let mut command = Command::new(PROGRAM);
    command.arg("batch").args(arguments).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs")
}

fn ended(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    run(&[&["batch"], arguments].concat(), input)
}

#[test]
fn exit_codes_and_summary_say_what_became_of_the_stream() {
    let input = "{}\n{\"state\":\"ZZ\"}\n\n";
    let message = "1 profile answered, 1 refused";
    for (arguments, code, summary) in [
        (&[][..], 1, format!("{message}, 1 blank line skipped\n")),
        (&["--exit-zero"], 0, format!("{message}, 1 blank line skipped\n")),
        (&["--on-error", "skip"], 0, format!("{message}, 1 blank line skipped\n")),
        (&["--on-error", "fail"], 3, format!("{message}; stopped at the first that was refused\n")),
        (&["--quiet"], 1, String::new()),
        (
            &["missing.jsonl"],
            4,
            "error: cannot read `missing.jsonl`: no such file or directory\n".to_owned(),
        ),
        (&["src"], 4, "error: cannot read `src`: is a directory\n".to_owned()),
    ] {
        // What is not read may be refused by the pipe.
        let input = if code == 4 { "" } else { input };
        let (_, message, ended) = ended(arguments, input);
        assert_eq!((ended, message), (Some(code), summary), "{arguments:?}");
    }
}

#[test]
fn a_record_does_not_wait_for_the_end_and_a_stop_neither() {
    for arguments in [&["--threads", "1"][..], &["--threads", "2"]] {
        let mut child = started(&[arguments, &["--on-error", "fail"]].concat());
        let mut to = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        for (profile, kind) in [("{}", "estimate"), ("{\"state\":\"ZZ\"}", "error")] {
            writeln!(to, "{profile}").unwrap();
            line.clear();
            answers.read_line(&mut line).unwrap();
            assert!(line.contains(kind), "{line}");
        }
        // The input is still open.
        assert_eq!(child.wait().unwrap().code(), Some(3));
        drop(to);
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("in.csv"), folder.path().join("out.jsonl"));
    fs::write(&input, "id\na\n").unwrap();
    fs::write(&out, "old").unwrap();
    let arguments = [input.to_str().unwrap(), "--output", out.to_str().unwrap()];
    let (answer, message, code) = ended(&arguments, "");
    assert_eq!((answer.as_str(), code), ("", Some(3)));
    assert!(message.contains("no column of the header states a fact"), "{message}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "old");
    fs::write(&input, "id,state\na,\n").unwrap();
    assert_eq!(ended(&arguments, "").2, Some(0));
    assert!(fs::read_to_string(&out).unwrap().contains("\"id\":\"a\""));
}

#[test]
fn a_stream_that_stops_leaves_the_old_file_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.jsonl");
    fs::write(&out, "old").unwrap();
    let arguments = ["--on-error", "fail", "--output", out.to_str().unwrap()];
    let input = "{\"state\":\"MS\"}\n{\"state\":\"ZZ\"}\n{\"state\":\"MA\"}\n";
    let (_, message, code) = ended(&arguments, input);
    assert_eq!(
        message,
        "1 profile answered, 1 refused; stopped at the first that was refused\n\
         error: line 2: no state or territory is called `ZZ`\n"
    );
    assert_eq!((code, fs::read_to_string(&out).unwrap().as_str()), (Some(3), "old"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_row_that_is_too_long_is_reported_in_units_as_they_are_written() {
    let input = format!("state\n\"{}\nMS\n", "x".repeat(2 << 20));
    let (records, _, code) = ended(&[], &input);
    assert_eq!((records.lines().count(), code), (2, Some(1)));
    assert!(records.contains("the line is longer than 1 MiB"), "{records}");
    let (_, message, code) = ended(&[], &format!("state,\"{}", "x".repeat(2 << 20)));
    assert_eq!(code, Some(3));
    assert!(message.contains("is longer than 1 MiB; is a quote left open?"), "{message}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let line = format!("yes '{{}}' | head -20000 | '{PROGRAM}' batch | head -1 | wc -l");
    let output = Command::new("sh").args(["-c", &line]).output().unwrap();
    assert_eq!(text(&output.stdout).trim(), "1");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn the_schema_accepts_profiles_and_nothing_else() {
    let (schema, _, code) = ended(&["--schema"], "");
    assert_eq!(code, Some(0));
    let mut schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    schema.as_object_mut().unwrap().remove("oneOf");
    schema["$ref"] = "#/$defs/profile".into();
    let profiles = jsonschema::validator_for(&schema).unwrap();
    for (text, holds) in [
        ("{}", true),
        (r#"{"id":[1],"state":"MS","certs":3,"experience":"2.5","level":null}"#, true),
        (r#"{"state":true}"#, false),
        (r#"{"certs":["CPC","crc"]}"#, true),
        (r#"{"certs":2,"credentials":["CPC","CRC"]}"#, true),
        (r#"{"certs":51}"#, false),
        (r#"{"certs":[]}"#, false),
        (r#"{"certs":[3]}"#, false),
        (r#"{"sate":"MS"}"#, true),
    ] {
        assert_eq!(profiles.is_valid(&serde_json::from_str(text).unwrap()), holds, "{text}");
        let refused = ended(&["--quiet"], &format!("{text}\n")).2;
        assert_eq!(refused, Some(i32::from(!holds)), "{text}");
    }
}

#[test]
fn a_field_that_no_record_has_is_refused_before_anything_is_read() {
    for (path, code, out) in [
        ("pay.p5", 2, ""),
        ("pay", 2, ""),
        ("pay.p50", 1, "41500\n\tno state or territory is called `ZZ`\n"),
        ("errors.0.code", 1, "\nunknown_place\n"),
        ("profile.certs", 1, "\n\tno state or territory is called `ZZ`\n"),
        ("profile.credentials.0", 1, "\n\tno state or territory is called `ZZ`\n"),
        ("warnings.0.code", 1, "\n\tno state or territory is called `ZZ`\n"),
    ] {
        let input = if code == 2 { "" } else { "{\"state\":\"MS\"}\n{\"state\":\"ZZ\"}\n" };
        let (found, _, ended) = ended(&["--field", path], input);
        assert_eq!((ended, found.as_str()), (Some(code), out), "{path}");
    }
}

#[test]
fn the_formats_of_a_stream_are_lines_and_rows() {
    let input = "{\"id\":\"a,b\",\"state\":\"MS\"}\n";
    let rows = |format| ended(&["--quiet", "--format", format], input);
    let (csv, _, code) = rows("csv");
    assert_eq!(code, Some(0));
    assert!(
        csv.starts_with("line,id,place,") && csv.contains("\n1,\"a,b\",MS,residence,"),
        "{csv}"
    );
    assert_eq!(rows("json"), rows("jsonl"));
    assert_eq!(rows("table").2, Some(2));
}

/// Each try of a file by a person: what is fed, and what comes of it.
const TRIES: [(&str, &str, &str); 9] = [
    ("a column nobody knows", "name,state\nAnn,MS\n", "Ann\t41500\n"),
    ("headers as people write them", "ID,State,Employer State\n7,MS,MA\n", "\t60350\n"),
    ("lines that end with CR", "name,state\rAnn,MS\rBob,OH\r", "Ann\t41500\nBob\t50990\n"),
    ("semicolons", "name;state\nAnn;MS\n", "Ann\t41500\n"),
    (
        "a JSON list",
        "[{\"name\":\"Ann\",\"state\":\"MS\"},{\"state\":\"OH\"}]",
        "Ann\t41500\n\t50990\n",
    ),
    ("CSV on standard input", "state,name\nMS,Ann\n", "Ann\t41500\n"),
    (
        "cells that say nothing",
        "name,state,specialty,role,setting,experience\nAnn,MS,N/A,NA,-,null\n",
        "Ann\t41500\n",
    ),
    ("names of firms", "name,company,state\nAnn,Acme Inc.,MS\n", "Ann\t41500\n"),
    ("tabs", "name\tstate\nAnn\tMS\n", "Ann\t41500\n"),
];

#[test]
fn files_are_read_as_people_have_them() {
    for (what, input, expected) in TRIES {
        let (found, message, code) = ended(&["--field", "kept.name,pay.p50"], input);
        assert_eq!((found.as_str(), code), (expected, Some(0)), "{what}: {message}");
    }
}

#[test]
fn what_passes_through_is_said_once() {
    let input = format!("name,sate,state,company\n{}", "Ann,x,MS,Acme\n".repeat(50));
    let (_, message, code) = ended(&[], &input);
    assert_eq!(
        message,
        "50 profiles answered, 0 refused\n\
         `sate` states no fact; did you mean `state`?\n\
         passed through, as no fact is called so: `name`, `sate`\n\
         `company` states no fact in 50 values, which pass through\n"
    );
    assert_eq!(code, Some(0));
    let (_, message, code) = ended(&["--no-keep"], &input);
    assert_eq!(code, Some(3));
    assert_eq!(
        message,
        "error: `standard input`: no fact is called `name`, `sate`\n  = hint: without `--no-keep` they pass through\n"
    );
}

#[test]
fn facts_of_all_rows_are_checked_before_any_row() {
    let (text, _, code) = ended(
        &["--certs", "3", "--field", "profile.certs,place", "--quiet"],
        "state,certs\nMS,\nOH,1\n",
    );
    assert_eq!((text.as_str(), code), ("3\tMS\n1\tOH\n", Some(0)));
    let (text, message, code) = ended(&["--state", "ZZ"], "state,certs\nMS,\n");
    assert_eq!((text.as_str(), code), ("", Some(3)));
    assert!(message.contains("no state or territory is called `ZZ`"), "{message}");
    // What a row may still supply is not missed.
    let (text, _, code) =
        ended(&["--geo-pay", "employer", "--field", "place"], "employer_state\nMA\n");
    assert_eq!((text.as_str(), code), ("MA\n", Some(0)));
}

#[test]
fn groups_have_a_row_each() {
    let input = "state,certs\nMS,1\nOH,2\nMS,1\nZZ,1\n,\n";
    let arguments = ["--group-by", "state", "--sum", "count,pay.p50,grade", "--quiet"];
    let (text, _, code) = ended(&[&arguments[..], &["--format", "csv"]].concat(), input);
    assert_eq!(code, Some(1));
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "state,count,pay.p50,grade");
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with(",1,51140,"), "{text}");
    assert!(lines[2].starts_with("MS,2,"), "{text}");
    assert!(lines[3].starts_with("OH,1,"), "{text}");
    let threads = [&arguments[..], &["--threads", "1", "--format", "json"]].concat();
    let alone = ended(&threads, input).0;
    assert_eq!(alone, ended(&[&arguments[..], &["--format", "json"]].concat(), input).0);
}

#[test]
fn a_command_has_a_schema_of_its_own() {
    for (command, has, has_not) in [
        ("estimate", "profile", "ranking"),
        ("rank", "ranked_career", "error"),
        ("plan", "plan_step", "ranking"),
    ] {
        let (schema, _, code) = ended(&["--schema", command], "");
        assert_eq!(code, Some(0));
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        jsonschema::validator_for(&schema).unwrap();
        assert!(schema["$defs"].get(has).is_some() && schema["$defs"].get(has_not).is_none());
    }
    assert_eq!(ended(&["--schema", "estimat"], "").2, Some(2));
}
