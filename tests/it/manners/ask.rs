//! `ask`: a person at the keyboard, and the command that repeats the question.

use std::fs;
use std::process::Command;

use crate::support::PROGRAM;
use crate::terminal::Terminal;

const TYPED: &str = "?\n\n\n9\n2\nOhio\n$24,000\nback\n24000\n3\n\n2\nme.toml\n";

#[test]
fn a_person_answers_eight_questions_and_keeps_the_profile() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal { width: 100, environment: &[], folder: folder.path() };
    let shown = terminal.run_typing("mbc-calc ask --format json > verdict.json", TYPED);
    assert_eq!(shown.code, 0, "{}", shown.text);
    for said in [
        "1 of 8. Have you worked in medical billing or coding?",
        "Years of work in the field raise pay",
        "type a number from 1 to 5",
        "8 of 8. Which of these would be hard for you?",
        "saved; ask again with: mbc-calc verdict --profile me.toml",
    ] {
        assert!(shown.text.contains(said), "{said}\n{}", shown.text);
    }
    let verdict = fs::read_to_string(folder.path().join("verdict.json")).unwrap();
    let again =
        shown.text.lines().find(|line| line.trim().starts_with("mbc-calc verdict")).unwrap();
    let again = terminal.run(&format!("{again} --format json > again.json"));
    assert_eq!(again.code, 0, "{}", again.text);
    assert_eq!(fs::read_to_string(folder.path().join("again.json")).unwrap(), verdict);
    let kept = terminal.run("mbc-calc verdict --profile me.toml --format json > kept.json");
    assert_eq!(kept.code, 0, "{}", kept.text);
    assert_eq!(fs::read_to_string(folder.path().join("kept.json")).unwrap(), verdict);
}

#[test]
fn a_file_that_exists_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("me.toml"), "state = \"MS\"\n").unwrap();
    let terminal = Terminal { width: 100, environment: &[], folder: folder.path() };
    let shown = terminal.run_typing("mbc-calc ask --field answer", TYPED);
    assert_eq!(shown.code, 2, "{}", shown.text);
    assert!(shown.text.contains("`me.toml` exists, and stays as it is"), "{}", shown.text);
    assert_eq!(fs::read_to_string(folder.path().join("me.toml")).unwrap(), "state = \"MS\"\n");
}

#[test]
fn leaving_early_answers_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal { width: 100, environment: &[], folder: folder.path() };
    let shown = terminal.run_typing("mbc-calc ask", "\n\n");
    assert_eq!(shown.code, 2, "{}", shown.text);
    assert!(shown.text.contains("the answers end before question 3 of 8"), "{}", shown.text);
    let piped = Command::new(PROGRAM).args(["ask", "--answers", "-"]).output().unwrap();
    assert_eq!(piped.status.code(), Some(2));
    assert!(piped.stdout.is_empty());
}
