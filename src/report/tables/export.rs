use crate::data::Tables;
use crate::report::document::{Document, Text};
use crate::report::json::{Keyed as _, Shape, Sink, head};

/// The answer to `data export`.
#[derive(Clone, Copy, Debug)]
pub struct ExportShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The files that were written.
    pub files: &'a [String],
}

impl Shape for ExportShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "export", self.tables);
            sink.list_at("files", self.files, |sink, file| sink.text(file));
        });
    }
}

/// What was written, for people.
#[must_use]
pub fn export_document(export: &ExportShape<'_>) -> Document {
    let mut document = Document::default();
    let written = export.files.iter().map(|file| Text::words(format!("wrote {file}")));
    document.list("file", written.collect());
    document
}
