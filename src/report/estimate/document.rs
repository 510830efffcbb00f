//! What workers like the one described earn, for people.

use super::contract::contract;
use super::grade::{meaning, reasons};
use super::steps::label;
use crate::engine::{Estimate, ScenarioPay};
use crate::profile::{GeoPay, PayLevel};
use crate::quantity::{Pay, Percentile};
use crate::report::answer::Report;
use crate::report::document::{
    Column, Document, Figure, Row, Text, middle_cells, middle_columns, pay_cells, pay_columns,
};
use crate::report::words::{
    amounts_of_a_year, introduction, known_bias, local_notes, my_pay, priced_place, scale_fact,
    scale_name, short_list,
};

impl Report for Estimate<'_> {
    fn document(&self) -> Document {
        let mut document = introduction(self.tables, &self.profile);
        pay(&mut document, self);
        contract(&mut document, self);
        scales(&mut document, self);
        levels(&mut document, self);
        steps(&mut document, self);
        grade(&mut document, self);
        document.prose(
            "more",
            "For every number with its formula and source, run `mbc-calc explain` with the same \
             flags; for the meaning of a word, `mbc-calc explain p25`.",
        );
        document
    }
}

pub(super) fn pay(document: &mut Document, answer: &Estimate<'_>) {
    let chosen = answer.figures.chosen();
    let work = answer.profile.work();
    let of = if work.is_contract() { "Pay of an employee, in " } else { "Pay in " };
    document.heading(
        Text::words(of)
            .then(amounts_of_a_year(work))
            .say(format!(", in dollars of {}", answer.figures.dollars_of)),
    );
    let scale = scale_name(answer.tables, chosen.scenario, &chosen.wages);
    let mut rows = vec![Row::new("pay", format!("Pay, {scale}"), pay_cells(&chosen.pay))];
    let home = answer.profile.home_locality().map(|home| home.in_sentence(answer.tables));
    if let (Some(value), Some(home)) = (&chosen.home_value, &home) {
        rows.push(Row::new("home_value", format!("What it buys in {home}"), pay_cells(value)));
    }
    document.table("figure", pay_columns(), rows);
    document.prose("range", range(&chosen.pay));
    if let Some(mine) = &answer.figures.my_pay {
        document.prose("my_pay", my_pay(mine));
    }
    document.list("place_note", local_notes(answer));
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
    let rows = answer.figures.scenarios.iter().map(|scenario: &ScenarioPay<'_>| {
        let mut cells = middle_cells(&scenario.pay);
        cells.extend(scenario.home_value.map(|value| value.percentiles.at(Percentile::P50).into()));
        let id = format!("scale.{}", scenario.scenario.geo_pay.name());
        Row::new(id, scale_name(answer.tables, scenario.scenario, &scenario.wages), cells)
    });
    document.table("scale", columns, rows);
    let text = scale_fact(answer.tables);
    let hopeful = answer.figures.chosen().scenario.geo_pay == GeoPay::Employer;
    document.prose(
        "scale_fact",
        if hopeful { text.say(" So do not count on the first row alone.") } else { text },
    );
}

/// The other pay level, in one line.
fn levels(document: &mut Document, answer: &Estimate<'_>) {
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

fn steps(document: &mut Document, answer: &Estimate<'_>) {
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
    document.list("known_bias", answer.known_biases.iter().map(known_bias));
}
