//! The parts of the documents that are made from the tables are current.
//!
//! They stand between `<!-- generated: NAME -->` and `<!-- end of generated -->`. To bring them up to
//! date, run `UPDATE_DOCS=1 cargo test --test generated_docs`.

#![expect(clippy::disallowed_methods, reason = "the documents are files")]

use std::fs;

use mbc_calc::data::{Tables, assumptions, source_uses, views};
use mbc_calc::engine::check_claims;
use mbc_calc::render::markdown;
use mbc_calc::report::{
    Block, Document, assumptions_document, claims_document, source_list_document,
    table_list_document,
};

const BEGIN: &str = "<!-- generated: ";
const END: &str = "<!-- end of generated -->\n";

/// A part by its name.
fn part(name: &str) -> String {
    let texts = mbc_calc::built_in_texts();
    let (tables, claims) = Tables::read_with_claims(&texts).expect("the tables can be used");
    let views = views(&texts);
    let document = match name {
        "tables" => table_list_document(&tables, &views),
        "assumptions" => assumptions_document(&tables, &assumptions(&views)),
        "sources" => source_list_document(&tables, &source_uses(&tables, &views)),
        "claims" => claims_document(&tables, &check_claims(&tables, &claims)),
        _ => panic!("nothing is called `{name}`"),
    };
    // The headings are the document's own, and the edition is in every answer.
    let stays =
        |block: &Block| !matches!(block, Block::Heading(_) | Block::Prose { id: "edition", .. });
    markdown(&Document(document.0.into_iter().filter(stays).collect()))
}

#[test]
fn what_is_made_from_the_tables_is_current() {
    let mut parts = 0;
    for document in ["DATA.md", "METHOD.md"] {
        let path = format!("{}/docs/{document}", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&path).expect("a document can be read");
        let mut current = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(BEGIN) {
            let (name, after) = after.split_once(" -->\n").expect("a part has a name");
            let (_, after) = after.split_once(END).expect("a part has an end");
            current.extend([before, BEGIN, name, " -->\n", &part(name), END]);
            rest = after;
            parts += 1;
        }
        current.push_str(rest);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, current).expect("a document can be written");
        } else {
            let hint = "run `UPDATE_DOCS=1 cargo test --test generated_docs`";
            assert!(text == current, "docs/{document} is out of date: {hint}");
        }
    }
    assert_eq!(parts, 4, "parts made from the tables");
}
