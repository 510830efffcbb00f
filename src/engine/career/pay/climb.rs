//! What changes pay with time: years of work, and growth.

use crate::data::Tables;
use crate::quantity::{Experience, LogEffect};

/// By month from now: what years of work multiply pay by, when experience has this weight.
pub(in crate::engine::career) fn by_month(
    tables: &Tables,
    worked: f64,
    weight: f64,
    months: u32,
) -> Vec<f64> {
    let at = |month: u32| {
        let years = Experience::new((worked + f64::from(month) / 12.0).min(Experience::MAX));
        let effect = years.map_or(LogEffect::NONE, |years| tables.experience.effect(years));
        effect.weighted(weight).factor()
    };
    (0..months).map(at).collect()
}

/// What so much growth a year makes of a dollar by a month from now.
pub(in crate::engine::career) fn growth_factor(rate: f64, month: u32) -> f64 {
    libm::pow(1.0 + rate, f64::from(month) / 12.0)
}

/// The same for every month.
pub(in crate::engine::career) fn growth(rate: f64, months: u32) -> Vec<f64> {
    (0..months).map(|month| growth_factor(rate, month)).collect()
}
