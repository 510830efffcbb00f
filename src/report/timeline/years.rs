//! Pay by year, for people.

use super::words::money;
use crate::data::Tables;
use crate::engine::Timeline;
use crate::engine::career::CareerYear;
use crate::quantity::{Dollars, Share};
use crate::report::document::{Band, Cell, Column, Document, Figure, Row, Text};
use crate::report::words::short_list;

/// The years that a first reading shows, and the last one.
const AT_FIRST: [u32; 4] = [1, 2, 3, 5];

pub(super) fn table(document: &mut Document, answer: &Timeline<'_>) {
    document.heading(format!("Pay by year, {}", money(answer)));
    let last = answer.settings.horizon.get();
    let largest = answer.years.iter().map(most).fold(0.0, f64::max);
    let rows = answer.years.iter().map(|year| {
        let pay = year.in_field_pay.map(|pay| [pay.p10, pay.p50, pay.p90].map(Some));
        let mut cells = vec![Figure::Share(year.in_field).into()];
        cells.extend(pay.unwrap_or_default().map(Cell::from));
        cells.push(Cell::Band(band(year, largest)));
        cells.extend([year.pay.p50, year.without.p50].map(Cell::from));
        cells.push(Figure::Change(year.gain.mean).into());
        let row = Row::new(format!("year.{}", year.year), format!("year {}", year.year), cells);
        let is_read_first = AT_FIRST.contains(&year.year) || year.year == last;
        if is_read_first { row } else { row.in_details() }
    });
    let columns = [
        Column::new("in_field", "in the field"),
        Column::new("p10", "p10").in_details(),
        Column::new("p50", "typical pay"),
        Column::new("p90", "p90").in_details(),
        Column::new("chart", "without it"),
        Column::new("all", "everyone").in_details(),
        Column::new("without", "without it"),
        Column::new("gain", "gain so far"),
    ];
    document.table("year", columns, rows);
    document.details(|details| {
    details.prose(
        "year_meaning",
        "The first pays are of people in the field at the end of the year; blank = fewer than 5% are. \
         `everyone` is the typical pay of all who start, in the field or not. The gain is the average \
         of all that is earned beyond the pay without this career, less all that is paid.",
    );
    });
    if let Some(rate) = answer.inflation {
        document.prose("inflation", inflation(answer.tables, rate));
    }
}

fn inflation(tables: &Tables, rate: f64) -> Text {
    let to = tables.salaries.dollars_of;
    let source = tables.prices.of(to).map(|row| short_list(tables, &[row.source]));
    Text::words("All amounts rise with prices, ").number(rate * 100.0, 2).say(format!(
        "% a year: the yearly rise of consumer prices (CPI-U) from May {} to May {to} ({}).",
        to - 10,
        source.unwrap_or_default()
    ))
}

/// The largest amount that the picture of a year shows.
fn most(year: &CareerYear) -> f64 {
    let in_field = year.in_field_pay.map_or(0.0, |pay| pay.p90.get());
    in_field.max(year.without.p50.get())
}

fn band(year: &CareerYear, largest: f64) -> Band {
    let share = |amount: Dollars| {
        let part = if largest > 0.0 { amount.get() / largest } else { 0.0 };
        Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
    };
    let range = year.in_field_pay.map(|pay| [pay.p10, pay.p50, pay.p90].map(share));
    Band { range, half: None, mark: Some(share(year.without.p50)) }
}
