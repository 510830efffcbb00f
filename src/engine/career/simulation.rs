//! Many careers under one question, month by month (`docs/METHOD.md`, "The career").

use super::after_tax::Taxes;
use super::columns::{Columns, Detail, Terms, narrowed};
use super::ledger::Ledger;
use super::outlook::{CounterfactualKind, EntryCosts, Outside, inflation};
use super::pay::Calendar;
use super::pay::{FieldPay, Rank};
use super::premises::Premises;
use super::present::{StatedRank, stated_rank};
use super::settings::Settings;
use super::walk::{Coins, Dimension, Scores, Sobol, Walk, Walker, Walks};
use crate::data::{CareerNumber, Locality, Occupation, Tables};
use crate::profile::Profile;
use crate::quantity::{Share, normal_quantile};

/// Everything about a question that is the same in every career.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Course {
    pub(in crate::engine) settings: Settings,
    walker: Walker,
    pub(in crate::engine) field: FieldPay,
    /// The pay along the way under other causal shares.
    others: Vec<FieldPay>,
    outside: Outside,
    pub(in crate::engine) costs: EntryCosts,
    calendar: Calendar,
    in_the_field: bool,
    stated: Option<(Rank, StatedRank)>,
    pub(super) kind: CounterfactualKind,
    /// What is left of a year, where taxes are taken.
    taxes: Option<Taxes>,
}

impl Course {
    /// The course of a profile, with other causal shares than that of the settings.
    pub(in crate::engine) fn new(
        premises: Premises<'_>,
        profile: &Profile,
        settings: Settings,
        shares: &[Share],
    ) -> Self {
        let tables = premises.tables;
        let months = settings.horizon.get() * 12;
        let walker = Walker::new(premises, profile, Coins::new(premises, profile));
        let inflation = inflation(tables, profile).unwrap_or(0.0);
        let rate = premises.number(CareerNumber::DiscountRate);
        let calendar = Calendar::new(inflation, rate, months);
        let field = |share| FieldPay::new(premises, profile, share, walker.calendar(), &calendar);
        let others = shares.iter().map(|&share| field(share)).collect();
        let field = field(settings.causal_share);
        Self {
            settings,
            others,
            outside: Outside::new(premises, profile, &calendar),
            costs: EntryCosts::new(premises, profile),
            calendar,
            in_the_field: profile.works_in_the_field(),
            stated: stated_rank(profile, &field),
            kind: CounterfactualKind::new(profile),
            taxes: None,
            walker,
            field,
        }
    }

    /// The same person where every coin falls well and nobody leaves.
    pub(super) fn if_all_goes_well(&self) -> Self {
        let walker = self.walker.with_coins(self.walker.coins().all_well());
        Self { walker, others: Vec::new(), ..self.clone() }
    }

    /// The same careers after taxes.
    pub(super) fn after_tax(&self, taxes: Taxes) -> Self {
        Self { taxes: Some(taxes), others: Vec::new(), ..self.clone() }
    }

    /// Where a stated pay is among people like the person.
    pub(super) fn stated_rank(&self) -> Option<StatedRank> {
        self.stated.map(|(_, rank)| rank)
    }

    /// The pay without the career now, in dollars a year, in the middle of the range where it differs
    /// between careers.
    pub(in crate::engine) fn without_now(&self) -> f64 {
        let (score, ratio) = self.rank(0.0);
        let monthly = match self.kind {
            CounterfactualKind::SameJob => self.field.present(score) * ratio,
            _ => self.outside.now(score),
        };
        monthly * 12.0
    }

    /// The job without this career, where it is one with wages of its own.
    pub(super) fn outside_job(&self) -> Option<Occupation> {
        match &self.outside {
            Outside::Stated(_) => None,
            Outside::Job(job) => Some(job.occupation),
        }
    }

    /// The normal score of a stated pay, else that in the middle.
    pub(in crate::engine) fn present_score(&self) -> f64 {
        self.rank(0.0).0
    }

    /// Where the present work is paid.
    pub(in crate::engine) fn paid_at(&self) -> Locality {
        self.field.places[0]
    }

    /// By month, what a dollar is worth now.
    pub(super) fn discount(&self) -> &[f64] {
        &self.calendar.discount
    }

    /// By month, the pay of the present job for who stays in it, at a stated rank or in the middle.
    pub(in crate::engine) fn present_pay(&self) -> Vec<f64> {
        let mut pay = vec![0.0; self.months() as usize];
        self.keep(&Walk::STAYING, self.rank(0.0), &mut pay);
        pay
    }

    /// Visits every career with the pay of the present job as it goes on until the field is left.
    pub(super) fn keep_job(&self, mut see: impl FnMut(&Sobol, &Walk, Rank, &[f64])) {
        let mut pay = vec![0.0; self.months() as usize];
        let mut sobol = Sobol::new(self.settings.seed);
        for _ in 0..self.settings.careers.get() {
            let walk = self.walker.walk(&sobol);
            let rank = self.rank(normal_quantile(sobol.at(Dimension::Rank)));
            pay.fill(0.0);
            self.keep(&walk, rank, &mut pay);
            see(&sobol, &walk, rank, &pay);
            sobol.advance();
        }
    }

    /// Fills in the months in which the present job goes on.
    fn keep(&self, walk: &Walk, rank: Rank, pay: &mut [f64]) {
        self.field.keep(walk, rank, self.months(), |stretch| {
            for month in stretch.from..stretch.until {
                pay[month as usize] = stretch.in_month(month).unwrap_or(0.0);
            }
        });
    }

    fn months(&self) -> u32 {
        self.settings.horizon.get() * 12
    }

    /// The rank of a career that draws a normal score: that of a stated pay where there is one.
    fn rank(&self, drawn: f64) -> Rank {
        self.stated.map_or((drawn, 1.0), |(rank, _)| rank)
    }

    /// The walk of each career.
    pub(in crate::engine) fn walks(&self) -> Walks {
        let Settings { seed, careers, .. } = self.settings;
        Walks::drawn(&self.walker, seed, careers.get() as usize)
    }

    /// Follows every career as far as its gains and the pay in one year, from 1, are asked for.
    pub(in crate::engine) fn follow_to(&self, year: u32) -> Columns {
        self.follow(Detail::PayIn(year))
    }

    /// Follows every career.
    pub(super) fn follow(&self, detail: Detail) -> Columns {
        let months = self.months();
        let walks = self.walks();
        let careers = self.settings.careers.get() as usize;
        let scores = Scores::drawn(self.settings.seed, careers);
        let mut columns = Columns::new(&self.settings, walks.clone(), self.others.len(), detail);
        let mut ledger = Ledger::new(months);
        let same_job = self.in_the_field.then_some(&self.field);
        let studies = self.costs.stops_working;
        let terms = Terms { calendar: &self.calendar, taxes: self.taxes.as_ref() };
        for (walk, &score) in walks.iter().zip(scores.iter()) {
            let rank = self.rank(score);
            ledger.forgo(walk, &self.outside, same_job, rank);
            ledger.earn(walk, &self.field, rank, studies);
            ledger.spend(walk, &self.field, &self.costs);
            ledger.add_up(&self.calendar);
            let worth = columns.add(walk, &ledger, terms);
            let adds = walk.adds_anything(months);
            for (other, values) in self.others.iter().zip(&mut columns.other_values) {
                // Nothing but what is added depends on the causal share.
                values.push(if adds {
                    ledger.earn(walk, other, rank, studies);
                    narrowed(ledger.worth(&self.calendar))
                } else {
                    worth
                });
            }
        }
        columns
    }
}

/// Simulates the careers of a profile.
pub(in crate::engine) fn simulate(
    premises: Premises<'_>,
    profile: &Profile,
    settings: Settings,
) -> Columns {
    Course::new(premises, profile, settings, &[]).follow(Detail::Everything)
}

/// The gains of the careers of a profile.
pub(super) fn gains(premises: Premises<'_>, profile: &Profile, settings: Settings) -> Columns {
    Course::new(premises, profile, settings, &[]).follow(Detail::Gains)
}

/// The pay without the career now, in dollars a year.
pub(in crate::engine) fn without_now(tables: &Tables, profile: &Profile) -> f64 {
    let premises = Premises::new(tables);
    Course::new(premises, profile, Settings::new(premises, profile), &[]).without_now()
}

/// The median pay of the first job, in dollars a year.
pub(in crate::engine) fn entry_pay(tables: &Tables, profile: &Profile) -> f64 {
    let premises = Premises::new(tables);
    Course::new(premises, profile, Settings::new(premises, profile), &[]).field.first_pay()
}
