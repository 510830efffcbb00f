//! Answers to one neutral document, and the versioned JSON shapes.
//!
//! ```text
//!  Estimate, Comparison, Ranking, Timeline
//!     ├─▶ Document (prose, tables, lists of Text and Figure)  ──▶ render: table, plain, markdown
//!     └─▶ Json: the compact text (docs/FORMATS.md)            ──▶ render: json, jsonl, csv, fields
//! ```
//!
//! A number stays a [`Figure`] until `document::number` rounds it, so no two formats can disagree.

mod comparison;
mod document;
mod estimate;
mod json;
mod ranking;
mod schema;
mod stream;
mod tables;
mod timeline;
mod verdict;
mod words;

pub use comparison::{ComparisonShape, comparison_document};
pub(crate) use document::number;
pub use document::{Band, Block, Cell, Column, Document, Figure, Row, Span, Text};
pub use estimate::{EstimateShape, ExplanationShape, estimate_document, explanation_document};
pub use json::{Explained, Json, WriteJson};
pub use ranking::{RankingShape, ranking_document};
pub use schema::JSON_SCHEMA;
pub use stream::{RecordAnswer, RecordShape};
pub use tables::{
    AssumptionsShape, ClaimDetail, ExportShape, SourceListShape, TableCheck, TableListShape,
    TableShape, TablesDifference, TermShape, assumptions_document, certifications_document,
    claims_document, credential_document, export_document, source_list_document,
    table_check_document, table_difference_document, table_document, table_list_document,
    term_document,
};
pub use timeline::{
    TimelineComparisonShape, TimelineShape, timeline_comparison_document, timeline_document,
};
pub use verdict::{VerdictShape, VerdictsShape, verdict_document, verdicts_document};
