//! What the exam of a credential costs.

use crate::data::{CredentialIndex, Payer, Tables};

/// What two attempts at the exam of a credential cost: as published for two, or for one with the second
/// where it is needed; nothing where no price is published.
pub(super) fn two_attempts(
    tables: &Tables,
    index: CredentialIndex,
    (first, either): (f64, f64),
) -> Option<f64> {
    let credential = tables.credentials.get(index);
    if let Some(fee) = credential.fee(2, Payer::NonMember) {
        return Some(fee.amount.get());
    }
    // Of those who pass, so many need the second attempt.
    let again = if either > 0.0 { 1.0 - first / either } else { 0.0 };
    credential.fee(1, Payer::NonMember).map(|fee| fee.amount.get() * (1.0 + again))
}
