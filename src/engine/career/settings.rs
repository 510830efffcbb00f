use super::premises::Premises;
use crate::data::CareerNumber;
use crate::profile::Profile;
use crate::quantity::{CareerCount, Horizon, Share};

/// How careers are simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// How many careers.
    pub careers: CareerCount,
    /// Random seed of the simulation.
    pub seed: u32,
    /// How many years are followed.
    pub horizon: Horizon,
    /// The part of a published difference that one gains by adding what it is about.
    pub causal_share: Share,
}

impl Settings {
    /// The settings that a profile asks for.
    ///
    /// # Panics
    /// Never: the causal share of a checked table is a share.
    pub(in crate::engine) fn new(premises: Premises<'_>, profile: &Profile) -> Self {
        let plan = profile.plan();
        let assumed = Share::new(premises.number(CareerNumber::CausalShare));
        let assumed = assumed.expect("the causal share of a checked table is a share");
        Self {
            careers: plan.careers.unwrap_or_default(),
            seed: plan.seed.unwrap_or_default(),
            horizon: plan.horizon.unwrap_or_default(),
            causal_share: plan.causal_share.unwrap_or(assumed),
        }
    }
}
