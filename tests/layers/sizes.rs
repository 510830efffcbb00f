//! No file and no folder grows without end.

use std::collections::BTreeMap;

use crate::sources::sources;

const MOST_LINES: usize = 400;

const MOST_FILES: usize = 20;

#[test]
fn no_file_is_longer_than_400_lines() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        let lines = source.text.lines().count();
        if lines > MOST_LINES {
            wrong.push(format!("src/{}: {lines} lines", source.name));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_folder_holds_more_than_20_files() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for root in ["src", "tests"] {
        for source in sources(root) {
            let path = format!("{root}/{}", source.name);
            let (folder, _) = path.rsplit_once('/').expect("the file is in a folder");
            *counts.entry(folder.to_owned()).or_default() += 1;
        }
    }
    counts.retain(|_, files| *files > MOST_FILES);
    assert!(counts.is_empty(), "files side by side: {counts:?}");
}
