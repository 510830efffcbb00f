//! Every level of one fact for the same person, in order of what it pays; and other careers next to
//! this one.

mod careers;
mod choices;
mod error;
mod levels;
mod order;

pub use careers::{
    CareerRanking, CareerRankingRequest, CareerSort, RankedCareer, UnrankedCareer, career_ranking,
};
pub use choices::{
    FigureAge, Order, PlaceOf, RankBy, RankingRequest, SortFigure, SortedAmount, SortedPoint,
};
pub use error::RankingError;

use std::borrow::Cow;

use error::checked_sort;
use levels::{Candidate, candidates};
pub(super) use order::put_in_order;

use super::figures::{Estimator, ScenarioPay};
use super::grade::Grade;
use super::my_pay::MyPay;
use super::occupation_wages::wage_table;
use super::tax::{PayAfterTax, TakeHomeError};
use crate::data::Tables;
use crate::profile::{GeoPay, Notice, Profile};
use crate::quantity::{Dollars, PriceLevel};

/// The levels of one fact in order.
#[derive(Clone, Debug)]
pub struct Ranking<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question; each level replaces one fact of it.
    pub profile: Profile,
    /// The ranked fact.
    pub by: RankBy,
    /// The figure that they are compared by.
    pub sort: SortFigure,
    /// Which end comes first.
    pub order: Order,
    /// The levels.
    pub levels: RankedGroup<'t>,
    /// The levels without an answer, in the order of their table.
    pub unanswered: Vec<Unanswered<'t>>,
    /// The year of the dollars.
    pub dollars_of: u32,
    /// What to know of the stated credentials.
    pub notices: Vec<Notice>,
}

/// Levels in the order that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedGroup<'t> {
    all: Vec<RankedLevel<'t>>,
    top: usize,
}

/// A level with what it pays.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedLevel<'t> {
    /// From 1, the largest; equal figures share a rank.
    pub rank: usize,
    /// The name in profiles.
    pub id: Cow<'t, str>,
    /// The name for people.
    pub label: &'t str,
    /// The figure that it is compared by.
    pub value: Dollars,
    /// The pay on the chosen scale.
    pub chosen: ScenarioPay<'t>,
    /// What is left of the pay after taxes, or why that is not known; nothing where it is not asked
    /// for.
    pub take_home: Option<Result<Box<PayAfterTax<'t>>, TakeHomeError>>,
    /// The place of the stated pay among those of this level, if there is one.
    pub my_pay: Option<MyPay>,
    /// The price level at home, or why there is none.
    pub price_level: Result<PriceLevel, &'t str>,
    /// How far the answer can be trusted.
    pub grade: Grade,
    /// The relative standard error of the mean wage of the place, in percent.
    pub mean_prse: f64,
    /// Whether that error is large.
    pub is_thin: bool,
    /// Whether the wages of the role at the place are derived, since none are published.
    pub is_derived: bool,
    /// How old the figures of the level itself are.
    pub age: FigureAge,
    /// Whether the profile itself states this level.
    pub is_stated: bool,
}

/// A level without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered<'t> {
    /// The name in profiles.
    pub id: Cow<'t, str>,
    /// The name for people.
    pub label: &'t str,
    /// Why there is none.
    pub reason: Cow<'t, str>,
    /// Whether the profile itself states this level.
    pub is_stated: bool,
}

impl<'t> RankedGroup<'t> {
    fn new(mut all: Vec<RankedLevel<'t>>, request: RankingRequest) -> Self {
        put_in_order(
            &mut all,
            request.order,
            |level| (level.value.get(), level.label),
            |level, rank| level.rank = rank,
        );
        Self { all, top: request.top }
    }

    /// Every level, those not shown too.
    #[must_use]
    pub fn all(&self) -> &[RankedLevel<'t>] {
        &self.all
    }

    /// How many are shown at most.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.top
    }

    /// The levels to show.
    #[must_use]
    pub fn shown(&self) -> &[RankedLevel<'t>] {
        &self.all[..self.top.min(self.all.len())]
    }

    /// The level that the profile itself states, shown or not.
    #[must_use]
    pub fn stated(&self) -> Option<&RankedLevel<'t>> {
        self.all.iter().find(|level| level.is_stated)
    }
}

impl<'t> Ranking<'t> {
    /// A pay on the one scale that holds for every level, if it is one.
    #[must_use]
    pub fn common_scale(&self) -> Option<&ScenarioPay<'t>> {
        let mut scales = self.levels.all.iter().map(|level| &level.chosen);
        let first = scales.next()?;
        scales.try_fold(first, |common, next| {
            // Where home and employer are the same, the employer's scale goes by the home's name.
            let named = if next.scenario.geo_pay == GeoPay::Employer { next } else { common };
            (next.scenario.locality() == common.scenario.locality()).then_some(named)
        })
    }
}

/// Every level of one fact for this person, in order of what it pays; the fact that the profile
/// states is replaced in turn.
///
/// # Errors
/// When no order exists: every level would pay the same, or the figure has no value for any.
///
/// # Panics
/// When the profile was made with other tables.
pub fn ranking<'t>(
    tables: &'t Tables,
    profile: &Profile,
    request: RankingRequest,
) -> Result<Ranking<'t>, RankingError> {
    let sort = checked_sort(tables, profile, request)?;
    let mut estimator = Estimator::new(tables);
    let (mut levels, mut unanswered) = (Vec::new(), Vec::new());
    for candidate in candidates(tables, profile, request.by) {
        match ranked(&mut estimator, profile, sort, candidate) {
            Ok(level) => levels.push(level),
            Err(without) => unanswered.push(without),
        }
    }
    Ok(Ranking {
        tables,
        profile: profile.clone(),
        by: request.by,
        sort,
        order: request.order,
        levels: RankedGroup::new(levels, request),
        unanswered,
        dollars_of: wage_table(tables, profile).dollars_of,
        notices: profile.notices(tables),
    })
}

fn ranked<'t>(
    estimator: &mut Estimator<'t>,
    profile: &Profile,
    sort: SortFigure,
    candidate: Candidate<'t>,
) -> Result<RankedLevel<'t>, Unanswered<'t>> {
    let Candidate { id, label, fact, age, is_stated } = candidate;
    let without = |id, reason| Unanswered { id, label, reason, is_stated };
    let fact = match fact {
        Ok(fact) => fact,
        Err(reason) => return Err(without(id, reason.into())),
    };
    let profile = profile.with(fact);
    let mut figures = estimator.figures(&profile);
    if sort.is_after_tax() {
        figures.take_taxes(estimator.tables(), &profile);
    }
    let chosen = *figures.chosen();
    let after_tax = figures.take_home.as_ref().map(|after| after.as_deref());
    let Some(value) = sort.value(&chosen, after_tax.and_then(Result::ok)) else {
        let of_taxes = after_tax.and_then(Result::err).filter(|_| sort.is_after_tax());
        let reason = of_taxes.map(|why| Cow::Owned(why.to_string()));
        let of_prices = || figures.price_level.err().unwrap_or("no reason is known").into();
        return Err(without(id, reason.unwrap_or_else(of_prices)));
    };
    let wages = &chosen.wages;
    Ok(RankedLevel {
        rank: 0,
        id,
        label,
        value,
        my_pay: figures.my_pay,
        take_home: figures.take_home,
        chosen,
        price_level: figures.price_level,
        grade: figures.grade,
        mean_prse: wages.row.mean_prse,
        is_thin: wages.has_large_error,
        is_derived: wages.stand_in.is_some(),
        age,
        is_stated,
    })
}
