//! An answer as neutral text: blocks of words, lists and tables.

mod block;
mod digits;
mod drawing;
mod figure;
pub(crate) mod number;
mod pay;
mod text;

pub use block::{Band, Block, Cell, Column, Document, Gauge, Row};
pub(super) use digits::{MOST_DIGITS, write_whole};
pub use drawing::{Drawing, Ink, Set, Shape};
pub use figure::Figure;
pub(super) use number::{prose, push_bare, whole, write_cents};
pub(super) use pay::{pay_cells, pay_columns};
pub use text::{Span, Text};
