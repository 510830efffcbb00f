//! Every step of an estimate in full: formula, basis, source.

use super::contract::{contract, formulas};
use super::details::{grade, pay};
use super::steps::{formula, label, note};
use crate::engine::{Estimate, Overlap, Step};
use crate::quantity::{Factor, LogQuantiles, Percentile};
use crate::report::answer::Report;
use crate::report::document::{Document, Text};
use crate::report::words::{
    factor_label, headline, known_bias, local_notes, named, origin, person, population,
    priced_place, rates, years_of,
};

/// The answer to `explain`: an estimate with the formula of each step.
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'a>(pub &'a Estimate<'a>);

impl Report for Explanation<'_> {
    fn document(&self) -> Document {
        let answer = self.0;
        let mut document = Document::from_tables(answer.tables);
        document.prose("answer", headline(answer.tables, &answer.profile, &answer.figures));
        document.prose("who", person(answer.tables, &answer.profile));
        if let Some(population) = population(answer.tables, &answer.profile) {
            document.prose("population", population);
        }
        pay(&mut document, answer);
        document.list("place_note", local_notes(answer));
        let chosen = answer.figures.chosen();
        document.heading(format!(
            "From the published wage to the mean, at {}",
            rates(answer.tables, chosen.wages.of)
        ));
        for (i, step) in answer.steps.iter().enumerate() {
            document.prose("step", step_text(answer, i, step));
            document.list(step.kind.name(), step_details(answer, step));
        }
        document.heading("From the mean to the range");
        document.list("spread", spread_lines(answer));
        document.heading("From pay to what it buys at home");
        document.prose("home_value_formula", home_value(answer));
        let formulas = formulas(answer);
        if !formulas.is_empty() {
            contract(&mut document, answer);
            document.list("contract_formula", formulas);
        }
        let notes = overlap_notes(answer);
        if !notes.is_empty() {
            document.heading("What may surprise");
            document.list("note", notes);
        }
        grade(&mut document, answer);
        document.list("known_bias", answer.known_biases.iter().map(known_bias));
        document.heading("Sources");
        let sources = answer.sources.iter().map(|&index| named(answer.tables.sources.get(index)));
        document.list("source", sources);
        document
    }
}

fn step_text(answer: &Estimate<'_>, i: usize, step: &Step) -> Text {
    let text = Text::default().stress(format!("{}. ", i + 1)).then(label(answer, step));
    let text = if i == 0 { text } else { text.say(": × ").number(step.factor, 6) };
    text.say(", mean ").dollars(step.mean_after)
}

fn step_details(answer: &Estimate<'_>, step: &Step) -> Vec<Text> {
    let origin = origin(answer.tables, step.basis, &step.sources);
    let mut lines = vec![formula(answer, step), origin.into()];
    lines.extend(note(answer, step).map(Text::from));
    lines
}

/// The spread in formulas; with the published percentiles these lines give the five of the answer.
fn spread_lines(answer: &Estimate<'_>) -> Vec<Text> {
    let spread = &answer.figures.spread;
    let median = answer.figures.chosen().pay.percentiles.at(Percentile::P50);
    let k = Text::words("k = √(1 − r / v) = √(1 − ")
        .number(spread.explained, 6)
        .say(" / ")
        .number(spread.variance, 6)
        .say(") = ")
        .number(spread.k, 6)
        .say(": r is what the stated facts explain of v, the variance of log pay of the nation")
        .say(if answer.profile.role().is_some() { "'s workers of this occupation" } else { "" });
    let wages = &answer.figures.chosen().wages;
    let which = if wages.stand_in.is_some() { "derived" } else { "published" };
    let known = LogQuantiles::new(&wages.pay.percentiles);
    let factors = answer.figures.chosen().pay.mean.get() / wages.pay.mean.get();
    let mut lines = vec![
        k,
        Text::words("each percentile = ")
            .dollars(median)
            .say(format!(" × ({which} percentile / {which} median) to the power of k")),
        Text::words("the middle, ")
            .dollars(median)
            .say(" = ")
            .dollars(known.mean())
            .say(" / ")
            .number(known.centered(spread.k).mean().get(), 6)
            .say(" × ")
            .number(factors, 6)
            .say(format!(
                ": the mean that the {which} percentiles imply, over that of a range of the new \
                 width around $1, times the factors above; so narrowing alone moves no mean"
            )),
        Text::words(format!("check: the {which} percentiles imply a mean of "))
            .dollars(known.mean())
            .say(format!(", the {which} mean is "))
            .dollars(wages.pay.mean),
    ];
    lines.extend(answer.profile.stated().iter().map(|factor| spread_reason(answer, factor)));
    lines
}

fn home_value(answer: &Estimate<'_>) -> Text {
    let home = priced_place(answer).unwrap_or_default();
    match &answer.figures.price_level {
        Ok(price) => Text::words("each amount × 100 / ")
            .number(price.get(), 3)
            .say(format!(", the regional price parity of {home}; the average US place is 100")),
        Err(reason) => Text::words(format!("not given: {reason}")),
    }
}

fn spread_reason(answer: &Estimate<'_>, factor: Factor) -> Text {
    let combination = &answer.tables.combination;
    Text::words(format!("assumed spread of {}: ", factor.name()))
        .number(combination.covariance.spread(factor), 3)
        .say(format!(" ({})", combination.spread_reasons[factor.index()]))
}

/// What may surprise: of the place, then of the facts.
pub(super) fn notes(answer: &Estimate<'_>) -> Vec<Text> {
    local_notes(answer).into_iter().chain(overlap_notes(answer)).collect()
}

/// A sentence for each factor that moves pay otherwise than its effect alone suggests.
fn overlap_notes(answer: &Estimate<'_>) -> Vec<Text> {
    answer.overlaps.iter().map(|overlap| overlap_note(answer, overlap)).collect()
}

fn overlap_note(answer: &Estimate<'_>, overlap: &Overlap) -> Text {
    let name = factor_label(answer.tables, &answer.profile, overlap.factor);
    let direction = if overlap.given_others.get() < 0.0 { "lowers" } else { "raises" };
    let mean = answer.figures.chosen().pay.mean;
    let without = mean.times(1.0 / overlap.given_others.factor());
    let text = name
        .say(" by itself would multiply pay by ")
        .number(overlap.alone.factor(), 3)
        .say(format!(", but next to the other facts it {direction} the mean from "))
        .dollars(without)
        .say(" to ")
        .dollars(mean)
        .say(": the other facts together already imply ");
    match answer.tables.experience.years_at(overlap.implied) {
        Some(years) if overlap.factor == Factor::Experience => {
            let whole = crate::quantity::Experience::new(years.years().round()).unwrap_or(years);
            text.say("about ").then(years_of(whole))
        }
        _ => text
            .say(format!("a level of {} that multiplies pay by ", overlap.factor.name()))
            .number(overlap.implied.factor(), 3),
    }
}
