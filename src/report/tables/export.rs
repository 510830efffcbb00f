use crate::data::Tables;
use crate::report::document::{Document, Text};
use crate::report::json::{Json, WriteJson, head};

/// The answer to `data export`.
#[derive(Clone, Copy, Debug)]
pub struct ExportShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The files that were written.
    pub files: &'a [String],
}

impl WriteJson for ExportShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "export", self.tables);
            json.array_at("files", self.files, |json, file| json.str(file));
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
