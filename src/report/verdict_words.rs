//! What verdicts measure, ask and flip, in words.

use super::figure::Figure;
use super::source_note::short_list;
use super::text::Text;
use crate::data::{Criterion, CriterionMeasure, FactValue, MarketFact, Tables, Threshold};
use crate::engine::verdict::{Answer, InputValue, Judged, Measured, Reservation};
use crate::quantity::LifeStage;

/// Who asks, in words.
pub(super) const fn seeker(stage: LifeStage) -> &'static str {
    match stage {
        LifeStage::CareerChanger => "a career changer",
        LifeStage::Graduate => "a recent high-school graduate",
        LifeStage::LongTerm => "someone who seeks long-term security",
        LifeStage::Remote => "someone who wants to work remotely",
    }
}

/// The answer as the first word of a sentence.
pub(super) const fn first_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::Conditional => "Conditional",
        Answer::No => "No",
    }
}

/// In what a number of a criterion is told.
enum Unit {
    Percent(u8),
    Times,
    Points,
    Months,
}

const fn unit(measure: CriterionMeasure) -> Unit {
    use CriterionMeasure as M;
    match measure {
        M::Year3Pay | M::Year5Pay | M::Year5PayAtHome | M::RolesOverCoder | M::EmployerOverHome => {
            Unit::Times
        }
        M::GrowthOverAll => Unit::Points,
        M::MonthsUntilRemote => Unit::Months,
        M::Openings | M::RealPayGrowth => Unit::Percent(1),
        _ => Unit::Percent(0),
    }
}

fn number(measure: CriterionMeasure, number: f64) -> Text {
    let text = Text::default();
    match unit(measure) {
        Unit::Percent(decimals) => text.number(number * 100.0, decimals).say("%"),
        Unit::Times => text.number(number, 2).say(" times"),
        Unit::Points => text.number(number, 1).say(" points"),
        Unit::Months => text.number(number, 0).say(" months"),
    }
}

/// What was measured.
pub(super) fn measured(judged: &Judged<'_>) -> Text {
    match judged.measured {
        Measured::Number(value) => number(judged.criterion.measure, value),
        Measured::Said(said) => yes_or_no(said).into(),
        Measured::Adoption(ai) => ai.name().into(),
        Measured::Missing(_) => "not known".into(),
    }
}

/// What is asked.
pub(super) fn asked(criterion: &Criterion) -> Text {
    let words = |words: &'static str| Text::words(words);
    match criterion.threshold {
        Threshold::AtLeast(least) => words("at least ").then(number(criterion.measure, least)),
        Threshold::AtMost(most) => words("at most ").then(number(criterion.measure, most)),
        Threshold::Said(wanted) => yes_or_no(Some(wanted)).into(),
        Threshold::NotAvoided => "not avoid".into(),
    }
}

/// Yes, no or not known.
pub(super) const fn yes_or_no(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    }
}

/// A criterion with its value beside what is asked: `entry: 60% (asked: at least 50%)`.
pub(super) fn in_short(judged: &Judged<'_>) -> Text {
    let label = Text::words(judged.criterion.label.clone());
    match judged.measured {
        Measured::Missing(why) => label.say(format!(": not known, because {why}")),
        Measured::Said(None) => label.say(": you did not say"),
        _ => {
            let asked = asked(judged.criterion);
            label.say(": ").then(measured(judged)).say(" (asked: ").then(asked).say(")")
        }
    }
}

/// Why an answer is no more than conditional.
pub(super) const fn reservation(reservation: Reservation) -> &'static str {
    match reservation {
        Reservation::UnknownMust => "something that must hold is not known",
        Reservation::FewShoulds => "no more than half of what should hold does",
        Reservation::EmployersScale => {
            "it would not be yes if the employer paid by where you live, and you do not choose that"
        }
    }
}

/// The name of a reservation in answers.
pub(super) const fn reservation_id(reservation: Reservation) -> &'static str {
    match reservation {
        Reservation::UnknownMust => "unknown_must",
        Reservation::FewShoulds => "few_shoulds",
        Reservation::EmployersScale => "employers_scale",
    }
}

/// A value of an input.
pub(super) fn value(value: &InputValue) -> Text {
    match value {
        InputValue::NotStated => "not stated".into(),
        InputValue::Dollars(amount) => Text::default().figure(Figure::Dollars(*amount)),
        InputValue::Months(months) => {
            Text::default().figure(Figure::Count(u64::from(*months))).say(" months")
        }
        InputValue::Count(count) => Text::default().figure(Figure::Count(u64::from(*count))),
        InputValue::Word(word) => word.clone().into(),
        InputValue::Place(place) => place.to_string().into(),
    }
}

/// A fact of the market as a sentence with its source.
pub(super) fn fact(tables: &Tables, fact: &MarketFact) -> Text {
    let bound = fact.bound.as_deref().map_or(String::new(), |bound| format!("{bound} "));
    let text = Text::words(bound);
    let text = match fact.value {
        FactValue::Number(number) => text.then(plain(number)),
        FactValue::Range { low, high } => text.then(plain(low)).say(" to ").then(plain(high)),
        FactValue::Changes { added, deleted, revised } => {
            text.say(format!("{added} added, {deleted} deleted and {revised} revised"))
        }
    };
    let note = fact.note.as_deref().map_or(String::new(), |note| format!(" {note}"));
    let item = fact.item.replace('-', " ");
    Text::words(format!("{item}, {}: ", fact.period)).then(text).say(format!(
        " {}{note} ({})",
        fact.unit,
        short_list(tables, &fact.sources)
    ))
}

/// A number with the decimals that it has, up to two.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a fact that is a whole number of things is at least 0"
)]
fn plain(number: f64) -> Text {
    let decimals = (0..2_u8).find(|&decimals| {
        let shifted = number * libm::pow(10.0, f64::from(decimals));
        (shifted - libm::round(shifted)).abs() < 1e-9
    });
    match decimals {
        Some(0) if number >= 0.0 => Text::default().figure(Figure::Count(number as u64)),
        decimals => Text::default().number(number, decimals.unwrap_or(2)),
    }
}
