use crate::data::{Tables, Term};
use crate::report::document::{Document, Text};
use crate::report::json::{Json, WriteJson, head};

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

impl WriteJson for TermShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "term", self.tables);
            json.str_at("id", &self.term.id);
            json.str_at("name", &self.term.name);
            json.str_at("text", &self.term.text);
        });
    }
}
