//! How much an answer depends on each of its assumptions.

use super::assumptions::{AssumedValue, Assumption};
use super::premises::Premises;
use super::settings::Settings;
use super::simulation::gains;
use super::summary::mean_gain;
use super::timeline::{Sensitivity, Timeline};
use crate::data::{CareerNumber, CareerSpan, CostItem, Tables};
use crate::profile::Profile;
use crate::quantity::{Change, Triangular};

/// How far the mean gain moves with each assumption of an answer that has a range, everything else as
/// it is; what moves it most comes first. Each end is what the same question comes to with that row
/// changed, a duration being the same in every career.
///
/// ```
/// use mbc_calc::{engine::career::sensitivity, engine::timeline, profile::Profile};
/// let tables = mbc_calc::built_in();
/// let rows = sensitivity(&timeline(&tables, &Profile::default()));
/// assert_eq!(rows.len(), rows.iter().filter(|row| row.gain_10.is_some()).count());
/// ```
#[must_use]
pub fn sensitivity(answer: &Timeline<'_>) -> Vec<Sensitivity> {
    let (tables, profile) = (answer.tables, &answer.profile);
    let mut rows: Vec<Sensitivity> =
        answer.assumptions.iter().filter_map(|row| of_row(tables, profile, row)).collect();
    // What is equally wide keeps the order of a career.
    rows.sort_by(|a, b| b.width().total_cmp(&a.width()));
    rows
}

fn of_row(tables: &Tables, profile: &Profile, row: &Assumption<'_>) -> Option<Sensitivity> {
    let (range, unit) = match row.value {
        AssumedValue::Months(span) => ([span.low(), span.mode(), span.high()], "months"),
        AssumedValue::Number(unit, value) => {
            let (low, high) = row.range?;
            ([low, value, high], unit.name())
        }
        AssumedValue::Cost(cost) => {
            let (low, high) = cost.range?;
            ([low, cost.value, high], cost.unit.as_str())
        }
        AssumedValue::Choice(_) | AssumedValue::Rule => return None,
    };
    let [low, _, high] = range;
    let gains = [low, high].map(|end| gains_with(tables, profile, row.item, end));
    let both = |years: usize| Some([gains[0][years]?, gains[1][years]?]);
    Some(Sensitivity {
        item: row.item.to_owned(),
        label: row.label.to_owned(),
        unit: unit.to_owned(),
        range,
        gain_5: both(0),
        gain_10: both(1),
    })
}

/// The mean gain after five and ten years with one row changed.
fn gains_with(tables: &Tables, profile: &Profile, item: &str, value: f64) -> [Option<Change>; 2] {
    let (mut career, mut costs) = (tables.career.clone(), tables.costs.clone());
    if let Some(number) = CareerNumber::named(item) {
        career = career.with_number(number, value);
    } else if let Some((span, fixed)) = CareerSpan::named(item).zip(Triangular::fixed(value).ok()) {
        career = career.with_span(span, fixed);
    } else if let Some(cost) = CostItem::named(item) {
        costs = costs.with(cost, value);
    }
    let premises = Premises { career: &career, costs: &costs, ..Premises::new(tables) };
    let settings = Settings::new(premises, profile);
    let columns = gains(premises, profile, settings);
    [5, 10].map(|years| mean_gain(&columns, years))
}
