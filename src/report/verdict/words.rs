//! What verdicts ask and flip, in words.

use crate::data::{MarketFact, Tables};
use crate::engine::verdict::{Answer, InputValue, Reservation};
use crate::quantity::{LifeStage, WorkStyle};
use crate::report::document::{Figure, Text};
use crate::report::words::{amount, counted, short_list};

/// Who asks, in words.
pub(super) const fn seeker(stage: LifeStage) -> &'static str {
    match stage {
        LifeStage::CareerChanger => "a career changer",
        LifeStage::Graduate => "a new high-school graduate",
        LifeStage::LongTerm => "someone who wants long-term security",
        LifeStage::Remote => "someone who wants to work from home",
        LifeStage::Coder => "someone who works in the field",
    }
}

/// The answer as the first word of a sentence.
pub(super) const fn first_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::Conditional => "Maybe",
        Answer::No => "No",
    }
}

/// The answer as a word in a sentence or a table.
pub(super) const fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::Conditional => "maybe",
        Answer::No => "no",
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

/// What the work asks of people, in the words of "you can ...".
pub(super) const fn can(style: WorkStyle) -> &'static str {
    match style {
        WorkStyle::SelfDiscipline => "work well unsupervised",
        WorkStyle::Repetition => "handle repetitive work",
        WorkStyle::Learning => "keep learning",
        WorkStyle::Technology => "work with new software",
        WorkStyle::Company => "work without people around you",
        WorkStyle::Detail => "work with detail",
        WorkStyle::Deadlines => "meet short deadlines",
        WorkStyle::HomeOffice => "keep a private room and screen at home",
    }
}

/// Why an answer is no more than maybe.
pub(super) const fn reservation(reservation: Reservation) -> &'static str {
    match reservation {
        Reservation::UnknownMust => "a question that decides it is still open",
        Reservation::FewShoulds => "half or fewer of the things that help are there",
        Reservation::EmployersScale => {
            "it may not be a yes if the employer pays by where you live, and that isn't your choice"
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
