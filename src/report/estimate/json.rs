//! The JSON contract, schema 1 (`docs/FORMATS.md`): shapes that grow by keys and change none.

use super::contract::work_keys;
use super::explanation::notes;
use super::grade::reasons;
use super::steps::{formula, label, note};
use crate::data::Tables;
use crate::engine::{Estimate, Figures, Step, StepKind};
use crate::profile::Profile;
use crate::report::document::Figure;
use crate::report::json::{
    Keyed as _, Shape, Sink, head, home_value, occupation, pay_at, question, scale, source_keys,
};

/// The answer to `estimate`.
#[derive(Clone, Copy, Debug)]
pub struct EstimateShape<'a>(pub &'a Estimate<'a>);

/// The answer to `explain`: an estimate whose steps carry their formulas.
#[derive(Clone, Copy, Debug)]
pub struct ExplanationShape<'a>(pub &'a Estimate<'a>);

impl Shape for EstimateShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "estimate", self.0.tables);
            figures(sink, self.0.tables, &self.0.profile, &self.0.figures);
            trace(sink, self.0, Detail::Short);
        });
    }
}

impl Shape for ExplanationShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "explain", self.0.tables);
            figures(sink, self.0.tables, &self.0.profile, &self.0.figures);
            trace(sink, self.0, Detail::Full);
        });
    }
}

/// Everything but how it came about.
pub(crate) fn figures(
    sink: &mut impl Sink,
    tables: &Tables,
    profile: &Profile,
    figures: &Figures<'_>,
) {
    let chosen = figures.chosen();
    question(sink, tables, profile, &figures.notices);
    occupation(sink, tables, profile, Some(chosen.scenario.place));
    pay_at(sink, "pay", &chosen.pay);
    sink.word_at("unit", "USD/year");
    sink.count_at("dollars_of", figures.dollars_of);
    work_keys(sink, tables, profile.work(), figures.contract.as_ref());
    home_value(sink, figures.price_level, chosen);
    scale(sink, tables, chosen.scenario, &chosen.wages);
    sink.list_at("scenarios", &figures.scenarios, |sink, scenario| {
        sink.record(|sink| {
            scale(sink, tables, scenario.scenario, &scenario.wages);
            pay_at(sink, "pay", &scenario.pay);
            home_value(sink, figures.price_level, scenario);
        });
    });
    sink.word_at("level", figures.level.name());
    sink.list_at("levels", figures.levels(), |sink, (level, pay)| {
        sink.record(|sink| {
            sink.word_at("level", level.name());
            pay_at(sink, "pay", &pay);
        });
    });
    sink.record_at("spread", |sink| {
        sink.number_at("explained", figures.spread.explained);
        sink.number_at("variance", figures.spread.variance);
        sink.number_at("k", figures.spread.k);
    });
}

/// How much of each step is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    Short,
    Full,
}

/// How it came about: the steps, the grade with its reasons, the sources, and what may surprise.
pub(crate) fn trace(sink: &mut impl Sink, answer: &Estimate<'_>, detail: Detail) {
    sink.list_at("steps", &answer.steps, |sink, step| {
        sink.record(|sink| step_record(sink, answer, step, detail));
    });
    sink.word_at("grade", answer.figures.grade.name());
    sink.list_at("grade_reasons", reasons(answer), |sink, why| sink.prose(&why));
    sink.list_at("sources", &answer.sources, |sink, &index| {
        sink.record(|sink| source_keys(sink, answer.tables.sources.get(index)));
    });
    sink.list_at("notes", notes(answer), |sink, note| sink.prose(&note));
}

fn step_record(sink: &mut impl Sink, answer: &Estimate<'_>, step: &Step, detail: Detail) {
    sink.text_at("id", step.kind.name());
    sink.key("label");
    sink.prose(&label(answer, step));
    sink.word_at("basis", step.basis.name());
    sink.number_at("effect", step.effect.get());
    sink.number_at("weight", step.weight);
    sink.number_at("factor", step.factor);
    sink.figure_at("mean_after", Figure::Dollars(step.mean_after));
    sink.list_at("sources", &step.sources, |sink, &source| {
        sink.text(&answer.tables.sources.get(source).id);
    });
    if let StepKind::Place(_) = step.kind {
        pay_at(sink, "published", &answer.figures.chosen().wages.row.pay);
    }
    if detail == Detail::Full {
        sink.key("formula");
        sink.prose(&formula(answer, step));
        sink.optional_text_at("note", note(answer, step).as_deref());
    }
}
