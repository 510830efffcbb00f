//! The way of a career through its stages: odds, durations, and the random numbers that decide them.

mod coins;
mod durations;
mod sobol;
mod walker;

pub(super) use coins::{Coins, first_credential};
pub(super) use durations::training;
pub(super) use sobol::{Dimension, Sobol};
pub(super) use walker::{NEVER, Walk, Walker};
