//! What the environment may state: a profile, tables, a format, color and a pager; it is said when it
//! counts.

use std::fs;
use std::process::Command;

use crate::support::{PROGRAM, answer, text};
use crate::terminal::Terminal;

/// The answer, the messages and the exit code of a line in an environment.
fn asked(line: &str, environment: &[(&str, &str)]) -> (String, String, Option<i32>) {
    let mut command = Command::new(PROGRAM);
    let output = command.args(line.split(' ')).envs(environment.iter().copied()).output();
    let output = output.expect("the program runs");
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn a_profile_a_folder_and_a_format_of_the_environment_are_used_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("me.toml");
    fs::write(&profile, "state = \"OH\"\n").unwrap();
    let profile = profile.to_str().unwrap();
    let mine = [("MBC_CALC_PROFILE", profile)];
    let (found, said, _) = asked("estimate", &mine);
    assert_eq!(found, answer(["estimate", "--state", "OH"]));
    assert!(said.contains("`MBC_CALC_PROFILE`") && said.lines().count() == 1, "{said}");
    assert_eq!(asked("estimate --quiet", &mine).1, "");
    assert_eq!(asked("estimate --state TX", &mine).0, answer(["estimate", "--state", "TX"]));
    assert_eq!(asked("explain p25", &mine), (answer(["explain", "p25"]), String::new(), Some(0)));

    let json = [("MBC_CALC_FORMAT", "json")];
    let (found, said, _) = asked("estimate --state OH", &json);
    assert_eq!(found, answer(["estimate", "--state", "OH", "--format", "json"]));
    assert!(said.contains("`MBC_CALC_FORMAT`"), "{said}");
    let field = asked("estimate --state OH --field pay.p50", &json);
    assert_eq!(
        field,
        (answer(["estimate", "--state", "OH", "--field", "pay.p50"]), String::new(), Some(0))
    );
    let plain = asked("estimate --state OH --format plain", &json);
    assert_eq!(plain, (answer(["estimate", "--state", "OH"]), String::new(), Some(0)));
    let (_, said, code) = asked("estimate", &[("MBC_CALC_FORMAT", "xml")]);
    assert_eq!(code, Some(2));
    assert!(said.contains("`xml` (from `MBC_CALC_FORMAT`)"), "{said}");

    let tables = [("MBC_CALC_DATA", folder.path().join("none").to_str().unwrap().to_owned())];
    let tables = tables.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(asked("estimate", &tables).2, Some(4));
}

#[test]
fn a_stream_depends_on_no_environment() {
    let environment =
        [("MBC_CALC_PROFILE", "missing"), ("MBC_CALC_DATA", "missing"), ("MBC_CALC_FORMAT", "csv")];
    let (found, said, code) = asked("batch --quiet /dev/null", &environment);
    assert_eq!((found.as_str(), said.as_str(), code), ("", "", Some(0)));
}

#[test]
fn color_can_be_forced_and_refused() {
    for (environment, is_colored) in [
        (&[][..], false),
        (&[("FORCE_COLOR", "1")], true),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("FORCE_COLOR", "0")], false),
        (&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], false),
    ] {
        for line in ["estimate --frobnicate", "estimate --state ZZ"] {
            let (_, said, _) = asked(line, environment);
            assert_eq!(said.contains('\u{1b}'), is_colored, "{line} with {environment:?}: {said}");
        }
        let (help, ..) = asked("estimate -h", environment);
        assert_eq!(help.contains('\u{1b}'), is_colored, "-h with {environment:?}");
    }
    for (line, is_colored) in [
        ("estimate -h --color always", true),
        ("estimate -h --color=never", false),
        ("estimate -h --no-color", false),
        ("help estimate --color always", true),
        ("estimate --frobnicate --color always", true),
        ("estimate --frobnicate --no-color", false),
    ] {
        let (help, said, _) = asked(line, &[]);
        assert_eq!((help + &said).contains('\u{1b}'), is_colored, "{line}");
    }
}

#[test]
fn a_text_longer_than_the_screen_goes_to_the_pager() {
    let folder = tempfile::tempdir().unwrap();
    let shown = |line: &str, environment| {
        let terminal = Terminal { width: 100, environment, folder: folder.path() };
        let shown = terminal.run(&format!("mbc-calc {line}"));
        assert_eq!(shown.code, 0, "{line}: {}", shown.text);
        shown.text
    };
    let pager = &[("PAGER", "sed 's/^/> /'"), ("NO_COLOR", "1")];
    let is_paged = |text: &str| text.lines().filter(|line| line.starts_with("> ")).count() > 30;
    assert!(is_paged(&shown("estimate --help", pager)));
    assert!(is_paged(&shown("help estimate", pager)));
    for (line, environment) in [
        ("explain p25", &pager[..]),
        ("help estimate | cat", pager),
        ("help estimate", &[("NO_COLOR", "1")]),
        ("help estimate", &[("PAGER", "no-such-pager"), ("NO_COLOR", "1")]),
    ] {
        let text = shown(line, environment);
        assert!(!is_paged(&text) && text.lines().count() > 1, "{line}: {text}");
    }
}

#[test]
fn columns_and_width_say_how_wide_a_table_is() {
    let folder = tempfile::tempdir().unwrap();
    let widest = |line: &str, environment: &[(&str, &str)]| {
        let terminal = Terminal { width: 90, environment, folder: folder.path() };
        let text = terminal.run(&format!("mbc-calc {line}")).text;
        text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
    };
    let plain = ("NO_COLOR", "1");
    let question = "estimate --state MS --employer-state MA";
    assert!((70..=90).contains(&widest(question, &[plain])));
    assert!(widest(question, &[plain, ("COLUMNS", "60")]) <= 60);
    assert!(widest(&format!("{question} --width 50"), &[plain]) <= 50);
    assert!(widest(&format!("{question} --width 50 --format table | cat"), &[plain]) <= 50);
}

#[test]
fn short_help_fits_a_narrow_terminal_too() {
    let folder = tempfile::tempdir().unwrap();
    let environment = [("NO_COLOR", "1")];
    for command in [
        "",
        "estimate",
        "take-home",
        "timeline",
        "verdict",
        "compare",
        "rank",
        "explain",
        "batch",
        "data",
    ] {
        let terminal = Terminal { width: 80, environment: &environment, folder: folder.path() };
        let help = terminal.run(&format!("mbc-calc {command} -h")).text;
        let lines = help.lines().count();
        assert!((5..=32).contains(&lines), "{command}: {lines} lines: {help}");
    }
}
