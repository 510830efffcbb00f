//! What to know of a ranking before relying on it.

use super::credentials;
use crate::data::GradeRule;
use crate::engine::{FigureAge, PlaceOf, RankBy, RankedLevel, Ranking};
use crate::profile::GeoPay;
use crate::report::document::{Column, Document, Row, Text};
use crate::report::estimate::over;
use crate::report::take_home::law_in_short;
use crate::report::words::{causal_line, my_pay, population, rates, scale_fact};

/// The levels without an answer, and why.
pub(super) fn unanswered(document: &mut Document, answer: &Ranking<'_>) {
    if answer.unanswered.is_empty() {
        return;
    }
    document.heading("Without an answer");
    let rows = answer.unanswered.iter().map(|level| {
        let mark = if level.is_stated { "you are here" } else { "" };
        let cells = [level.reason.to_string().into(), mark.into()];
        Row::new(level.id.to_string(), level.label.to_owned(), cells)
    });
    document.table("unanswered", [Column::same("reason"), Column::new("mark", "")], rows);
}

/// What to know before relying on it, a line each.
pub(super) fn notes(document: &mut Document, answer: &Ranking<'_>) {
    if let Some(population) = population(answer.tables, &answer.profile) {
        document.prose("population", population);
    }
    let shown = |is_so: fn(&RankedLevel<'_>) -> bool| everything(answer).any(is_so);
    if shown(|level| level.is_thin) {
        document.prose(
            "thin",
            Text::words(
                "Few surveyed: a rough figure (the relative standard error of the average is over ",
            )
            .number(answer.tables.grades.over(GradeRule::SamplingError), 0)
            .say("%)."),
        );
    }
    if shown(|level| level.is_derived) {
        document.prose(
            "derived",
            "Derived: no wages of this occupation are published there, so we use the nation's, \
             adjusted to what all jobs pay there.",
        );
    }
    if shown(|level| level.age == FigureAge::Old) {
        let years = over(answer.tables, GradeRule::VeryOld);
        document.prose("old", format!("Old data: over {years} years old, so a rough figure."));
    }
    if answer.profile.work().is_contract() {
        document.prose(
            "contract",
            "Pay is that of an employee; `mbc-calc estimate` shows what a contractor has to bill for \
             it.",
        );
    }
    match answer.by {
        RankBy::Credential => document.prose(
            "credentials",
            "Each as the only certification, in the work that it leads to. Blank: not known.",
        ),
        RankBy::Role => document.prose(
            "roles",
            "Certifications, specialty and kind of employer count in coding only; a role is the pay of \
             everyone in it.",
        ),
        _ => {}
    }
    own_pay(document, answer);
    let mut after =
        everything(answer).filter_map(|level| level.take_home.as_ref()?.as_deref().ok());
    if let Some(after) = after.next() {
        document.prose("take_home", law_in_short(&after.law, after.applies_rules));
    }
    document.prose("scale", scale(answer));
    if [RankBy::Certs, RankBy::Credential, RankBy::Specialty].contains(&answer.by) {
        let stated = answer.profile.plan().causal_share;
        document.prose("causal", causal_line(answer.tables, stated));
    } else if answer.by.place_of().is_none() {
        document.prose(
            "difference",
            "Switching may not bring you the whole difference: part of it is who works there.",
        );
    }
}

/// Where the stated pay is among those of the level that is stated.
fn own_pay(document: &mut Document, answer: &Ranking<'_>) {
    if let Some(mine) = answer.levels.stated().and_then(|level| level.my_pay.as_ref()) {
        document.prose("my_pay", my_pay(mine));
    } else if everything(answer).any(|level| level.my_pay.is_some()) {
        document.prose(
            "my_pay",
            format!(
                "To see how your pay compares, add `{}`, or run `mbc-calc estimate` with the same \
                 flags.",
                answer.by.key().flag()
            ),
        );
    }
}

/// At which rates one is paid.
fn scale(answer: &Ranking<'_>) -> String {
    let each = match answer.by {
        RankBy::EmployerMetro | RankBy::Metro => "area",
        _ => "state",
    };
    let common = answer.common_scale().map(|scale| rates(answer.tables, scale.wages.of));
    match (answer.by.place_of(), common) {
        (Some(PlaceOf::Home), Some(rates)) => {
            format!("Pay is at {rates} wherever you live; only what it buys there changes.")
        }
        (Some(PlaceOf::Home), None) => {
            format!("Pay is at the rates of the {each} where you would live.")
        }
        (_, Some(rates)) => format!("Pay is at {rates}."),
        (_, None) => format!(
            "Pay is at the rates of the employer's {each}. Many employers pay by where you live; \
             ask before you count on it."
        ),
    }
}

/// What is known of the rates that employers pay.
pub(super) fn background(document: &mut Document, answer: &Ranking<'_>) {
    if answer.by == RankBy::Credential {
        credentials::exams(document, answer.tables, answer.levels.shown());
        document.prose(
            "holders",
            "What holders earn is of its own year and place, with their other certifications.",
        );
    }
    if everything(answer).any(|level| level.chosen.scenario.geo_pay == GeoPay::Employer) {
        document.prose("scale_fact", scale_fact(answer.tables));
    }
}

/// Every level that is shown.
pub(super) fn everything<'a>(answer: &'a Ranking<'_>) -> impl Iterator<Item = &'a RankedLevel<'a>> {
    answer.levels.shown().iter()
}
