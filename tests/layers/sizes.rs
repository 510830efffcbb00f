//! No file and no folder grows without end.

use crate::sources::sources;

const MOST_LINES: usize = 400;

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
