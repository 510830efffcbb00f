//! `--output` writes a file whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::{TempDir, tempdir};

use super::EXAMPLE;
use crate::support::{PROGRAM, answer, text};

#[test]
fn what_is_written_is_what_would_have_been_printed() {
    for format in [&[][..], &["--format", "json"], &["--format", "table"], &["--field", "pay.p50"]]
    {
        let folder = tempdir().unwrap();
        let arguments = [&EXAMPLE[..], format].concat();
        let output = write_from(folder.path(), &[&arguments[..], &["--output", "answer"]].concat());
        assert_eq!(text(&output.stderr), "wrote answer\n");
        assert_eq!(text(&output.stdout), "");
        assert_eq!(fs::read_to_string(folder.path().join("answer")).unwrap(), answer(&arguments));
        assert_eq!(names(&folder), ["answer"], "something else was left behind");
    }
}

#[test]
fn quiet_hushes_the_note_of_what_was_written() {
    let folder = tempdir().unwrap();
    let output = write_from(folder.path(), &["estimate", "--output", "answer", "--quiet"]);
    assert_eq!((text(&output.stdout).as_str(), text(&output.stderr).as_str()), ("", ""));
    assert_eq!(names(&folder), ["answer"]);
}

#[test]
fn an_existing_file_is_replaced_and_keeps_its_permissions() {
    for mode in [0o600, 0o640, 0o664, 0o755] {
        let folder = tempdir().unwrap();
        let path = folder.path().join("answer");
        fs::write(&path, "old ".repeat(10_000)).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        write_from(folder.path(), &["estimate", "--field", "place", "--output", "answer"]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "US\n");
        assert_eq!(mode_of(&path), mode);
        assert_eq!(names(&folder), ["answer"]);
    }
}

#[test]
fn a_new_file_has_the_permissions_that_the_umask_leaves() {
    for (umask, mode) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        let folder = tempdir().unwrap();
        let shell =
            shell(folder.path(), &format!("umask {umask}; '{PROGRAM}' estimate --output new"));
        assert_eq!(shell.status.code(), Some(0), "{shell:?}");
        assert_eq!(mode_of(&folder.path().join("new")), mode, "umask {umask}");
    }
}

#[test]
fn what_cannot_be_written_is_reported_and_leaves_everything_as_it_was() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("file"), "old").unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    symlink("loop", folder.path().join("loop")).unwrap();
    let too_long = "x".repeat(300);
    for (target, reason) in [
        ("missing/answer", "no such file or directory"),
        ("file/answer", "not a directory"),
        ("folder", "is a directory"),
        ("folder/", "is a directory"),
        ("/dev/full", "no space left on device"),
        ("loop", "too many levels of symbolic links"),
        (too_long.as_str(), "file name too long"),
    ] {
        let output = run_in(folder.path(), &["estimate", "--output", target]);
        let message = text(&output.stderr);
        assert_eq!(
            (output.status.code(), text(&output.stdout).as_str()),
            (Some(4), ""),
            "{message}"
        );
        let end = format!("{}`: {reason}\n", &target[target.len().saturating_sub(60)..]);
        assert!(
            message.starts_with("error: cannot write `") && message.ends_with(&end),
            "{message}"
        );
        assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "old");
        assert_eq!(names(&folder), ["file", "folder", "loop"], "{target}");
        assert_eq!(fs::read_dir(folder.path().join("folder")).unwrap().count(), 0);
    }
}

#[test]
fn the_old_file_stays_when_there_is_no_room_for_the_new_one() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("answer");
    fs::write(&path, "old").unwrap();
    let line = format!("trap '' XFSZ; ulimit -f 0; '{PROGRAM}' estimate --output answer");
    let output = shell(folder.path(), &line);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    assert_eq!(text(&output.stderr), "error: cannot write `answer`: file too large\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names(&folder), ["answer"], "half of an answer was left behind");
}

#[test]
fn the_old_file_stays_when_there_is_no_answer() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("answer");
    fs::write(&path, "old").unwrap();
    for (wrong, code) in
        [(["--state", "ZZ"], 3), (["--field", "pay"], 2), (["--field", "home_value"], 1)]
    {
        let arguments = [&["estimate", "--output", "answer"][..], &wrong].concat();
        assert_eq!(run_in(folder.path(), &arguments).status.code(), Some(code), "{wrong:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old", "{wrong:?}");
    }
}

#[test]
fn a_symbolic_link_stays_and_its_target_is_replaced() {
    let folder = tempdir().unwrap();
    let [link, target] = ["link", "elsewhere/answer"].map(|name| folder.path().join(name));
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    fs::write(&target, "old").unwrap();
    symlink("elsewhere/answer", &link).unwrap();
    write_from(folder.path(), &["estimate", "--field", "place", "--output", "link"]);
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("elsewhere/answer"));
    assert_eq!(fs::read_to_string(&target).unwrap(), "US\n");
    assert_eq!(names(&folder), ["elsewhere", "link"]);
}

#[test]
fn a_pipe_or_a_device_is_written_to_and_stays_what_it_is() {
    let folder = tempdir().unwrap();
    let write = format!("'{PROGRAM}' estimate --field place --quiet --output pipe");
    let line = format!("mkfifo pipe; cat pipe & {write}; test -p pipe || kill $!; wait");
    let output = shell(folder.path(), &line);
    assert_eq!(text(&output.stdout), "US\n", "{output:?}");
    assert!(fs::metadata(folder.path().join("pipe")).unwrap().file_type().is_fifo());

    write_from(Path::new("/"), &["estimate", "--output", "/dev/null"]);
    let null = fs::metadata("/dev/null").unwrap().file_type();
    assert!(null.is_char_device(), "/dev/null is replaced");
}

#[test]
fn an_open_stream_is_written_to_by_any_of_its_names_and_never_replaced() {
    let outputs = ["-", "/dev/stdout", "//dev/stdout", "/dev/../dev/stdout", "/dev/fd/1"];
    let links = ["/proc/self/fd/1", "link", "fds/1"];
    let all = outputs.into_iter().chain(links).map(|name| (name, ">> all"));
    let errors = ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"].map(|name| (name, "2>> all"));
    for (name, to) in all.chain(errors).chain([("/dev/fd/7", "7>> all")]) {
        let folder = tempdir().unwrap();
        symlink("/dev/stdout", folder.path().join("link")).unwrap();
        symlink("/dev/fd", folder.path().join("fds")).unwrap();
        let ask = format!("'{PROGRAM}' estimate --field place --quiet --output {name}");
        let line = format!("{{ echo before; }} > all; {{ {ask}; }} {to}; echo after >> all");
        let output = shell(folder.path(), &line);
        assert_eq!(text(&output.stderr), "", "{name}");
        let all = fs::read_to_string(folder.path().join("all")).unwrap();
        assert_eq!(all, "before\nUS\nafter\n", "{name}");
        assert_eq!(names(&folder), ["all", "fds", "link"], "{name}");
    }
}

#[test]
fn a_chain_of_links_to_nothing_stays_and_its_end_is_made() {
    let folder = tempdir().unwrap();
    for (link, to) in [("a", "b"), ("b", "sub/c"), ("sub/c", "../d")] {
        fs::create_dir_all(folder.path().join("sub")).unwrap();
        symlink(to, folder.path().join(link)).unwrap();
    }
    write_from(folder.path(), &["estimate", "--field", "place", "--output", "a"]);
    assert_eq!(fs::read_link(folder.path().join("b")).unwrap(), Path::new("sub/c"));
    assert_eq!(fs::read_link(folder.path().join("sub/c")).unwrap(), Path::new("../d"));
    let made = folder.path().join("d");
    assert!(fs::symlink_metadata(&made).unwrap().is_file());
    assert_eq!(fs::read_to_string(made).unwrap(), "US\n");
}

#[test]
fn a_file_that_is_write_protected_is_not_replaced() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("answer");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    // Root may write everywhere, so it has to be someone else.
    let other = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    let is_root = File::options().write(true).open(&path).is_ok();
    let as_other = if is_root { other } else { "" };
    let line = format!("{as_other} '{PROGRAM}' estimate --field place --output answer");
    let output = shell(folder.path(), &line);
    let message = text(&output.stderr);
    assert_eq!((output.status.code(), names(&folder)), (Some(4), vec!["answer".to_owned()]));
    assert_eq!(message, "error: cannot write `answer`: permission denied\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn the_owner_is_kept_where_that_is_allowed_and_other_names_are_reported() {
    let folder = tempdir().unwrap();
    let [path, other] = ["answer", "other"].map(|name| folder.path().join(name));
    fs::write(&path, "old").unwrap();
    let is_given_away = chown(&path, Some(65_534), Some(65_534)).is_ok();
    let output = write_from(folder.path(), &["estimate", "--field", "place", "--output", "answer"]);
    assert_eq!(text(&output.stderr), "wrote answer\n");
    let new = fs::metadata(&path).unwrap();
    assert!(!is_given_away || (new.uid(), new.gid()) == (65_534, 65_534));
    fs::hard_link(&path, &other).unwrap();
    let output =
        write_from(folder.path(), &["estimate", "--field", "pay.p50", "--output", "answer"]);
    assert_eq!(text(&output.stderr), "wrote answer; its other names keep what was there\n");
    let texts = [path, other].map(|name| fs::read_to_string(name).unwrap());
    assert_eq!(texts, ["51140\n", "US\n"]);
}

#[cfg(target_os = "linux")]
#[test]
fn no_signal_leaves_anything_behind() {
    for signal in ["INT", "TERM", "HUP", "KILL"] {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join("answer"), "old").unwrap();
        let mut child = Command::new(PROGRAM)
            .args(["batch", "--output", "answer", "--threads", "1"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut to = child.stdin.take().unwrap();
        // More than a pipe takes at once: when it is written, something was answered.
        to.write_all("{}\n".repeat(50_000).as_bytes()).unwrap();
        let kill = format!("kill -{signal} {}", child.id());
        assert!(shell(folder.path(), &kill).status.success());
        assert_eq!(child.wait().unwrap().code(), None, "{signal}");
        assert_eq!(names(&folder), ["answer"], "{signal}");
        assert_eq!(fs::read_to_string(folder.path().join("answer")).unwrap(), "old");
    }
}

/// Runs the program in a folder, where it must write what it was asked to.
fn write_from(folder: &Path, arguments: &[&str]) -> Output {
    let output = run_in(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    output
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).current_dir(folder).output().expect("the program runs")
}

fn shell(folder: &Path, line: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(folder).output().expect("there is a shell")
}

fn mode_of(path: &Path) -> u32 {
    fs::metadata(path).expect("the file exists").permissions().mode() & 0o777
}

/// The names of everything in a folder.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("the folder can be read");
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.expect("the folder can be read").file_name();
    let mut names: Vec<_> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
