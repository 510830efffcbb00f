//! The answers of `data` and to `explain TERM`.

mod assumptions;
mod check;
mod claim_kinds;
mod claims;
mod credential_words;
mod credentials;
mod difference;
mod export;
mod graduates;
mod list;
mod rows;
mod term;

pub use assumptions::AssumptionList;
pub use check::{ClaimDetail, TableCheck};
pub(crate) use difference::TablesDifference;
pub(crate) use export::Export;
pub use list::{SourceList, TableList};
pub(crate) use rows::{PageContent, TablePage};
pub(crate) use term::TermMeaning;
