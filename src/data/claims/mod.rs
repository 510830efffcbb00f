//! Published claims to hold answers against, and how the answers have come out by kind of claim.

mod accuracy;
mod claim;
mod rows;

pub use accuracy::{Accuracy, AnswersOfKind, ClaimKind, ClaimKindIndex};
pub use claim::{
    Claim, ClaimPeople, ClaimStatistic, Claims, LeftOut, OrderEnd, Published, Tolerance,
};
