//! A scale of a picture: which points have a line and where an amount is on it.

/// A range of amounts on a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale between round amounts that has room for all of these, drawn from one place to another;
    /// the places may fall.
    pub(super) fn new(amounts: impl IntoIterator<Item = f64>, [from, to]: [f64; 2]) -> Self {
        let (least, most) = amounts
            .into_iter()
            .fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)));
        let (least, most) = if least > most { (0.0, 1.0) } else { (least, most) };
        let step = round_step((most - least).max(1.0) / 4.0);
        let low = (least / step).floor() * step;
        let high = ((most / step).ceil() * step).max(low + step);
        Self { low, high, step, from, to }
    }

    /// Where an amount is.
    pub(super) fn at(&self, amount: f64) -> f64 {
        self.from + (amount - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// The amounts that have a line.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { low, high, step, .. } = *self;
        (0_u32..)
            .map(move |i| low + f64::from(i) * step)
            .take_while(move |at| *at <= high + step / 2.0)
    }
}

/// The next of 1, 2, 5, 10, 20 … that is at least so much.
fn round_step(least: f64) -> f64 {
    let powers = std::iter::successors(Some(1.0), |power: &f64| Some(power * 10.0));
    let power = powers.take_while(|power| *power <= least).last().unwrap_or(0.1);
    let parts = [1.0, 2.0, 5.0, 10.0].map(|part| part * power);
    parts.into_iter().find(|step| *step >= least * 0.999).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_room_for_all_and_round_lines() {
        let scale = Scale::new([31_000.0, 88_500.0], [0.0, 100.0]);
        assert_eq!(
            scale.ticks().collect::<Vec<_>>(),
            [20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0]
        );
        assert!((scale.at(60_000.0) - 50.0).abs() < 1e-9);
        let none = Scale::new([], [10.0, 0.0]);
        assert!(none.at(0.0).is_finite() && none.ticks().count() < 10);
        let one = Scale::new([5.0, 5.0], [0.0, 10.0]);
        assert!((0.0..=10.0).contains(&one.at(5.0)));
    }
}
