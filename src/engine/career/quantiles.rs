//! The 10th, 50th and 90th percentile of simulated outcomes.

use super::stage_durations::NEVER;

/// Three percentiles and the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome<T> {
    /// One in ten is below.
    pub p10: T,
    /// Half are below.
    pub p50: T,
    /// Nine in ten are below.
    pub p90: T,
    /// The arithmetic mean.
    pub mean: T,
}

impl<T> Outcome<T> {
    /// The same with every number changed by a rule.
    pub(super) fn map<U>(self, rule: impl Fn(T) -> U) -> Outcome<U> {
        Outcome {
            p10: rule(self.p10),
            p50: rule(self.p50),
            p90: rule(self.p90),
            mean: rule(self.mean),
        }
    }
}

const PERCENTILES: [f64; 3] = [0.1, 0.5, 0.9];

/// The percentiles and the mean of amounts, which lose their order; nothing of none.
pub(in crate::engine) fn of_amounts(amounts: &mut [f32]) -> Option<Outcome<f64>> {
    if amounts.is_empty() {
        return None;
    }
    let mean = amounts.iter().copied().map(f64::from).sum::<f64>() / count(amounts.len());
    let [p10, p50, p90] = ranked(amounts, f32::total_cmp).map(f64::from);
    Some(Outcome { p10, p50, p90, mean })
}

/// The percentiles of months, those never reached above all others, which lose their order.
pub(in crate::engine) fn of_months(months: &mut [u32]) -> [Option<u32>; 3] {
    if months.is_empty() {
        return [None; 3];
    }
    ranked(months, u32::cmp).map(|month| (month != NEVER).then_some(month))
}

/// The share of careers that reach something at most so many months from now.
pub(in crate::engine) fn share_by(months: &[u32], at_most: u32) -> f64 {
    count(months.iter().filter(|&&month| month <= at_most).count()) / count(months.len().max(1))
}

/// The values at the nearest ranks, each found among those above the one before.
fn ranked<T: Copy>(values: &mut [T], order: impl Fn(&T, &T) -> std::cmp::Ordering) -> [T; 3] {
    let total = values.len();
    let mut from = 0;
    PERCENTILES.map(|percentile| {
        let rank = nearest_rank(percentile, total);
        let (_, value, _) = values[from..].select_nth_unstable_by(rank - from, &order);
        let value = *value;
        from = rank;
        value
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rank is within its count"
)]
fn nearest_rank(percentile: f64, total: usize) -> usize {
    (libm::ceil(percentile * count(total)) as usize).clamp(1, total) - 1
}

#[expect(clippy::cast_precision_loss, reason = "at most a million careers")]
const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_the_nearest_ranks() {
        let mut amounts: Vec<f32> = (1_u16..=10).rev().map(f32::from).collect();
        let found = of_amounts(&mut amounts).unwrap();
        let expected = Outcome { p10: 1.0, p50: 5.0, p90: 9.0, mean: 5.5 };
        assert_eq!(found, expected);
        assert_eq!(of_amounts(&mut []), None);
    }

    #[test]
    fn a_percentile_among_those_who_never_arrive_is_none() {
        let mut months = [NEVER, 12, NEVER, 6, 30];
        assert_eq!(of_months(&mut months), [Some(6), Some(30), None]);
        assert!((share_by(&months, 12) - 0.4).abs() < 1e-12);
    }
}
