//! Pay that nothing but experience and growth moves: what any months of it come to, at once.

use super::calendar::Calendar;

/// What some months come to, in two measures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::engine::career) struct Amounts {
    /// In dollars as they are shown.
    pub(in crate::engine::career) shown: f64,
    /// In dollars of now, each discounted to now.
    pub(in crate::engine::career) worth: f64,
}

/// What experience and growth multiply a pay by, from the month in which experience begins to count.
///
/// Growth, prices and discount are each so much a year, so that what they come to after a beginning is
/// the same whenever that is, but for what they have come to until then.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct Curve {
    /// By month since the beginning: what experience multiplies pay by.
    experience: Vec<f64>,
    /// By month since the beginning: what a dollar of the beginning is then, in dollars of the wages' year.
    by_month: Vec<f64>,
    /// By month since the beginning: the sum of what a dollar was in each month before.
    before: Vec<Amounts>,
    /// By the month of the beginning: what a dollar of now is then; in dollars of the wages' year too.
    begun: Vec<(f64, Amounts)>,
}

/// Months in which one pay goes on.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine::career) struct Stretch<'c> {
    /// The first month.
    pub(in crate::engine::career) from: u32,
    /// The month after the last.
    pub(in crate::engine::career) until: u32,
    since: u32,
    base: f64,
    base_in: Amounts,
    curve: &'c Curve,
}

impl Curve {
    /// The curve of a pay that grows as another one does, by month from now.
    pub(in crate::engine::career) fn new(
        experience: Vec<f64>,
        growth: &[f64],
        calendar: &Calendar,
    ) -> Self {
        let measures = calendar.prices.iter().zip(&calendar.discount);
        let begun: Vec<(f64, Amounts)> = growth
            .iter()
            .zip(measures)
            .map(|(&grown, (price, discount))| {
                (grown, Amounts { shown: grown * price, worth: grown * discount })
            })
            .collect();
        let by_month =
            experience.iter().zip(growth).map(|(learned, grown)| learned * grown).collect();
        let mut sums = Amounts::default();
        let mut before = vec![sums];
        for (&learned, &(_, grown)) in experience.iter().zip(&begun) {
            sums = sums.plus(grown.times(learned));
            before.push(sums);
        }
        Self { experience, by_month, before, begun }
    }

    /// What experience multiplies pay by in a month since the beginning; in the last one where there are
    /// fewer.
    pub(in crate::engine::career) fn learned(&self, month: u32) -> f64 {
        self.experience.get(month as usize).or(self.experience.last()).copied().unwrap_or(1.0)
    }

    /// A pay a month, before experience and growth, that goes on from one month until another;
    /// experience counts since a month at or before the first.
    #[inline]
    pub(in crate::engine::career) fn stretch(
        &self,
        [from, until]: [u32; 2],
        since: u32,
        pay: f64,
    ) -> Stretch<'_> {
        let (grown, measures) = self.begun[since as usize];
        let base_in = measures.times(pay);
        Stretch { from, until, since, base: pay * grown, base_in, curve: self }
    }
}

impl Stretch<'_> {
    /// What the months of it from one until a later one come to.
    #[inline]
    pub(in crate::engine::career) fn within(&self, from: u32, until: u32) -> Amounts {
        let start = self.curve.before[(from - self.since) as usize];
        let end = self.curve.before[(until - self.since) as usize];
        Amounts {
            shown: self.base_in.shown * (end.shown - start.shown),
            worth: self.base_in.worth * (end.worth - start.worth),
        }
    }

    /// The pay of a month of it, in dollars of the wages' year.
    #[inline]
    pub(in crate::engine::career) fn in_month(&self, month: u32) -> Option<f64> {
        let has = self.from <= month && month < self.until;
        has.then(|| self.base * self.curve.by_month[(month - self.since) as usize])
    }
}

impl Amounts {
    #[inline]
    pub(in crate::engine::career) fn plus(self, other: Self) -> Self {
        Self { shown: self.shown + other.shown, worth: self.worth + other.worth }
    }

    #[inline]
    pub(in crate::engine::career) fn less(self, other: Self) -> Self {
        Self { shown: self.shown - other.shown, worth: self.worth - other.worth }
    }

    #[inline]
    pub(in crate::engine::career) fn times(self, factor: f64) -> Self {
        Self { shown: self.shown * factor, worth: self.worth * factor }
    }
}
