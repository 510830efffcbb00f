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

pub use assumptions::AssumptionList;
pub use check::{ClaimDetail, TableCheck};
pub use difference::TablesDifference;
pub use export::Export;
pub use list::{SourceList, TableList};
pub use rows::{PageContent, TablePage};
pub use term::TermMeaning;
