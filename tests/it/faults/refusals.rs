//! A system call that fails is reported, and changes nothing; one that is only interrupted is made again.

use std::fs;
use std::path::Path;

use super::{answer_in, can, can_inject, names, shell, with_fault, with_old};
use crate::support::{PROGRAM, text};

#[test]
fn a_write_that_fails_is_reported_and_leaves_the_old_file_alone() {
    if !can_inject() {
        return;
    }
    let rules = [
        ("write:error=ENOSPC:when=1", "no space left on device"),
        ("write:error=EIO:when=1", "input/output error"),
        ("fsync:error=EIO", "input/output error"),
        ("fsync:error=ENOSPC", "no space left on device"),
        ("linkat:error=EACCES", "permission denied"),
        ("renameat:error=EIO", "input/output error"),
    ];
    for ask in [
        &["estimate", "--field", "place", "--output", "answer"][..],
        &["batch", "profiles.jsonl", "--quiet", "--output", "answer"],
    ] {
        for (rule, reason) in rules {
            let folder = with_old();
            fs::write(folder.path().join("profiles.jsonl"), "{}\n").unwrap();
            let ended = with_fault(folder.path(), rule, ask);
            let message = text(&ended.stderr).to_lowercase();
            assert_eq!(ended.status.code(), Some(4), "{rule}: {message}");
            let expected = format!("error: cannot write `answer`: {reason}");
            assert!(message.starts_with(&expected), "{rule}: {message}");
            assert_eq!(answer_in(folder.path()), "old", "{rule}");
            assert_eq!(names(folder.path()), ["answer", "profiles.jsonl"], "{rule}");
        }
    }
}

#[test]
fn an_export_that_fails_leaves_no_file_and_no_folder() {
    if !can_inject() {
        return;
    }
    for rule in [
        "write:error=ENOSPC:when=20",
        "fsync:error=EIO:when=37",
        "mkdir:error=EACCES",
        "linkat:error=ENOSPC:when=5",
        "rename,renameat,renameat2:error=EACCES",
    ] {
        let folder = with_old();
        let ended = with_fault(folder.path(), rule, &["data", "export", "mine"]);
        assert_eq!(ended.status.code(), Some(4), "{rule}: {ended:?}");
        assert!(text(&ended.stderr).starts_with("error: cannot write `mine"), "{rule}: {ended:?}");
        assert_eq!(names(folder.path()), ["answer"], "{rule}");
    }
    // In a folder that is there no file is moved before all are on the disk.
    let folder = with_old();
    fs::create_dir(folder.path().join("mine")).unwrap();
    for rule in ["write:error=ENOSPC:when=30", "fsync:error=EIO:when=37"] {
        let ended = with_fault(folder.path(), rule, &["data", "export", "mine"]);
        assert_eq!(ended.status.code(), Some(4), "{rule}: {ended:?}");
        assert_eq!(names(&folder.path().join("mine")), [""; 0], "{rule}");
    }
}

#[test]
fn a_read_that_fails_is_reported_and_no_answer_is_given() {
    if !can_inject() {
        return;
    }
    let folder = with_old();
    fs::write(folder.path().join("me.toml"), "state = \"MS\"\n").unwrap();
    fs::write(folder.path().join("many.jsonl"), "{}\n".repeat(30_000)).unwrap();
    for ask in [
        &["estimate", "--profile", "me.toml", "--output", "answer"][..],
        &["compare", "--profiles", "me.toml", "--vs", "certs=3", "--output", "answer"],
        &["batch", "many.jsonl", "--quiet", "--output", "answer"],
    ] {
        let file = if ask[0] == "batch" { ask[1] } else { ask[2] };
        let mut strace = std::process::Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-P", file, "-e", "inject=read:error=EIO"]);
        let ended = strace.arg(PROGRAM).args(ask).current_dir(folder.path()).output().unwrap();
        let message = text(&ended.stderr);
        assert_eq!(ended.status.code(), Some(4), "{ask:?}: {message}");
        let expected = format!("error: cannot read `{file}`: input/output error\n");
        assert!(message.ends_with(&expected), "{message}");
        assert_eq!(answer_in(folder.path()), "old", "{ask:?}");
    }
}

#[test]
fn a_call_that_is_interrupted_is_made_again() {
    if !can_inject() {
        return;
    }
    for rule in ["write:error=EINTR:when=1", "fsync:error=EINTR:when=1", "read:error=EINTR:when=3"]
    {
        let folder = with_old();
        fs::write(folder.path().join("profiles.jsonl"), "{}\n{}\n").unwrap();
        let ask = ["batch", "profiles.jsonl", "--field", "place", "--quiet", "--output", "answer"];
        let ended = with_fault(folder.path(), rule, &ask);
        assert_eq!(ended.status.code(), Some(0), "{rule}: {ended:?}");
        assert_eq!(answer_in(folder.path()), "US\nUS\n", "{rule}");
    }
}

#[test]
fn a_full_disk_is_reported_and_leaves_the_old_file_alone() {
    // The disk is there for this process alone, and gone after it.
    if !can("unshare -m sh -c 'mount -t tmpfs -o size=64k none /mnt'") {
        return;
    }
    let program = format!("'{PROGRAM}'");
    for ask in [
        format!("yes {{}} | head -2000 | {program} batch --quiet --output answer"),
        format!("{program} data export mine"),
    ] {
        let folder = with_old();
        let script = format!(
            "mkdir disk && mount -t tmpfs -o size=64k none disk && cd disk && echo old > answer\n\
             {ask}\necho $? > ../code; ls -A > ../names; cp answer ..\n"
        );
        fs::write(folder.path().join("script"), script).unwrap();
        let ended = shell(folder.path(), "unshare -m sh script");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let message = text(&ended.stderr);
        assert!(message.ends_with(": no space left on device\n"), "{ask}: {message}");
        assert_eq!((read("code").trim(), read("names").trim()), ("4", "answer"), "{ask}");
        assert_eq!(read("answer"), "old\n", "{ask}");
    }
}

#[test]
fn a_folder_that_is_read_only_is_reported() {
    let folder = with_old();
    let as_other = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    let is_root = can(&format!("{as_other} true"));
    let as_other = if is_root { as_other } else { "" };
    assert!(shell(folder.path(), "chmod 555 .").status.success());
    for (ask, name) in [
        ("estimate --output new", "new"),
        ("batch /dev/null --output new", "new"),
        ("estimate --output answer", "answer"),
        ("data export mine", "mine"),
        ("data export mine/deep", "mine"),
    ] {
        let ended = shell(folder.path(), &format!("{as_other} '{PROGRAM}' {ask}"));
        let message = text(&ended.stderr);
        assert_eq!(ended.status.code(), Some(4), "{ask}: {message}");
        assert!(message.starts_with(&format!("error: cannot write `{name}")), "{ask}: {message}");
        assert!(message.ends_with(": permission denied\n"), "{ask}: {message}");
        assert_eq!(names(folder.path()), ["answer"], "{ask}");
        assert_eq!(answer_in(Path::new(folder.path())), "old", "{ask}");
    }
    assert!(shell(folder.path(), "chmod 755 .").status.success());
}
