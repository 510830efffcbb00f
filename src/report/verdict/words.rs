//! What verdicts measure, ask and flip, in words.

use crate::data::{CriterionMeasure, MarketFact, Tables, Threshold};
use crate::engine::verdict::{Answer, InputValue, Judged, Measured, Reservation};
use crate::quantity::LifeStage;
use crate::report::document::{Figure, Text};
use crate::report::words::{amount, counted, short_list};

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

/// The unit that a number of a criterion is written in.
#[derive(Clone, Copy)]
enum Unit {
    Percent(u8),
    Times,
    Points,
    Months,
}

impl Unit {
    const fn decimals(self) -> u8 {
        match self {
            Self::Percent(decimals) => decimals,
            Self::Times => 2,
            Self::Points => 1,
            Self::Months => 0,
        }
    }
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

fn number(unit: Unit, number: f64, more: u8) -> Text {
    let decimals = unit.decimals() + more;
    match unit {
        Unit::Percent(_) => Text::default().number(number * 100.0, decimals).say("%"),
        Unit::Times => Text::default().number(number, decimals).say(" times"),
        Unit::Points => Text::default().number(number, decimals).say(" points"),
        Unit::Months if (number - 1.0).abs() < 0.5 => "1 month".into(),
        Unit::Months => Text::default().number(number, decimals).say(" months"),
    }
}

/// How many more decimals than usual it takes for what was measured and what is asked to differ.
fn more_decimals(judged: &Judged<'_>) -> u8 {
    const MOST: u8 = 3;
    let (Threshold::AtLeast(asked) | Threshold::AtMost(asked)) = judged.criterion.threshold else {
        return 0;
    };
    let Measured::Number(found) = judged.measured else { return 0 };
    let unit = unit(judged.criterion.measure);
    let scale = if matches!(unit, Unit::Percent(_)) { 100.0 } else { 1.0 };
    let written = |number: f64, more: u8| {
        libm::round(number * scale * libm::pow(10.0, f64::from(unit.decimals() + more)))
    };
    let differ = |more: &u8| (written(found, *more) - written(asked, *more)).abs() > 0.5;
    if judged.holds == Some(false) { (0..=MOST).find(differ).unwrap_or(MOST) } else { 0 }
}

/// What was measured.
pub(super) fn measured(judged: &Judged<'_>) -> Text {
    match judged.measured {
        Measured::Number(value) => {
            number(unit(judged.criterion.measure), value, more_decimals(judged))
        }
        Measured::BeyondMeasure(_) => "without limit".into(),
        Measured::Said(said) => yes_or_no(said).into(),
        Measured::Adoption(ai) => ai.name().into(),
        Measured::Missing(_) => "not known".into(),
    }
}

/// What is asked.
pub(super) fn asked(judged: &Judged<'_>) -> Text {
    let text = |asked: f64| number(unit(judged.criterion.measure), asked, more_decimals(judged));
    match judged.criterion.threshold {
        Threshold::AtLeast(least) => Text::words("at least ").then(text(least)),
        Threshold::AtMost(most) => Text::words("at most ").then(text(most)),
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

/// A criterion with its value next to what is asked: `entry: 60% (asked: at least 50%)`.
pub(super) fn in_short(judged: &Judged<'_>) -> Text {
    let label = Text::words(judged.criterion.label.clone());
    match judged.measured {
        Measured::Missing(why) => label.say(format!(": not known, because {why}")),
        Measured::BeyondMeasure(why) => label.say(format!(": without limit, because {why}")),
        Measured::Said(None) => label.say(": you did not say"),
        _ => {
            let asked = asked(judged);
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
            "it is not known to be yes if the employer pays by where you live, and you do not choose that"
        }
    }
}

/// A value of an input.
pub(super) fn value(value: &InputValue) -> Text {
    match value {
        InputValue::NotStated => "not stated".into(),
        InputValue::Dollars(amount) => Text::default().figure(Figure::Dollars(*amount)),
        InputValue::Months(months) => counted(*months, "month").into(),
        InputValue::Count(count) => Text::default().figure(Figure::Count(u64::from(*count))),
        InputValue::Word(word) => word.clone().into(),
        InputValue::Place(place) => place.to_string().into(),
    }
}

/// A fact of the market as a sentence with its source.
pub(super) fn fact(tables: &Tables, label: &str, fact: &MarketFact) -> Text {
    let note = fact.note.as_deref().map_or(String::new(), |note| format!(" {note}"));
    let sources = short_list(tables, &fact.sources);
    Text::words(format!("{label}, {}: ", fact.period))
        .then(amount(fact))
        .say(format!("{note} ({sources})"))
}
