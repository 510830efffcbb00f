//! What a career is worth, for people.

use super::words::percent;
use crate::data::{CareerNumber, NumberUnit};
use crate::engine::Timeline;
use crate::engine::career::{Gain, Milestone, Progress, Sensitivity};
use crate::quantity::{Change, Dollars, Share};
use crate::report::document::{Band, Cell, Column, Document, Figure, Row, Text};
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
    let is_long = answer.gain_10.is_some();
    let after = if is_long { "ten" } else { "five" };
    document.heading(format!("What the average gain of {after} years depends on most"));
    let picture = Picture::of(answer);
    let rows = answer.sensitivity.iter().map(|row| {
        let [low, value, high] = row.range.map(|end| ending(row, end));
        let gain = |ends: Option<[Change; 2]>| {
            ends.map(|ends| ends.map(Figure::Change).map(Some)).unwrap_or_default().map(Cell::from)
        };
        let mut cells: Vec<Cell> = [low, value, high].map(Cell::from).to_vec();
        cells.extend(gain(row.gain_5));
        cells.extend(gain(row.gain_10));
        cells.push(picture.as_ref().and_then(|picture| picture.bar(row)).into());
        Row::new(format!("sensitivity.{}", row.item), row.label.clone(), cells)
    });
    let of_time = |column: Column, is_shown| if is_shown { column } else { column.in_details() };
    let columns = [
        Column::same("low"),
        Column::same("value").in_details(),
        Column::same("high"),
        of_time(Column::new("years_5_low", "gain at low"), !is_long),
        of_time(Column::new("years_5_high", "at high"), !is_long),
        of_time(Column::new("years_10_low", "gain at low"), is_long),
        of_time(Column::new("years_10_high", "at high"), is_long),
        Column::new("chart", "as it is"),
    ];
    document.table("sensitivity", columns, rows);
    document.prose(
        "sensitivity_meaning",
        "Each line is the average gain with that one assumption at its low or high end and the rest \
         unchanged; a time is then the same for everyone.",
    );
}

/// The scale on which the gains with each assumption lie.
struct Picture {
    least: f64,
    most: f64,
    /// The gain with every assumption as it is.
    now: f64,
}

impl Picture {
    /// From the lowest gain to the highest; nothing where they are all the same.
    fn of(answer: &Timeline<'_>) -> Option<Self> {
        let now = answer.gain_10.as_ref().or(answer.gain_5.as_ref())?.mean.get();
        let gains = answer.sensitivity.iter().filter_map(ends).flatten();
        let gains = gains.chain([now]);
        let (least, most) = gains
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, m), gain| (l.min(gain), m.max(gain)));
        (least < most).then_some(Self { least, most, now })
    }

    /// From the gain at one end of an assumption to that at the other.
    fn bar(&self, row: &Sensitivity) -> Option<Cell> {
        let at = |gain: f64| Share::new((gain - self.least) / (self.most - self.least)).ok();
        let [low, high] = ends(row)?;
        let half = Some([at(low.min(high))?, at(low.max(high))?]);
        Some(Cell::Band(Band { range: None, half, mark: at(self.now) }))
    }
}

/// The gains at both ends over the longer time that is followed.
fn ends(row: &Sensitivity) -> Option<[f64; 2]> {
    row.gain_10.or(row.gain_5).map(|ends| ends.map(Change::get))
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
