//! Every step of a take-home pay in full: rule, numbers, source.

use super::document::opening;
use super::left_out::{is_an_estimate, local, not_counted};
use super::steps::{Step, cents, steps};
use crate::data::LawBasis;
use crate::engine::TakeHomeAnswer;
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Document, Text};
use crate::report::json::Json;
use crate::report::words::{named, person, short};

/// The answer to `explain take-home`: what is left of a pay, with the arithmetic of each step.
#[derive(Clone, Copy, Debug)]
pub struct TakeHomeExplanation<'a>(pub &'a TakeHomeAnswer<'a>);

impl WriteJson for TakeHomeExplanation<'_> {
    fn write(&self, json: &mut Json<'_>) {
        self.0.write(json);
    }
}

impl Report for TakeHomeExplanation<'_> {
    fn document(&self) -> Document {
        let answer = self.0;
        let after = &answer.after_tax;
        let mut document = Document::from_tables(answer.tables);
        opening(&mut document, answer);
        document.prose("who", person(answer.tables, &answer.profile));
        document.heading("From the gross pay to what is left, US dollars a year");
        for (i, step) in steps(answer).iter().enumerate() {
            document.prose("step", step_text(i, step));
            document.list("step_detail", details(answer, step));
        }
        document
            .prose("rounding", "No step is rounded but for printing, so a sum may be a cent off.");
        document.prose("estimate", is_an_estimate(after));
        document.list("left_out", not_counted(after).into_iter().chain(local(after)));
        super::document::grade(&mut document, after);
        document.heading("Sources");
        let sources = after.sources();
        let sources = sources.iter().map(|&index| named(after.law.taxes.sources.get(index)));
        document.list("source", sources);
        document
    }
}

fn step_text(i: usize, step: &Step<'_>) -> Text {
    let text = Text::default().stress(format!("{}. ", i + 1)).say(format!("{}: ", step.label));
    let amount = cents(step.amount);
    match &step.formula {
        Some(formula) if *formula != amount => text.say(format!("{formula} = {amount}")),
        _ => text.say(amount),
    }
}

/// What the arithmetic does not say, and where its numbers are from.
fn details(answer: &TakeHomeAnswer<'_>, step: &Step<'_>) -> Vec<Text> {
    let sources = &answer.after_tax.law.taxes.sources;
    let indices = step.evidence.iter().flat_map(|row| row.sources.iter().copied());
    let mut names: Vec<String> = Vec::new();
    for index in indices {
        let name = short(sources.get(index));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let basis = step.evidence.iter().map(|row| row.basis).max().map(LawBasis::name);
    let origin = basis.map(|basis| format!("{basis}: {}", names.join("; ")));
    step.note.iter().cloned().chain(origin).map(Text::from).collect()
}
