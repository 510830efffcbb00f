//! What makes the difference of two means, step by step.

use crate::data::{Locality, Occupation};
use crate::engine::{Cause, Compared, Contribution, Estimate, StepKind};
use crate::quantity::Factor;
use crate::report::document::{Figure, Text};
use crate::report::words::{factor_label, other_hours};

/// What makes the difference of the means, the largest part first.
pub(super) fn causes(base: &Estimate<'_>, other: &Compared<'_>) -> Text {
    const NOTICEABLE: f64 = 0.5;
    let [from, to] = [base, &other.estimate].map(|answer| answer.figures.compared_pay().mean);
    let text = Text::default().stress(format!("{}: ", other.name));
    let mut parts: Vec<&Contribution> =
        other.contributions.iter().filter(|part| part.dollars.get().abs() >= NOTICEABLE).collect();
    parts.sort_by(|a, b| b.dollars.get().abs().total_cmp(&a.dollars.get().abs()));
    if parts.is_empty() {
        return text.say("no difference.");
    }
    let text = text.figure(Figure::Difference { from, to }).say(" in the mean: ");
    let last = parts.len() - 1;
    parts.into_iter().enumerate().fold(text, |text, (i, part)| {
        text.then(cause(base, &other.estimate, part.kind))
            .say(" ")
            .figure(Figure::Change(part.dollars))
            .say(if i == last { "." } else { "; " })
    })
}

fn not_counted(answer: &Estimate<'_>, factor: Factor) -> bool {
    answer.profile.not_counted().contains(factor)
}

/// What differs in a step, in words.
pub(super) fn cause(base: &Estimate<'_>, other: &Estimate<'_>, cause: Cause) -> Text {
    let Cause::Step(kind) = cause else {
        return "what the stated rate leaves, instead of the pay of employees".into();
    };
    let step = |answer: &'_ Estimate<'_>| {
        answer.steps.iter().find(|step| step.kind.name() == kind.name()).map(|step| step.factor)
    };
    match (kind, step(base), step(other)) {
        (StepKind::Place(_), ..) => {
            let roles = [base.profile.role(), other.profile.role()];
            let [from_role, to_role] = roles;
            let [from, to] = [base, other].map(|answer| answer.figures.chosen().wages.of);
            let words = |of: Locality, role: Option<Occupation>| {
                let place = of.in_sentence(base.tables);
                let field = base.tables.occupations.field_name();
                match roles {
                    [None, None] => place,
                    _ => format!("{place} ({})", role.map_or(field, |role| role.name())),
                }
            };
            let now = format!("wages in {}", words(to, to_role));
            if from == to && from_role == to_role {
                return now.into();
            }
            format!("{now} instead of {}", words(from, from_role)).into()
        }
        (StepKind::SurveyLevel, Some(_), None) => {
            "pay level of all employers instead of the AAPC survey's".into()
        }
        (StepKind::Hours, ..) => other_hours(base.profile.work().hours, other.profile.work().hours),
        (StepKind::SurveyLevel, ..) => "pay level of the AAPC survey".into(),
        (StepKind::Factor(factor), before, after) => {
            let stated =
                |answer: &Estimate<'_>| factor_label(answer.tables, &answer.profile, factor);
            let (from, to) = (stated(base), stated(other));
            match (before, after) {
                (Some(_), None) if not_counted(other, factor) => from.say(" not counted"),
                (Some(_), None) => from.say(" not stated"),
                (None, Some(_)) if not_counted(base, factor) => to.say(" counted"),
                (Some(_), Some(_)) if from != to => to.say(" instead of ").then(from),
                (Some(before), Some(after)) if before.total_cmp(&after).is_ne() => {
                    to.say(" (counted with other facts)")
                }
                _ => to,
            }
        }
    }
}
