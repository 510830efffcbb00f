//! What every answer can be written as: JSON for programs, and a document for people.

use super::document::Document;
use super::json::Json;

/// An answer or a record that has a JSON form.
pub trait WriteJson {
    /// Writes one object with every value in the order of the contract.
    fn write(&self, json: &mut Json<'_>);

    /// Writes one object a row, for formats that have a line a row; an answer that is no list is
    /// one row.
    fn write_rows(&self, json: &mut Json<'_>) {
        self.write(json);
    }
}

/// An answer that people read too.
pub trait Report: WriteJson {
    /// The answer as neutral text.
    fn document(&self) -> Document;
}
