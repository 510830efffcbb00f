//! The way of a career through its stages: odds, durations, and the random numbers that decide them.

mod coins;
mod draws;
mod durations;
mod milestone;
mod sobol;
mod walker;

pub(super) use coins::{Coins, first_attempts, first_credential};
pub(in crate::engine) use coins::{attempts_of, further_exam};
pub(super) use draws::Scores;
pub(in crate::engine) use draws::Walks;
pub(super) use durations::{Durations, training};
pub use milestone::Milestone;
pub(super) use sobol::{Dimension, Sobol};
pub(super) use walker::{NEVER, Walk, Walker};
