//! Answers to one neutral document, and the versioned JSON shapes.
//!
//! ```text
//!  Estimate, Comparison, Ranking, Timeline, TakeHomeAnswer
//!     ├─▶ Document (prose, tables, lists of Text and Figure)  ──▶ render: table, plain, markdown
//!     └─▶ Json: the compact text (docs/FORMATS.md)            ──▶ render: json, jsonl, csv, fields
//! ```
//!
//! A number stays a [`Figure`] until `document::number` rounds it, so no two formats can disagree.

mod answer;
mod comparison;
mod document;
mod error;
mod estimate;
mod json;
mod page;
mod plan;
mod programs;
mod ranking;
mod replay;
mod stream;
mod tables;
mod take_home;
mod timeline;
mod verdict;
mod words;

pub use answer::{Report, WriteJson};
pub(crate) use document::number;
pub use document::{
    Band, Block, Cell, Column, Document, Drawing, Figure, Gauge, Ink, Row, Set, Shape, Span, Text,
};
pub use error::ErrorProblem;
pub(crate) use error::{ErrorAnswer, write_problems};
pub use estimate::Explanation;
pub use json::{Explained, Json, Pieces};
pub(crate) use json::{FIRST_YEAR, SCHEMA, Value, bare, head, name, question_hash};
pub(crate) use page::Page;
pub(crate) use replay::Replay;
pub(crate) use stream::write_kept;
pub use stream::{Kept, KeptValue, Record, RecordAnswer};
pub use tables::{AssumptionList, ClaimDetail, SourceList, TableCheck, TableList};
pub(crate) use tables::{Export, PageContent, TablePage, TablesDifference, TermMeaning};
pub use take_home::TakeHomeExplanation;

/// The JSON Schema of every JSON answer, and of a profile in a stream: the contract of schema 1.
///
/// The key tables of `docs/FORMATS.md` are made from it.
pub const JSON_SCHEMA: &str = include_str!("schema.json");
