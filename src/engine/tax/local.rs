//! The tax of a city or county.

use super::federal::{Earnings, above, on_brackets};
use super::state::StateSum;
use crate::data::{LocalKind, LocalTax};

/// A local tax or a credit against it, in dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalPart<'t> {
    /// Its row.
    pub row: &'t LocalTax,
    /// The tax; below 0 of a credit.
    pub amount: f64,
}

/// The local taxes of a place; its credits leave nothing below 0.
pub(super) fn local_parts<'t>(
    rows: &[&'t LocalTax],
    earnings: Earnings,
    state: &StateSum,
) -> Vec<LocalPart<'t>> {
    let mut due = 0.0;
    let mut parts = Vec::new();
    for &row in rows {
        let taxable = state.taxable;
        let amount = match &row.kind {
            LocalKind::RateOfTaxable(rate) => rate * taxable,
            LocalKind::RateOfEarnings(rate) => rate * earnings.gross(),
            LocalKind::Brackets(bands) => on_brackets(bands, taxable),
            LocalKind::Tier(bands) => {
                bands.reached(taxable).map_or(0.0, |band| band.value) * taxable
            }
            LocalKind::Surcharge(rate) => rate * above(state.total(), 0.0),
            LocalKind::Monthly(amount) => amount * 12.0,
            LocalKind::Credit { amount, limit } => {
                if state.base <= *limit {
                    -amount.min(due)
                } else {
                    0.0
                }
            }
            LocalKind::CreditBrackets { bands, limit } => {
                if state.base <= *limit {
                    -on_brackets(bands, taxable).min(due)
                } else {
                    0.0
                }
            }
        };
        due += amount;
        parts.push(LocalPart { row, amount });
    }
    parts
}
