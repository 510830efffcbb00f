//! The JSON contract as a sequence of keys and values, and the parts that answers share.

mod parts;
mod profile;
mod sink;

pub use parts::Explained;
pub(super) use parts::{
    SCHEMA, head, head_without_tables, home_value, occupation, pay_at, question, scale,
    source_keys, tool, wages_of,
};
pub(super) use profile::stated;
pub(super) use sink::Keyed;
pub use sink::{Shape, Sink, tell_amounts};
