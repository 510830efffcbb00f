//! Transcripts: what is typed and what is answered, word for word, piped.
//!
//! To accept new answers, read them after `TRYCMD=overwrite cargo test --test commands`. `trycmd`
//! turns every backslash into a slash, so what is printed with backslashes is tested here below.

#![expect(clippy::disallowed_methods, reason = "profiles are files")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_mbc-calc");

/// The flags that take a value, and one that makes what is wrong with the others known.
const FLAGS: [&str; 13] = [
    "--state",
    "--employer-state",
    "--geo-pay",
    "--level",
    "--certs",
    "--experience",
    "--specialty",
    "--setting",
    "--education",
    "--profile",
    "--field",
    "--format",
    "--color",
];

#[test]
fn every_transcript_is_what_the_program_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/commands");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let transcripts = files.filter(|path| path.extension().is_some_and(|e| e == "trycmd"));
    assert!(transcripts.count() >= 12, "trycmd is content with no transcript at all");
    trycmd::TestCases::new()
        .register_bin("mbc-calc", Path::new(PROGRAM))
        .env("COLUMNS", "100")
        .env("TERM", "xterm")
        .case("tests/commands/*.trycmd")
        .case("tests/commands/*.toml");
}

#[test]
fn a_long_value_is_shortened_in_the_message() {
    for value in ["x".repeat(10_000), "字".repeat(5_000), "9".repeat(10_000)] {
        for (what, refused) in refusals(&value) {
            let message = String::from_utf8(refused.stderr).unwrap();
            assert!(message.starts_with("error: "), "{what}: {message}");
            assert!(message.len() < 1_500, "{what}: {} bytes: {message}", message.len());
        }
    }
}

#[test]
fn what_a_terminal_would_obey_is_never_written_as_it_is() {
    let evil = "\u{1b}[31mMS\u{1b}[0m\u{7}\r\u{9b}1m\u{202e}\u{200b}";
    for (what, refused) in refusals(evil) {
        let message = String::from_utf8(refused.stderr).unwrap();
        assert!(message.starts_with("error: "), "{what}: {message}");
        let obeyed =
            |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{200b}' | '\u{202e}'));
        assert!(!message.contains(obeyed), "{what}: {message:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let written = folder.path().join(evil);
    let noted = mbc_calc([OsStr::new("estimate"), OsStr::new("--output"), written.as_os_str()]);
    assert!(written.exists(), "nothing was written");
    let note = String::from_utf8(noted.stderr).unwrap();
    assert!(note.starts_with("wrote ") && !note.contains('\u{1b}'), "{note:?}");
}

#[test]
fn a_value_with_control_characters_is_printed_with_their_codes() {
    let message = mbc_calc(["estimate", "--state", "\u{1b}[31mMS"]);
    let expected = "error: `--state`: no state or territory is called `\\u{1b}[31mMS`\n";
    assert_eq!(String::from_utf8(message.stderr).unwrap(), expected);
}

/// What is answered where this value takes the place of each thing that can be typed, or in a
/// profile's file; none of it is an answer.
fn refusals(value: &str) -> Vec<(String, Output)> {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let quoted = serde_json::to_string(value).expect("a text is JSON");
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file can be written");
        path.display().to_string()
    };
    let files = [
        file("value.json", format!("{{\"state\": {quoted}}}")),
        file("key.json", format!("{{{quoted}: 1}}")),
        file("syntax.json", value.to_owned()),
        file("value.toml", format!("state = {value}")),
        file("syntax.toml", format!("state = \"MS\"\n{value} = 1")),
        file("type.toml", format!("certs = [{quoted}]")),
    ];
    let missing = folder.path().join("missing").join(value).display().to_string();
    let mut typed: Vec<Vec<&str>> =
        FLAGS.iter().map(|&flag| vec!["estimate", flag, value]).collect();
    typed.extend(files.iter().map(|file| vec!["estimate", "--profile", file.as_str()]));
    typed.push(vec!["estimate", "--output", &missing]);
    typed.push(vec!["estimate", value]);
    typed.push(vec!["explain", value]);
    typed.push(vec![value]);
    let answer = |arguments: &Vec<&str>| {
        let shown: Vec<String> =
            arguments.iter().map(|argument| argument.chars().take(30).collect()).collect();
        let refused = mbc_calc(arguments);
        assert!(matches!(refused.status.code(), Some(2..=4)), "{shown:?}: {refused:?}");
        assert!(refused.stdout.is_empty(), "{shown:?} is answered");
        (shown.join(" "), refused)
    };
    typed.iter().map(answer).collect()
}

fn mbc_calc(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
    Command::new(PROGRAM).args(arguments).output().expect("the program runs")
}
