//! A stream of profiles in, a stream of answers out: one record for each, in order, in constant
//! memory.
//!
//! ```text
//!  input ──▶ Source (whole rows, as they arrive) ──▶ Worker, Worker, … ──▶ output, in order
//!    └─ its encoding, layout and columns
//! ```
//!
//! A row is answered as soon as it has arrived: nothing waits for the end of the input. What a row
//! is asked does not depend on the rows around it, so that a stream can be cut anywhere.

mod asked;
mod csv_row;
mod csv_table;
mod error;
mod field_line;
mod groups;
mod input;
mod options;
mod queue;
mod record;
mod stream;
mod summary;
mod worker;

pub use error::BatchError;
pub use groups::{GroupBy, Groups, GroupsAnswer, Sum};
pub use input::ColumnNames;
pub use options::{CsvLayout, Input, Lines, OnError, Options, Output, Question};
pub use stream::run;
pub use summary::Summary;
