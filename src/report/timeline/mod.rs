//! The answers to `timeline`, how a career unfolds, and to `compare` of careers.

mod basis;
mod comparison;
mod comparison_json;
pub(super) mod json;
mod words;

pub(super) use basis::level_words;

use crate::data::{CareerNumber, Tables};
use crate::engine::Timeline;
use crate::engine::career::{AssumedValue, BreakEven, CareerYear, Outcome};
use crate::profile::{AiAdoption, CareerStage, Pivot};
use crate::quantity::{Change, Dollars, Share};
use crate::report::answer::Report;
use crate::report::document::{Band, Cell, Column, Document, Figure, Row, Text};
use crate::report::programs::outcomes_line;
use crate::report::words::{counted, seeker, short_list};
use basis::{against, scale};
use words::{assumption, milestone_label, money, percent, pivot_label, standing_words, way};

impl Report for Timeline<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        who(&mut document, self);
        milestones(&mut document, self);
        break_even(&mut document, self);
        pay(&mut document, self);
        if let Some(programs) = &self.programs {
            document.prose("programs", outcomes_line(self.tables, programs));
        }
        gain(&mut document, self);
        against(&mut document, self);
        scale(&mut document, self);
        document.heading("What it takes for granted");
        let used = &self.assumptions;
        if used.iter().any(|used| matches!(used.value, AssumedValue::Months(_))) {
            document.prose(
                "durations",
                "Durations are told as the shortest–the likeliest–the longest; the numbers of a \
                 stage count from the end of the one before.",
            );
        }
        document.list("assumption", used.iter().map(|used| assumption(self.tables, used)));
        document.prose(
            "more",
            "These rows stand in the tables `career` and `costs`; `--data` answers with your own. \
             For the pay in one year with its steps, run `mbc-calc explain` with the facts of that \
             year; for the meaning of a word, `mbc-calc explain break-even`.",
        );
        document
    }
}

fn who(document: &mut Document, answer: &Timeline<'_>) {
    let (tables, profile) = (answer.tables, &answer.profile);
    document.prose("who", seeker(tables, profile, answer.career_stage));
    let taken = match (answer.career_stage, profile.certifications()) {
        (CareerStage::Newcomer, _) | (_, Some(_)) => "",
        (_, None) => " You are taken to hold one certification.",
    };
    let start = Text::words(standing_words(answer.career_stage)).then(way(answer)).say(taken);
    document.prose("standing", start);
    let years = answer.settings.horizon.get();
    document.prose(
        "simulated",
        Text::default()
            .figure(Figure::Count(u64::from(answer.settings.careers.get())))
            .say(format!(
                " such careers of {} are simulated month by month, each with its own luck (seed {}): \
                 how long each stage takes, whether it succeeds, and the rank in pay that is kept \
                 for life.",
                counted(years, "year"),
                answer.settings.seed
            )),
    );
    if answer.career_stage == CareerStage::Newcomer {
        document.prose("failure", failure(tables));
    }
}

/// Who fails, and what follows.
fn failure(tables: &Tables) -> Text {
    let number = |number| tables.career.number(number).value;
    let certified = number(CareerNumber::Completion) * number(CareerNumber::EventualPass);
    let fails = Share::new((1.0 - certified).clamp(0.0, 1.0)).ok();
    let text =
        fails.map_or_else(Text::default, |fails| Text::default().figure(Figure::Share(fails)));
    text.say(
        " of those who begin leave the programme or fail the exam twice. They go on with their \
         present pay, and what they paid is lost; they are in every figure of all careers below.",
    )
}

fn milestones(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("When: counted from now, among the careers that get there");
    let rows = answer.milestones.iter().map(|reached| {
        let months = reached.months.map(|months| months.map(Some)).unwrap_or_default();
        let mut cells = vec![Figure::Share(reached.share).into()];
        cells.extend(months.map(|month| month.map(Figure::Months).into()));
        let id = format!("milestone.{}", reached.milestone.name());
        Row::new(id, milestone_label(answer, reached.milestone), cells)
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        document.prose("milestone", "Nothing of the way lies ahead: only pay goes on.");
        return;
    }
    let columns = vec![
        Column::new("reached", "get there"),
        Column::new("p10", "one in ten by"),
        Column::new("p50", "half by"),
        Column::new("p90", "nine in ten by"),
    ];
    document.table("milestone", columns, rows);
    if answer.aims.pivot != Pivot::Stay && answer.profile.plan().ai == Some(AiAdoption::Avoid) {
        document.prose(
            "no_pivot",
            format!(
                "Without AI tools nobody reaches {} here, and years of work add nothing to pay once \
                 the work is done from home.",
                pivot_label(answer.tables, answer.aims.pivot)
            ),
        );
    }
}

fn break_even(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("When it has paid off");
    let within = counted(answer.settings.horizon.get(), "year");
    let BreakEven { months, never } = answer.break_even;
    let [p10, p50, p90] = months;
    let parts = [
        (p10, "one in ten careers", "one in ten"),
        (p50, "half of all careers", "half of them"),
        (p90, "nine in ten careers", "nine in ten"),
    ];
    let parts: Vec<(u32, &'static str, &'static str)> =
        parts.into_iter().filter_map(|(month, first, then)| Some((month?, first, then))).collect();
    // The largest of the shares that are reached by the same month stays, the others are left out.
    let mut shown = parts.iter().enumerate().filter_map(|(i, part)| {
        parts.get(i + 1).is_none_or(|next| next.0 != part.0).then_some(part)
    });
    let by = |text: Text, month, who: &'static str| {
        text.say("within ").figure(Figure::Months(month)).say(" ").say(who)
    };
    let text = match shown.next() {
        None => Text::words(format!("Fewer than one career in ten has paid off within {within}")),
        Some(&(month, first, _)) => {
            let text = by(Text::words("Counted from now, "), month, first);
            let text = text.say(" have earned back everything they paid and went without");
            shown.fold(text, |text, &(month, _, then)| by(text.say(", "), month, then))
        }
    };
    if never.get() <= 0.0 {
        return document
            .prose("break_even", text.say(format!("; every career has within {within}.")));
    }
    let text = text.say("; ").figure(Figure::Share(never));
    document.prose("break_even", text.say(format!(" of all careers never do within {within}.")));
}

fn pay(document: &mut Document, answer: &Timeline<'_>) {
    document.heading(format!("Pay of those in the field, {}", money(answer)));
    let largest = answer.years.iter().map(most).fold(0.0, f64::max);
    let rows = answer.years.iter().map(|year| {
        let mut cells = vec![Figure::Share(year.employed).into()];
        cells.extend(outcome_cells(year.in_field));
        cells.push(Cell::Band(band(year, largest)));
        year_row("in_field", year, cells)
    });
    let mut columns = vec![Column::new("employed", "in the field")];
    columns.extend(outcome_columns());
    columns.push(Column::new("chart", "without"));
    document.table("in_field", columns, rows);
    document.heading(format!("Pay of all careers, and what they have brought, {}", money(answer)));
    let rows = answer.years.iter().map(|year| {
        let mut cells = outcome_cells(Some(year.pay)).to_vec();
        cells.push(year.counterfactual.into());
        cells.extend([year.gain.p10, year.gain.p50, year.gain.p90].map(change));
        year_row("year", year, cells)
    });
    let mut columns: Vec<Column> = outcome_columns().to_vec();
    columns.extend([
        Column::new("counterfactual", "without"),
        Column::new("gain_p10", "gain p10"),
        Column::new("gain_p50", "gain median"),
        Column::new("gain_p90", "gain p90"),
    ]);
    document.table("year", columns, rows);
    document.prose(
        "gain_meaning",
        "The pay of a year is a year's pay even where the work in the field began in the middle of \
         it. `without` is the pay of the same year without this career. The gain is everything \
         earned since now beyond that, less everything paid.",
    );
    if let Some(rate) = answer.inflation {
        document.prose("inflation", inflation(answer.tables, rate));
    }
}

fn inflation(tables: &Tables, rate: f64) -> Text {
    let to = tables.salaries.dollars_of;
    let source = tables.prices.of(to).map(|row| short_list(tables, &[row.source]));
    Text::words("Pay, costs and the pay without the career all rise with prices, ")
        .number(rate * 100.0, 2)
        .say(format!(
            "% a year: the yearly rise of consumer prices (CPI-U) from May {} to May {to} ({}).",
            to - 10,
            source.unwrap_or_default()
        ))
}

fn year_row(block: &str, year: &CareerYear, cells: Vec<Cell>) -> Row {
    let number = year.year;
    Row::new(format!("{block}.{number}"), format!("year {number}"), cells)
}

const fn outcome_columns() -> [Column; 3] {
    [Column::same("p10"), Column::new("p50", "median"), Column::same("p90")]
}

fn outcome_cells(pay: Option<Outcome<Dollars>>) -> [Cell; 3] {
    let cells = pay.map(|pay| [pay.p10, pay.p50, pay.p90].map(Cell::from));
    cells.unwrap_or([Cell::Empty, Cell::Empty, Cell::Empty])
}

fn change(gain: Change) -> Cell {
    Figure::Change(gain).into()
}

/// The largest amount that the picture of a year shows.
fn most(year: &CareerYear) -> f64 {
    let in_field = year.in_field.map_or(0.0, |pay| pay.p90.get());
    in_field.max(year.counterfactual.get())
}

fn band(year: &CareerYear, largest: f64) -> Band {
    let share = |amount: Dollars| {
        let part = if largest > 0.0 { amount.get() / largest } else { 0.0 };
        Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
    };
    let range = year.in_field.map(|pay| [pay.p10, pay.p50, pay.p90].map(share));
    Band { range, mark: share(year.counterfactual) }
}

fn gain(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("What it is worth now, beyond the pay without it");
    let gains = [(5, answer.gain_5), (10, answer.gain_10)];
    let rows = gains.iter().filter_map(|&(years, gain)| {
        let gain = gain?;
        let cells = [gain.p10, gain.p50, gain.p90, gain.mean].map(change);
        Some(Row::new(format!("gain.{years}"), format!("after {years} years"), cells))
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        document.prose("gain", "Nothing is said of 5 and 10 years: the horizon is shorter.");
    } else {
        let mut columns = outcome_columns().to_vec();
        columns.push(Column::same("mean"));
        document.table("gain", columns, rows);
    }
    let rate = answer.tables.career.number(CareerNumber::DiscountRate).value;
    document.prose(
        "present_value",
        Text::words("Each later dollar counts ").then(percent(rate)).say(format!(
            " less for each year that it comes later, in dollars of {}.",
            answer.tables.salaries.dollars_of
        )),
    );
    document.prose("causal", causal(answer));
}

/// The median gain under each causal share.
fn causal(answer: &Timeline<'_>) -> Text {
    let years = counted(answer.settings.horizon.get(), "year");
    if let [first, others @ ..] = answer.causal.as_slice()
        && others.iter().all(|other| other.gain == first.gain)
    {
        return Text::words(format!("Worth now after {years}, median: "))
            .figure(Figure::Change(first.gain))
            .say(
                ", whatever part of what certified and specialised people earn more is who they are: \
                 nothing here depends on it.",
            );
    }
    let text = Text::words(format!(
        "Part of what certified and specialised people earn more is who they are. Worth now after \
         {years}, median: "
    ));
    let last = answer.causal.len().saturating_sub(1);
    let text = answer.causal.iter().enumerate().fold(text, |text, (i, gained)| {
        let taken = if gained.share == answer.settings.causal_share { " (taken here)" } else { "" };
        text.figure(Figure::Change(gained.gain))
            .say(" if ")
            .say(match gained.share.get() {
                0.0 => "none",
                1.0 => "all",
                _ => "",
            })
            .then(match gained.share.get() {
                0.0 | 1.0 => Text::default(),
                _ => Text::default().figure(Figure::Share(gained.share)),
            })
            .say(if i == 0 { " of the difference is what one gains by adding them" } else { "" })
            .say(taken)
            .say(if i == last { "." } else { ", " })
    });
    text.say(" `--causal-share` takes another.")
}
