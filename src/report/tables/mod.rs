//! The answers of `data` and to `explain TERM`.

mod assumptions;
mod check;
mod claims;
mod credential_words;
mod credentials;
mod difference;
mod export;
mod list;
mod rows;
mod term;

pub use assumptions::{AssumptionsShape, assumptions_document};
pub use check::{ClaimDetail, TableCheck, table_check_document};
pub use claims::claims_document;
pub use credentials::{certifications_document, credential_document};
pub use difference::{TablesDifference, table_difference_document};
pub use export::{ExportShape, export_document};
pub use list::{SourceListShape, TableListShape, source_list_document, table_list_document};
pub use rows::{TableShape, table_document};
pub use term::{TermShape, term_document};
