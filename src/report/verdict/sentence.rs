//! The first line of a verdict: the answer and why.

use super::words::{demand, first_word, in_short, measured, reservation, seeker};
use crate::data::{CriterionKind, CriterionMeasure};
use crate::engine::verdict::{Answer, Judged, Judgment, Reservation, Verdict};
use crate::report::document::Text;
use crate::report::words::joined;

/// The answer and why, in one line.
pub(super) fn answer(verdict: &Verdict<'_>) -> Text {
    let judgment = &verdict.judgment;
    let of = |kind| judgment.criteria.iter().filter(move |judged| judged.criterion.kind == kind);
    let held = |kind| of(kind).filter(|judged| judged.holds == Some(true)).count();
    let helps = format!("{} of {}", held(CriterionKind::Should), of(CriterionKind::Should).count());
    let text = Text::default()
        .stress(first_word(judgment.answer))
        .say(format!(", for {}: ", seeker(verdict.stage)));
    match judgment.answer {
        Answer::Yes => {
            let musts = of(CriterionKind::Must).count();
            text.say(format!("all {musts} things that it takes are there, and {helps} that help."))
                .then(on_average(judgment))
        }
        Answer::Conditional => {
            let open = of(CriterionKind::Must).filter(|judged| judged.holds.is_none()).count();
            let open = match open {
                1 => "one question is still to answer".to_owned(),
                more => format!("{more} questions are still to answer"),
            };
            let why: Vec<String> = judgment
                .reservations
                .iter()
                .map(|&why| match why {
                    Reservation::UnknownMust => open.clone(),
                    Reservation::FewShoulds => format!("only {helps} things that help are there"),
                    Reservation::EmployersScale => reservation(why).to_owned(),
                })
                .collect();
            text.say(format!("nothing rules it out, but {}.", why.join(", and ")))
                .then(on_average(judgment))
        }
        Answer::No => text.then(why_not(judgment)),
    }
}

/// What those who start come to, where that is asked.
fn on_average(judgment: &Judgment<'_>) -> Text {
    use CriterionMeasure as M;
    let found = |measures: &[M]| {
        let of = |judged: &&Judged<'_>| measures.contains(&judged.criterion.measure);
        judgment.criteria.iter().find(of).filter(|judged| judged.holds.is_some())
    };
    let gains = [M::MeanGainIn5Years, M::MeanGainIn10Years];
    let mut clauses = Vec::new();
    if let Some(judged) = found(&gains) {
        let years = if judged.criterion.measure == gains[0] { 5 } else { 10 };
        let text = Text::words("gain ").then(measured(judged));
        clauses.push(text.say(format!(" in {years} years on average")));
    }
    if let Some(judged) = found(&[M::GainIn5Years]) {
        clauses.push(measured(judged).say(" of them are ahead after 5 years"));
    }
    if clauses.is_empty() {
        return Text::default();
    }
    Text::words(" Those who start ").then(joined(clauses)).say(".")
}

/// The broken musts: what the person says of themselves in one clause, the strongest others as measured.
fn why_not(judgment: &Judgment<'_>) -> Text {
    const SHOWN: usize = 2;
    let broken = judgment.against();
    let broken = broken.into_iter().filter(|judged| judged.criterion.kind == CriterionKind::Must);
    let (mut demands, mut others) = (Vec::new(), Vec::new());
    for judged in broken {
        match judged.criterion.measure {
            CriterionMeasure::WorkStyle(style) => demands.push(Text::words(demand(style))),
            _ => others.push(in_short(judged)),
        }
    }
    let unnamed = others.len().saturating_sub(SHOWN);
    others.truncate(SHOWN);
    let mut clauses = others;
    if unnamed > 0 {
        clauses.push(Text::words(format!("{unnamed} more")));
    }
    if !demands.is_empty() {
        let asks = Text::words("the work asks you ").then(joined(demands));
        clauses.push(asks.say(", and you say that this is not you"));
    }
    let mut joint = "";
    let text = clauses.into_iter().fold(Text::default(), |text, clause| {
        let text = text.say(joint).then(clause);
        joint = "; ";
        text
    });
    text.say(".")
}
