//! Imports point one way, only `cli` reaches the outside, and no file grows without end.

#![expect(clippy::disallowed_methods, reason = "the sources are files")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the crate from the bottom up; a module uses those before it and itself.
const LAYERS: [&str; 9] =
    ["quantity", "data", "built_in", "profile", "engine", "report", "render", "batch", "cli"];

/// What only `cli` may use; `main` ends the process, and `batch` is given streams and uses threads.
const OUTSIDE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

const LONGEST_FILE: usize = 400;

/// A use of a module: in which line, of which.
#[derive(Debug, PartialEq)]
struct Edge {
    line: usize,
    to: String,
}

/// A file of the sources.
struct Source {
    /// Below `src`, such as `render/table.rs`.
    name: String,
    text: String,
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    let mut edges = 0;
    for source in sources() {
        edges += uses(&source.text, "crate::").len();
        wrong.extend(upward(&source));
    }
    assert!(edges > 50, "only {edges} uses were found");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_cli_reaches_the_outside() {
    let sources = sources();
    let in_cli = sources.iter().filter(|source| layer(source) == Some("cli"));
    assert!(in_cli.flat_map(outward).count() > 5, "nothing of `cli` reaches the outside");
    let others = sources.iter().filter(|source| layer(source) != Some("cli"));
    let wrong: Vec<_> = others
        .flat_map(outward)
        .filter(|told| !told.ends_with("main.rs:3 uses std::process"))
        .filter(|told| {
            let of_streams = told.ends_with("std::io") || told.ends_with("std::thread");
            !(told.starts_with("src/batch/") && of_streams)
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let too_long = |source: &Source| source.text.lines().count() > LONGEST_FILE;
    let told = |source: &Source| format!("{}: {} lines", source.name, source.text.lines().count());
    let wrong: Vec<_> = sources().iter().filter(|source| too_long(source)).map(told).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_crate_has_a_layer() {
    let library = sources().into_iter().find(|source| source.name == "lib.rs").unwrap();
    let declared = library.text.lines().filter_map(|line| {
        line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';').map(str::to_owned)
    });
    let mut declared: Vec<_> = declared.collect();
    declared.sort_by_key(|module| LAYERS.iter().position(|layer| layer == module));
    assert_eq!(declared, LAYERS);
}

#[test]
fn a_use_is_found_however_it_is_written() {
    let text = "\
//! use crate::cli;
use crate::data::{Problem, Quoted};
use crate::{
    engine::{self, Estimate},
    report, // a remark
};
fn f(x: &crate::render::Style) {} // crate::quantity
use super::super::profile::Draft;
/// `crate::cli`
";
    let found: Vec<_> =
        uses(text, "crate::").into_iter().map(|edge| (edge.line, edge.to)).collect();
    let expected = [(2, "data"), (3, "engine"), (3, "report"), (7, "render"), (7, "quantity")];
    assert_eq!(found, expected.map(|(line, to)| (line, to.to_owned())));
    let above = |name: &str| upward(&Source { name: name.to_owned(), text: text.to_owned() });
    assert_eq!(
        above("engine/pay.rs"),
        ["src/engine/pay.rs:3 uses report", "src/engine/pay.rs:7 uses render"]
    );
    assert_eq!(above("data/pay.rs").len(), 4, "{:?}", above("data/pay.rs"));
    assert_eq!(above("data/rows/row.rs").len(), 3, "there `super::super` is `data`");
    assert!(above("cli/mod.rs").is_empty());
    let text = "use std::{fmt, fs};\nlet x = std::env::var(\"X\");\nuse std::io::Read;".to_owned();
    let source = Source { name: "data/x.rs".to_owned(), text };
    let told = ["1 uses std::fs", "2 uses std::env", "3 uses std::io"];
    assert_eq!(outward(&source), told.map(|told| format!("src/data/x.rs:{told}")));
}

/// What a file uses of the layers above its own.
fn upward(source: &Source) -> Vec<String> {
    let Some(own) = LAYERS.iter().position(|&name| Some(name) == layer(source)) else {
        return Vec::new();
    };
    let mut edges = uses(&source.text, "crate::");
    let depth = source.name.matches('/').count() - usize::from(source.name.ends_with("/mod.rs"));
    if source.name.contains('/') {
        edges.extend(uses(&source.text, &"super::".repeat(depth + 1)));
    }
    let tests = source.text.find("#[cfg(test)]").map_or(usize::MAX, |at| line_of(&source.text, at));
    let is_wrong = |edge: &&Edge| {
        let to = LAYERS.iter().position(|&layer| layer == edge.to);
        // The tests of the tables ask the built-in ones.
        to.is_some_and(|to| to > own) && !(edge.to == "built_in" && edge.line > tests)
    };
    let told = |edge: &Edge| format!("src/{}:{} uses {}", source.name, edge.line, edge.to);
    edges.iter().filter(is_wrong).map(told).collect()
}

/// What a file uses of the outside.
fn outward(source: &Source) -> Vec<String> {
    let told = |edge: &Edge| format!("src/{}:{} uses std::{}", source.name, edge.line, edge.to);
    let outside = |edge: &&Edge| OUTSIDE.contains(&edge.to.as_str());
    uses(&source.text, "std::").iter().filter(outside).map(told).collect()
}

/// The layer that a file belongs to; `lib.rs` and `main.rs` belong to none.
fn layer(source: &Source) -> Option<&str> {
    let first = source.name.split('/').next()?.trim_end_matches(".rs");
    LAYERS.into_iter().find(|layer| *layer == first)
}

/// Every name that directly follows a path's beginning, one by one where they are grouped; comment
/// lines do not count.
fn uses(text: &str, beginning: &str) -> Vec<Edge> {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    let blank = |line: &str| if is_comment(&line) { String::new() } else { line.to_owned() };
    let code = text.lines().map(blank).collect::<Vec<_>>().join("\n");
    let is_whole = |at: usize| !code[..at].ends_with(|c: char| is_name(c) || c == ':');
    let starts = code.match_indices(beginning).filter(|&(at, _)| is_whole(at));
    let edges = starts.flat_map(|(at, _)| {
        let line = line_of(&code, at);
        names(&code[at + beginning.len()..]).into_iter().map(move |to| Edge { line, to })
    });
    edges.filter(|edge| edge.to != "super").collect()
}

/// The name at the start of a text, or the first names of each entry of the group there.
fn names(text: &str) -> Vec<String> {
    let first = |entry: &str| entry.trim_start().chars().take_while(|&c| is_name(c)).collect();
    let Some(group) = text.strip_prefix('{') else { return vec![first(text)] };
    let mut names: Vec<String> = vec![first(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Every file of the sources.
fn sources() -> Vec<Source> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut folders = vec![root.to_owned()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources can be read") {
            let path = entry.expect("the sources can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let source = |path: PathBuf| Source {
        text: fs::read_to_string(&path).expect("a source is text"),
        name: path.strip_prefix(root).expect("below `src`").display().to_string(),
    };
    files.into_iter().map(source).collect()
}
