use std::collections::BTreeMap;

/// Numbers as counts by size: exact while they are few, then 128 sizes for each doubling. It is made
/// of whole numbers only, so that it is the same in whatever order and parts the numbers came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sketch {
    /// How many numbers there are of each size.
    counts: BTreeMap<i64, u64>,
    /// How many of the last bits of a size are left out.
    left_out: u32,
    count: u64,
    /// The sum in millionths, the finest that an answer writes.
    sum: i128,
}

impl Sketch {
    /// So many sizes are kept apart exactly.
    const MAX_EXACT: usize = 512;

    /// The bits of a number beyond the seven that make 128 sizes for each doubling.
    const COARSE: u32 = f64::MANTISSA_DIGITS - 1 - 7;

    const MILLIONTHS: f64 = 1e6;

    /// Adds a finite number.
    pub(super) fn add(&mut self, number: f64) {
        self.count += 1;
        #[expect(clippy::cast_possible_truncation, reason = "an answer is far below the limit")]
        let millionths = (number * Self::MILLIONTHS).round() as i128;
        self.sum += millionths;
        *self.counts.entry(self.size(order(number))).or_default() += 1;
        self.coarsen();
    }

    /// Adds the numbers of another.
    pub(super) fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        if other.left_out > self.left_out {
            self.leave_out(other.left_out);
        }
        for (&size, count) in &other.counts {
            *self.counts.entry(self.size(size)).or_default() += count;
        }
        self.coarsen();
    }

    fn coarsen(&mut self) {
        if self.left_out == 0 && self.counts.len() > Self::MAX_EXACT {
            self.leave_out(Self::COARSE);
        }
    }

    fn leave_out(&mut self, bits: u32) {
        self.left_out = bits;
        for (size, count) in std::mem::take(&mut self.counts) {
            *self.counts.entry(self.size(size)).or_default() += count;
        }
    }

    fn size(&self, order: i64) -> i64 {
        order >> self.left_out << self.left_out
    }

    /// How many numbers there are.
    pub(super) const fn count(&self) -> u64 {
        self.count
    }

    /// The mean.
    pub(super) fn mean(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "millionths are beyond what is written")]
        let mean = || self.sum as f64 / Self::MILLIONTHS / self.count as f64;
        (self.count > 0).then(mean)
    }

    /// The number that so many percent are at or below.
    pub(super) fn percentile(&self, percent: u64) -> Option<f64> {
        let rank = (percent * self.count).div_ceil(100).max(1);
        let mut below = 0;
        let mut sizes = self.counts.iter();
        let (&size, _) = sizes.find(|(_, count)| {
            below += **count;
            below >= rank
        })?;
        let middle = if self.left_out == 0 { 0 } else { 1 << (self.left_out - 1) };
        Some(number(size + middle))
    }
}

/// A whole number that orders finite numbers as they are ordered.
fn order(number: f64) -> i64 {
    let bits = (number + 0.0).to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// The number of an order.
fn number(order: i64) -> f64 {
    f64::from_bits((order ^ ((order >> 63).cast_unsigned() >> 1).cast_signed()).cast_unsigned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sketch(numbers: &[f64]) -> Sketch {
        let mut sketch = Sketch::default();
        for &number in numbers {
            sketch.add(number);
        }
        sketch
    }

    #[test]
    fn few_numbers_are_exact() {
        let few = sketch(&[3.0, -1.5, 2.0, 2.0]);
        assert_eq!([10, 50, 90].map(|p| few.percentile(p)), [Some(-1.5), Some(2.0), Some(3.0)]);
        assert_eq!((few.mean(), few.count()), (Some(1.375), 4));
        assert_eq!((Sketch::default().mean(), Sketch::default().percentile(50)), (None, None));
    }

    proptest! {
        #[test]
        fn any_parts_in_any_order_are_the_same(
            numbers in prop::collection::vec(-1e6..1e6_f64, 1..2000),
            cut in any::<prop::sample::Index>(),
        ) {
            let whole = sketch(&numbers);
            let (first, second) = numbers.split_at(cut.index(numbers.len()));
            let mut parts = sketch(second);
            parts.merge(&sketch(first));
            prop_assert_eq!(&parts, &whole);
            let mut sorted = numbers.clone();
            sorted.sort_by(f64::total_cmp);
            let exact = sorted[(50 * sorted.len()).div_ceil(100).max(1) - 1];
            let found = whole.percentile(50).unwrap();
            prop_assert!((found - exact).abs() <= exact.abs() * 0.005, "{found} for {exact}");
        }
    }
}
