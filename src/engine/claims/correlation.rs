/// How far two lists of numbers are in the same order: from -1, the opposite one, to 1, the same;
/// Spearman's rank correlation. None where one of them has no order.
pub(super) fn rank_correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (left, right) = (ranks(&left), ranks(&right));
    let covariance = covariance(&left, &right);
    let spread = (self::covariance(&left, &left) * self::covariance(&right, &right)).sqrt();
    (spread > 0.0).then(|| covariance / spread)
}

/// The rank of each number, less the mean rank; equal ones share the mean of theirs.
fn ranks(numbers: &[f64]) -> Vec<f64> {
    let before = |number: &f64| {
        let sides = numbers.iter().map(|other| match other.total_cmp(number) {
            std::cmp::Ordering::Less => 1.0,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Greater => -1.0,
        });
        sides.sum::<f64>() / 2.0
    };
    numbers.iter().map(before).collect()
}

fn covariance(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_correlation_is_that_of_the_ranks_and_equal_numbers_share_theirs() {
        let of =
            |pairs: &[(f64, f64)]| rank_correlation(pairs).map(|rho| (rho * 1e6).round() / 1e6);
        assert_eq!(of(&[(1.0, 10.0), (2.0, 400.0), (3.0, 401.0)]), Some(1.0));
        assert_eq!(of(&[(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)]), Some(-1.0));
        // By hand: ranks 1 2 3 4 and 2 1 4 3, so 1 - 6 * 4 / (4 * 15) = 0.6.
        assert_eq!(of(&[(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.0)]), Some(0.6));
        // Ranks 1.5 1.5 3 and 1 2 3: 1.5 over the square root of 1.5 * 2.
        assert_eq!(of(&[(5.0, 1.0), (5.0, 2.0), (6.0, 3.0)]), Some(0.866_025));
        assert_eq!(of(&[(5.0, 1.0), (5.0, 2.0)]), None);
    }
}
