//! The program in a shell: help, completion, manual pages, pipes and terminals.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the helpers of these tests may fail like the tests"
)]

use std::process::{Command, Output, Stdio};

use crate::support::{PROGRAM, answer, mbc_calc, refusal};
#[cfg(unix)]
use crate::terminal::Terminal;

const FORMATS: [&str; 6] = ["table", "plain", "json", "jsonl", "csv", "markdown"];

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_remove("NO_COLOR").env("TERM", "xterm").stdin(Stdio::null());
    command
}

/// The names of all commands: those that help lists, and those that it mentions.
fn commands() -> Vec<String> {
    let help = answer(["-h"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.map_while(|line| line.split_whitespace().next());
    names.chain(["replay", "version", "completions", "man"]).map(str::to_owned).collect()
}

/// Whether a tool is there to check with.
fn has(tool: &str) -> bool {
    Command::new(tool).arg("--version").output().is_ok()
}

/// The tool's exit and messages when it is given a text.
fn given(tool: &str, arguments: &[&str], text: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("input");
    std::fs::write(&file, text).unwrap();
    Command::new(tool).args(arguments).arg(&file).output().unwrap()
}

#[test]
fn short_help_fits_a_screen_and_begins_with_examples() {
    let commands = commands();
    assert!(commands.len() >= 4, "{commands:?}");
    let helps = std::iter::once(answer(["-h"]));
    for help in helps.chain(commands.iter().map(|command| answer([command, "-h"]))) {
        assert!(help.starts_with("Examples:\n  mbc-calc "), "{help}");
        assert!(help.lines().count() <= 24, "{} lines: {help}", help.lines().count());
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
    for command in &commands {
        assert!(answer([command, "--help"]).contains("\nExit codes:\n"), "{command}");
    }
}

#[test]
fn help_says_the_same_wherever_it_is_asked_for() {
    let [program, command] = [answer(["--help"]), answer(["explain", "--help"])];
    let from_output = |help: &str| help[help.find("Output:\n").unwrap()..].to_owned();
    assert_eq!(from_output(&program), from_output(&command));
    assert_eq!(answer(["help"]), program);
    assert_eq!(answer(["help", "explain"]), command);
}

#[test]
fn a_wrong_value_stays_a_matter_of_the_profile_and_not_of_usage() {
    for flag in
        ["--state", "--geo-pay", "--level", "--specialty", "--role", "--setting", "--education"]
    {
        assert_eq!(refusal(&["estimate", flag, "zzzz"]).0, Some(3), "{flag}");
    }
    assert_eq!(refusal(&["completions", "tcsh"]).0, Some(2));
}

#[test]
fn manual_pages_are_what_man_reads() {
    let mut pages = vec![("MBC-CALC".to_owned(), answer(["man"]))];
    for command in commands() {
        pages.push((format!("MBC-CALC-{}", command.to_uppercase()), answer(["man", &command])));
    }
    for (name, page) in pages {
        for section in ["NAME", "SYNOPSIS", "EXAMPLES", "OUTPUT", "\"EXIT STATUS\"", "VERSION"] {
            assert!(page.contains(&format!("\n.SH {section}\n")), "{section} in {name}: {page}");
        }
        if has("groff") {
            let output = given("groff", &["-man", "-Tascii", "-ww"], &page);
            assert!(output.status.success() && output.stderr.is_empty(), "{name}: {output:?}");
            let shown = String::from_utf8_lossy(&output.stdout).to_uppercase();
            assert!(shown.contains(&format!("{name}(1)")), "{shown}");
        }
    }
    let (code, message) = refusal(&["man", "estimat"]);
    assert_eq!(code, Some(2));
    assert!(message.contains("the commands are estimate, "), "{message}");
}

#[test]
fn what_has_one_form_refuses_another() {
    for (arguments, flag) in [
        (["man", "--format", "plain"], "`--format`"),
        (["man", "--field", "name"], "`--field`"),
        (["completions", "bash", "--format=csv"], "`--format`"),
    ] {
        let (code, message) = refusal(&arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(message.starts_with("error: a ") && message.contains(flag), "{message}");
    }
}

#[test]
fn a_script_or_page_can_be_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mbc-calc.1");
    let output = mbc_calc(["man", "--quiet", "--output", file.to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
    assert_eq!(std::fs::read_to_string(file).unwrap(), answer(["man"]));
}

#[test]
fn every_format_is_the_same_wherever_it_goes_and_only_words_for_people_take_color() {
    let question = ["estimate", "--state", "MS", "--certs", "3", "--format"];
    for format in FORMATS {
        let arguments: Vec<&str> = question.iter().copied().chain([format]).collect();
        let plain = answer(&arguments);
        assert!(!plain.contains('\u{1b}') && plain.ends_with('\n'), "{format}");
        for (name, value) in [("NO_COLOR", "1"), ("TERM", "vt100"), ("LC_ALL", "de_DE.UTF-8")] {
            let output = program(&arguments).env(name, value).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), plain, "{format} {name}");
        }
        let always: Vec<&str> = arguments.iter().copied().chain(["--color", "always"]).collect();
        assert_eq!(answer(&always).contains('\u{1b}'), format == "table", "{format}");
    }
}

#[cfg(unix)]
#[test]
fn on_a_terminal_the_formats_for_programs_are_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS.into_iter().filter(|format| *format != "table") {
        let plain = answer(["estimate", "--state", "MS", "--certs", "3", "--format", format]);
        let line = format!("mbc-calc estimate --state MS --certs 3 --format {format}");
        for environment in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "dumb")]] {
            let terminal = Terminal { width: 60, environment, folder: folder.path() };
            let shown = terminal.run(&line);
            assert_eq!(shown.code, 0, "{line}");
            // A terminal shows a tab as the spaces to the next stop, but hands on the character.
            assert_eq!(shown.text.replace("^D\u{8}\u{8}", ""), plain, "{line} {environment:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn who_is_expected_to_type_is_asked_whatever_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let terminal = Terminal { width: 100, environment: &[], folder: folder.path() };
        let line = format!("mbc-calc estimate --profile - --format {format} --output answer");
        let shown = terminal.run(&line);
        assert_eq!(shown.code, 0, "{line}: {}", shown.text);
        assert!(shown.text.contains("reading the profile from the keyboard"), "{}", shown.text);
    }
}
