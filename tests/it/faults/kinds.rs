//! What a path can lead to instead of a file, where one is read and where one is written.

use std::fs;
use std::os::unix::fs::symlink;

use super::{names, shell, with_old};
use crate::support::{PROGRAM, text};

#[test]
fn what_is_no_file_is_read_or_refused_in_words() {
    let folder = with_old();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("file"), "state = \"MS\"\n").unwrap();
    for (link, to) in
        [("link", "file"), ("nothing", "gone"), ("round", "round"), ("into", "folder")]
    {
        symlink(to, path(link)).unwrap();
    }
    let cases = [
        ("link", Ok("MS\n")),
        ("folder", Err("is a directory")),
        ("into", Err("is a directory")),
        ("nothing", Err("no such file or directory")),
        ("round", Err("too many levels of symbolic links")),
        ("file/below", Err("not a directory")),
        ("/dev/null", Ok("US\n")),
        ("/dev/zero", Err("larger than a profile can be")),
    ];
    for (name, expected) in cases {
        let line = format!("'{PROGRAM}' estimate --profile {name} --field place");
        let ended = shell(folder.path(), &line);
        let (answer, message) = (text(&ended.stdout), text(&ended.stderr));
        match expected {
            Ok(place) => assert_eq!((answer.as_str(), message.as_str()), (place, ""), "{name}"),
            Err(reason) => {
                assert_eq!((ended.status.code(), answer.as_str()), (Some(4), ""), "{name}");
                assert_eq!(message, format!("error: cannot read `{name}`: {reason}\n"));
            }
        }
        if !matches!(expected, Err("larger than a profile can be")) {
            let line = format!("'{PROGRAM}' batch {name} --field place --quiet");
            let code = shell(folder.path(), &line).status.code();
            let codes: &[i32] = if expected.is_ok() { &[0, 1, 3] } else { &[4] };
            assert!(code.is_some_and(|code| codes.contains(&code)), "{name}: {code:?}");
        }
    }
}

#[test]
fn a_pipe_is_read_as_a_file_is() {
    let folder = with_old();
    let line = format!(
        "mkfifo pipe; echo 'state = \"MS\"' > pipe & '{PROGRAM}' estimate --profile pipe --field place"
    );
    assert_eq!(text(&shell(folder.path(), &line).stdout), "MS\n");
    let line = format!("echo '{{}}' > pipe & '{PROGRAM}' batch pipe --field place --quiet");
    assert_eq!(text(&shell(folder.path(), &line).stdout), "US\n");
}

#[test]
fn where_no_file_can_be_nothing_is_written() {
    let folder = with_old();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("folder/kept"), "kept").unwrap();
    for (link, to) in [("round", "round"), ("into", "folder"), ("gone", "missing/file")] {
        symlink(to, path(link)).unwrap();
    }
    let before = names(folder.path());
    for (name, reason) in [
        ("folder", "is a directory"),
        ("folder/", "is a directory"),
        ("into", "is a directory"),
        (".", "is a directory"),
        ("..", "is a directory"),
        ("round", "too many levels of symbolic links"),
        ("gone", "no such file or directory"),
        ("missing/file", "no such file or directory"),
        ("answer/file", "not a directory"),
    ] {
        let line = format!("'{PROGRAM}' estimate --output {name}");
        let ended = shell(folder.path(), &line);
        let expected = format!("error: cannot write `{name}`: {reason}\n");
        assert_eq!((ended.status.code(), text(&ended.stderr)), (Some(4), expected));
        assert_eq!(names(folder.path()), before, "{name}");
        assert_eq!(names(&path("folder")), ["kept"], "{name}");
    }
}
