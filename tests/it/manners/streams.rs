//! Answers go to standard output, everything else to standard error, and what cannot be read or
//! written is reported.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use super::EXAMPLE;
use crate::support::{PROGRAM, answer, mbc_calc, text};
use crate::terminal::Terminal;

#[test]
fn an_answer_says_nothing_on_standard_error() {
    for arguments in [
        &EXAMPLE[..],
        &["estimate", "--format", "json"],
        &["estimate", "--field", "pay.p50"],
        &["explain", "--certs", "3"],
        &["explain", "p25"],
        &["timeline"],
        &["timeline", "--format", "json"],
        &["verdict", "--careers", "100"],
        &["verdict", "--careers", "100", "--stage", "remote", "--format", "json"],
        &["--help"],
        &["-h"],
        &["--version"],
    ] {
        let output = mbc_calc(arguments);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
        assert!(output.stdout.ends_with(b"\n"), "{arguments:?}");
    }
}

#[test]
fn an_error_says_nothing_on_standard_output() {
    for (arguments, code) in [
        (&["estimate", "--field", "home_value"][..], 1),
        (&["verdict", "--careers", "100", "--exit-status"], 2),
        (&["estimate", "--frobnicate"], 2),
        (&["estimate", "--field", "pay"], 2),
        (&["estimate", "--state", "ZZ", "--format", "json"], 3),
        (&["explain", "zebra"], 3),
        (&["estimate", "--profile", "missing.toml"], 4),
        (&["estimate", "--output", "missing/answer.txt"], 4),
    ] {
        let output = mbc_calc(arguments);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(code), ""));
        assert!(output.stderr.ends_with(b"\n"), "{arguments:?}");
    }
}

#[test]
fn quiet_hushes_no_error() {
    let output = mbc_calc(["estimate", "--state", "ZZ", "--quiet"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).starts_with("error: "), "{output:?}");
}

#[test]
fn a_full_disk_behind_standard_output_is_reported() {
    for arguments in [&EXAMPLE[..], &["explain", "p25"], &["--help"], &["-h"], &["--version"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(PROGRAM);
        command.args(arguments).stdout(full).stderr(Stdio::piped());
        let ended = command.spawn().unwrap().wait_with_output().unwrap();
        let message = text(&ended.stderr);
        let expected = "error: cannot write `standard output`: no space left on device\n";
        assert_eq!((ended.status.code(), message.as_str()), (Some(4), expected), "{arguments:?}");
    }
}

#[test]
fn a_profile_larger_than_a_mebibyte_is_refused_wherever_it_comes_from() {
    const MEBIBYTE: usize = 1 << 20;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.toml");
    let path = path.to_str().unwrap();
    let fact = "state = \"MS\"\n";
    fs::write(path, format!("{fact}{}", " ".repeat(MEBIBYTE - fact.len()))).unwrap();
    assert_eq!(answer(["estimate", "--profile", path, "--field", "place"]), "MS\n");
    fs::write(path, format!("{fact}{}", " ".repeat(MEBIBYTE + 1 - fact.len()))).unwrap();
    for (profile, from, name) in [
        (path, "/dev/null", path),
        ("/dev/zero", "/dev/null", "/dev/zero"),
        ("-", path, "standard input"),
    ] {
        let refused = Command::new(PROGRAM)
            .args(["estimate", "--profile", profile])
            .stdin(File::open(from).unwrap())
            .output()
            .unwrap();
        let message = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(4), "{message}");
        let expected = format!("error: cannot read `{name}`: larger than a profile can be\n");
        assert_eq!(message, expected);
    }
}

#[test]
fn reading_a_profile_from_the_keyboard_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal { width: 100, environment: &[], folder: folder.path() };
    let place = "mbc-calc estimate --profile - --field place";
    for (line, expected) in [
        (place.to_owned(), "reading the profile from the keyboard; end it with Ctrl-D\nUS\n"),
        (format!("{place} --quiet"), "US\n"),
        (
            "mbc-calc batch --field place".to_owned(),
            "reading profiles from the keyboard, one a line; end with Ctrl-D\n\
             0 profiles answered, 0 refused\n",
        ),
        ("echo '{}' | mbc-calc batch --field place --quiet".to_owned(), "US\n"),
        (format!("echo 'state = \"MS\"' | {place}"), "MS\n"),
    ] {
        let shown = terminal.run(&line);
        assert_eq!((shown.code, shown.text.as_str()), (0, expected), "{line}");
    }
}
