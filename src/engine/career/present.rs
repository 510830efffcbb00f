//! The rank of someone who works in the field and states a pay.

use super::pay::{FieldPay, Rank};
use crate::engine::my_pay::nearest_rank;
use crate::profile::Profile;
use crate::quantity::{Share, normal_cdf};

/// Where a stated pay is among people like the person in the present job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedRank {
    /// The share of them who earn less, 0.01 to 0.99.
    pub below: Share,
    /// The stated pay over that of the rank: 1 but where the rank is the nearest that is modeled.
    pub ratio: f64,
    /// Whether the pay is outside what 1 to 99 of 100 earn.
    pub is_nearest: bool,
}

/// The rank of a person in the field who states a pay, for life.
pub(super) fn stated_rank(profile: &Profile, field: &FieldPay) -> Option<(Rank, StatedRank)> {
    let monthly = profile.work().pay?.get() / 12.0;
    if !profile.works_in_the_field() || monthly <= 0.0 {
        return None;
    }
    let (nearest, is_nearest) = nearest_rank(field.score_of(monthly));
    let ratio = monthly / field.present(nearest);
    let below = Share::new(normal_cdf(nearest)).ok()?;
    Some(((nearest, ratio), StatedRank { below, ratio, is_nearest }))
}
