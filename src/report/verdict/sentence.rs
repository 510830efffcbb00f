//! The first line of a verdict: the answer and why.

use super::found::clause;
use super::numbers::{measured, size};
use super::words::{can, first_word, reservation, seeker};
use crate::data::{CriterionKind, CriterionMeasure};
use crate::engine::verdict::{Answer, Judged, Judgment, Measured, Reservation, Verdict};
use crate::report::document::Text;
use crate::report::words::{counted, joined};

/// The answer and why, in two or three short sentences.
pub(super) fn answer(verdict: &Verdict<'_>) -> Text {
    let judgment = &verdict.judgment;
    let text = Text::default().stress(first_word(judgment.answer)).say(". ");
    match judgment.answer {
        Answer::Yes => {
            let [musts, _] = passed(judgment, CriterionKind::Must);
            let [helped, helps] = passed(judgment, CriterionKind::Should);
            text.say(format!(
                "It passes all {musts} tests for {}, and {helped} of {helps} more that help.",
                seeker(verdict.stage)
            ))
            .then(on_average(judgment))
        }
        Answer::Conditional => text
            .say(format!("Nothing rules it out for {}, but ", seeker(verdict.stage)))
            .then(joined(
                judgment.reservations.iter().map(|&why| held_back(judgment, why)).collect(),
            ))
            .say(".")
            .then(on_average(judgment)),
        Answer::No => text.then(why_not(judgment)),
    }
}

/// How many tests of a kind are passed, and how many there are.
fn passed(judgment: &Judgment<'_>, kind: CriterionKind) -> [usize; 2] {
    let of = judgment.criteria.iter().filter(|judged| judged.criterion.kind == kind);
    [of.clone().filter(|judged| judged.holds == Some(true)).count(), of.count()]
}

/// Why the answer is maybe, after "but".
fn held_back(judgment: &Judgment<'_>, why: Reservation) -> Text {
    match why {
        Reservation::UnknownMust => match judgment.open().len() {
            1 => "1 question is still open".into(),
            more => format!("{more} questions are still open").into(),
        },
        Reservation::FewShoulds => {
            let [helped, helps] = passed(judgment, CriterionKind::Should);
            format!("only {helped} of {helps} things that help are there so far").into()
        }
        Reservation::EmployersScale => reservation(why).into(),
    }
}

/// What those who start come to, where that is asked.
fn on_average(judgment: &Judgment<'_>) -> Text {
    use CriterionMeasure as M;
    let found = |measure: M| {
        let of = |judged: &&Judged<'_>| judged.criterion.measure == measure;
        judgment.criteria.iter().find(of).filter(|judged| judged.holds.is_some())
    };
    let gain = [(M::MeanGainIn5Years, 5), (M::MeanGainIn10Years, 10)];
    let gain = gain.into_iter().find_map(|(measure, years)| {
        let judged = found(measure)?;
        let Measured::Number(value) = judged.measured else { return None };
        let side = if value < 0.0 { " behind" } else { " ahead" };
        let text = Text::words("are ").then(size(judged, value));
        Some(text.say(format!("{side} after {} on average", counted(years, "year"))))
    });
    let ahead = found(M::GainIn5Years).map(|judged| measured(judged).say(" come out ahead"));
    match (gain, ahead) {
        (Some(gain), Some(ahead)) => {
            Text::words(" People who start ").then(gain).say("; ").then(ahead).say(".")
        }
        (Some(gain), None) => Text::words(" People who start ").then(gain).say("."),
        (None, Some(ahead)) => {
            Text::words(" Of people who start, ").then(ahead).say(" in 5 years.")
        }
        (None, None) => Text::default(),
    }
}

/// The tests that fail: what the person says of themselves in one sentence, the strongest others as
/// measured.
fn why_not(judgment: &Judgment<'_>) -> Text {
    const SHOWN: usize = 2;
    let against = judgment.against();
    let broken = against.iter().filter(|judged| judged.criterion.kind == CriterionKind::Must);
    let (mut demands, mut sentences) = (Vec::new(), Vec::new());
    for judged in broken {
        match judged.criterion.measure {
            CriterionMeasure::WorkStyle(style) => demands.push(Text::words(can(style))),
            _ => sentences.push(clause(judged).say(".")),
        }
    }
    let unnamed = sentences.len().saturating_sub(SHOWN);
    sentences.truncate(SHOWN);
    if !demands.is_empty() {
        let asks = Text::words("The work asks you to ").then(joined(demands));
        sentences.push(asks.say("; you say that isn't you."));
    }
    if unnamed > 0 {
        let fail = if unnamed == 1 { "test fails" } else { "tests fail" };
        sentences.push(Text::words(format!("{unnamed} more {fail}.")));
    }
    let mut joint = "";
    sentences.into_iter().fold(Text::default(), |text, sentence| {
        let text = text.say(joint).then(sentence);
        joint = " ";
        text
    })
}
