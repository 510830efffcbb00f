//! A step as it is answered.

use super::price::Price;
use super::step_to::StepTo;
use super::ties::PairedDifference;
use crate::data::{Credential, LevelIndex, SourceIndex};
use crate::quantity::{Dollars, Pay, Share};

/// A step with what it takes and brings.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    /// The change.
    pub step: StepTo,
    /// The specialty or role that a credential leads to, where one counts on getting there.
    pub leads_to: Option<LevelIndex>,
    /// What it costs who gets there.
    pub cost: Price,
    /// The months until it takes effect, for half of those who get there.
    pub months: Option<u32>,
    /// The share of those who try who get there within five years, if they stay in the field; none where
    /// no figure says how many do, and the gain is that of who does.
    pub odds: Option<Share>,
    /// The share who pass its exam at the first attempt, and at the first or the second.
    pub exam: Option<[Share; 2]>,
    /// The pay a year then at the rank of the present pay, of now: the years until then are left out.
    pub my_pay: Dollars,
    /// What is left of it after taxes, where that is asked for and known.
    pub take_home: Option<Dollars>,
    /// The pay of people like the person who are there, at the rates that it is paid at.
    pub pay: Pay,
    /// The published pay of holders, the newest, where the step is a credential.
    pub holders: Option<Dollars>,
    /// What it gains over five and ten years beyond changing nothing.
    pub gain: [PairedDifference; 2],
    /// The month by which its cost is back for good for who gets there in the median time.
    pub pays_back: Option<u32>,
    /// From 1; steps without a real difference share a rank.
    pub rank: usize,
    /// Whether the pay at the place has a large sampling error.
    pub is_thin: bool,
    /// Whether a figure of the specialty that it leads to is over ten years old.
    pub is_old: bool,
    /// Where its figures come from.
    pub sources: Vec<SourceIndex>,
}

/// A step with what it brings in every career.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) step: PlanStep,
    pub(super) gains: [Vec<f32>; 2],
}

/// A part as a share.
pub(super) fn share(part: f64) -> Share {
    Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
}

/// The newest published pay of who holds a credential.
pub(super) fn holders(credential: &Credential) -> Option<Dollars> {
    let pay = credential.pay.as_ref().ok()?;
    pay.iter().max_by_key(|pay| pay.year).map(|pay| pay.pay)
}
