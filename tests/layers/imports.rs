//! What a file imports: the path of every `use`, and every other path that begins at a module.

use std::collections::HashMap;

use crate::sources::{Source, sources};
use crate::tokens::{Kind, Token, tokens};

/// A path that a file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) line: usize,
    /// From the root of this crate, or with the name of another one first.
    pub(crate) path: Vec<String>,
    pub(crate) is_external: bool,
    /// Whether it is part of the module of tests.
    pub(crate) in_tests: bool,
    /// The name that a `use` gives it.
    pub(crate) alias: Option<String>,
}

/// The imports of a file: first every `use`, then the other paths.
pub(crate) fn imports(source: &Source) -> Vec<Import> {
    let mut tokens = tokens(&source.text);
    tokens.retain(|token| token.kind != Kind::Comment);
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let is_attribute = |at: &[Token<'_>]| at.iter().map(|token| token.text).eq(attribute);
    let tests = tokens.windows(attribute.len()).position(is_attribute).unwrap_or(tokens.len());
    let mut file = File { tokens, tests, names: HashMap::new(), module: source.module() };
    file.read()
}

struct File<'s> {
    tokens: Vec<Token<'s>>,
    /// Where the module of tests begins, which is the last item.
    tests: usize,
    module: Vec<String>,
    /// What a path may begin with here, other than a keyword: modules and names of a `use`.
    names: HashMap<String, Vec<String>>,
}

impl File<'_> {
    fn read(&mut self) -> Vec<Import> {
        self.read_modules();
        let mut found = Vec::new();
        let mut uses = Vec::new();
        for start in 0..self.tokens.len() {
            if self.text(start) == "use" {
                let mut entries = Vec::new();
                uses.push(start..self.read_use(start + 1, &[], &mut entries));
                for (path, alias) in entries {
                    let import = self.import(start, &path, Some(alias));
                    if !import.is_external && !import.in_tests {
                        self.names
                            .extend(import.alias.clone().map(|alias| (alias, import.path.clone())));
                    }
                    found.push(import);
                }
            }
        }
        for start in 0..self.tokens.len() {
            let begins = self.is(start, Kind::Name) && self.is(start + 1, Kind::Path);
            let continues = start > 0 && self.is(start - 1, Kind::Path);
            if begins && !continues && !uses.iter().any(|import| import.contains(&start)) {
                found.push(self.import(start, &self.path(start), None));
            }
        }
        found
    }

    /// Notes the modules that the file declares.
    fn read_modules(&mut self) {
        for at in 0..self.tokens.len() {
            if self.text(at) == "mod" && self.text(at + 2) == ";" {
                let name = self.text(at + 1).to_owned();
                let path = [self.module.as_slice(), std::slice::from_ref(&name)].concat();
                self.names.insert(name, path);
            }
        }
    }

    /// Reads the tree of a `use` from a token on; gives where it ends.
    fn read_use(
        &self,
        mut at: usize,
        before: &[String],
        found: &mut Vec<(Vec<String>, String)>,
    ) -> usize {
        let mut path = before.to_vec();
        loop {
            if self.text(at) == "{" {
                while self.text(at) != "}" {
                    at = self.read_use(at + 1, &path, found);
                    if self.text(at) != "," {
                        return at + 1;
                    }
                }
                return at + 1;
            }
            match self.text(at) {
                "}" | "," | ";" | "" => return at,
                "self" if !path.is_empty() => {}
                segment => path.push(segment.to_owned()),
            }
            if !self.is(at + 1, Kind::Path) {
                let renamed = self.text(at + 1) == "as";
                let alias = if renamed { self.text(at + 2) } else { &path[path.len() - 1] };
                found.push((path.clone(), alias.to_owned()));
                return at + if renamed { 3 } else { 1 };
            }
            at += 2;
        }
    }

    /// The path that begins at a token.
    fn path(&self, start: usize) -> Vec<String> {
        let segments = (start..).step_by(2).take_while(|&at| {
            self.is(at, Kind::Name) && (at == start || self.is(at - 1, Kind::Path))
        });
        segments.map(|at| self.text(at).to_owned()).collect()
    }

    fn import(&self, at: usize, path: &[String], alias: Option<String>) -> Import {
        let in_tests = at >= self.tests;
        let mut from = self.module.clone();
        from.extend(in_tests.then(|| "tests".to_owned()));
        let mut rest = path;
        let mut is_external = false;
        match rest[0].as_str() {
            "crate" => (from, rest) = (Vec::new(), &rest[1..]),
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|segment| segment == "super") {
                    from.pop();
                    rest = &rest[1..];
                }
            }
            name => {
                if let Some(named) = self.names.get(name) {
                    (from, rest) = (named.clone(), &rest[1..]);
                } else {
                    (from, is_external) = (Vec::new(), true);
                }
            }
        }
        from.extend_from_slice(rest);
        Import { line: self.tokens[at].line, path: from, is_external, in_tests, alias }
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }
}

#[test]
fn the_unit_tests_of_a_file_are_a_module_at_its_end() {
    for source in sources("src") {
        let Some((_, tests)) = source.text.split_once("#[cfg(test)]\n") else { continue };
        let outer = |line: &&str| !line.is_empty() && !line.starts_with(' ');
        let outer: Vec<_> = tests.lines().filter(outer).collect();
        assert_eq!(outer, ["mod tests {", "}"], "src/{}", source.name);
    }
}

#[test]
fn an_import_is_found_however_it_is_written() {
    let text = "\
//! use crate::cli;
mod child;
use crate::data::{Problem, Quoted as Text};
use crate::{
    engine::{self, pay::{Pay}},
    report, // a remark
};
use std::{fmt, fs};
fn f(x: &crate::render::Style) -> child::Answer { engine::run() } // crate::quantity
pub(super) use super::super::profile::Draft;
/// `crate::cli`
fn g() { std::env::var(Text::X) }
#[cfg(test)]
mod tests { use super::{f, other::G}; }
";
    let found = imports(&Source::new("a/b.rs", text));
    let shown = |import: &Import| {
        let mark = if import.is_external { "::" } else { "" };
        let alias = import.alias.as_ref().map_or(String::new(), |alias| format!(" as {alias}"));
        format!("{} {mark}{}{alias}", import.line, import.path.join("::"))
    };
    let expected = [
        "3 data::Problem as Problem",
        "3 data::Quoted as Text",
        "4 engine as engine",
        "4 engine::pay::Pay as Pay",
        "4 report as report",
        "8 ::std::fmt as fmt",
        "8 ::std::fs as fs",
        "10 profile::Draft as Draft",
        "14 a::b::f as f",
        "14 a::b::other::G as G",
        "9 render::Style",
        "9 a::b::child::Answer",
        "9 engine::run",
        "12 ::std::env::var",
        "12 data::Quoted::X",
    ];
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    assert!(found.iter().all(|import| import.in_tests == (import.line == 14)));
}
