//! What a step costs, and when that is back.

use super::legs::Taken;
use super::situation::PresentJob;
use crate::quantity::Dollars;

/// What a step costs who gets there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// The price of its exam, or of the way into the field; none where no figure says it.
    pub amount: Option<Dollars>,
    /// Whether it is the price of the CPC exam, since its own is not known.
    pub is_stand_in: bool,
}

impl Price {
    pub(super) const fn of(taken: &Taken) -> Self {
        Self { amount: taken.cost, is_stand_in: taken.is_stand_in }
    }
}

/// The months that are looked ahead.
const MONTHS: u32 = 120;

/// The months after which what a step costs is back for good, for who gets through each part in its
/// median time and passes every exam at once; nothing of a step without a price, or of one that does
/// not pay within ten years.
pub(super) fn pays_back(job: &PresentJob<'_>, taken: &Taken) -> Option<u32> {
    taken.cost?;
    let office = job.office_left();
    let months: Vec<u32> = (1..=taken.legs.len()).map(|n| taken.months_of(n, 0, office)).collect();
    let (mut balance, mut behind_until, mut earns) = (0.0, 0, false);
    let mut dues_from = None;
    for month in 0..MONTHS {
        let mut parts = taken.legs.iter().zip(&months);
        for (leg, _) in parts.clone().filter(|(_, from)| **from == month) {
            balance -= leg.fee;
            if leg.fee > 0.0 && dues_from.is_none() {
                dues_from = Some(month);
            }
        }
        if dues_from.is_some_and(|from| (month - from).is_multiple_of(12)) {
            balance -= job.course.costs.membership;
        }
        if let Some((leg, _)) = parts.rfind(|(_, from)| **from <= month) {
            let more = job.at(&leg.pay, month).get() - job.at_present(month).get();
            earns |= more > 0.0;
            balance += more / 12.0;
        }
        if balance < 0.0 {
            behind_until = month + 1;
        }
    }
    if !earns || behind_until >= MONTHS {
        return None;
    }
    let effect = months.last().copied().unwrap_or(0);
    Some(if behind_until == 0 { effect } else { behind_until + 1 })
}
