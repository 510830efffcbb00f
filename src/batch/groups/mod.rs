//! The answers of a stream by group: counts, and what is typical, in constant memory.

mod answer;
mod grouping;
mod sketch;

pub use answer::GroupsAnswer;
pub use grouping::{GroupBy, Groups, Sum};
