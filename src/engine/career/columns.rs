//! The outcome of every career, in columns.

use super::after_tax::{Kept, Taxes};
use super::ledger::Ledger;
use super::pay::{Amounts, Calendar};
use super::settings::Settings;
use super::walk::{Milestone, NEVER, Walk, Walks};

/// The outcome of every career.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Columns {
    walks: Walks,
    /// The month by which what was paid and forgone has come back for good, [`NEVER`] where it has not.
    break_even: Vec<u32>,
    /// By year.
    pub(in crate::engine) years: Vec<YearColumns>,
    /// By other causal share: what the whole career brings, in dollars of now.
    pub(super) other_values: Vec<Vec<f32>>,
    detail: Detail,
}

/// A sum of amounts that cancel out may miss zero by so much, in dollars.
const NOTHING: f64 = 1e-6;

/// The years, from 1, after which it is asked what a career has brought, apart from the last.
pub(super) const ASKED: [u32; 2] = [5, 10];

/// How much is kept of every career.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What is reached when, and what it brings.
    Gains,
    /// What it brings, and pay in this year, from 1.
    PayIn(u32),
    /// Pay in every year as well.
    Everything,
}

impl Detail {
    /// Whether the pay of a year is kept.
    fn has_pay(self, year: u32) -> bool {
        match self {
            Self::Gains => false,
            Self::PayIn(asked) => year == asked,
            Self::Everything => true,
        }
    }
}

/// One year of every career, in dollars.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct YearColumns {
    /// Everything that is earned in the year, in the field or not.
    pub(in crate::engine) pay: Vec<f32>,
    /// The pay a year in the field of those who work there in the last month of the year.
    pub(in crate::engine) in_field: Vec<f32>,
    /// What the year would bring without the career.
    pub(in crate::engine) without: Vec<f32>,
    /// What the career has brought since now beyond that, costs taken off.
    pub(in crate::engine) gain: Vec<f32>,
    /// The same, each dollar discounted to now, after the years in which that is asked for.
    pub(in crate::engine) present_value: Vec<f32>,
    /// Whether it is asked for.
    has_value: bool,
}

/// What is the same in every career.
#[derive(Clone, Copy)]
pub(super) struct Terms<'c> {
    pub(super) calendar: &'c Calendar,
    /// What is left of a year, where taxes are taken.
    pub(super) taxes: Option<&'c Taxes>,
}

impl Columns {
    pub(super) fn new(settings: &Settings, walks: Walks, others: usize, detail: Detail) -> Self {
        let careers = settings.careers.get() as usize;
        let column = |is_kept: bool| Vec::with_capacity(if is_kept { careers } else { 0 });
        let horizon = settings.horizon.get();
        let year = |year: u32| {
            let has_pay = detail.has_pay(year);
            let has_value = year == horizon || ASKED.contains(&year);
            YearColumns {
                has_value,
                pay: column(has_pay),
                in_field: column(has_pay),
                without: column(has_pay),
                gain: column(detail == Detail::Everything),
                present_value: column(has_value),
            }
        };
        Self {
            break_even: Vec::with_capacity(careers),
            years: (1..=horizon).map(year).collect(),
            other_values: vec![Vec::with_capacity(careers); others],
            walks,
            detail,
        }
    }

    /// The month in which each career reaches a milestone, [`NEVER`] where it does not.
    pub(in crate::engine) fn months(&self, milestone: Milestone) -> Vec<u32> {
        match milestone {
            Milestone::BreakEven => self.break_even.clone(),
            _ => self.walks.months(milestone),
        }
    }

    /// Adds up one career; what all of it brings, each dollar discounted to now.
    pub(super) fn add(&mut self, walk: &Walk, ledger: &Ledger<'_>, terms: Terms<'_>) -> f32 {
        let entered = walk.entered();
        let follows_gain = !matches!(self.detail, Detail::PayIn(_));
        let (mut gain, mut worth) = (0.0, 0.0);
        let (mut recovered, mut start) = (0, 0);
        for ((number, column), year) in (1..).zip(&mut self.years).zip(ledger.years()) {
            let has_pay = self.detail.has_pay(number);
            let (mut net, mut kept) = (year.net(), Kept::ALL);
            let [mut pay, mut without] = [Amounts::default(); 2];
            if has_pay || terms.taxes.is_some() {
                without = ledger.without(start);
                pay = year.pay(without);
            }
            if let Some(taxes) = terms.taxes {
                kept = taxes.kept(ledger.in_dollars_of_wages(start));
                net = year.net_of(pay, without, kept);
            }
            let before = gain;
            gain += net.shown;
            worth += net.worth;
            let is_below = gain < -NOTHING;
            let may_fall =
                || before < -NOTHING || terms.taxes.is_some() || ledger.may_fall(start, before);
            if follows_gain && is_below {
                recovered = start + 12;
            } else if follows_gain && may_fall() {
                let last = ledger.last_below(start, before, kept, (terms.calendar, NOTHING));
                recovered = last.unwrap_or(recovered);
            }
            if column.has_value {
                column.present_value.push(narrowed(worth));
            }
            if has_pay {
                column.pay.push(narrowed(pay.shown * kept.in_field));
                column.without.push(narrowed(without.shown * kept.without));
                if entered < start + 12 && walk.left >= start + 12 {
                    let part = 12.0 / f64::from(start + 12 - entered.max(start));
                    column.in_field.push(narrowed(year.field.shown * kept.in_field * part));
                }
                if self.detail == Detail::Everything {
                    column.gain.push(narrowed(gain));
                }
            }
            start += 12;
        }
        // Who never falls behind is even from now on, others at the end of a month.
        self.break_even.push(match recovered {
            0 => 0,
            behind if behind < start => behind + 1,
            _ => NEVER,
        });
        narrowed(worth)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "cents do not matter, and half the memory does"
)]
pub(super) const fn narrowed(amount: f64) -> f32 {
    amount as f32
}
