//! The values at some ranks of many, found by counting how many there are of each size: only those near
//! a rank are put in order.

use super::walk::NEVER;

/// Of fewer values no counts are kept.
const FEW: usize = 512;

/// How many sizes are counted apart.
const SIZES: usize = 1_024;

#[expect(clippy::cast_precision_loss, reason = "at most a million careers")]
pub(super) const fn count(number: usize) -> f64 {
    number as f64
}

/// The amounts at the nearest ranks of rising shares, of which none is not a number; they lose their
/// order.
pub(super) fn amounts_at<const N: usize>(amounts: &mut [f32], shares: [f64; N]) -> [f32; N] {
    let order = f32::total_cmp;
    let (low, high) = amounts.iter().fold((f32::MAX, f32::MIN), |(low, high), &amount| {
        (if amount < low { amount } else { low }, if amount > high { amount } else { high })
    });
    #[expect(clippy::cast_precision_loss, reason = "there are few sizes")]
    let scale = (SIZES - 1) as f32 / (high - low);
    if amounts.len() < FEW || !scale.is_finite() {
        return ordered(amounts, shares, order);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not below 0, and what is rounded up is the largest size"
    )]
    let size = |amount: f32| (((amount - low) * scale) as usize).min(SIZES);
    let mut counts = [0_u32; SIZES + 1];
    for &amount in &*amounts {
        counts[size(amount)] += 1;
    }
    let total = amounts.len();
    // By rank: its size, and the number of smaller ones.
    let (mut at, mut below) = (0, 0);
    let places = shares.map(|share| {
        let rank = nearest_rank(share, total);
        while below + counts[at] as usize <= rank {
            below += counts[at] as usize;
            at += 1;
        }
        (rank - below, at)
    });
    let mut near: [Vec<f32>; N] = std::array::from_fn(|_| Vec::new());
    let mut of_size = [u8::MAX; SIZES + 1];
    for (nth, (_, at)) in (0..).zip(places) {
        if of_size[at] == u8::MAX {
            of_size[at] = nth;
        }
    }
    for &amount in &*amounts {
        if let Some(near) = near.get_mut(usize::from(of_size[size(amount)])) {
            near.push(amount);
        }
    }
    places.map(|(rank, at)| {
        let near = &mut near[usize::from(of_size[at])];
        *near.select_nth_unstable_by(rank, order).1
    })
}

/// The months at the nearest ranks of rising shares, those that never come above all others; they lose
/// their order.
pub(super) fn months_at<const N: usize>(months: &mut [u32], shares: [f64; N]) -> [u32; N] {
    if months.len() < FEW || months.iter().any(|&month| month != NEVER && to_size(month) >= SIZES) {
        return ordered(months, shares, u32::cmp);
    }
    let mut counts = [0_u32; SIZES];
    for &month in &*months {
        if let Some(count) = counts.get_mut(to_size(month)) {
            *count += 1;
        }
    }
    let (mut month, mut below) = (0, 0);
    shares.map(|share| {
        let rank = nearest_rank(share, months.len());
        while let Some(&count) = counts.get(to_size(month)) {
            if below + count as usize > rank {
                return month;
            }
            below += count as usize;
            month += 1;
        }
        NEVER
    })
}

const fn to_size(month: u32) -> usize {
    month as usize
}

/// The values at the nearest ranks of rising shares, each found among those above the one before.
fn ordered<T: Copy, const N: usize>(
    values: &mut [T],
    shares: [f64; N],
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> [T; N] {
    let total = values.len();
    let mut from = 0;
    shares.map(|share| {
        let rank = nearest_rank(share, total);
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
fn nearest_rank(share: f64, total: usize) -> usize {
    (libm::ceil(share * count(total)) as usize).clamp(1, total) - 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

    proptest! {
        #[test]
        fn counted_ranks_are_those_of_an_ordered_list(
            amounts in prop::collection::vec(
                prop_oneof![Just(0.0_f32), Just(-0.0_f32), -1e6_f32..1e6, 3e4_f32..3.1e4], 513..2_000,
            ),
        ) {
            let mut ordered = amounts.clone();
            ordered.sort_by(f32::total_cmp);
            let expected = SHARES.map(|share| ordered[nearest_rank(share, ordered.len())]);
            let found = amounts_at(&mut amounts.clone(), SHARES);
            prop_assert_eq!(found.map(f32::to_bits), expected.map(f32::to_bits));
        }

        #[test]
        fn counted_months_are_those_of_an_ordered_list(
            months in prop::collection::vec(prop_oneof![0_u32..400, Just(NEVER)], 513..2_000),
        ) {
            let mut ordered = months.clone();
            ordered.sort_unstable();
            let expected = SHARES.map(|share| ordered[nearest_rank(share, ordered.len())]);
            prop_assert_eq!(months_at(&mut months.clone(), SHARES), expected);
        }
    }
}
