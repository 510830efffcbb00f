//! What verdicts measure, ask and flip, in words.

use crate::data::{CriterionMeasure, MarketFact, Tables, Threshold};
use crate::engine::StepTo;
use crate::engine::verdict::{Answer, InputValue, Judged, Measured, Reservation};
use crate::profile::Key;
use crate::quantity::{Dollars, LifeStage, WorkStyle};
use crate::report::document::{Figure, Text, number};
use crate::report::words::{amount, counted, short_list};

/// Who asks, in words.
pub(super) const fn seeker(stage: LifeStage) -> &'static str {
    match stage {
        LifeStage::CareerChanger => "a career changer",
        LifeStage::Graduate => "a recent high-school graduate",
        LifeStage::LongTerm => "someone who seeks long-term security",
        LifeStage::Remote => "someone who wants to work remotely",
        LifeStage::Coder => "someone who works in the field",
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
    Dollars,
    Rank,
}

impl Unit {
    const fn decimals(self) -> u8 {
        match self {
            Self::Percent(decimals) => decimals,
            Self::Times => 2,
            Self::Points => 1,
            Self::Months | Self::Dollars | Self::Rank => 0,
        }
    }
}

const fn unit(measure: CriterionMeasure) -> Unit {
    use CriterionMeasure as M;
    match measure {
        M::Year5Pay
        | M::Year5PayOverPresent
        | M::RolesOverCoder
        | M::EmployerOverHome
        | M::LocationQuotient => Unit::Times,
        M::MeanGainIn5Years | M::MeanGainIn10Years | M::BestNextStep => Unit::Dollars,
        M::PayPercentile => Unit::Rank,
        M::GrowthOverAll => Unit::Points,
        M::MonthsToFirstPay | M::MonthsToRemote => Unit::Months,
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
        Unit::Dollars if number < 0.0 => Text::words("-$").say(grouped(-number)),
        Unit::Dollars => Text::words("$").say(grouped(number)),
        Unit::Rank => Text::default().number(number, decimals).say(" of 100 earn less"),
    }
}

/// A number of dollars, at least 0, in groups of three digits.
fn grouped(amount: f64) -> String {
    Dollars::new(amount).map_or_else(
        |_| String::new(),
        |amount| {
            let text = number::in_prose(Figure::Dollars(amount));
            text.trim_start_matches('$').to_owned()
        },
    )
}

/// How many more decimals than usual it takes for what was measured and what is asked to differ.
fn more_decimals(judged: &Judged<'_>) -> u8 {
    const MOST: u8 = 3;
    let unit = unit(judged.criterion.measure);
    let (Some(asked), Measured::Number(found)) = (judged.asked(), judged.measured) else {
        return 0;
    };
    if judged.holds != Some(false) || matches!(unit, Unit::Dollars) {
        return 0;
    }
    let scale = if matches!(unit, Unit::Percent(_)) { 100.0 } else { 1.0 };
    let written = |number: f64, more: u8| {
        libm::round(number * scale * libm::pow(10.0, f64::from(unit.decimals() + more)))
    };
    let differ = |more: &u8| (written(found, *more) - written(asked, *more)).abs() > 0.5;
    (0..=MOST).find(differ).unwrap_or(MOST)
}

/// What was measured.
pub(super) fn measured(judged: &Judged<'_>) -> Text {
    match judged.measured {
        Measured::Number(value) => {
            number(unit(judged.criterion.measure), value, more_decimals(judged))
        }
        Measured::BeyondMeasure(_) => "without limit".into(),
        Measured::Irrelevant(_) => "does not matter".into(),
        Measured::Said(said) => yes_or_no(said).into(),
        Measured::Adoption(Some(ai)) => ai.name().into(),
        Measured::Adoption(None) | Measured::Missing(_) => "not known".into(),
    }
}

/// What is asked.
pub(super) fn asked(judged: &Judged<'_>) -> Text {
    let text = |asked: f64| number(unit(judged.criterion.measure), asked, more_decimals(judged));
    match judged.criterion.threshold {
        Threshold::AtLeast(least) => Text::words("at least ").then(text(least)),
        Threshold::AtMost(most) => Text::words("at most ").then(text(most)),
        Threshold::MoreThan(than) => Text::words("more than ").then(text(than)),
        Threshold::WithinWait => match judged.wait {
            Some(wait) => Text::words("at most ").then(text(f64::from(wait))),
            None => "at most your wait".into(),
        },
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

/// A criterion with its value next to what is asked: `starters who are ahead: 31% (asked: at least 25%)`.
pub(super) fn in_short(judged: &Judged<'_>) -> Text {
    let label = Text::words(judged.criterion.label.clone());
    match judged.measured {
        Measured::Missing(why) => label.say(format!(": not known, because {why}")),
        Measured::BeyondMeasure(why) => label.say(format!(": without limit, because {why}")),
        Measured::Irrelevant(why) => label.say(format!(": {why}")),
        Measured::Said(None) | Measured::Adoption(None) => label.say(": you did not say"),
        _ => {
            let asked = asked(judged);
            label.say(": ").then(measured(judged)).say(" (asked: ").then(asked).say(")")
        }
    }
}

/// The question of a criterion and what was found, or how to answer it.
pub(super) fn answered(judged: &Judged<'_>) -> Text {
    let question = Text::words(format!("{} ", judged.criterion.question));
    match (judged.measured, judged.criterion.measure) {
        (Measured::Said(Some(said)), _) => {
            question.say(format!("You said {}.", yes_or_no(Some(said))))
        }
        (Measured::Said(None), CriterionMeasure::WorkStyle(style)) => {
            question.say(format!("`{} yes` or `no`.", Key::stating(style).flag()))
        }
        (Measured::Adoption(Some(ai)), _) => question.say(format!("You said {}.", ai.name())),
        (Measured::Adoption(None), _) => question.say("`--ai early`, `average` or `avoid`."),
        (Measured::Missing(why), _) => question.say(format!("Not known: {why}.")),
        (Measured::BeyondMeasure(why), _) => question.say(format!("No: {why}.")),
        (Measured::Irrelevant(why), _) => question.say(format!("It does not matter: {why}.")),
        (Measured::Number(_), _) if judged.holds.is_none() => question
            .then(measured(judged))
            .say(" for half of those who get there; `--wait` says how long you can."),
        _ => question.then(measured(judged)).say("; asked: ").then(asked(judged)).say("."),
    }
}

/// What the work asks of people, in the words of "to ...".
pub(super) const fn demand(style: WorkStyle) -> &'static str {
    match style {
        WorkStyle::SelfDiscipline => "to work well without anyone watching",
        WorkStyle::Repetition => "to do the same thing again and again",
        WorkStyle::Learning => "to keep learning",
        WorkStyle::Technology => "to work with new software",
        WorkStyle::Company => "to do without people around you",
        WorkStyle::Detail => "to work with detail",
        WorkStyle::Deadlines => "to meet short deadlines",
        WorkStyle::HomeOffice => "to lock a room and a screen away",
    }
}

/// Why an answer is no more than conditional.
pub(super) const fn reservation(reservation: Reservation) -> &'static str {
    match reservation {
        Reservation::UnknownMust => "something that it takes is not known yet",
        Reservation::FewShoulds => "no more than half of what helps is there",
        Reservation::EmployersScale => {
            "it is not known to be yes if the employer pays by where you live, and you do not choose that"
        }
    }
}

/// A step of someone in the field.
pub(super) fn step(tables: &Tables, step: StepTo) -> String {
    match step {
        StepTo::Certification => "one more certification".to_owned(),
        StepTo::Specialty(level) | StepTo::Role(level) => {
            format!("{}, with its certification", tables.specialties.get(level).label)
        }
        StepTo::Setting(level) => format!("work for {}", tables.settings.get(level).label),
        StepTo::EmployersScale => "work from home on the employer's pay scale".to_owned(),
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
