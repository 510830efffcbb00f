//! The outcome of every career, in columns.

use super::ledger::{Calendar, Ledger, Year};
use super::outcome::count;
use super::settings::Settings;
use super::walk::{NEVER, Walk};
use crate::quantity::named;

named! {
    /// Something that a career reaches, or does not.
    pub enum Milestone {
        /// The program is finished.
        Trained = "trained",
        /// The exam is passed.
        Certified = "certified",
        /// An adjacent job begins.
        AdjacentJob = "adjacent_job",
        /// The first coding job begins.
        FirstJob = "first_job",
        /// Work goes on from home.
        Remote = "remote",
        /// Work is in a specialty.
        Specialist = "specialist",
        /// Work is in the role after it.
        Pivot = "pivot",
        /// The field is left.
        Left = "left",
        /// What was paid and forgone has come back for good.
        BreakEven = "break_even",
    }
}

/// The outcome of every career.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Columns {
    /// By milestone: the month from now in each career, [`NEVER`] where it is not reached.
    pub(in crate::engine) months: [Vec<u32>; Milestone::ALL.len()],
    /// The first month in the field, in coding or in an adjacent job.
    pub(in crate::engine) entered: Vec<u32>,
    /// By year.
    pub(in crate::engine) years: Vec<YearColumns>,
    /// What is paid and forgone until the first month in the field, or in vain.
    pub(in crate::engine) entry_costs: Vec<f32>,
    /// By other causal share: what the whole career brings, in dollars of now.
    pub(super) other_values: Vec<Vec<f32>>,
}

/// A sum of amounts that cancel out may miss zero by so much, in dollars.
const NOTHING: f64 = 1e-6;

/// How much is kept of every career.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What is reached when, and what it brings.
    Gains,
    /// Pay as well.
    Everything,
}

/// One year of every career, in dollars.
#[derive(Clone, Debug)]
pub(in crate::engine) struct YearColumns {
    detail: Detail,
    /// Everything that is earned in the year, in the field or not.
    pub(in crate::engine) pay: Vec<f32>,
    /// The pay a year in the field of those who work there in the last month of the year.
    pub(in crate::engine) in_field: Vec<f32>,
    /// What the year would bring without the career.
    pub(in crate::engine) without: Vec<f32>,
    /// What the career has brought since now beyond that, costs taken off.
    pub(in crate::engine) gain: Vec<f32>,
    /// The same, each dollar discounted to now.
    pub(in crate::engine) present_value: Vec<f32>,
}

impl Columns {
    pub(super) fn new(settings: &Settings, others: usize, detail: Detail) -> Self {
        let careers = settings.careers.get() as usize;
        Self {
            months: std::array::from_fn(|_| Vec::with_capacity(careers)),
            entered: Vec::with_capacity(careers),
            years: (0..settings.horizon.get()).map(|_| YearColumns::new(careers, detail)).collect(),
            entry_costs: Vec::with_capacity(careers),
            other_values: vec![Vec::with_capacity(careers); others],
        }
    }

    /// Adds up one career; what all of it brings, each dollar discounted to now.
    pub(super) fn add(&mut self, walk: &Walk, ledger: &Ledger, calendar: &Calendar) -> f32 {
        let entered = walk.entered();
        let (mut gain, mut present_value, mut entry_cost) = (0.0, 0.0, 0.0);
        let (mut recovered, mut start) = (0, 0);
        let months = ledger.years().zip(calendar.years());
        for (year, (ledger, calendar)) in self.years.iter_mut().zip(months) {
            let net: [f64; 12] =
                std::array::from_fn(|at| ledger.income[at] - ledger.without[at] - ledger.costs[at]);
            if (start..start + 12).contains(&entered) {
                let before = (entered - start) as usize;
                entry_cost = net[..before].iter().fold(-gain, |cost, net| cost - net);
            }
            let priced: [f64; 12] = std::array::from_fn(|at| net[at] * calendar.prices[at]);
            let worth: [f64; 12] = std::array::from_fn(|at| net[at] * calendar.discount[at]);
            present_value = worth.iter().fold(present_value, |sum, worth| sum + worth);
            for (month, priced) in (start + 1..).zip(priced) {
                gain += priced;
                if gain < -NOTHING {
                    recovered = month;
                }
            }
            year.add(&ledger, calendar.prices, walk.in_field(start), gain, present_value);
            start += 12;
        }
        self.entry_costs.push(narrowed(if entered < start { entry_cost } else { -gain }));
        self.entered.push(entered);
        // Who never falls behind is even from now on, others at the end of a month.
        let break_even = match recovered {
            0 => 0,
            behind if behind < start => behind + 1,
            _ => NEVER,
        };
        let reached = [
            walk.trained,
            walk.certified,
            walk.adjacent,
            walk.coding,
            walk.remote,
            walk.specialist,
            walk.role,
            walk.left,
            break_even,
        ];
        for (months, reached) in self.months.iter_mut().zip(reached) {
            months.push(reached);
        }
        narrowed(present_value)
    }
}

impl YearColumns {
    fn new(careers: usize, detail: Detail) -> Self {
        let column = || Vec::with_capacity(careers);
        let pay = || if detail == Detail::Everything { column() } else { Vec::new() };
        Self {
            detail,
            pay: pay(),
            in_field: pay(),
            without: pay(),
            gain: pay(),
            present_value: column(),
        }
    }

    /// Adds a year of a career, of which the months in the field are given.
    fn add(
        &mut self,
        ledger: &Year<'_>,
        prices: &[f64; 12],
        in_field: std::ops::Range<usize>,
        gain: f64,
        present_value: f64,
    ) {
        self.present_value.push(narrowed(present_value));
        if self.detail == Detail::Gains {
            return;
        }
        let total = |pay: &[f64; 12]| pay.iter().zip(prices).fold(0.0, |sum, (a, b)| sum + a * b);
        let pay = total(ledger.income);
        self.pay.push(narrowed(pay));
        self.without.push(narrowed(total(ledger.without)));
        self.gain.push(narrowed(gain));
        if in_field.end == 12 && !in_field.is_empty() {
            let months = 12 - in_field.start;
            let earned = if months == 12 {
                pay
            } else {
                let paid = ledger.income[in_field.clone()].iter().zip(&prices[in_field]);
                paid.fold(0.0, |sum, (a, b)| sum + a * b) * 12.0 / count(months)
            };
            self.in_field.push(narrowed(earned));
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "cents do not matter, and half the memory does"
)]
pub(super) const fn narrowed(amount: f64) -> f32 {
    amount as f32
}
