//! What was found of a criterion, in a sentence with what we ask for.

use super::numbers::{asked_for, compared, measured, size};
use super::words::can;
use crate::data::{CriterionMeasure, Threshold};
use crate::engine::verdict::{Judged, Measured};
use crate::profile::{AiAdoption, Key};
use crate::quantity::WorkStyle;
use crate::report::document::Text;

/// What was found and what we ask for, or how to answer what is still open.
pub(super) fn found(judged: &Judged<'_>) -> Text {
    match judged.measured {
        Measured::Number(_) if judged.holds.is_some() && !is_a_time(judged) => {
            match asked_for(judged) {
                Some(asked) => clause(judged).say(" (").then(asked).say(")."),
                None => clause(judged).say("."),
            }
        }
        _ => clause(judged).say("."),
    }
}

/// The same without what we ask for and without a full stop.
pub(super) fn clause(judged: &Judged<'_>) -> Text {
    let question = || Text::words(format!("{} ", judged.criterion.question));
    match (judged.measured, judged.criterion.measure) {
        (Measured::Number(_), _) if judged.holds.is_none() => question()
            .say("It takes ")
            .then(measured(judged))
            .say(" for half (add `--wait` and your months)"),
        (Measured::Number(value), measure) => number(judged, measure, value),
        (Measured::Said(Some(_)), CriterionMeasure::WorkStyle(style)) => said(judged, style),
        (Measured::Said(None), CriterionMeasure::WorkStyle(style)) => {
            let flag = Key::stating(style).flag();
            question().say(format!("You didn't say (add `{flag} yes` or `no`)"))
        }
        (Measured::Adoption(Some(AiAdoption::Avoid)), _) => {
            "The work asks for AI tools; you say you'll avoid them".into()
        }
        (Measured::Adoption(Some(_)), _) => "You say you'll use AI tools".into(),
        (Measured::Adoption(None), _) => {
            question().say("You didn't say (add `--ai early` or `average`)")
        }
        (Measured::Said(_), _) => question().say("You didn't say"),
        (Measured::Missing(why), _) => question().say(format!("Not known: {why}")),
        (Measured::BeyondMeasure(why), _) if judged.holds == Some(true) => {
            question().say(format!("Yes: {why}"))
        }
        (Measured::BeyondMeasure(why), _) => question().say(format!("No: {why}")),
        (Measured::Irrelevant(why), _) => question().say(format!("It doesn't matter: {why}")),
    }
}

/// Whether what was found is a time next to how long the person can wait.
fn is_a_time(judged: &Judged<'_>) -> bool {
    matches!(judged.criterion.threshold, Threshold::WithinWait)
}

/// What a person says of themselves.
fn said(judged: &Judged<'_>, style: WorkStyle) -> Text {
    let can = can(style);
    Text::words(match judged.holds {
        Some(true) => format!("You say you can {can}"),
        _ => format!("The work asks you to {can}; you say that isn't you"),
    })
}

fn number(judged: &Judged<'_>, measure: CriterionMeasure, value: f64) -> Text {
    use CriterionMeasure as M;
    let is_low = judged.holds == Some(false)
        && matches!(judged.criterion.threshold, Threshold::AtLeast(_) | Threshold::MoreThan(_));
    let share = |of: &'static str| {
        Text::words(if is_low { "Only " } else { "" }).then(measured(judged)).say(of)
    };
    let gain = |years: &'static str| {
        Text::words("People who start are ")
            .then(size(judged, value))
            .say(if value < 0.0 { " behind after " } else { " ahead after " })
            .say(years)
            .say(" years, on average")
    };
    let ratio = |what: &'static str, differ, same| {
        Text::words(what).then(compared(judged, value, differ, same))
    };
    let found = |what: &'static str| Text::words(what).then(measured(judged));
    match measure {
        M::MonthsToFirstPay if value <= 0.0 => "You work in the field already".into(),
        M::MonthsToRemote if value <= 0.0 => "You work from home already".into(),
        M::MonthsToFirstPay => months(judged, "Half of people who get hired are paid within "),
        M::MonthsToRemote => months(judged, "Half of people who get to work from home do within "),
        M::MeanGainIn5Years => gain("5"),
        M::MeanGainIn10Years => gain("10"),
        M::LossOverPresentPay => found("You could lose ").say(" of a year's pay"),
        M::LossOverEntryPay => found("You could lose ").say(" of a year's starting pay"),
        M::Year5Pay if judged.is_after_tax => {
            ratio("In year 5, pay after taxes is ", " than", "the same as").say(" without coding")
        }
        M::Year5Pay => ratio("In year 5, pay is ", " than", "the same as").say(" without coding"),
        M::Year5PayOverPresent if judged.is_after_tax => {
            ratio("In year 5, you would keep ", " after taxes than", "the same as").say(" now")
        }
        M::Year5PayOverPresent => {
            ratio("In year 5, you would earn ", " than", "the same as").say(" now")
        }
        M::CodingJobIn3Years => share(" of people who start have a coding job within 3 years"),
        M::GainIn5Years => share(" of people who start are ahead after 5 years"),
        M::RemoteIn5Years => share(" of people who start work from home within 5 years"),
        M::RemoteShare => share(" of coders work from home"),
        M::LocationQuotient => {
            ratio("Coding jobs are ", " common near you", "as common near you as elsewhere")
        }
        M::ProgramsAboveHighSchool => share(" of programs near you beat high-school pay"),
        M::RolesOverCoder => ratio("The next roles up pay ", " than", "as much as").say(" coding"),
        M::EmployerOverHome => {
            ratio("The employer's rates pay ", " than", "as much as").say(" rates where you live")
        }
        M::GrowthOverAll => Text::words("The field should grow ")
            .then(size(judged, value))
            .say(if value < 0.0 { " slower" } else { " faster" })
            .say(" than all jobs over ten years"),
        M::Openings => found("Openings a year come to ").say(" of the jobs in the field"),
        M::RealPayGrowth => Text::words("Typical pay buys ")
            .then(size(judged, value))
            .say(if value < 0.0 { " less" } else { " more" })
            .say(" than in the first year of this data"),
        M::BestNextStep => Text::words("The best next step ")
            .say(if value < 0.0 { "loses " } else { "adds " })
            .then(size(judged, value))
            .say(" over 5 years, on average"),
        M::PayPercentile => share(" of 100 people like you earn less than you"),
        M::AiAdoption | M::WorkStyle(_) => Text::default(),
    }
}

/// A time next to how long the person can wait.
fn months(judged: &Judged<'_>, what: &'static str) -> Text {
    let text = Text::words(what).then(measured(judged));
    match judged.wait {
        Some(wait) => {
            let only = if judged.holds == Some(false) { "only " } else { "" };
            text.say(format!("; you can wait {only}{wait}"))
        }
        None => text,
    }
}
