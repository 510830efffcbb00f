//! Color and drawn lines: where they are, and where they are not.

use crate::terminal::{Shown, Terminal};

const ESTIMATE: &str = "mbc-calc estimate --state MS --employer-state MA --certs 3";

/// What a terminal shows of a line of shell.
fn shown(line: &str, environment: &[(&str, &str)]) -> Shown {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    Terminal { width: 100, environment, folder: folder.path() }.run(line)
}

fn is_colored(text: &str) -> bool {
    text.contains('\u{1b}')
}

fn is_drawn(text: &str) -> bool {
    text.contains(|c: char| ('\u{2500}'..='\u{257f}').contains(&c))
}

/// The text without its color sequences; any other sequence stays.
fn uncolored(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('m') {
        Some((code, rest)) if code.chars().all(|c| c.is_ascii_digit() || c == ';') => text + rest,
        _ => text + "\u{1b}[" + part,
    })
}

#[test]
fn an_answer_is_colored_and_drawn_where_the_terminal_and_the_person_want_it() {
    let always = &format!("{ESTIMATE} --color always");
    let never = &format!("{ESTIMATE} --color never");
    for (line, environment, colored, drawn) in [
        (ESTIMATE, &[][..], true, true),
        (ESTIMATE, &[("NO_COLOR", "1")], false, true),
        (ESTIMATE, &[("NO_COLOR", "")], true, true),
        (ESTIMATE, &[("TERM", "dumb")], false, false),
        (always, &[], true, true),
        (always, &[("NO_COLOR", "1")], true, true),
        (always, &[("TERM", "dumb")], true, false),
        (never, &[], false, true),
        (never, &[("NO_COLOR", "")], false, true),
        (&format!("{ESTIMATE} --format json"), &[], false, false),
        (&format!("{ESTIMATE} --format plain"), &[], false, false),
        (&format!("{ESTIMATE} --field pay.p50"), &[], false, false),
    ] {
        let answered = shown(line, environment);
        assert_eq!(answered.code, 0, "{line}: {}", answered.text);
        let found = (is_colored(&answered.text), is_drawn(&answered.text));
        assert_eq!(found, (colored, drawn), "{line} with {environment:?}:\n{}", answered.text);
    }
}

#[test]
fn a_pipe_or_a_file_gets_no_color_and_no_lines_unless_asked() {
    for (arguments, colored) in [
        ("", false),
        ("--format table", false),
        ("--format table --color never", false),
        ("--format table --color always", true),
        ("--format plain --color always", false),
        ("--format json --color always", false),
        ("--field grade --color always", false),
    ] {
        for behind in ["| cat", "> answer; cat answer", "--quiet --output answer; cat answer"] {
            let line = format!("{ESTIMATE} {arguments} {behind}");
            let answered = shown(&line, &[]);
            assert_eq!(answered.code, 0, "{line}: {}", answered.text);
            let found = (is_colored(&answered.text), is_drawn(&answered.text));
            assert_eq!(found, (colored, false), "{line}:\n{}", answered.text);
        }
    }
}

#[test]
fn an_error_is_colored_by_the_stream_that_it_goes_to() {
    let wrong = "mbc-calc estimate --state ZZ";
    let in_file = "echo 'state = \"ZZ\"' > me.toml; mbc-calc estimate --profile me.toml";
    for wrong in [wrong, in_file] {
        for (behind, environment, colored) in [
            ("", &[][..], true),
            ("> answer", &[], true),
            ("2>&1 | cat", &[], false),
            ("--color always 2>&1 | cat", &[], true),
            ("--color never", &[], false),
            ("", &[("NO_COLOR", "1")], false),
            ("", &[("TERM", "dumb")], false),
        ] {
            let line = format!("{wrong} {behind}");
            let message = shown(&line, environment).text;
            assert!(uncolored(&message).starts_with("error: "), "{line}: {message}");
            assert_eq!(is_colored(&message), colored, "{line} with {environment:?}: {message}");
        }
    }
}

#[test]
fn help_is_not_colored_against_the_environment() {
    for (environment, colored) in
        [(&[][..], true), (&[("NO_COLOR", "1")], false), (&[("TERM", "dumb")], false)]
    {
        let help = shown("mbc-calc -h", environment).text;
        assert!(help.contains("Examples:"), "{help}");
        assert_eq!(is_colored(&help), colored, "{environment:?}: {help}");
    }
}

#[test]
fn nothing_is_said_by_color_alone() {
    for line in [
        ESTIMATE,
        "mbc-calc explain --state MS --certs 3 --experience 10",
        "mbc-calc explain p25",
        "mbc-calc timeline --state MS --employer-state MA --careers 100",
        "mbc-calc verdict --stage graduate --state MS --careers 100",
        "mbc-calc estimate --state ZZ --certs CPC",
    ] {
        let colored = shown(&format!("{line} --color always"), &[]).text;
        let plain = shown(&format!("{line} --color never"), &[]).text;
        assert!(is_colored(&colored), "{line}");
        assert_eq!(uncolored(&colored), plain, "{line}");
    }
}
