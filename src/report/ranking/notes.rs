//! What to know of a ranking before relying on it.

use crate::data::GradeRule;
use crate::engine::{PlaceOf, RankBy, RankedLevel, Ranking};
use crate::profile::GeoPay;
use crate::report::document::{Column, Document, Row, Text};
use crate::report::words::{causal_line, my_pay, scale_fact, scale_name};

/// The levels without an answer, and why.
pub(super) fn unanswered(document: &mut Document, answer: &Ranking<'_>) {
    if answer.unanswered.is_empty() {
        return;
    }
    document.heading("Without an answer");
    let rows = answer.unanswered.iter().map(|level| {
        let mark = if level.is_stated { "you are here" } else { "" };
        let cells = [level.reason.to_owned().into(), mark.into()];
        Row::new(level.id.to_string(), level.label.to_owned(), cells)
    });
    document.table("unanswered", [Column::same("reason"), Column::new("mark", "")], rows);
}

/// The marks, the pay scale, and how far a difference goes.
pub(super) fn notes(document: &mut Document, answer: &Ranking<'_>) {
    document.heading("How to read it");
    if everything(answer).any(|level| level.is_thin) {
        document.prose(
            "thin",
            Text::words(
                "thin: a rough figure, because the relative standard error of the mean wage there \
                 is over ",
            )
            .number(answer.tables.grades.over(GradeRule::SamplingError), 0)
            .say("%."),
        );
    }
    if everything(answer).any(|level| level.is_derived) {
        document.prose(
            "derived",
            "derived: no wages of this occupation are published there, so the nation's stand in, \
             raised or lowered as the pay of all occupations is there.",
        );
    }
    if answer.profile.work().is_contract() {
        document.prose(
            "contract",
            "Pay is that of an employee: `mbc-calc estimate` says what a contractor has to bill for it.",
        );
    }
    let stated = answer.levels.stated().or_else(|| answer.old.stated());
    if let Some(mine) = stated.and_then(|level| level.my_pay.as_ref()) {
        document.prose("my_pay", my_pay(mine));
    } else if everything(answer).any(|level| level.my_pay.is_some()) {
        document.prose(
            "my_pay",
            format!(
                "To see how your pay compares, add `{}`, or run `mbc-calc estimate` with the same flags.",
                answer.by.key().flag()
            ),
        );
    }
    let place_of = answer.by.place_of();
    let each = match answer.by {
        RankBy::EmployerMetro | RankBy::Metro => "area",
        _ => "state",
    };
    let scale = answer.common_scale();
    let words = match (place_of, scale) {
        (Some(PlaceOf::Home), Some(scale)) => format!(
            "Pay is on {} wherever you live; only what it buys there changes.",
            scale_name(answer.tables, scale.scenario, &scale.wages)
        ),
        (Some(PlaceOf::Home), None) => format!("Pay is on the home scale: that of each {each}."),
        (_, Some(scale)) => {
            format!("Pay is on {}.", scale_name(answer.tables, scale.scenario, &scale.wages))
        }
        (_, None) => format!("Pay is on the employer's scale: that of each {each}."),
    };
    document.prose("scale", words);
    if everything(answer).any(|level| level.chosen.scenario.geo_pay == GeoPay::Employer) {
        document.prose("scale_fact", scale_fact(answer.tables));
    }
    if [RankBy::Certs, RankBy::Specialty].contains(&answer.by) {
        let stated = answer.profile.plan().causal_share;
        document.prose("causal", causal_line(answer.tables, stated));
    } else if place_of.is_none() {
        document.prose(
            "difference",
            "These are workers as they are. Part of the difference between two levels is who gets \
             there, so changing over need not bring all of it.",
        );
    }
    document.prose(
        "more",
        format!(
            "For one of them in full, run `mbc-calc estimate` with `{}` and the same flags.",
            answer.by.key().flag()
        ),
    );
}

/// Every level that is shown.
pub(super) fn everything<'a>(answer: &'a Ranking<'_>) -> impl Iterator<Item = &'a RankedLevel<'a>> {
    answer.levels.shown().iter().chain(answer.old.shown())
}
