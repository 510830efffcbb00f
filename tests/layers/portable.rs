//! Every file has a name that every system can hold.

#![expect(clippy::disallowed_methods, reason = "the names are of files")]

use std::fs;
use std::path::{Path, PathBuf};

/// Names of devices on Windows, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

#[test]
fn every_path_is_portable() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> =
        ["src", "tests", "data", "docs", "benches"].map(Into::into).into();
    let mut seen = 0;
    while let Some(path) = paths.pop() {
        let name = path.file_name().expect("a path has a name").to_str().expect("a name is text");
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        let is_numbered = ["com", "lpt"]
            .iter()
            .any(|port| stem.strip_prefix(port).is_some_and(|n| n.parse::<u8>().is_ok()));
        assert!(!DEVICES.contains(&&*stem) && !is_numbered, "{} is a device", path.display());
        let is_odd = |c: char| c.is_control() || "<>:\"|?*\\".contains(c);
        assert!(!name.contains(is_odd) && !name.ends_with(['.', ' ']), "{}", path.display());
        assert!(path.as_os_str().len() < 200, "{}", path.display());
        seen += 1;
        if let Ok(entries) = fs::read_dir(root.join(&path)) {
            paths.extend(entries.map(|entry| path.join(entry.expect("it is there").file_name())));
        }
    }
    assert!(seen > 100, "{seen} files");
}
