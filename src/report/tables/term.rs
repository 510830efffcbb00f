use crate::data::{Tables, Term};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Document, Text};
use crate::report::json::{Json, head};

/// The answer to `explain TERM`: a term and what it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TermMeaning<'a> {
    /// The tables of the term.
    pub tables: &'a Tables,
    /// The term.
    pub term: &'a Term,
}

impl Report for TermMeaning<'_> {
    fn document(&self) -> Document {
        let Term { id, name, text, .. } = self.term;
        let mut document = Document::default();
        let name = if name.starts_with(id) { name.clone() } else { format!("{id} ({name})") };
        document.prose("term", Text::default().stress(name).say(format!(": {text}")));
        document
    }
}

impl WriteJson for TermMeaning<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "term", self.tables);
            json.str_at("id", &self.term.id);
            json.str_at("name", &self.term.name);
            json.str_at("text", &self.term.text);
        });
    }
}
