use crate::engine::ranking::{Order, put_in_order};
use crate::quantity::{Dollars, named};

named! {
    /// The figure that programs are compared by.
    pub enum ProgramSort {
        /// What graduates earn in a year.
        Earnings = "earnings",
        /// What graduates owe.
        Debt = "debt",
    }
}

/// What a ranking of programs is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgramRankingRequest {
    /// The figure to compare by.
    pub sort: ProgramSort,
    /// Which end comes first.
    pub order: Order,
    /// How many rows of each group are shown.
    pub top: usize,
}

/// A row of a ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked<T> {
    /// From 1, the largest; equal figures share a rank.
    pub rank: usize,
    /// The figure that it is compared by.
    pub value: Dollars,
    /// What is ranked.
    pub row: T,
}

/// Rows that are compared with each other, in the order that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedRows<T> {
    all: Vec<Ranked<T>>,
    top: usize,
}

impl<T> RankedRows<T> {
    /// Rows with the figure that each is compared by; `name` orders those with the same.
    pub(super) fn new(
        rows: Vec<(Dollars, T)>,
        request: ProgramRankingRequest,
        name: impl Fn(&T) -> &str,
    ) -> Self {
        let ranked = |(value, row)| Ranked { rank: 0, value, row };
        let mut all: Vec<Ranked<T>> = rows.into_iter().map(ranked).collect();
        put_in_order(
            &mut all,
            request.order,
            |ranked| (ranked.value.get(), name(&ranked.row)),
            |ranked, rank| ranked.rank = rank,
        );
        Self { all, top: request.top }
    }

    /// Every row, those not shown too.
    #[must_use]
    pub fn all(&self) -> &[Ranked<T>] {
        &self.all
    }

    /// The rows to show.
    #[must_use]
    pub fn shown(&self) -> &[Ranked<T>] {
        &self.all[..self.top.min(self.all.len())]
    }
}
