//! Reads drafts from texts: a file of one profile, or of several. Opens no file.

mod csv_rows;
mod file;
mod list;
mod profile_text;
mod row;

pub use profile_text::ProfileText;
pub(super) use row::{NamedDraft, ProfileList};
