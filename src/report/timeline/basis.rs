//! What a career is measured against, what it costs, and which pay scale it gets, for people.

use super::words::{amounts_of, percent};
use crate::data::{CareerNumber, CostItem, Occupation};
use crate::engine::Timeline;
use crate::engine::career::CounterfactualKind;
use crate::profile::{CareerStage, PayLevel, Pivot, Study};
use crate::quantity::{Dollars, LogEffect, PlaceCode};
use crate::report::document::{Document, Figure, Text};
use crate::report::words::{scale_fact, scale_name, short_list};

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
        CounterfactualKind::EntryPay(place) => entry_pay(answer, place, now),
    };
    document.prose("counterfactual", text);
    document.prose("outlays", outlays(answer));
}

fn entry_pay(answer: &Timeline<'_>, place: PlaceCode, now: Dollars) -> Text {
    let tables = answer.tables;
    let source = tables.occupations.get(Occupation::AllOccupations, place).ok();
    let source = source.map(|row| short_list(tables, &[row.source])).unwrap_or_default();
    let home = answer.profile.home().unwrap_or(PlaceCode::NATION);
    let elsewhere = if home == place {
        String::new()
    } else {
        format!(" (no such figure is known for {})", tables.geography.in_sentence(home))
    };
    let hours = match answer.profile.work().other_hours() {
        Some(_) => " for as many hours",
        None => "",
    };
    Text::words("No present pay is stated, so a pay at the lower end stands in for it: ")
        .dollars(now)
        .say(format!(
            " a year. A quarter of all workers in {}{elsewhere} earn less{hours} ({source}). It grows with \
             years of work as pay in the field does, so that like is compared with like. \
             `--pay` puts your own pay in its place.",
            tables.geography.in_sentence(place)
        ))
}

fn outlays(answer: &Timeline<'_>) -> Text {
    let paid = &answer.costs;
    let examined = answer.assumptions.iter().any(|used| used.item == CostItem::Exam.name());
    let exam = if examined { paid.exam } else { 0.0 };
    let text = amounts_of(&[
        (paid.tuition, "for the programme"),
        (paid.books, "for books"),
        (exam, "for each exam with a second attempt"),
        (paid.membership, "a year for membership"),
    ]);
    let text = Text::words("What it costs: ").then(text).say(".");
    match (answer.career_stage, answer.profile.plan().study) {
        (CareerStage::Newcomer, Some(Study::FullTime)) => text.say(
            " You study full-time, so the present pay is missing from now until the exam is over.",
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
