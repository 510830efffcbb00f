//! Completion at the Tab key, in the shells that are there.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "shells are started, and what is not tried is said"
)]

use std::path::Path;
use std::process::Command;

use crate::support::{PROGRAM, answer};

/// The words so far, and what is offered among others or in their place.
const LINES: [(&str, &str); 20] = [
    ("mbc-calc est", "estimate"),
    ("mbc-calc estimate --emp", "--employer-state"),
    ("mbc-calc estimate --state Missis", "Mississippi"),
    ("mbc-calc estimate --state missis", "mississippi"),
    ("mbc-calc estimate Missis", "Mississippi"),
    ("mbc-calc estimate --metro Akr", "Akron-OH"),
    ("mbc-calc estimate --metro akr", "akron-oh"),
    ("mbc-calc estimate --certs CPC,CCS-", "CPC,CCS-P"),
    ("mbc-calc estimate --specialty audi", "auditing"),
    ("mbc-calc estimate --level oe", "oews"),
    ("mbc-calc estimate --format mark", "markdown"),
    ("mbc-calc estimate --field pay.p5", "pay.p50"),
    ("mbc-calc timeline --field milestones.remote.p9", "milestones.remote.p90"),
    ("mbc-calc explain p2", "p25"),
    ("mbc-calc man expl", "explain"),
    ("mbc-calc help expl", "explain"),
    ("mbc-calc verdict gradu", "graduate"),
    ("mbc-calc verdict --stage career", "career-changer"),
    ("mbc-calc data show salar", "salaries"),
    ("mbc-calc compare --vs employer-state=Missis", "employer-state=Mississippi"),
];

/// Whether a shell is there; says so if it is not.
fn has(shell: &str) -> bool {
    let is_there = Command::new(shell).arg("--version").output().is_ok();
    if !is_there {
        eprintln!("{shell} is not installed: its completion is not tried");
    }
    is_there
}

/// A command that finds the program by its name.
fn shell(name: &str) -> Command {
    let folder = Path::new(PROGRAM).parent().unwrap().display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(name);
    command.env("PATH", path).env("TERM", "xterm").env_remove("NO_COLOR");
    command
}

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn bash_completes() {
    if !has("bash") {
        return;
    }
    for (line, wanted) in LINES {
        let words: Vec<_> = line.split(' ').map(|word| format!("'{word}'")).collect();
        let asked = format!(
            "eval \"$(mbc-calc completions bash)\"\n\
             COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({}); COMP_CWORD={}\n\
             _mbc_calc mbc-calc '' ''\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            words.len() - 1
        );
        let offered = printed(shell("bash").args(["--norc", "-c", &asked]));
        // What follows the last `=` alone is replaced.
        let wanted = wanted.rsplit('=').next().unwrap_or(wanted);
        assert!(offered.lines().any(|offer| offer == wanted), "{line}: {offered}");
    }
}

#[test]
fn fish_completes() {
    if !has("fish") {
        return;
    }
    for (line, wanted) in LINES {
        let asked = format!("mbc-calc completions fish | source; complete --do-complete '{line}'");
        let folder = tempfile::tempdir().unwrap();
        let offered =
            printed(shell("fish").env("HOME", folder.path()).args(["--no-config", "-c", &asked]));
        let mut offers = offered.lines().map(|line| line.split('\t').next().unwrap_or_default());
        assert!(offers.any(|offer| offer == wanted), "{line}: {offered}");
    }
}

#[test]
fn zsh_completes() {
    if !has("zsh") {
        return;
    }
    // What has one offer alone is put in its place; the line is then printed as it has become.
    let lines: Vec<_> = LINES
        .into_iter()
        .filter(|(line, _)| ![" p2", ".p5", "--emp"].iter().any(|end| line.ends_with(end)))
        .collect();
    let asked: Vec<_> = lines.iter().map(|(line, _)| format!("ask '{line}'\n")).collect();
    let asked = asked.concat();
    let script = format!(
        "zmodload zsh/zpty\n\
         zpty shell zsh -f -i\n\
         zpty -w shell 'PS1= PS2= ; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; \
         eval \"$(mbc-calc completions zsh)\"; bindkey -e; bindkey \"^I\" complete-word; print REA''DY'\n\
         zpty -r shell out '*READY*'\n\
         ask() {{\n\
             zpty -w -n shell \"$1\"$'\\t'\n\
             zpty -w -n shell $'\\x01'\"print -r -- 'GOT'': \"$'\\x05'\"' 'E''ND'\"$'\\n'\n\
             zpty -r shell out '*GOT: *END*'\n\
             print -r -- \"${{${{out##*GOT: }}%%END*}}\"\n\
         }}\n{asked}zpty -d shell\n"
    );
    let folder = tempfile::tempdir().unwrap();
    let found = printed(shell("zsh").env("HOME", folder.path()).args(["-f", "-c", &script]));
    let found: Vec<_> = found.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found.len(), lines.len(), "{found:?}");
    for ((line, wanted), found) in lines.iter().zip(&found) {
        let before = line.rsplit_once(' ').map_or("", |(before, _)| before);
        assert!(found.starts_with(&format!("{before} {wanted}")), "{line}: {found}");
    }
}

#[test]
fn every_shell_gets_what_it_reads() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(answer(["completions", shell]).contains("MBC_CALC_COMPLETE"), "{shell}");
    }
    assert!(answer(["completions", "nushell"]).contains("--employer-state"));
}

#[test]
fn every_area_and_place_that_is_offered_is_understood() {
    let tables = mbc_calc::built_in();
    let offered = |flag: &str| {
        let mut command = Command::new(PROGRAM);
        command.env("MBC_CALC_COMPLETE", "fish");
        let offered = printed(command.args(["--", "mbc-calc", "estimate", flag, ""]));
        let values =
            offered.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned());
        values.filter(|value| !value.starts_with('-')).collect::<Vec<_>>()
    };
    let areas = offered("--metro");
    assert!(areas.len() > 400, "{areas:?}");
    for area in areas {
        assert!(tables.find_area(&area, None).is_ok(), "{area}");
    }
    let states = offered("--employer-state");
    assert!(states.len() > 100, "{states:?}");
    for state in states {
        assert!(tables.geography.find(&state).is_ok(), "{state}");
    }
}
