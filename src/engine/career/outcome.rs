//! Percentiles and means of simulated outcomes.

use super::ranks::{amounts_at, count, months_at};
use super::walk::NEVER;

/// Five percentiles and the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome<T> {
    /// One in ten is below.
    pub p10: T,
    /// One in four is below.
    pub p25: T,
    /// Half are below.
    pub p50: T,
    /// Three in four are below.
    pub p75: T,
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
            p25: rule(self.p25),
            p50: rule(self.p50),
            p75: rule(self.p75),
            p90: rule(self.p90),
            mean: rule(self.mean),
        }
    }
}

/// The percentiles and the mean of amounts, which lose their order; nothing of none.
pub(in crate::engine) fn of_amounts(amounts: &mut [f32]) -> Option<Outcome<f64>> {
    if amounts.is_empty() {
        return None;
    }
    let mean = mean(amounts);
    let [p10, p25, p50, p75, p90] = amounts_at(amounts, [0.1, 0.25, 0.5, 0.75, 0.9]).map(f64::from);
    Some(Outcome { p10, p25, p50, p75, p90, mean })
}

/// The mean of amounts, of which there is at least one.
pub(super) fn mean(amounts: &[f32]) -> f64 {
    amounts.iter().copied().map(f64::from).sum::<f64>() / count(amounts.len())
}

/// The 10th, 50th and 90th percentile of months, those never reached above all others, which lose
/// their order.
pub(in crate::engine) fn of_months(months: &mut [u32]) -> [Option<u32>; 3] {
    if months.is_empty() {
        return [None; 3];
    }
    months_at(months, [0.1, 0.5, 0.9]).map(|month| (month != NEVER).then_some(month))
}

/// The share of careers that reach something before a month from now.
pub(in crate::engine) fn share_before(months: &[u32], end: u32) -> f64 {
    count(months.iter().filter(|&&month| month < end).count()) / count(months.len().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_the_nearest_ranks() {
        let mut amounts: Vec<f32> = (1_u16..=10).rev().map(f32::from).collect();
        let found = of_amounts(&mut amounts).unwrap();
        let expected = Outcome { p10: 1.0, p25: 3.0, p50: 5.0, p75: 8.0, p90: 9.0, mean: 5.5 };
        assert_eq!(found, expected);
        assert_eq!(of_amounts(&mut []), None);
    }

    #[test]
    fn a_percentile_among_those_who_never_arrive_is_none() {
        let mut months = [NEVER, 12, NEVER, 6, 30];
        assert_eq!(of_months(&mut months), [Some(6), Some(30), None]);
        assert!((share_before(&months, 13) - 0.4).abs() < 1e-12);
    }
}
