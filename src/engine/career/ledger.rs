//! What one career earns and pays: stretches of months in which one pay goes on, and payments, added up
//! by year.

use super::after_tax::Kept;
use super::outlook::{EntryCosts, Outside};
use super::pay::{Amounts, Calendar, FieldPay, Rank, Stretch};
use super::walk::{NEVER, Walk};

/// One career.
#[derive(Clone, Debug)]
pub(super) struct Ledger<'c> {
    months: u32,
    /// What is earned in the field.
    field: Vec<Stretch<'c>>,
    /// The month until which nothing is earned.
    studies: u32,
    /// What would be earned without the career.
    without: Vec<Stretch<'c>>,
    /// What is paid, and in which month.
    costs: Vec<(u32, f64)>,
    years: Vec<Year>,
}

/// What a year of a career comes to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Year {
    /// What is earned in the field.
    pub(super) field: Amounts,
    /// What would be earned in the months in the field or at school.
    given_up: Amounts,
    /// How many months those are.
    given_up_months: u32,
    costs: Amounts,
}

/// The months of a year.
const MONTHS: u32 = 12;

impl Year {
    /// What the career brings beyond the pay without it, costs taken off.
    #[inline]
    pub(super) fn net(&self) -> Amounts {
        self.field.less(self.given_up).less(self.costs)
    }

    /// What is earned, in the field or not, when so much would be earned without the career.
    #[inline]
    pub(super) fn pay(&self, without: Amounts) -> Amounts {
        if self.given_up_months == MONTHS {
            self.field
        } else {
            without.less(self.given_up).plus(self.field)
        }
    }

    /// What the career brings of what is left.
    pub(super) fn net_of(&self, pay: Amounts, without: Amounts, kept: Kept) -> Amounts {
        pay.times(kept.in_field).less(without.times(kept.without)).less(self.costs)
    }
}

impl<'c> Ledger<'c> {
    /// An empty ledger of so many months.
    pub(super) fn new(months: u32) -> Self {
        Self {
            months,
            field: Vec::new(),
            studies: 0,
            without: Vec::new(),
            costs: Vec::new(),
            years: vec![Year::default(); (months / MONTHS) as usize],
        }
    }

    /// Takes down what would be earned without the career: for who works in the field the present job,
    /// as long as the career stays in the field.
    pub(super) fn forgo(
        &mut self,
        walk: &Walk,
        outside: &'c Outside,
        same_job: Option<&'c FieldPay>,
        rank: Rank,
    ) {
        self.without.clear();
        let mut since = 0;
        if let Some(job) = same_job {
            job.keep(walk, rank, self.months, |stretch| {
                since = stretch.until;
                self.without.push(stretch);
            });
        }
        if since < self.months {
            self.without.push(outside.stretch(rank.0, [since, self.months]));
        }
    }

    /// Takes down what is earned: the pay without the career, but in the field and while studying
    /// full-time.
    pub(super) fn earn(&mut self, walk: &Walk, field: &'c FieldPay, rank: Rank, studies: bool) {
        self.studies = match walk.exam {
            _ if !studies => 0,
            NEVER => walk.training_over.min(self.months),
            exam => exam.min(self.months),
        };
        self.field.clear();
        field.earn(walk, rank, self.months, |stretch| self.field.push(stretch));
    }

    /// Takes down what is paid.
    pub(super) fn spend(&mut self, walk: &Walk, field: &FieldPay, costs: &EntryCosts) {
        self.costs.clear();
        let months = self.months;
        let mut pay = |month: u32, amount: f64| {
            if month < months && amount > 0.0 {
                self.costs.push((month, amount));
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
            for month in (member..until.min(months)).step_by(12) {
                pay(month, costs.membership);
            }
        }
    }

    /// Adds up what was taken down, by year.
    pub(super) fn add_up(&mut self, calendar: &Calendar) {
        let Self { years, field, without, costs, studies, .. } = self;
        years.fill(Year::default());
        let mut at_school = 0;
        while at_school < *studies {
            let year = &mut years[(at_school / MONTHS) as usize];
            let until = (at_school / MONTHS * MONTHS + MONTHS).min(*studies);
            year.give_up(without, at_school, until);
            at_school = until;
        }
        for stretch in field {
            let mut from = stretch.from;
            let mut number = from / MONTHS;
            while from < stretch.until {
                let until = (number * MONTHS + MONTHS).min(stretch.until);
                let year = &mut years[number as usize];
                year.field = year.field.plus(stretch.within(from, until));
                year.give_up(without, from, until);
                from = until;
                number += 1;
            }
        }
        for &(month, cost) in &*costs {
            let (at, year) = (month as usize, &mut years[(month / MONTHS) as usize]);
            let worth = Amounts { shown: calendar.prices[at], worth: calendar.discount[at] };
            year.costs = year.costs.plus(worth.times(cost));
        }
    }

    /// The years as they were added up.
    pub(super) fn years(&self) -> &[Year] {
        &self.years
    }

    /// What would be earned in the year that begins in a month, without the career.
    #[inline]
    pub(super) fn without(&self, start: u32) -> Amounts {
        sum(&self.without, start, start + MONTHS)
    }

    /// What the whole career brings beyond the pay without it, in dollars of now.
    pub(super) fn worth(&self, calendar: &Calendar) -> f64 {
        let studies = sum(&self.without, 0, self.studies).worth;
        let brings = |stretch: &Stretch<'_>| {
            let (from, until) = (stretch.from, stretch.until);
            stretch.within(from, until).worth - sum(&self.without, from, until).worth
        };
        let costs =
            self.costs.iter().map(|&(month, cost)| cost * calendar.discount[month as usize]);
        self.field.iter().map(brings).sum::<f64>() - studies - costs.sum::<f64>()
    }

    /// What is earned in the year that begins in a month, with and without the career, in dollars of the
    /// wages' year.
    pub(super) fn in_dollars_of_wages(&self, start: u32) -> [f64; 2] {
        let months = (start..start + MONTHS).map(|month| self.month(month));
        months.fold([0.0; 2], |[income, without], [pay, other]| [income + pay, without + other])
    }

    /// What a month brings, with and without the career.
    fn month(&self, month: u32) -> [f64; 2] {
        let in_month = |stretches: &[Stretch<'_>]| {
            stretches.iter().find_map(|stretch| stretch.in_month(month))
        };
        let without = in_month(&self.without).unwrap_or(0.0);
        let income = match in_month(&self.field) {
            Some(pay) => pay,
            None if month < self.studies => 0.0,
            None => without,
        };
        [income, without]
    }

    /// The month after the last of a year in which what the career has brought falls short by more than a
    /// rounding, when it had brought so much before.
    pub(super) fn last_below(
        &self,
        start: u32,
        before: f64,
        kept: Kept,
        (calendar, rounding): (&Calendar, f64),
    ) -> Option<u32> {
        let mut gain = before;
        let mut last = None;
        for month in start..start + MONTHS {
            let [income, without] = self.month(month);
            let paid = self.costs.iter().filter(|(at, _)| *at == month);
            let costs: f64 = paid.map(|(_, cost)| cost).sum();
            let net = income * kept.in_field - without * kept.without - costs;
            gain += net * calendar.prices[month as usize];
            if gain < -rounding {
                last = Some(month + 1);
            }
        }
        last
    }

    /// Whether what the career has brought, so much before a year, may fall below nothing within it.
    pub(super) fn may_fall(&self, start: u32, before: f64) -> bool {
        let year = &self.years[(start / MONTHS) as usize];
        let costs = year.costs.shown;
        before < costs || (before < costs + year.given_up.shown && self.is_behind(start))
    }

    /// Whether some month of a year may bring less than the pay without the career. Pay that moves with
    /// experience and growth is ahead in every month of a stretch where it is in the outermost.
    fn is_behind(&self, start: u32) -> bool {
        const ROUNDING: f64 = 1e-9;
        let is_behind = |month: u32| {
            let [income, without] = self.month(month);
            income < without - ROUNDING
        };
        start < self.studies
            || self.field.iter().any(|stretch| {
                let from = stretch.from.max(start);
                let until = stretch.until.min(start + MONTHS);
                from < until && (is_behind(from) || is_behind(until - 1))
            })
    }
}

impl Year {
    /// Gives up the pay from one month of it until another.
    #[inline]
    fn give_up(&mut self, without: &[Stretch<'_>], from: u32, until: u32) {
        self.given_up = self.given_up.plus(sum(without, from, until));
        self.given_up_months += until - from;
    }
}

/// What stretches come to from one month until another.
#[inline]
fn sum(stretches: &[Stretch<'_>], from: u32, until: u32) -> Amounts {
    let mut sum = Amounts::default();
    for stretch in stretches {
        let (from, until) = (from.max(stretch.from), until.min(stretch.until));
        if from < until {
            sum = sum.plus(stretch.within(from, until));
        }
    }
    sum
}
