//! A stream of profiles in, a stream of answers out: one record for each, in order, in constant
//! memory.
//!
//! ```text
//!  input ──▶ Chunks (whole lines, as they arrive) ──▶ Worker, Worker, … ──▶ output, in order
//! ```
//!
//! A line is answered as soon as it has arrived: nothing waits for the end of the input.

mod chunks;
mod csv_rows;
mod csv_table;
mod options;
mod record;
mod stream;
mod worker;

pub use options::{Input, OnError, Options, Output, Question};
pub use stream::{BatchError, run};
pub use worker::Summary;
