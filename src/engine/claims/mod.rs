//! Published claims compared with what the model says for the same people.
//!
//! - An amount is compared with the nearest end of what was published, as a share of it.
//! - A ratio of two people, or of two figures of one, is compared in the same way.
//! - Of an order of places it counts which of those named are among as many at that end by the model.
//! - What graduates of training earn, in the field or not, is compared with the table of programs: the
//!   order of the states by their rank correlation, the amounts by their bias alone.
//! - A posted pay agrees when its middle lies between the 10th and the 90th percentile of the model.
//! - People of several places are averaged by how many hold such a job in each.
//! - All certified members of the survey stand to all members as their published averages do.
//!
//! The bias of a kind of claims is the median over those that give an amount or a ratio: the model
//! over the middle of what was published, less one.

mod checked;
mod checking;
mod correlation;
mod graduates;
mod kinds;
mod known_bias;

pub use checked::{Agreement, CheckedClaim, ClaimOutcome, GraduatePay, ModelSays};
pub use checking::check_claims;
pub use kinds::{CheckedKind, check_accuracy, check_kinds};
pub use known_bias::KnownBias;
pub(super) use known_bias::{known_biases, known_career_biases};
