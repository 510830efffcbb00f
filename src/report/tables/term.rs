use crate::data::{Tables, Term};
use crate::report::document::{Document, Text};
use crate::report::json::{Keyed as _, Shape, Sink, head};

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

/// The answer to `explain TERM`.
#[derive(Clone, Copy, Debug)]
pub struct TermShape<'a> {
    /// The tables of the term.
    pub tables: &'a Tables,
    /// The term.
    pub term: &'a Term,
}

impl Shape for TermShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "term", self.tables);
            sink.text_at("id", &self.term.id);
            sink.text_at("name", &self.term.name);
            sink.text_at("text", &self.term.text);
        });
    }
}
