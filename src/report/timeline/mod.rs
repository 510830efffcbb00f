//! The answers to `timeline` and to `compare` of careers.

mod basis;
mod comparison;
mod comparison_json;
mod document;
pub(super) mod json;
mod words;

pub(super) use basis::level_words;
pub use comparison::timeline_comparison_document;
pub use comparison_json::TimelineComparisonShape;
pub use document::timeline_document;
pub use json::TimelineShape;
