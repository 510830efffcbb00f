//! The questions of `ask`: what is asked, and how the answers are taken.

mod dialogue;
mod questions;

pub(super) use dialogue::{Answers, Dialogue, Ended};
pub(super) use questions::draft;
