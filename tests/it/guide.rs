//! The examples of the guide under other tools, each run where its tools are installed.

#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "examples are programs in files, and what is not tried is said"
)]

use std::path::Path;
use std::process::Command;

use crate::support::{PROGRAM, text};

const GUIDE: &str = include_str!("../../docs/GUIDE.md");

/// The examples in Python: the modules that each needs, and its text.
fn examples() -> Vec<(Vec<&'static str>, &'static str)> {
    let blocks = GUIDE.split("```python needs=").skip(1).map(|block| {
        let (needs, rest) = block.split_once('\n').expect("a block has lines");
        let (code, _) = rest.split_once("```").expect("a block ends");
        (needs.split(',').collect(), code)
    });
    blocks.collect()
}

#[test]
fn every_example_of_the_guide_gives_what_the_direct_run_gives() {
    let examples = examples();
    assert_eq!(examples.len(), 4);
    let programs = Path::new(PROGRAM).parent().expect("the program is in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", programs.display());
    let python = |code: &str, folder: &Path| {
        Command::new("python3").args(["-c", code]).env("PATH", &path).current_dir(folder).output()
    };
    for (needs, code) in examples {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let imports = format!("import {}", needs.join(", "));
        if !python(&imports, folder.path()).is_ok_and(|output| output.status.success()) {
            eprintln!("left out, as {} cannot be imported here", needs.join(" or "));
            continue;
        }
        let output = python(code, folder.path()).expect("it was there");
        assert!(output.status.success(), "{}: {}", needs.join(", "), text(&output.stderr));
    }
}
