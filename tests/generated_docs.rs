//! The parts of the documents that are made from the tables, the facts and the JSON Schema are
//! current.
//!
//! They are between `<!-- generated: NAME -->` and `<!-- end of generated -->`. To bring them up to
//! date, run `UPDATE_DOCS=1 cargo test --test generated_docs`.

#![expect(clippy::disallowed_methods, reason = "the documents are files")]

mod schema;

use std::fmt::Write as _;
use std::fs;

use mbc_calc::data::{Claims, TableErrors, Tables, assumptions, source_uses, views};
use mbc_calc::engine::{check_claims, check_kinds};
use mbc_calc::profile::{Group, Key};
use mbc_calc::render::markdown;
use mbc_calc::report::{
    AssumptionList, Block, ClaimDetail, Document, Report, SourceList, TableCheck, TableList,
};
use serde_json::{Map, Value};

use schema::{definitions, properties, referred, schema};

const BEGIN: &str = "<!-- generated: ";
const END: &str = "<!-- end of generated -->\n";

/// The documents with such parts, and how many each has.
const DOCUMENTS: [(&str, usize); 6] = [
    ("docs/GUIDE.md", 1),
    ("docs/CLAIMS.md", 1),
    ("docs/DATA.md", 1),
    ("docs/FORMATS.md", 2),
    ("docs/METHOD.md", 1),
    ("docs/SOURCES.md", 2),
];

#[test]
fn the_generated_parts_of_the_documents_are_current() {
    for (document, parts) in DOCUMENTS {
        let path = format!("{}/{document}", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&path).expect("a document can be read");
        let mut current = String::new();
        let mut rest = text.as_str();
        let mut found = 0;
        while let Some((before, after)) = rest.split_once(BEGIN) {
            let (name, after) = after.split_once(" -->\n").expect("a part has a name");
            let (_, after) = after.split_once(END).expect("a part has an end");
            current.extend([before, BEGIN, name, " -->\n", &part(name), END]);
            rest = after;
            found += 1;
        }
        current.push_str(rest);
        assert_eq!(found, parts, "generated parts of {document}");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, current).expect("a document can be written");
        } else {
            let hint = "run `UPDATE_DOCS=1 cargo test --test generated_docs`";
            assert!(text == current, "{document} is out of date: {hint}");
        }
    }
}

#[test]
fn the_table_of_accuracy_is_current() {
    let path = format!("{}/data/accuracy.toml", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).expect("a table can be read");
    let current = current_accuracy(&text);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, current).expect("a table can be written");
    } else {
        let hint = "run `UPDATE_DOCS=1 cargo test --test generated_docs`";
        assert!(text == current, "the table of accuracy is out of date: {hint}");
    }
}

/// The table of accuracy with the counts and the bias of every kind as the claims give them.
fn current_accuracy(text: &str) -> String {
    const COUNTED: [&str; 4] = ["claims = ", "agreeing = ", "compared = ", "bias = "];
    let (tables, claims) =
        Tables::read_with_claims(&mbc_calc::built_in_texts()).expect("the tables can be used");
    let kinds = check_kinds(&tables, &check_claims(&tables, &claims));
    let mut current = String::new();
    let mut kind = None;
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("kind = ") {
            kind = kinds.iter().find(|checked| checked.kind.id == id.trim_matches('"'));
        }
        if COUNTED.iter().any(|key| line.starts_with(key)) {
            continue;
        }
        if let Some(checked) = kind.filter(|_| line.starts_with("source = ")) {
            let (claims, agreeing, compared) = (checked.claims, checked.agreeing, checked.compared);
            let _ = writeln!(
                current,
                "claims = {claims}\nagreeing = {agreeing}\ncompared = {compared}"
            );
            if let Some(bias) = checked.bias {
                let _ = writeln!(current, "bias = {bias:.3}");
            }
        }
        let _ = writeln!(current, "{line}");
    }
    current
}

#[test]
fn the_schema_names_the_facts_in_their_order() {
    let schema = schema();
    let keys =
        |name: &str| properties(&schema["$defs"][name]).expect("it has keys").keys().cloned();
    // The certifications are named under another key in answers, and in files that repeat them; some
    // facts have a second name.
    let is_alias = |key: &str| Key::ALL.into_iter().any(|fact| fact.row().aliases.contains(&key));
    let is_fact = |key: &String| !["id", "credentials"].contains(&key.as_str()) && !is_alias(key);
    let facts: Vec<_> = Key::ALL.into_iter().map(|key| key.name().to_owned()).collect();
    for definition in ["profile", "understood"] {
        assert_eq!(keys(definition).filter(is_fact).collect::<Vec<_>>(), facts, "{definition}");
    }
}

/// A part by its name.
fn part(name: &str) -> String {
    match name {
        "facts" => facts(|key| key.group() == Group::Pay, Key::flag),
        "profile keys" => facts(|_| true, |key| key.name().to_owned()),
        "keys" => key_tables(),
        _ => document(name),
    }
}

/// A part that is made from the tables.
fn document(name: &str) -> String {
    let texts = mbc_calc::built_in_texts();
    let (tables, claims) = Tables::read_with_claims(&texts).expect("the tables can be used");
    let views = views(&texts);
    let document = match name {
        "tables" => TableList { tables: &tables, views: &views }.document(),
        "assumptions" => {
            AssumptionList { tables: &tables, assumptions: &assumptions(&views) }.document()
        }
        "sources" => SourceList { tables: &tables, uses: &source_uses(&tables, &views) }.document(),
        "claims" => check(&tables, &claims, &["claim", "why", "left_out", "claims"]),
        "claim kinds" => check(&tables, &claims, &["claim_kind"]),
        _ => panic!("nothing is called `{name}`"),
    };
    // The headings are the document's own, and the edition is in every answer.
    let stays = |block: &&Block| {
        !matches!(block, Block::Heading(_) | Block::Prose { id: "edition" | "more", .. })
    };
    markdown(&Document(document.blocks().filter(stays).cloned().collect()))
}

/// The blocks with these names of what a check says of the claims.
fn check(tables: &Tables, claims: &Claims, blocks: &[&str]) -> Document {
    let checked = check_claims(tables, claims);
    let check = TableCheck {
        tables: Some(tables),
        unknown: &[],
        errors: &TableErrors(Vec::new()),
        views: &[],
        warnings: &[],
        claims: &checked,
        kinds: &check_kinds(tables, &checked),
        left_out: claims.left_out(),
        detail: ClaimDetail::Each,
    };
    let is_among = |block: &&Block| match block {
        Block::Table { id, .. } | Block::List { id, .. } | Block::Prose { id, .. } => {
            blocks.contains(id)
        }
        Block::Heading(_) | Block::Picture(_) | Block::Details(_) => false,
    };
    Document(check.document().blocks().filter(is_among).cloned().collect())
}

/// A table of facts.
fn facts(is_in: impl Fn(Key) -> bool, name: impl Fn(Key) -> String) -> String {
    let mut text = "| fact | what it is |\n|---|---|\n".to_owned();
    for key in Key::ALL.into_iter().filter(|key| is_in(*key)) {
        let _ = writeln!(text, "| `{}` | {} |", name(key), key.row().help);
    }
    text
}

/// A table of keys for each kind of object in an answer.
fn key_tables() -> String {
    let schema = schema();
    let mut text = String::new();
    for (name, definition) in definitions(&schema) {
        if let Some(keys) = properties(definition) {
            let description = definition["description"].as_str().expect("it is described");
            let _ = write!(text, "\n### `{name}`\n\n{description}\n\n");
            text.push_str(&key_table(&schema, keys));
        }
    }
    text.trim_start().to_owned()
}

/// The keys of an object; those in a row that say the same share one.
fn key_table(root: &Value, keys: &Map<String, Value>) -> String {
    let mut rows: Vec<(Vec<&str>, String, String)> = Vec::new();
    let mut words = String::new();
    for (key, schema) in keys {
        let (kind, what) = (kind(root, schema), meaning(root, schema));
        match rows.last_mut() {
            Some((keys, before, same)) if (&*before, &*same) == (&kind, &what) => keys.push(key),
            _ => rows.push((vec![key], kind, what)),
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            let _ = write!(words, "\n| {key} | what it says |\n|---|---|\n");
            for choice in choices {
                let (word, says) = (choice["const"].as_str(), choice["description"].as_str());
                let (word, says) = (word.expect("a word"), says.expect("it is described"));
                let _ = writeln!(words, "| `{word}` | {says} |");
            }
        }
    }
    let mut text = "| key | type | what |\n|---|---|---|\n".to_owned();
    for (keys, kind, what) in rows {
        let _ = writeln!(text, "| `{}` | {kind} | {what} |", keys.join("`, `"));
    }
    text + &words
}

/// The type of a value, with a link to the keys of an object.
fn kind(root: &Value, schema: &Value) -> String {
    if let Some((name, below)) = referred(root, schema) {
        let has_keys = properties(below).is_some() && !name.contains('/');
        return if has_keys { format!("[{name}](#{name})") } else { kind(root, below) };
    }
    if let Some([value, _]) = schema["anyOf"].as_array().map(Vec::as_slice) {
        return format!("{} or null", kind(root, value));
    }
    let one = |name: &Value| match name.as_str() {
        Some("string") => "text".to_owned(),
        Some("array") if schema["items"].is_object() => {
            format!("array of {}", kind(root, &schema["items"]))
        }
        name => name.unwrap_or("any").to_owned(),
    };
    match &schema["type"] {
        Value::Array(names) => names.iter().map(one).collect::<Vec<_>>().join(" or "),
        Value::Null if schema["const"].is_number() => "integer".to_owned(),
        Value::Null if ["enum", "const", "oneOf"].iter().any(|key| schema[key].is_array()) => {
            "text".to_owned()
        }
        Value::Null if schema["const"].is_string() => "text".to_owned(),
        name => one(name),
    }
}

/// What a key says, and the values it can have where they are fixed.
fn meaning(root: &Value, schema: &Value) -> String {
    let (path, below) = referred(root, schema).unwrap_or(("", schema));
    if path.contains("/properties/") {
        return meaning(root, below);
    }
    let mut text = schema["description"].as_str().unwrap_or_default().to_owned();
    let choices = below["enum"].as_array().or_else(|| below["items"]["enum"].as_array());
    if let Some(choices) = choices {
        let words: Vec<_> = choices.iter().map(|word| format!("`{word}`")).collect();
        let _ = write!(text, " One of {}.", words.join(", "));
    } else if below["const"].is_string() || below["const"].is_number() {
        let _ = write!(text, " `{}`.", below["const"]);
    }
    text
}
