//! The answer to `rank`.

mod document;
mod json;
mod notes;

pub use document::ranking_document;
pub use json::RankingShape;
