//! The JSON contract as a sequence of keys and values, and the parts that answers share.

mod parts;
mod pieces;
mod profile;
mod value;
mod writer;

pub use parts::Explained;
pub(crate) use parts::head;
pub(super) use parts::{
    SCHEMA, answer_sources, each_source, head_without_tables, home_value, known_biases_at,
    my_pay_at, occupation, pay_and_hourly, pay_at, question, rates_at, scale, source_ids,
    source_keys, tool, wages_of,
};
pub(super) use pieces::Piece;
pub use pieces::Pieces;
pub(super) use profile::stated;
pub(crate) use value::{FIRST_YEAR, Value, bare, name};
pub use writer::Json;
