//! The answers to `estimate` and `explain`.

mod contract;
mod details;
mod document;
mod explanation;
mod grade;
pub(super) mod json;
mod steps;

pub(super) use contract::{in_short, work_keys};
pub use explanation::Explanation;
pub(super) use grade::over;
