//! Contract work next to employment, for people and in the JSON contract; and in how many hours pay
//! is earned.

use crate::data::{Basis, Tables};
use crate::engine::{Contract, Estimate, Rank};
use crate::profile::Work;
use crate::quantity::{Dollars, Pay, Percentile};
use crate::report::document::{Cell, Document, Figure, Row, Text, pay_cells, pay_columns};
use crate::report::json::{Json, pay_at, rates_at, source_ids};
use crate::report::words::{origin, short_list};

/// What a contractor bills, as a section of an estimate.
pub(super) fn contract(document: &mut Document, answer: &Estimate<'_>) {
    let Some(contract) = &answer.figures.contract else { return };
    document.heading("As a contractor: what to bill to be left with the same");
    let rows = [
        Row::new("contract.rate", "Rate, US dollars an hour", rate_cells(&contract.rate)),
        Row::new("contract.billed", "Billed in a year", pay_cells(&contract.billed)),
    ];
    document.table("contract", pay_columns(), rows);
    document.prose("contract_rule", rule(answer.tables, contract));
}

fn rate_cells(rate: &Pay) -> Vec<Cell> {
    let amounts = rate.percentiles.amounts().into_iter().chain([rate.mean]);
    amounts.map(|amount| Figure::Cents(amount).into()).collect()
}

/// What a stated rate leaves, or which rate leaves the median.
pub(crate) fn in_short(contract: &Contract<'_>) -> Text {
    let Some(stated) = &contract.stated else {
        let at = |pay: &Pay| pay.percentiles.at(Percentile::P50);
        return Text::words("As a contractor, bill ").figure(Figure::Cents(at(&contract.rate))).say(
            " an hour to be left with that median; add `--hourly-rate` to see what your rate leaves.",
        );
    };
    let text = Text::default()
        .figure(Figure::Cents(stated.rate))
        .say(" an hour as a contractor leaves about as much as a job that pays ")
        .dollars(stated.leaves)
        .say(" a year: ")
        .dollars(stated.billed)
        .say(" billed, less ")
        .dollars(stated.overhead)
        .say(" of overhead and ")
        .dollars(stated.payroll_tax)
        .say(" of payroll tax.");
    match stated.rank {
        Rank::BelowP10 => text.say(" Fewer than 1 in 10 employees like this earn less."),
        Rank::AboveP90 => text.say(" More than 9 in 10 employees like this earn less."),
        Rank::At(share) => text
            .say(" Of 100 employees like this, ")
            .number(share.get() * 100.0, 0)
            .say(" earn less."),
    }
}

/// How billing and pay go together, with what is assumed.
fn rule(tables: &Tables, contract: &Contract<'_>) -> Text {
    let [billable, overhead, payroll_tax] = contract.assumptions.map(|row| {
        let why = match row.evidence.basis {
            Basis::Assumption => "assumed".to_owned(),
            Basis::Published | Basis::Derived => short_list(tables, &row.evidence.sources),
        };
        (Text::default().figure(Figure::Years(row.value * 100.0)).say("%"), format!(" ({why})"))
    });
    Text::words("Of ")
        .figure(hours(contract))
        .say(" working hours a year ")
        .then(billable.0)
        .say(format!("{} are billed. Of what is billed ", billable.1))
        .then(overhead.0)
        .say(format!(
            "{} goes to books, software, insurance and dues. The rest pays the wage and, on top of \
             it, the employer's half of the payroll tax, ",
            overhead.1
        ))
        .then(payroll_tax.0)
        .say(format!(
            " of the wage{}. Neither counts paid leave, health insurance or a pension, which many \
             employees also get.",
            payroll_tax.1
        ))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a year has at most 80 × 52 working hours, and at least 52"
)]
fn hours(contract: &Contract<'_>) -> Figure {
    Figure::Count((contract.hours + 0.5) as u64)
}

/// The rate in formulas, to work it out again.
pub(super) fn formulas(answer: &Estimate<'_>) -> Vec<Text> {
    let Some(contract) = &answer.figures.contract else { return Vec::new() };
    let median = answer.figures.chosen().pay.percentiles.at(Percentile::P50);
    let rate = contract.rate.percentiles.at(Percentile::P50);
    let kept = |text: Text| {
        text.figure(hours(contract))
            .say(" hours × ")
            .number(contract.billable, 4)
            .say(" × (1 − ")
            .number(contract.overhead, 4)
            .say(") / (1 + ")
            .number(contract.payroll_tax, 4)
            .say(")")
    };
    let text = Text::words("the rate that leaves the median = ").dollars(median).say(" / (");
    let mut lines = vec![kept(text).say(") = ").figure(Figure::Cents(rate))];
    lines.extend(contract.stated.map(|stated| {
        let text = Text::words("what the stated rate leaves = ").figure(Figure::Cents(stated.rate));
        kept(text.say(" × ")).say(" = ").dollars(stated.leaves)
    }));
    lines.extend(contract.assumptions.map(|row| {
        let origin = origin(answer.tables, row.evidence.basis, &row.evidence.sources);
        let text = Text::words(format!("{} ", row.item)).number(row.value, 4);
        let text = text.say(format!(": {origin}"));
        text.say(row.evidence.note.as_ref().map_or(String::new(), |note| format!("; {note}")))
    }));
    lines
}

/// The hours that the amounts are for, and the contract for them; nothing of full-time employment.
pub(crate) fn work_keys(
    json: &mut Json<'_>,
    tables: &Tables,
    work: &Work,
    contract: Option<&Contract<'_>>,
) {
    if let Some(hours) = work.hours {
        json.number_at("hours", hours.get());
    }
    let Some(contract) = contract else { return };
    json.object_at("contract", |json| {
        json.number_at("hours_a_year", contract.hours);
        json.number_at("billable_share", contract.billable);
        json.number_at("overhead", contract.overhead);
        json.number_at("payroll_tax", contract.payroll_tax);
        rates_at(json, "rate", &contract.rate);
        pay_at(json, "billed", &contract.billed);
        if let Some(stated) = &contract.stated {
            json.object_at("stated", |json| {
                json.figure_at("rate", Figure::Cents(stated.rate));
                let mut dollars =
                    |key, amount: Dollars| json.figure_at(key, Figure::Dollars(amount));
                dollars("billed", stated.billed);
                dollars("overhead", stated.overhead);
                dollars("payroll_tax", stated.payroll_tax);
                dollars("leaves", stated.leaves);
                let missing = match stated.rank {
                    Rank::At(share) => return json.figure_at("rank", Figure::Share(share)),
                    Rank::BelowP10 => "fewer than one in ten earn less",
                    Rank::AboveP90 => "more than nine in ten earn less",
                };
                json.missing_at("rank", "rank_missing", missing);
            });
        }
        source_ids(json, tables, &contract.sources());
    });
}
