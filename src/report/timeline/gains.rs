//! What a career is worth, for people.

use super::words::percent;
use crate::data::{CareerNumber, NumberUnit};
use crate::engine::Timeline;
use crate::engine::career::{Gain, Milestone, Progress, Sensitivity};
use crate::quantity::{Change, Dollars};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::words::counted;

pub(super) fn table(document: &mut Document, answer: &Timeline<'_>) {
    document.heading(format!(
        "What it brings beyond the pay without it, in {} dollars",
        answer.tables.salaries.dollars_of
    ));
    if answer.gain_5.is_none() {
        document.prose(
            "gain",
            "You asked for fewer than 5 years, so there are no figures for 5 and 10.",
        );
    } else {
        let mut rows: Vec<Row> = answer
            .by_progress
            .iter()
            .map(|by| {
                let mut cells = vec![Figure::Share(by.share).into()];
                cells.extend(gain_cells([by.gain_5, by.gain_10]));
                Row::new(format!("gain.{}", by.progress.name()), progress_label(by.progress), cells)
            })
            .collect();
        let best = &answer.if_all_goes_well;
        let mut cells = vec![Cell::Empty];
        cells.extend(gain_cells([best.gain_5, best.gain_10]));
        rows.push(Row::new("gain.if_all_goes_well", "if everything goes well", cells));
        document.table("gain", COLUMNS, rows);
    }
    document.prose("if_all_goes_well", if_all_goes_well(answer));
    let rate = answer.tables.career.number(CareerNumber::DiscountRate).value;
    let later = Text::words("A dollar counts ")
        .then(percent(rate))
        .say(" less for each year you wait for it. ");
    document.prose("causal", later.then(causal(answer)));
}

const COLUMNS: [Column; 7] = [
    Column::new("share", "of all"),
    Column::new("years_5_mean", "five years, average"),
    Column::new("years_5_median", "median"),
    Column::new("years_5_gaining", "come out ahead"),
    Column::new("years_10_mean", "ten years, average"),
    Column::new("years_10_median", "median"),
    Column::new("years_10_gaining", "come out ahead"),
];

fn gain_cells(gains: [Option<Gain>; 2]) -> impl Iterator<Item = Cell> {
    gains.into_iter().flat_map(|gain| {
        let figures = gain.map(|gain| {
            [Figure::Change(gain.mean), Figure::Change(gain.median), Figure::Share(gain.gaining)]
        });
        figures.map(|figures| figures.map(Some)).unwrap_or_default().map(Cell::from)
    })
}

/// How far one gets, in a few words.
pub(super) const fn progress_label(progress: Progress) -> &'static str {
    match progress {
        Progress::All => "everyone who starts",
        Progress::Certified => "those who pass the exam",
        Progress::CodingJob => "those who get a coding job",
    }
}

/// The career of an advertisement, next to the real one.
fn if_all_goes_well(answer: &Timeline<'_>) -> Text {
    let best = &answer.if_all_goes_well;
    let last = best.milestones.iter().rev().find(|one| {
        matches!(one.milestone, Milestone::Pivot | Milestone::Specialist) && one.months.is_some()
    });
    let job = best.milestones.iter().find(|one| one.milestone == Milestone::FirstJob);
    let text = Text::words("If every step goes well and you never leave");
    let half = |text: Text, what: &'static str, months: Option<[u32; 3]>| match months {
        Some([_, half, _]) => text.say(what).figure(Figure::Months(half)),
        None => text,
    };
    let text = half(text, ", a coding job comes after ", job.and_then(|one| one.months));
    let text = half(text, ", the last step after ", last.and_then(|one| one.months));
    let text = match best.gain_10.or(best.gain_5) {
        Some(gain) => text.say(", worth ").figure(Figure::Change(gain.mean)).say(" on average"),
        None => text,
    };
    text.say(". That is the career in the ads; few people have it.")
}

/// The average gain under each causal share.
fn causal(answer: &Timeline<'_>) -> Text {
    let years = counted(answer.settings.horizon.get(), "year");
    if let [first, others @ ..] = answer.causal.as_slice()
        && others.iter().all(|other| other.gain == first.gain)
    {
        return Text::words(
            "Some of the extra pay of certified people comes from who they are, not from the \
             certificate; nothing here depends on it.",
        );
    }
    let text = Text::words(format!(
        "Some of the extra pay of certified and specialized people comes from who they are, not from \
         the certificate. Average gain after {years}: "
    ));
    let last = answer.causal.len().saturating_sub(1);
    let text = answer.causal.iter().enumerate().fold(text, |text, (i, gained)| {
        let taken = if gained.share == answer.settings.causal_share { " (assumed)" } else { "" };
        text.figure(Figure::Change(gained.gain.mean))
            .say(" if you gain ")
            .then(match gained.share.get() {
                0.0 => Text::words("none"),
                1.0 => Text::words("all"),
                _ => Text::default().figure(Figure::Share(gained.share)),
            })
            .say(if i == 0 { " of that difference" } else { "" })
            .say(taken)
            .say(if i == last { "." } else { ", " })
    });
    text.say(" Change it with `--causal-share`.")
}

/// How much each assumption matters, where that was asked for.
pub(super) fn sensitivity(document: &mut Document, answer: &Timeline<'_>) {
    if answer.sensitivity.is_empty() {
        return;
    }
    document.heading("What the average gain depends on most");
    let rows = answer.sensitivity.iter().map(|row| {
        let [low, value, high] = row.range.map(|end| ending(row, end));
        let gain = |ends: Option<[Change; 2]>| {
            ends.map(|ends| ends.map(Figure::Change).map(Some)).unwrap_or_default().map(Cell::from)
        };
        let mut cells: Vec<Cell> = [low, value, high].map(Cell::from).to_vec();
        cells.extend(gain(row.gain_5));
        cells.extend(gain(row.gain_10));
        Row::new(format!("sensitivity.{}", row.item), row.label.clone(), cells)
    });
    let columns = [
        Column::same("low"),
        Column::same("value"),
        Column::same("high"),
        Column::new("years_5_low", "five years at low"),
        Column::new("years_5_high", "at high"),
        Column::new("years_10_low", "ten years at low"),
        Column::new("years_10_high", "at high"),
    ];
    document.table("sensitivity", columns, rows);
    document.prose(
        "sensitivity_meaning",
        "Each line is the average gain with that one assumption at its low or high end and the rest \
         unchanged; a time is then the same for everyone.",
    );
}

/// An end of a range in its unit.
pub(in crate::report) fn ending(row: &Sensitivity, end: f64) -> Text {
    let is = |unit: NumberUnit| row.unit == unit.name();
    if is(NumberUnit::Share) || is(NumberUnit::RateAYear) {
        percent(end)
    } else if row.unit == "months" {
        let one = (end - 1.0).abs() < f64::EPSILON;
        Text::default().number(end, 0).say(if one { " month" } else { " months" })
    } else if is(NumberUnit::Multiplier) {
        Text::words("× ").number(end, 2)
    } else {
        Dollars::new(end).map_or_else(|_| Text::default(), |amount| Text::default().dollars(amount))
    }
}
