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
        (&["--on-error", "skip"], 1, format!("{message}, 1 blank line skipped\n")),
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
    fs::write(&input, "id\na\n\"b\n").unwrap();
    fs::write(&out, "old").unwrap();
    let arguments = [input.to_str().unwrap(), "--output", out.to_str().unwrap()];
    assert_eq!(ended(&arguments, "").2, Some(4));
    assert_eq!(fs::read_to_string(&out).unwrap(), "old");
    fs::write(&input, "id\na\n").unwrap();
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
    let input = format!("id\n\"{}", "x".repeat(2 << 20));
    let (_, message, code) = ended(&["--from", "csv"], &input);
    assert_eq!(code, Some(4));
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
        (r#"{"sate":"MS"}"#, false),
        ("[]", false),
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
        ("pay.p50", 1, "41500\n\n"),
        ("error.code", 1, "\nunknown_place\n"),
        ("profile.certs", 1, "\n\n"),
        ("profile.credentials.0", 1, "\n\n"),
        ("warnings.0.code", 1, "\n\n"),
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
