//! Imports point from a layer to those below it, and only `cli` reaches the outside.

use crate::imports::{Import, imports};
use crate::sources::{Source, sources};

/// The modules of the crate from the bottom up; a module uses those before it and itself.
const LAYERS: [&str; 11] = [
    "quantity", "data", "built_in", "profile", "engine", "report", "answer", "question", "render",
    "batch", "cli",
];

/// What only `cli` may use; `main` ends the process, and `batch` is given streams and uses threads.
const OUTSIDE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

#[test]
fn imports_point_one_way() {
    let sources = sources("src");
    let crossings = |source: &Source| {
        let is_other = |to: Option<&String>| to.map(String::as_str) != layer(source);
        let own = imports(source).into_iter().filter(|import| !import.is_external);
        own.filter(|import| is_other(import.path.first())).count()
    };
    let crossings: usize = sources.iter().map(crossings).sum();
    assert!(crossings > 50, "only {crossings} imports of other layers were found");
    let wrong: Vec<_> = sources.iter().flat_map(upward).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_cli_reaches_the_outside() {
    let sources = sources("src");
    let in_cli = sources.iter().filter(|source| layer(source) == Some("cli"));
    assert!(in_cli.flat_map(outward).count() > 5, "nothing of `cli` reaches the outside");
    let others = sources.iter().filter(|source| layer(source) != Some("cli"));
    let wrong: Vec<_> = others
        .flat_map(outward)
        .filter(|line| !line.ends_with("main.rs:3 uses std::process"))
        .filter(|line| {
            let of_streams = line.ends_with("std::io") || line.ends_with("std::thread");
            !(line.starts_with("src/batch/") && of_streams)
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn reports_call_no_function_of_the_engine() {
    let sources = sources("src");
    let reports: Vec<_> = sources.iter().filter(|source| layer(source) == Some("report")).collect();
    assert!(reports.len() > 10, "only {} files of reports were found", reports.len());
    let wrong: Vec<_> = reports.into_iter().flat_map(functions_of_engine).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_crate_has_a_layer() {
    let library = sources("src").into_iter().find(|source| source.name == "lib.rs").unwrap();
    let declared = library.text.lines().filter_map(|line| {
        line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';').map(str::to_owned)
    });
    let mut declared: Vec<_> = declared.collect();
    declared.sort_by_key(|module| LAYERS.iter().position(|layer| layer == module));
    // A module is declared once for the program and once for the crate alone.
    declared.dedup();
    assert_eq!(declared, LAYERS);
}

#[test]
fn an_import_of_a_layer_above_is_found() {
    let text = "\
use crate::data::Problem;
use crate::{engine, report};
use super::super::profile::Draft;
#[cfg(test)]
mod tests { use crate::built_in; }
";
    let above = |name: &str| upward(&Source::new(name, text));
    assert_eq!(above("engine/pay.rs"), ["src/engine/pay.rs:2 uses report"]);
    assert_eq!(above("data/pay.rs").len(), 3, "{:?}", above("data/pay.rs"));
    assert_eq!(above("data/rows/row.rs").len(), 2, "there `super::super` is `data`");
    assert!(above("cli/mod.rs").is_empty());
    let text = "use std::{fmt, fs};\nlet x = std::env::var(\"X\");\nuse std::io::Read;";
    let mut found = outward(&Source::new("data/x.rs", text));
    found.sort();
    let expected = ["1 uses std::fs", "2 uses std::env", "3 uses std::io"];
    assert_eq!(found, expected.map(|found| format!("src/data/x.rs:{found}")));
}

#[test]
fn a_call_of_the_engine_is_found() {
    let text = "\
use crate::engine::career::{Milestone, assumptions};
use crate::engine::{COMPARED_YEARS, Contract, StepKind};
fn f() { Contract::new(StepKind::Hours) }
#[cfg(test)]
mod tests { use crate::engine::estimate; }
";
    let found = functions_of_engine(&Source::new("report/estimate/json.rs", text));
    let expected = ["1 uses engine::career::assumptions", "3 uses engine::Contract::new"];
    assert_eq!(found, expected.map(|found| format!("src/report/estimate/json.rs:{found}")));
}

/// What a file uses of the layers above its own.
fn upward(source: &Source) -> Vec<String> {
    let place = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let Some(own) = layer(source).and_then(place) else { return Vec::new() };
    found(source, 1, |import| {
        // The tests of the tables ask the built-in ones.
        let is_allowed = import.in_tests && import.path[0] == "built_in";
        let to = import.path.first().and_then(|to| place(to));
        !import.is_external && to > Some(own) && !is_allowed
    })
}

/// What a file uses of the engine other than types, their variants and constants: an answer holds
/// what is said of it.
fn functions_of_engine(source: &Source) -> Vec<String> {
    found(source, usize::MAX, |import| {
        let [layer, .., last] = import.path.as_slice() else { return false };
        let is_own = !import.is_external && !import.in_tests;
        is_own && layer == "engine" && last.starts_with(char::is_lowercase)
    })
}

/// What a file uses of the outside.
fn outward(source: &Source) -> Vec<String> {
    found(source, 2, |import| {
        let [standard, module, ..] = import.path.as_slice() else { return false };
        import.is_external && standard == "std" && OUTSIDE.contains(&module.as_str())
    })
}

/// The imports of a file for which this holds, with so many segments of their paths.
fn found(source: &Source, segments: usize, holds: impl Fn(&Import) -> bool) -> Vec<String> {
    let imports = imports(source).into_iter().filter(holds);
    let shown = imports.map(|Import { line, path, .. }| {
        let path = path[..segments.min(path.len())].join("::");
        format!("src/{}:{line} uses {path}", source.name)
    });
    shown.collect()
}

/// The layer that a file belongs to; `lib.rs` and `main.rs` belong to none.
fn layer(source: &Source) -> Option<&str> {
    let first = source.name.split('/').next()?.trim_end_matches(".rs");
    LAYERS.into_iter().find(|layer| *layer == first)
}
