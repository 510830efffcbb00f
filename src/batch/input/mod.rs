//! How a stream is read: its encoding, its layout, its rows, and the columns of its header.

mod cells;
mod chunk;
mod columns;
mod decoded;
mod items;
mod layout;
mod rows;

pub(super) use cells::Dialect;
pub(super) use chunk::{Chunk, Fault, MAX_ROW_BYTES, Row, Source};
pub use columns::ColumnNames;
pub(super) use columns::Columns;
pub(super) use layout::{Opened, open};
pub(super) use rows::Sizes;
