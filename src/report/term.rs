use super::document::Document;
use super::text::Text;
use crate::data::Term;

/// A term and what it means.
#[must_use]
pub fn term_document(term: &Term) -> Document {
    let mut document = Document::default();
    let heading =
        if term.id == term.name { term.id.clone() } else { format!("{} ({})", term.id, term.name) };
    document.heading(heading);
    document.prose("meaning", Text::words(term.text.clone()));
    document
}
