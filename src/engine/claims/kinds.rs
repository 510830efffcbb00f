use super::checked::{Agreement, CheckedClaim};
use crate::data::{ClaimKind, Tables, Warning};

/// The claims of a kind together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckedKind<'t> {
    /// The kind.
    pub kind: &'t ClaimKind,
    /// How many claims there are.
    pub claims: u32,
    /// How many of them the model agrees with.
    pub agreeing: u32,
    /// How many figures of theirs have a bias.
    pub compared: u32,
    /// The median bias of these.
    pub bias: Option<f64>,
}

/// What the claims of each kind say together, in the order of the table of accuracy.
#[must_use]
pub fn check_kinds<'t>(tables: &'t Tables, checked: &[CheckedClaim<'_>]) -> Vec<CheckedKind<'t>> {
    let of_kind = |kind: &'t ClaimKind| {
        let (mut claims, mut agreeing, mut compared) = (0, 0, 0);
        let mut biases = Vec::new();
        for claim in checked.iter().filter(|c| tables.accuracy.get(c.claim.kind).id == kind.id) {
            claims += 1;
            agreeing += u32::from(claim.agreement() == Agreement::Agrees);
            for bias in claim.outcome.iter().flat_map(|outcome| &outcome.biases) {
                biases.push(*bias);
                compared += 1;
            }
        }
        biases.sort_by(f64::total_cmp);
        CheckedKind { kind, claims, agreeing, compared, bias: median(&biases) }
    };
    tables.accuracy.kinds().map(of_kind).collect()
}

/// A warning for every kind of which the table of accuracy says something else than these claims.
#[must_use]
pub fn check_accuracy(checked: &[CheckedKind<'_>]) -> Vec<Warning> {
    let differs = |checked: &&CheckedKind<'_>| {
        let ClaimKind { claims, agreeing, compared, bias, .. } = *checked.kind;
        let stated = (claims, agreeing, compared, bias.map(in_tenths_of_a_percent));
        let bias = checked.bias.map(in_tenths_of_a_percent);
        stated != (checked.claims, checked.agreeing, checked.compared, bias)
    };
    let warning = |checked: &CheckedKind<'_>| {
        let CheckedKind { kind, claims, agreeing, compared, bias } = checked;
        let bias = bias.map_or_else(|| "none".to_owned(), |bias| format!("{bias:+.3}"));
        let message = format!(
            "these tables give {claims} claims, {agreeing} agreeing, {compared} compared, bias {bias}"
        );
        Warning { table: "accuracy".to_owned(), row: kind.id.clone(), message }
    };
    checked.iter().filter(differs).map(warning).collect()
}

/// A share as the table of accuracy has it.
fn in_tenths_of_a_percent(share: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a bias is between -1 and 5")]
    let rounded = (share * 1000.0).round() as i64;
    rounded
}

/// The one in the middle, or the mean of the two there.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(lower, *upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[0.5]), Some(0.5));
        assert_eq!(median(&[0.0, 1.0, 4.0]), Some(1.0));
        assert_eq!(median(&[0.0, 1.0, 2.0, 4.0]), Some(1.5));
    }
}
