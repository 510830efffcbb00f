//! What workers like the one described earn, for people.

use super::contract::{amounts_of_a_year, contract};
use super::document::{Cell, Column, Document, Row};
use super::figure::Figure;
use super::local_notes::local_notes;
use super::person::{person, population};
use super::reasons::{meaning, reasons};
use super::source_note::short_list;
use super::step_words::label;
use super::text::Text;
use crate::data::{FactValue, MarketFact, PricedPart, Tables};
use crate::engine::{Estimate, Scenario, ScenarioPay, local_wages, wage_table};
use crate::profile::{GeoPay, PayLevel, Profile};
use crate::quantity::{Pay, Percentile};

/// The answer to `estimate` as a document.
#[must_use]
pub fn estimate_document(answer: &Estimate<'_>) -> Document {
    let mut document = Document::from_tables(answer.tables);
    document.prose("who", person(answer.tables, &answer.profile));
    if let Some(population) = population(answer.tables, &answer.profile) {
        document.prose("population", population);
    }
    pay(&mut document, answer);
    contract(&mut document, answer);
    scales(&mut document, answer);
    levels(&mut document, answer);
    steps(&mut document, answer);
    grade(&mut document, answer);
    document.prose(
        "more",
        "For every number with its formula and source, run `mbc-calc explain` with the same flags; \
         for the meaning of a word, `mbc-calc explain p25`.",
    );
    document
}

pub(super) fn pay(document: &mut Document, answer: &Estimate<'_>) {
    let chosen = answer.figures.chosen();
    let work = answer.profile.work();
    let of = if work.is_contract() { "Pay of an employee, in " } else { "Pay in " };
    document.heading(
        Text::words(of).then(amounts_of_a_year(work)).say(format!(
            ", in dollars of {}",
            wage_table(answer.tables, &answer.profile).dollars_of
        )),
    );
    let mut rows = vec![Row {
        id: "pay".into(),
        label: format!("Pay, {}", scale_name(answer.tables, &answer.profile, chosen.scenario))
            .into(),
        cells: pay_cells(&chosen.pay),
    }];
    let home = answer.profile.home_locality().map(|home| home.in_sentence(answer.tables));
    if let (Some(value), Some(home)) = (&chosen.home_value, &home) {
        rows.push(Row {
            id: "home_value".into(),
            label: format!("What it buys in {home}").into(),
            cells: pay_cells(value),
        });
    }
    document.table("figure", pay_columns(), rows);
    document.prose("range", range(&chosen.pay));
    let notes = local_notes(answer);
    if !notes.is_empty() {
        document.list("place_note", notes);
    }
    document.prose("prices", prices(answer));
}

/// What the range means, in one line.
fn range(pay: &Pay) -> Text {
    let at = |percentile| pay.percentiles.at(percentile);
    Text::words("Half of workers like this earn between ")
        .dollars(at(Percentile::P25))
        .say(" and ")
        .dollars(at(Percentile::P75))
        .say("; one in ten earns less than ")
        .dollars(at(Percentile::P10))
        .say(" and one in ten more than ")
        .dollars(at(Percentile::P90))
        .say(". These are workers, not job offers, and no promise to any one person.")
}

fn prices(answer: &Estimate<'_>) -> Text {
    match (&answer.figures.price_level, priced_place(answer)) {
        (Ok(price), Some(home)) => {
            let apart = price.get() - 100.0;
            let side = if apart < 0.0 { "% below" } else { "% above" };
            Text::words(format!("Prices in {home} are "))
                .number(apart.abs(), 1)
                .say(format!("{side} those of the average US place (price level "))
                .number(price.get(), 1)
                .say("), so the second row restates the pay in dollars of that place.")
        }
        (Ok(_), None) => Text::default(),
        (Err(reason), _) => Text::words(format!("No purchasing power at home is given: {reason}.")),
    }
}

fn scales(document: &mut Document, answer: &Estimate<'_>) {
    if answer.figures.scenarios.len() == 1 {
        return;
    }
    document.heading("Whose pay scale? The employer decides");
    let at_home = answer.figures.price_level.is_ok();
    let mut columns = middle_columns();
    if at_home {
        columns.push(Column::new("home_value_p50", "median at home"));
    }
    let rows = answer.figures.scenarios.iter().map(|scenario: &ScenarioPay| {
        let mut cells = middle_cells(&scenario.pay);
        cells.extend(scenario.home_value.map(|value| value.percentiles.at(Percentile::P50).into()));
        Row {
            id: format!("scale.{}", scenario.scenario.geo_pay.name()).into(),
            label: scale_name(answer.tables, &answer.profile, scenario.scenario).into(),
            cells,
        }
    });
    document.table("scale", columns, rows.collect());
    let text = scale_fact(answer.tables);
    let hopeful = answer.figures.chosen().scenario.geo_pay == GeoPay::Employer;
    document.prose(
        "scale_fact",
        if hopeful { text.say(" So do not count on the first row alone.") } else { text },
    );
}

/// What is known of the scales that employers use.
pub(super) fn scale_fact(tables: &Tables) -> Text {
    let fact = tables.market.residence_scale();
    let note = fact.note.as_deref().map_or(String::new(), |note| format!(" {note}"));
    Text::words("Nobody publishes which scale employers of coders use; ")
        .then(amount(fact))
        .say(format!("{note} ({}).", short_list(tables, &fact.sources)))
}

/// The value of a fact with its bound and unit.
fn amount(fact: &MarketFact) -> Text {
    let text = Text::words(fact.bound.as_deref().map_or(String::new(), |b| format!("{b} ")));
    let places = |number: f64| if number.fract() == 0.0 { 0 } else { 2 };
    let number = |text: Text, number| text.number(number, places(number));
    let text = match fact.value {
        FactValue::Number(value) => number(text, value),
        FactValue::Range { low, high } => number(number(text, low).say(" to "), high),
        FactValue::Changes { added, deleted, revised } => {
            text.say(format!("{added} added, {deleted} deleted and {revised} revised"))
        }
    };
    text.say(format!(" {}", fact.unit))
}

/// Where the price level at home is that of, and why it is of no finer place.
pub(super) fn priced_place(answer: &Estimate<'_>) -> Option<String> {
    let home = answer.profile.home_locality()?;
    let state = || answer.tables.geography.in_sentence(home.place);
    let price = home.area(answer.tables).and_then(|area| area.price_level.as_ref().ok());
    Some(match price.map(|price| &price.of) {
        None | Some(PricedPart::Area) => home.in_sentence(answer.tables),
        Some(PricedPart::NonmetropolitanPortion) => {
            format!("the nonmetropolitan part of {}", state())
        }
        Some(PricedPart::State(reason)) => format!("{} as a whole ({reason})", state()),
    })
}

/// `the employer's scale (MA)`, `the home scale (Jackson, MS)`.
pub(super) fn scale_name(tables: &Tables, profile: &Profile, scenario: Scenario) -> String {
    let whose = match scenario.geo_pay {
        GeoPay::Employer => "the employer's scale",
        GeoPay::Residence => "the home scale",
        GeoPay::National => "the national scale",
    };
    let of = local_wages(tables, profile.role(), scenario.locality()).of;
    let place = of.area(tables).map_or_else(|| of.place.to_string(), |area| area.name.clone());
    format!("{whose} ({place})")
}

fn levels(document: &mut Document, answer: &Estimate<'_>) {
    if answer.figures.other_level.is_none() {
        return;
    }
    document.heading("Two pay levels, and why they differ");
    let rows = answer.figures.levels().enumerate().map(|(i, (level, pay))| {
        let chosen = if i == 0 { " (this answer)" } else { "" };
        let name = match level {
            PayLevel::Survey => "AAPC member survey",
            PayLevel::Oews => "BLS survey of employers",
        };
        Row {
            id: format!("level.{}", level.name()).into(),
            label: format!("{name}{chosen}").into(),
            cells: middle_cells(&pay),
        }
    });
    document.table("level", middle_columns(), rows.collect());
    let survey = answer.tables.certifications.survey.mean;
    let share = answer.tables.certifications.survey.uncertified_share;
    let nation = answer.tables.salaries.nation().pay.mean;
    document.prose(
        "level_fact",
        Text::words("The members of AAPC, the coders' association, report ")
            .dollars(survey)
            .say(" on average (if ")
            .number(share.get() * 100.0, 0)
            .say("% of them are uncertified, as we assume), the employers asked by BLS pay ")
            .dollars(nation)
            .say(
                ". Neither is wrong: BLS counts records clerks too, and the association counts \
                 auditors and managers.",
            ),
    );
}

fn steps(document: &mut Document, answer: &Estimate<'_>) {
    document.heading("How the mean came about");
    let columns = vec![
        Column::same("factor"),
        Column::same("weight"),
        Column::new("mean_after", "mean"),
        Column::same("basis"),
        Column::new("sources", "source"),
    ];
    let rows = answer.steps.iter().enumerate().map(|(i, step)| Row {
        id: format!("step.{}", step.kind.name()).into(),
        label: label(answer.tables, &answer.profile, step),
        cells: vec![
            if i == 0 { Cell::Empty } else { Cell::Figure(Figure::Number(step.factor, 3)) },
            if i == 0 { Cell::Empty } else { Cell::Figure(Figure::Number(step.weight, 3)) },
            step.mean_after.into(),
            Cell::Text(step.basis.name().into()),
            Cell::Text(short_list(answer.tables, &step.sources).into()),
        ],
    });
    document.table("step", columns, rows.collect());
    if answer.figures.spread.explained > 0.0 {
        document.prose(
            "spread",
            Text::words("The stated facts explain ")
                .number(answer.figures.spread.explained / answer.figures.spread.variance * 100.0, 0)
                .say("% of the differences in pay, so the range keeps ")
                .number(answer.figures.spread.k * 100.0, 0)
                .say("% of its width (on the log scale; assumed spreads)."),
        );
    }
}

pub(super) fn grade(document: &mut Document, answer: &Estimate<'_>) {
    let grade = answer.figures.grade;
    document.heading("How far to trust it");
    document.prose(
        "grade",
        Text::default()
            .stress(format!("Grade {}", grade.name()))
            .say(format!(": {}.", meaning(answer.tables, grade))),
    );
    document.list("grade_reason", reasons(answer));
}

pub(super) fn pay_columns() -> Vec<Column> {
    let mut columns: Vec<Column> = Percentile::ALL.into_iter().map(percentile_column).collect();
    columns.push(Column::same("mean"));
    columns
}

const fn percentile_column(percentile: Percentile) -> Column {
    match percentile {
        Percentile::P50 => Column::new("p50", "median"),
        other => Column::same(other.name()),
    }
}

pub(super) fn pay_cells(pay: &Pay) -> Vec<Cell> {
    let mut cells: Vec<Cell> = pay.percentiles.amounts().into_iter().map(Cell::from).collect();
    cells.push(pay.mean.into());
    cells
}

const MIDDLE: [Percentile; 3] = [Percentile::P25, Percentile::P50, Percentile::P75];

fn middle_columns() -> Vec<Column> {
    let mut columns: Vec<Column> = MIDDLE.into_iter().map(percentile_column).collect();
    columns.push(Column::same("mean"));
    columns
}

fn middle_cells(pay: &Pay) -> Vec<Cell> {
    let mut cells: Vec<Cell> =
        MIDDLE.into_iter().map(|p| Cell::from(pay.percentiles.at(p))).collect();
    cells.push(pay.mean.into());
    cells
}
