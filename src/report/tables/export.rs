use crate::data::Tables;
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Document, Text};
use crate::report::json::{Json, head};

/// The answer to `data export`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Export<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The files that were written.
    pub files: &'a [String],
}

impl Report for Export<'_> {
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.list("file", self.files.iter().map(|file| Text::words(format!("wrote {file}"))));
        document
    }
}

impl WriteJson for Export<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "export", self.tables);
            json.array_at("files", self.files, |json, file| json.str(file));
        });
    }
}
