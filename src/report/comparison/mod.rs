//! The answer to `compare`.

mod document;
mod json;

pub use document::comparison_document;
pub use json::ComparisonShape;
