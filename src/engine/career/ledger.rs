//! What one career earns and pays, by month from now, in dollars of the wages' year.

use super::outlook::{EntryCosts, Outside};
use super::pay::{FieldPay, Rank};
use super::walk::{NEVER, Walk};

/// The months of one career.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    pub(super) income: Vec<f64>,
    /// What would be earned without the career.
    pub(super) without: Vec<f64>,
    pub(super) costs: Vec<f64>,
}

/// What is the same in every career, by month from now.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    /// The dollars shown for a dollar of the wages' year.
    pub(super) prices: Vec<f64>,
    /// What a dollar of that month counts now.
    pub(super) discount: Vec<f64>,
}

/// Twelve months of a ledger.
pub(super) struct Year<'l> {
    pub(super) income: &'l [f64; 12],
    pub(super) without: &'l [f64; 12],
    pub(super) costs: &'l [f64; 12],
}

/// Twelve months of a calendar.
pub(super) struct CalendarYear<'c> {
    pub(super) prices: &'c [f64; 12],
    pub(super) discount: &'c [f64; 12],
}

/// The whole years of a list of months.
fn years(months: &[f64]) -> std::slice::Iter<'_, [f64; 12]> {
    months.as_chunks().0.iter()
}

impl Calendar {
    pub(super) fn years(&self) -> impl Iterator<Item = CalendarYear<'_>> {
        let pairs = years(&self.prices).zip(years(&self.discount));
        pairs.map(|(prices, discount)| CalendarYear { prices, discount })
    }
}

impl Ledger {
    pub(super) fn years(&self) -> impl Iterator<Item = Year<'_>> {
        let pairs = years(&self.income).zip(years(&self.without)).zip(years(&self.costs));
        pairs.map(|((income, without), costs)| Year { income, without, costs })
    }

    pub(super) fn new(months: u32) -> Self {
        let empty = || vec![0.0; months as usize];
        Self { income: empty(), without: empty(), costs: empty() }
    }

    /// Fills in what would be earned without the career: for who works in the field the present job,
    /// as long as the career stays in the field.
    pub(super) fn forgo(
        &mut self,
        walk: &Walk,
        outside: &Outside,
        same_job: Option<&FieldPay>,
        rank: Rank,
    ) {
        outside.fill(rank.0, &mut self.without);
        if let Some(job) = same_job {
            job.keep(walk, rank, &mut self.without);
        }
    }

    /// Fills in what is earned: the pay without the career, but in the field and while studying
    /// full-time.
    pub(super) fn earn(&mut self, walk: &Walk, field: &FieldPay, rank: Rank, studies: bool) {
        self.income.copy_from_slice(&self.without);
        if studies {
            let over = if walk.exam == NEVER { walk.training_over } else { walk.exam };
            let over = self.income.len().min(over as usize);
            self.income[..over].fill(0.0);
        }
        field.earn(walk, rank, &mut self.income);
    }

    /// Fills in what is paid.
    pub(super) fn spend(&mut self, walk: &Walk, field: &FieldPay, costs: &EntryCosts) {
        self.costs.fill(0.0);
        let mut pay = |month: u32, amount: f64| {
            if let Some(cost) = self.costs.get_mut(month as usize) {
                *cost += amount;
            }
        };
        pay(0, costs.tuition + costs.books);
        pay(walk.exam, costs.exam);
        let mut member = walk.certified;
        field.for_each_added(walk, |month| {
            pay(month, costs.exam);
            member = member.min(month);
        });
        if costs.membership > 0.0 {
            // Who finds no job lets it lapse when the search is over.
            let until = if walk.entered() == NEVER { walk.search_over } else { walk.left };
            let until = self.costs.len().min(until as usize);
            for month in (member as usize..until).step_by(12) {
                self.costs[month] += costs.membership;
            }
        }
    }

    /// What the whole career brings beyond the pay without it, each dollar discounted to now.
    pub(super) fn present_value(&self, calendar: &Calendar) -> f64 {
        let months = self.income.iter().zip(&self.costs);
        let references = self.without.iter().zip(&calendar.discount);
        months.zip(references).fold(0.0, |sum, ((income, cost), (without, worth))| {
            sum + (income - without - cost) * worth
        })
    }
}
