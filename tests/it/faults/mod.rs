//! What the system refuses, and when it ends the program: the old file stays, and nothing else does.

#![expect(clippy::disallowed_methods, reason = "files and processes are what is tested")]

mod kills;
mod kinds;
mod refusals;
mod shortage;

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::PROGRAM;

/// Runs a line of the shell in a folder.
fn shell(folder: &Path, line: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(folder).output().expect("there is a shell")
}

/// Whether the tools of a test are there and may do their work; where not, the test says so.
#[expect(clippy::print_stderr, reason = "who runs the tests has to know what was left out")]
fn can(line: &str) -> bool {
    let can = shell(Path::new("/"), line).status.success();
    if !can {
        eprintln!("left out, as this cannot be done here: {line}");
    }
    can
}

/// Whether system calls can be made to fail.
fn can_inject() -> bool {
    can("strace -qq -o /dev/null -e inject=fsync:error=EIO true")
}

/// Runs the program in a folder while something befalls the system calls that a rule names.
fn with_fault(folder: &Path, rule: &str, arguments: &[&str]) -> Output {
    let calls = rule.split(':').next().unwrap_or_default();
    let (trace, inject) = (format!("trace={calls}"), format!("inject={rule}"));
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM]);
    strace.args(arguments).current_dir(folder).output().expect("strace runs")
}

/// Whether a signal ended the program.
fn was_killed(output: &Output) -> bool {
    output.status.signal().is_some() || output.status.code().is_some_and(|code| code > 128)
}

/// The names of everything in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A folder with an old file in it.
fn with_old() -> TempDir {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    fs::write(folder.path().join("answer"), "old").expect("the folder can be written to");
    folder
}

/// What is in the file of an answer.
fn answer_in(folder: &Path) -> String {
    fs::read_to_string(folder.join("answer")).expect("the file is there")
}
