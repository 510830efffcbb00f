//! The answer to `verdict`.

mod document;
pub(super) mod json;
mod words;

pub use document::{verdict_document, verdicts_document};
pub use json::{VerdictShape, VerdictsShape};
