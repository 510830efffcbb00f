//! Documents and JSON as bytes: the only place that draws and colors.

mod bar;
mod csv;
mod diagnostic;
mod field;
mod html;
mod json;
mod markdown;
mod message;
mod plain;
mod record_values;
mod style;
mod table;

pub use csv::csv;
pub use diagnostic::{diagnostic, table_errors};
pub use field::{FieldError, field};
pub(crate) use field::{MAX_PATH_CHARACTERS, paths};
pub use html::{PAGE_STYLE, html};
pub use json::{json, jsonl, push_json_line, push_json_line_of_many};
pub use markdown::markdown;
pub use message::{error_line, warning_line};
pub use plain::plain;
pub(crate) use record_values::RecordValues;
pub use style::{Lines, Screen, Style};
pub use table::table;
