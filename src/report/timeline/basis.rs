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
    document.heading("Compared with");
    let tables = answer.tables;
    let now = answer.counterfactual.now;
    let text = match answer.counterfactual.kind {
        CounterfactualKind::CurrentSalary => {
            let growth = tables.career.number(CareerNumber::CounterfactualGrowth).value;
            Text::words("Your current pay of ")
                .dollars(now)
                .say(" a year. We assumed that it grows ")
                .then(percent(growth))
                .say(" a year beyond prices.")
        }
        CounterfactualKind::MedicalSecretary(place) => secretary(answer, place, now),
        CounterfactualKind::SameJob => Text::words("Your current job: ")
            .dollars(now)
            .say(
                " a year now, at the same pay rank, growing with your years of work. People who leave the \
                 field work as medical secretaries at home from then on, with this career or without it.",
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
    Text::words("You stated no pay, so we used the closest job that asks for no certificate: ")
        .dollars(now)
        .say(format!(
            " a year now for a typical medical secretary in {}{hours}. Each person has the same pay rank \
             there as in coding, and the pay grows with years of work. To use your own pay, add `--pay`.",
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
        [] => Text::words("It costs no more than the same job."),
        _ => Text::words("What it costs: ").then(text).say("."),
    };
    match (answer.career_stage, answer.profile.plan().study) {
        (CareerStage::Newcomer, Some(Study::FullTime)) => text.say(
            " You study full-time: that takes less time, but you lose your current pay until the exam.",
        ),
        (CareerStage::Newcomer, _) => text.say(
            " You keep working while you study; `--study full-time` counts the pay you would lose.",
        ),
        _ => text,
    }
}

/// On which level pay is, and how far the other one is from it.
pub(crate) fn level_words(survey_level: LogEffect, level: PayLevel) -> Text {
    let more = (survey_level.factor() - 1.0) * 100.0;
    match level {
        PayLevel::Survey => Text::words("Pay is from AAPC's survey of its members, ")
            .number(more, 1)
            .say("% above what employers report to BLS (`--level oews`)."),
        PayLevel::Oews => Text::words("Pay is what employers surveyed by BLS pay; ")
            .say("AAPC's members report ")
            .number(more, 1)
            .say("% more (`--level survey`)."),
    }
}

pub(super) fn scale(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("Paid at which rates?");
    let tables = answer.tables;
    let chosen = scale_name(tables, answer.scenario, &answer.wages);
    let text = if answer.office == answer.scenario.locality() {
        format!("All pay in the field is at {chosen}.")
    } else {
        format!(
            "Until you work from home, pay is that of {}; from then on it is at {chosen}.",
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
                text.say(" So try `--geo-pay residence` too before you count on it.")
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
        _ if work.is_contract() => "Once you work from home, you work as a contractor",
        Pivot::Contracting => "After the specialty, you work as a contractor",
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
                " a year. A rate that you state stays the same in every career and every year.",
            ),
        None => text.say(
". You stated no rate, so we assumed that it pays what a job would; add `--hourly-rate` for yours. \
             `mbc-calc estimate --employment contract` shows which rate pays the same.",
        ),
    })
}
