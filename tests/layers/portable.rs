//! Every file has a name that every system can hold.

#![expect(clippy::disallowed_methods, reason = "the names are of files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Names of devices on Windows, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// What is made here and not kept.
const NOT_KEPT: [&str; 2] = [".git", "target"];

/// Windows takes 260 characters for a path, of which a folder for the repository needs some.
const MOST_CHARACTERS: usize = 150;

#[test]
fn every_path_is_portable() {
    let paths = paths();
    assert!(paths.len() > 700, "{} files", paths.len());
    let wrong: Vec<_> = paths.iter().filter_map(|path| Some((path, wrong_with(path)?))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_two_paths_differ_in_case_alone() {
    let mut paths: Vec<String> = paths().iter().map(|path| path.to_lowercase()).collect();
    paths.sort();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in &paths {
        *counts.entry(path).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    assert!(counts.is_empty(), "one file on Windows and macOS: {counts:?}");
}

#[test]
fn a_name_that_a_system_refuses_is_found() {
    for name in ["a/nul.toml", "Aux", "com1.txt", "LPT¹", "a:b", "what?", "dot.", "space ", "é"] {
        assert!(wrong_with(name).is_some(), "{name}");
    }
    let long = format!("a/{}", "b".repeat(MOST_CHARACTERS));
    assert!(wrong_with(&long).is_some());
    for name in ["src/lib.rs", ".ci/run", "com10.txt", "null.toml", "01-no-toml.education.edit"] {
        assert_eq!(wrong_with(name), None, "{name}");
    }
}

/// Why some system cannot hold a path.
fn wrong_with(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let port = ["com", "lpt"].iter().find_map(|port| stem.strip_prefix(port));
    let is_port = port.is_some_and(|number| {
        let mut digits = number.chars();
        digits.next().is_some_and(|digit| "0123456789¹²³".contains(digit))
            && digits.next().is_none()
    });
    if DEVICES.contains(&&*stem) || is_port {
        Some("a device on Windows")
    } else if !name.chars().all(|c| c.is_ascii_graphic() && !"<>:\"|?*\\".contains(c)) {
        Some("a character that is not in every file system")
    } else if name.ends_with('.') {
        Some("Windows drops a stop at the end")
    } else if path.len() > MOST_CHARACTERS {
        Some("too long")
    } else {
        None
    }
}

/// Every file and folder of the repository, with `/` between names.
fn paths() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut folders) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root.join(&folder)).expect("a folder can be read");
        for entry in entries {
            let entry = entry.expect("an entry can be read");
            let path = folder.join(entry.file_name());
            if folder.as_os_str().is_empty()
                && NOT_KEPT.iter().any(|name| path.as_os_str() == *name)
            {
                continue;
            }
            found.push(path.to_str().expect("a name is text").replace('\\', "/"));
            if entry.file_type().expect("an entry has a type").is_dir() {
                folders.push(path);
            }
        }
    }
    found
}
