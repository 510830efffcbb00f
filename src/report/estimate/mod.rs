//! The answers to `estimate` and `explain`.

mod contract;
mod document;
mod explanation;
mod grade;
pub(super) mod json;
mod steps;

pub(super) use contract::{in_short, work_keys};
pub use document::estimate_document;
pub use explanation::explanation_document;
pub(super) use grade::over;
pub(super) use json::Detail;
pub use json::{EstimateShape, ExplanationShape};
