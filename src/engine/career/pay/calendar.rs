//! What months do to money: prices, and what a dollar of later counts now.

use super::climb::growth;

/// What is the same in every career, by month from now.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct Calendar {
    /// The dollars shown for a dollar of the wages' year.
    pub(in crate::engine::career) prices: Vec<f64>,
    /// What a dollar of that month counts now.
    pub(in crate::engine::career) discount: Vec<f64>,
}

impl Calendar {
    /// So many months, with prices and what a dollar counts changing by so much a year.
    pub(in crate::engine::career) fn new(inflation: f64, discount_rate: f64, months: u32) -> Self {
        let worth = growth(discount_rate, months).into_iter().map(|grown| 1.0 / grown);
        Self { prices: growth(inflation, months), discount: worth.collect() }
    }

    /// The months that are followed.
    pub(in crate::engine::career) fn months(&self) -> u32 {
        u32::try_from(self.prices.len()).unwrap_or(u32::MAX)
    }
}
