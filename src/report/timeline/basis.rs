//! What a career is measured against, what it costs, and which pay scale it gets, for people.

use super::words::{amounts_of, percent};
use crate::data::{CareerNumber, CostItem};
use crate::engine::Timeline;
use crate::engine::career::CounterfactualKind;
use crate::profile::{CareerStage, PayLevel, Pivot, Study};
use crate::quantity::{Dollars, LogEffect, PlaceCode};
use crate::report::document::{Document, Figure, Text};
use crate::report::words::{scale_fact, scale_name};

pub(super) fn against(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("Measured against");
    let tables = answer.tables;
    let now = answer.counterfactual.now;
    let text = match answer.counterfactual.kind {
        CounterfactualKind::CurrentSalary => {
            let growth = tables.career.number(CareerNumber::CounterfactualGrowth).value;
            Text::words("Your present pay of ")
                .dollars(now)
                .say(" a year, which would grow by ")
                .then(percent(growth))
                .say(" a year beyond prices (assumed).")
        }
        CounterfactualKind::MedicalSecretary(place) => secretary(answer, place, now),
        CounterfactualKind::SameJob => Text::words("The job that you have, going on: ")
            .dollars(now)
            .say(
                " a year now, at the same rank, with years of work counting. Whoever leaves the field                  is a medical secretary at home from then on, with the career or without it.",
            ),
    };
    document.prose("counterfactual", text);
    document.prose("outlays", outlays(answer));
}

fn secretary(answer: &Timeline<'_>, place: PlaceCode, now: Dollars) -> Text {
    let tables = answer.tables;
    let hours = match answer.profile.work().other_hours() {
        Some(_) => " for as many hours",
        None => "",
    };
    Text::words("You stated no present pay, so we took the nearest job that asks for no certificate: ")
        .dollars(now)
        .say(format!(
            " a year now for a medical secretary in the middle of the range in {}{hours}, each at the \
             same rank as in coding. It grows with years of work as pay in the field does. `--pay` puts \
             your own pay in its place.",
            tables.geography.in_sentence(place)
        ))
}

fn outlays(answer: &Timeline<'_>) -> Text {
    let paid = &answer.costs;
    let examined = answer.assumptions.iter().any(|used| used.item == CostItem::Exam.name());
    let exam = if examined { paid.exam } else { 0.0 };
    let text = amounts_of(&[
        (paid.tuition, "for the program"),
        (paid.books, "for books"),
        (exam, "for each exam with a second attempt"),
        (paid.membership, "a year for membership"),
    ]);
    let text = match text.spans() {
        [] => Text::words("It costs nothing more than the same job."),
        _ => Text::words("What it costs: ").then(text).say("."),
    };
    match (answer.career_stage, answer.profile.plan().study) {
        (CareerStage::Newcomer, Some(Study::FullTime)) => text.say(
            " You study full-time: that takes less time, and the present pay is missing until the exam.",
        ),
        (CareerStage::Newcomer, _) => text.say(
            " You go on working while you study; `--study full-time` counts the pay you would lose.",
        ),
        _ => text,
    }
}

/// On which level pay is, and how far the other one is from it.
pub(crate) fn level_words(survey_level: LogEffect, level: PayLevel) -> Text {
    let more = (survey_level.factor() - 1.0) * 100.0;
    match level {
        PayLevel::Survey => {
            Text::words("Pay is on the level of AAPC's member survey, ").number(more, 1).say(
                "% above what all employers report to BLS; `--level oews` asks the same on theirs.",
            )
        }
        PayLevel::Oews => Text::words("Pay is on the level of what all employers report to BLS; ")
            .say("that of AAPC's members (`--level survey`) is ")
            .number(more, 1)
            .say("% above it."),
    }
}

pub(super) fn scale(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("Whose pay scale");
    let tables = answer.tables;
    let chosen = scale_name(tables, answer.scenario, &answer.wages);
    let text = if answer.office == answer.scenario.locality() {
        format!("All pay in the field is on {chosen}.")
    } else {
        format!(
            "Until the work is done from home, pay is that of {}; from then on it is on {chosen}.",
            answer.office.in_sentence(tables)
        )
    };
    document.prose("scale", text);
    document.prose("level", level_words(answer.survey_level, answer.first_job.level()));
    if let Some(text) = contract(answer) {
        document.prose("contract", text);
    }
    if answer.scenarios_differ() {
        let hopeful = answer.scenario.geo_pay == crate::profile::GeoPay::Employer;
        let text = scale_fact(tables);
        document.prose(
            "scale_fact",
            if hopeful {
                text.say(" So ask the same with `--geo-pay residence` before you count on it.")
            } else {
                text
            },
        );
    }
}

/// What contract work pays in the careers, where it is a part of them.
fn contract(answer: &Timeline<'_>) -> Option<Text> {
    let work = answer.profile.work();
    let when = match answer.aims.pivot {
        _ if work.is_contract() => "Once the work is done from home it is a contractor's",
        Pivot::Contracting => "After the specialty the work is a contractor's",
        _ => return None,
    };
    let text = Text::words(when);
    Some(match answer.contract_pay.zip(work.hourly_rate) {
        Some((pay, rate)) => text
            .say(": ")
            .figure(Figure::Cents(rate))
            .say(" an hour leaves as much as a pay of ")
            .dollars(pay)
            .say(
                " a year, the same in all careers and in every year, because a stated rate depends \
                 neither on rank nor on experience.",
            ),
        None => text.say(
            ", and is taken to leave what employment would: no rate is stated. `--hourly-rate` puts one \
             in its place, and `mbc-calc estimate --employment contract` says which rate leaves the same.",
        ),
    })
}
