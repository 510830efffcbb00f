//! Tables as they are shown: their rows, the differences between two versions, warnings and
//! assumptions.

mod assumptions;
mod difference;
mod table_view;
mod warnings;

pub use assumptions::{Assumption, assumptions};
pub(crate) use difference::{TableDifference, differences};
pub use table_view::{TableView, ViewCell, ViewList};
pub(crate) use warnings::warnings;
pub use warnings::{SourceUse, Warning, source_uses, views};
