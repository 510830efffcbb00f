//! Reads drafts from texts: a file of one profile, or of several. Opens no file.

mod csv_rows;
mod file;
mod list;
mod meaning;
mod profile_text;
mod row;
mod stream_line;

pub use meaning::Meaning;
pub use profile_text::ProfileText;
pub(super) use row::{NamedDraft, ProfileList};
pub use stream_line::{Others, StreamLine};
