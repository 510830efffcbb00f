//! Pictures of a career by year: pay as a fan, who is ahead by when, and the steps.

use super::pay::WIDTH;
use super::scale::Scale;
use crate::engine::Timeline;
use crate::engine::career::CareerYear;
use crate::quantity::Dollars;
use crate::report::document::number::{in_prose, in_thousands};
use crate::report::document::{Cell, Column, Document, Drawing, Figure, Ink, Row, Set, Text};
use crate::report::timeline::milestone_label;
use crate::report::words::counted;

/// The room of the labels of a scale, left and below.
const LEFT: f64 = 40.0;
const BOTTOM: f64 = 168.0;
const TOP: f64 = 22.0;

/// How many years apart the labels below are.
fn every(years: usize) -> usize {
    match years {
        0..=12 => 1,
        13..=24 => 2,
        _ => 5,
    }
}

/// The number of a year on a scale between the first and the last.
fn place(years: usize, at: usize) -> f64 {
    let last = u32::try_from(years.saturating_sub(1).max(1)).unwrap_or(u32::MAX);
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    LEFT + f64::from(at) / f64::from(last) * (WIDTH - LEFT - 12.0)
}

/// Pay by year of all who start, as a fan, and the median without the career.
pub(super) fn fan(answer: &Timeline<'_>) -> Option<Drawing> {
    let years = &answer.years;
    let (first, last) = (years.first()?, years.last()?);
    let describe = |text: Text, year: &CareerYear| {
        text.say(format!("In year {} half of all who start earn less than ", year.year))
            .dollars(year.pay.p50)
            .say(", and eight in ten earn ")
            .dollars(year.pay.p10)
            .say(" to ")
            .dollars(year.pay.p90)
            .say("; without this career it would be ")
            .dollars(year.without.p50)
            .say(". ")
    };
    let description = describe(describe(Text::default(), first), last);
    let mut drawing = Drawing::new(
        "fan",
        "Pay by year, with this career and without it",
        description,
        [WIDTH, BOTTOM + 18.0],
    );
    let ends = years.iter().flat_map(|year| [year.pay.p10, year.pay.p90, year.without.p50]);
    let scale = Scale::new(ends.map(Dollars::get), [BOTTOM, TOP]);
    for tick in scale.ticks() {
        drawing.line([[LEFT, scale.at(tick)], [WIDTH - 12.0, scale.at(tick)]], Ink::Grid);
        let left_of_it = [LEFT - 5.0, scale.at(tick) + 4.0];
        drawing.label(left_of_it, in_thousands(tick), Ink::Scale, Set::End);
    }
    let points = |amount: fn(&CareerYear) -> Dollars| -> Vec<[f64; 2]> {
        let each = years.iter().enumerate();
        each.map(|(i, year)| [place(years.len(), i), scale.at(amount(year).get())]).collect()
    };
    let between = |low: fn(&CareerYear) -> Dollars, high: fn(&CareerYear) -> Dollars| {
        points(low).into_iter().chain(points(high).into_iter().rev()).collect::<Vec<_>>()
    };
    drawing.area(between(|year| year.pay.p10, |year| year.pay.p90), Ink::Range);
    drawing.area(between(|year| year.pay.p25, |year| year.pay.p75), Ink::Half);
    drawing.line(points(|year| year.pay.p50), Ink::Median);
    drawing.line(points(|year| year.without.p50), Ink::Without);
    for (i, year) in years.iter().enumerate().step_by(every(years.len())) {
        let at = [place(years.len(), i), BOTTOM + 14.0];
        let words = if i == 0 { format!("year {}", year.year) } else { year.year.to_string() };
        drawing.label(at, words, Ink::Scale, Set::Middle);
    }
    for (x, ink, words) in [
        (0.0, Ink::Median, "median"),
        (66.0, Ink::Half, "half of all"),
        (150.0, Ink::Range, "eight in ten"),
        (244.0, Ink::Without, "without this career"),
    ] {
        drawing.line([[x, 8.0], [x + 14.0, 8.0]], ink);
        drawing.label([x + 19.0, 12.0], words, Ink::Scale, Set::Start);
    }
    Some(drawing)
}

/// The numbers of the fan.
pub(super) fn pay_by_year(document: &mut Document, answer: &Timeline<'_>) {
    let rows = answer.years.iter().map(|year| {
        let pay = year.pay;
        let amounts = [pay.p10, pay.p25, pay.p50, pay.p75, pay.p90, year.without.p50];
        let id = format!("pay_by_year.{}", year.year);
        Row::new(id, format!("year {}", year.year), amounts.map(Cell::from))
    });
    let columns = [
        Column::same("p10"),
        Column::same("p25"),
        Column::new("p50", "median"),
        Column::same("p75"),
        Column::same("p90"),
        Column::new("without", "without it"),
    ];
    document.table("pay_by_year", columns, rows);
}

/// How many have earned back their costs after each year.
pub(super) fn break_even(answer: &Timeline<'_>) -> Option<Drawing> {
    let shares = &answer.break_even.by_year;
    let last = shares.last()?;
    let years = shares.len();
    let description =
        Text::words(format!("After {} ", counted(u32::try_from(years).ok()?, "year")))
            .figure(Figure::Share(*last))
            .say(" have earned back what the career cost them. ");
    let description = match shares.get(4).filter(|_| years > 5) {
        Some(share) => {
            description.say("After 5 years it is ").figure(Figure::Share(*share)).say(".")
        }
        None => description,
    };
    let mut drawing = Drawing::new(
        "ahead",
        "How many have earned back their costs, by year",
        description,
        [WIDTH, BOTTOM + 18.0],
    );
    let scale = Scale::new([0.0, 100.0], [BOTTOM, TOP]);
    drawing.line([[0.0, scale.at(0.0)], [WIDTH, scale.at(0.0)]], Ink::Grid);
    let room = WIDTH / f64::from(u32::try_from(years.max(1)).ok()?);
    for (i, share) in shares.iter().enumerate() {
        let from = room * f64::from(u32::try_from(i).ok()?);
        let top = scale.at(share.get() * 100.0);
        drawing.rectangle([from + 2.0, top], [room - 4.0, BOTTOM - top], Ink::Half);
        if i % every(years) == 0 || i + 1 == years {
            let middle = from + room / 2.0;
            let percent = in_prose(Figure::Share(*share));
            let percent = percent.replace("over ", ">").replace("under ", "<");
            drawing.label([middle, top - 4.0], percent, Ink::Words, Set::Middle);
            let year = (i + 1).to_string();
            drawing.label([middle, BOTTOM + 14.0], year, Ink::Scale, Set::Middle);
        }
    }
    Some(drawing)
}

/// The numbers of that picture.
pub(super) fn ahead_by_year(document: &mut Document, answer: &Timeline<'_>) {
    let rows = answer.break_even.by_year.iter().enumerate().map(|(i, share)| {
        let cells = [Cell::from(Figure::Share(*share))];
        Row::new(format!("ahead_by_year.{}", i + 1), format!("after year {}", i + 1), cells)
    });
    document.table("ahead_by_year", [Column::new("share", "have earned back their costs")], rows);
}

/// When each step is reached, with how many get there.
pub(super) fn steps(answer: &Timeline<'_>) -> Option<Drawing> {
    const ROW: f64 = 30.0;
    if answer.milestones.is_empty() {
        return None;
    }
    let words = |label: &Text| crate::report::document::prose(label);
    let reached = &answer.milestones;
    let description = reached.iter().fold(Text::default(), |text, one| {
        let text = text
            .figure(Figure::Share(one.share))
            .say(" reach this: ")
            .then(milestone_label(answer, one.milestone));
        match one.months {
            Some([_, half, _]) => text.say(", half of them within ").figure(Figure::Months(half)),
            None => text,
        }
        .say(". ")
    });
    let bottom = reached.iter().fold(4.0, |height, _| height + ROW);
    let mut drawing = Drawing::new(
        "steps",
        "When each step comes, and for how many",
        description,
        [WIDTH, bottom + 18.0],
    );
    let last = answer.settings.horizon.get();
    let end = WIDTH - 96.0;
    let at = |months: u32| f64::from(months) / f64::from(12 * last) * end;
    let years = usize::try_from(last).unwrap_or(usize::MAX);
    for year in (0..=last).step_by(every(years).max(2)) {
        drawing.line([[at(12 * year), 4.0], [at(12 * year), bottom]], Ink::Grid);
        let words = if year == 0 { "now".to_owned() } else { year.to_string() };
        let set = if year == 0 { Set::Start } else { Set::Middle };
        drawing.label([at(12 * year), bottom + 13.0], words, Ink::Scale, set);
    }
    drawing.label([WIDTH, bottom + 13.0], "years from now", Ink::Scale, Set::End);
    let mut top = 4.0;
    for one in reached {
        let label = words(&milestone_label(answer, one.milestone));
        drawing.label([0.0, top + 11.0], label, Ink::Words, Set::Start);
        if let Some([p10, p50, p90]) = one.months.map(|months| months.map(at)) {
            drawing.rectangle([p10, top + 16.0], [(p90 - p10).max(1.0), 8.0], Ink::Range);
            drawing.rectangle([p50 - 2.0, top + 14.0], [4.0, 12.0], Ink::Median);
        }
        let share = in_prose(Figure::Share(one.share));
        drawing.label([WIDTH, top + 23.0], format!("{share} get there"), Ink::Words, Set::End);
        top += ROW;
    }
    Some(drawing)
}
