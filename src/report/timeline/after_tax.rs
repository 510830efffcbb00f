//! A career after taxes: for people and in the JSON contract.

use crate::engine::Timeline;
use crate::engine::career::{CareerAfterTax, CareerYear};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::take_home::law_in_short;

/// What is left of each year, in short and as a table.
pub(super) fn table(document: &mut Document, answer: &Timeline<'_>) {
    let after = match &answer.take_home {
        None => return,
        Some(Ok(after)) => after,
        Some(Err(why)) => {
            let text = format!("What is left after taxes is not known: {why}.");
            return document.prose("take_home", text);
        }
    };
    document.prose("take_home", in_short(after));
    document.details(|details| years(details, answer, after));
}

fn years(document: &mut Document, answer: &Timeline<'_>, after: &CareerAfterTax<'_>) {
    document.heading("After taxes, US dollars a year");
    let rows = after.years.iter().map(|year: &CareerYear| {
        let in_field = year.in_field_pay.map(|pay| pay.p50);
        let cells: Vec<Cell> = vec![
            in_field.into(),
            year.pay.p50.into(),
            year.without.p50.into(),
            Figure::Change(year.gain.mean).into(),
        ];
        Row::new(format!("take_home.{}", year.year), format!("year {}", year.year), cells)
    });
    let columns = [
        Column::new("p50", "left in the field"),
        Column::new("all", "of all"),
        Column::new("without", "without"),
        Column::new("gain", "gain so far"),
    ];
    document.table("take_home", columns, rows);
    let applies_rules =
        answer.profile.taxes().convenience == Some(crate::profile::ConvenienceRule::Apply);
    document.prose("take_home_law", law_in_short(&after.law, applies_rules));
    document.prose(
        "take_home_years",
        "Twelve months from now on count as a tax year, and the law of this year holds for all of \
         them. Tuition, exams and dues are not deducted.",
    );
}

/// What a career has brought after taxes, and when it has paid off.
pub(super) fn in_short(after: &CareerAfterTax<'_>) -> Text {
    let text = Text::words("After taxes ");
    let years = [(5, after.gains[0]), (10, after.gains[1])];
    let text = match years.into_iter().rev().find_map(|(years, gain)| Some((years, gain?))) {
        Some((years, gain)) => text
            .say("it has brought ")
            .figure(Figure::Change(gain.mean))
            .say(format!(" on average after {years} years, costs taken off; ")),
        None => text,
    };
    match after.break_even.months[1] {
        Some(month) => {
            text.say("half have earned back everything within ").figure(Figure::Months(month))
        }
        None => text.say("fewer than half earn back everything in the time that is followed"),
    }
    .say(".")
}
