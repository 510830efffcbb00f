use super::document::Document;
use super::text::Text;
use crate::data::Term;

/// A term and what it means.
#[must_use]
pub fn term_document(term: &Term) -> Document {
    let mut document = Document::default();
    let name = if term.name.starts_with(&term.id) {
        term.name.clone()
    } else {
        format!("{} ({})", term.id, term.name)
    };
    document.prose("term", Text::default().stress(name).say(format!(": {}", term.text)));
    document
}
