//! Answers to one neutral document, and the versioned JSON shapes.
//!
//! ```text
//!  Estimate, Comparison, Ranking, Timeline
//!     ├─▶ Document (prose, tables, lists of Text and Figure)  ──▶ render: table, plain, markdown
//!     └─▶ Shape, told to a Sink (docs/FORMATS.md)             ──▶ render: json, jsonl, csv, fields
//! ```
//!
//! A number stays a [`Figure`] until `render` rounds it, so no two formats can disagree.

mod claim_check;
mod comparison;
mod comparison_shape;
mod contract;
mod credential_words;
mod credentials;
mod document;
mod estimate;
mod explanation;
mod figure;
mod local_notes;
mod person;
mod ranking;
mod ranking_notes;
mod ranking_shape;
mod reasons;
mod shapes;
mod sink;
mod source_note;
mod stated;
mod step_words;
mod table_assumptions;
mod table_check;
mod table_difference;
mod table_export;
mod table_list;
mod table_rows;
mod term;
mod text;
mod timeline;
mod timeline_basis;
mod timeline_comparison;
mod timeline_comparison_shape;
mod timeline_shape;
mod timeline_words;
mod verdict;
mod verdict_shape;
mod verdict_words;

pub use claim_check::claims_document;
pub use comparison::comparison_document;
pub use comparison_shape::ComparisonShape;
pub use credentials::{certifications_document, credential_document};
pub use document::{Band, Block, Cell, Column, Document, Row};
pub use estimate::estimate_document;
pub use explanation::explanation_document;
pub use figure::Figure;
pub use ranking::ranking_document;
pub use ranking_shape::RankingShape;
pub use shapes::{EstimateShape, ExplanationShape, RecordShape, TermShape};
pub use sink::{Shape, Sink, tell_amounts};
pub use table_assumptions::{AssumptionsShape, assumptions_document};
pub use table_check::{ClaimDetail, TableCheck, table_check_document};
pub use table_difference::{TablesDifference, table_difference_document};
pub use table_export::{ExportShape, export_document};
pub use table_list::{SourceListShape, TableListShape, source_list_document, table_list_document};
pub use table_rows::{TableShape, table_document};
pub use term::term_document;
pub use text::{Span, Text};
pub use timeline::timeline_document;
pub use timeline_comparison::timeline_comparison_document;
pub use timeline_comparison_shape::TimelineComparisonShape;
pub use timeline_shape::TimelineShape;
pub use verdict::{verdict_document, verdicts_document};
pub use verdict_shape::{VerdictShape, VerdictsShape};
