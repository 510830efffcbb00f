//! No circle of imports between files, so that each can be read after those that it uses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::imports::{Import, imports};
use crate::sources::{Source, sources};

#[test]
fn imports_run_in_no_circle() {
    let tree = Tree::new(sources("src"));
    let edges = tree.edges();
    assert!(edges.len() > 500, "only {} imports between files were found", edges.len());
    let circles = circles(&edges);
    let shown = circles.iter().map(|circle| shown(circle, &edges));
    assert!(circles.is_empty(), "{} circles\n{}", circles.len(), shown.collect::<String>());
}

#[test]
fn a_circle_is_found_behind_the_name_that_a_parent_gives_an_item() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a/mod.rs", "mod one; mod two; pub use one::One; pub use self::two::{Two as Second};"),
        ("a/one.rs", "use super::Second; pub struct One;"),
        ("a/two.rs", "use crate::b; pub struct Two(b::B);"),
        ("b.rs", "use crate::a::One; pub struct B; #[cfg(test)] mod tests { use crate::a::one; }"),
    ];
    let tree = Tree::new(files.map(|(name, text)| Source::new(name, text)).into());
    let edges = tree.edges();
    let found = circles(&edges);
    assert_eq!(found, [BTreeSet::from(["a/one.rs", "a/two.rs", "b.rs"])]);
    let lines = shown(&found[0], &edges);
    assert!(lines.contains("a/one.rs:1 uses a/two.rs"), "{lines}");

    let untied = [files[0], files[1], files[2], ("a/two.rs", ""), files[4]];
    let tree = Tree::new(untied.map(|(name, text)| Source::new(name, text)).into());
    let edges = tree.edges();
    assert!(circles(&edges).is_empty(), "{edges:?}");
}

/// Which file uses which, and the first line that does.
type Edges<'t> = BTreeMap<(&'t str, &'t str), usize>;

/// The modules of the crate, each of which is a file.
struct Tree {
    /// By their paths.
    modules: HashMap<Vec<String>, Module>,
}

struct Module {
    file: String,
    imports: Vec<Import>,
}

impl Tree {
    /// The modules of these files; the program is a crate of its own, which nothing can use.
    fn new(files: Vec<Source>) -> Self {
        let library = files.into_iter().filter(|source| source.name != "main.rs");
        let modules = library.map(|source| {
            let mut imports = imports(&source);
            imports.retain(|import| !import.is_external && !import.in_tests);
            (source.module(), Module { file: source.name, imports })
        });
        Self { modules: modules.collect() }
    }

    fn edges(&self) -> Edges<'_> {
        let mut edges = Edges::new();
        for Module { file, imports } in self.modules.values() {
            for import in imports {
                let Some(to) = self.definition(&import.path).filter(|to| to != file) else {
                    continue;
                };
                let line = edges.entry((file.as_str(), to)).or_insert(import.line);
                *line = import.line.min(*line);
            }
        }
        edges
    }

    /// The file that defines what a path leads to; a module is defined by none, its items are.
    fn definition(&self, path: &[String]) -> Option<&str> {
        for (at, name) in path.iter().enumerate() {
            let module = self.modules.get(&path[..at])?;
            let is_last = at + 1 == path.len();
            if !is_last && self.modules.contains_key(&path[..=at]) {
                continue;
            }
            let is_this = |import: &&Import| import.alias.as_ref() == Some(name);
            let other = module.imports.iter().find(is_this).filter(|import| import.path != path);
            return match other {
                Some(import) => self.definition(&[&import.path, &path[at + 1..]].concat()),
                None if self.modules.contains_key(&path[..=at]) => None,
                None => Some(&module.file),
            };
        }
        None
    }
}

/// The sets of files that all use one another, in one step or several.
fn circles<'t>(edges: &Edges<'t>) -> Vec<BTreeSet<&'t str>> {
    let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for &(from, to) in edges.keys() {
        reached.entry(from).or_default().insert(to);
    }
    let files: Vec<_> = reached.keys().copied().collect();
    for through in &files {
        let further = reached[through].clone();
        for set in reached.values_mut().filter(|set| set.contains(through)) {
            set.extend(&further);
        }
    }
    let circle = |file: &&'t str| -> BTreeSet<&'t str> {
        let returns = |to: &&&str| reached.get(**to).is_some_and(|back| back.contains(file));
        reached[file].iter().filter(returns).copied().collect()
    };
    let found: BTreeSet<_> = files.iter().map(circle).filter(|circle| !circle.is_empty()).collect();
    found.into_iter().collect()
}

/// The imports within a circle, one a line.
fn shown(circle: &BTreeSet<&str>, edges: &Edges<'_>) -> String {
    let inside =
        edges.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
    let lines = inside.map(|((from, to), line)| format!("src/{from}:{line} uses {to}\n"));
    format!("{} files\n{}", circle.len(), lines.collect::<String>())
}
