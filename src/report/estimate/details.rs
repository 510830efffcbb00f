//! What an estimate can say beyond a screen: every amount, the other pay level, how it came about.

use super::grade::{meaning, reasons};
use super::steps::label;
use crate::engine::Estimate;
use crate::profile::PayLevel;
use crate::quantity::{Pay, Percentile};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text, pay_cells, pay_columns};
use crate::report::take_home::left_cells;
use crate::report::words::{amounts_of_a_year, priced_place, scale_fact, scale_name, short_list};

/// Every amount on every pay scale, and what it buys at home.
pub(super) fn pay(document: &mut Document, answer: &Estimate<'_>) {
    let work = answer.profile.work();
    let of = if work.is_contract() { "Pay of an employee, in " } else { "Pay in " };
    document.heading(
        Text::words(of)
            .then(amounts_of_a_year(work))
            .say(format!(", in {} dollars", answer.figures.dollars_of)),
    );
    let home = answer.profile.home_locality().map(|home| home.in_sentence(answer.tables));
    let mut rows = Vec::new();
    for (i, scenario) in answer.figures.scenarios.iter().enumerate() {
        let of = scenario.scenario.geo_pay.name();
        let id = |what: &str| if i == 0 { what.to_owned() } else { format!("{what}.{of}") };
        let name = scale_name(answer.tables, scenario.scenario, &scenario.wages);
        rows.push(Row::new(id("pay"), name, pay_cells(&scenario.pay)));
        if let Some(Ok(after)) = &answer.figures.take_home {
            rows.push(Row::new(
                id("take_home"),
                "  left after taxes",
                left_cells(after, &scenario.pay),
            ));
        }
        if let (Some(value), Some(home)) = (&scenario.home_value, &home) {
            let cells: Vec<Cell> = pay_cells(value);
            rows.push(Row::new(id("home_value"), format!("  buys in {home}"), cells));
        }
    }
    document.table("figure", pay_columns(), rows);
    document.prose("range", range(&answer.figures.chosen().pay));
    document.prose("prices", prices(answer));
}

/// What the outer amounts mean, in one line.
fn range(pay: &Pay) -> Text {
    let at = |percentile| pay.percentiles.at(percentile);
    Text::words("One in ten earns less than ")
        .dollars(at(Percentile::P10))
        .say(" and one in ten more than ")
        .dollars(at(Percentile::P90))
        .say(".")
}

fn prices(answer: &Estimate<'_>) -> Text {
    match (&answer.figures.price_level, priced_place(answer)) {
        (Ok(price), Some(home)) => Text::words(
            "What pay buys at home is in dollars of the average \
             US place: each amount × 100 / ",
        )
        .number(price.get(), 1)
        .say(format!(", the price level of {home}.")),
        (Ok(_), None) => Text::default(),
        (Err(reason), _) => Text::words(format!("What this buys at home isn't shown: {reason}.")),
    }
}

/// What is known of the rates that employers pay.
pub(super) fn scales(document: &mut Document, answer: &Estimate<'_>) {
    if answer.figures.scenarios.len() > 1 {
        document.prose("scale_fact", scale_fact(answer.tables));
    }
}

/// The other pay level, in one line.
pub(super) fn levels(document: &mut Document, answer: &Estimate<'_>) {
    let Some((other, pay)) = answer.figures.other_level else { return };
    let survey = answer.tables.certifications.survey.mean;
    let nation = answer.tables.salaries.nation().pay.mean;
    let on_it = |text: Text| {
        text.say(" there the median is ")
            .dollars(pay.percentiles.at(Percentile::P50))
            .say(" and the mean ")
            .dollars(pay.mean)
            .say(format!(" (`--level {}`).", other.name()))
    };
    let text = match other {
        PayLevel::Survey => Text::words("Members of AAPC, the coders' association, report more (")
            .dollars(survey)
            .say(" on average, against ")
            .dollars(nation)
            .say(" that all employers report to BLS):"),
        PayLevel::Oews => Text::words("This is the level of AAPC's members, who report ")
            .dollars(survey)
            .say(" on average; all employers report ")
            .dollars(nation)
            .say(" to BLS:"),
    };
    document.prose("level", on_it(text));
}

/// From the published wage to the mean.
pub(super) fn steps(document: &mut Document, answer: &Estimate<'_>) {
    document.heading("How the mean came about");
    let columns = vec![
        Column::same("factor"),
        Column::same("weight"),
        Column::new("mean_after", "mean"),
        Column::same("basis"),
        Column::new("sources", "source"),
    ];
    let rows = answer.steps.iter().enumerate().map(|(i, step)| {
        let number = |number| (i > 0).then_some(Figure::Number(number, 3)).into();
        let cells = [
            number(step.factor),
            number(step.weight),
            step.mean_after.into(),
            step.basis.name().into(),
            short_list(answer.tables, &step.sources).into(),
        ];
        Row::new(format!("step.{}", step.kind.name()), label(answer, step), cells)
    });
    document.table("step", columns, rows);
    if answer.figures.spread.explained > 0.0 {
        document.prose(
            "spread",
            Text::words("What you stated explains ")
                .number(answer.figures.spread.explained / answer.figures.spread.variance * 100.0, 0)
                .say("% of the differences in pay, so the range keeps ")
                .number(answer.figures.spread.k * 100.0, 0)
                .say("% of its width (on the log scale; assumed spreads)."),
        );
    }
}

/// The grade and every reason for it.
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
