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
    Json, WriteJson, answer_sources, head, home_value, occupation, pay_at, question, scale,
    source_ids,
};

/// The answer to `estimate`.
#[derive(Clone, Copy, Debug)]
pub struct EstimateShape<'a>(pub &'a Estimate<'a>);

/// The answer to `explain`: an estimate with the formula of each step.
#[derive(Clone, Copy, Debug)]
pub struct ExplanationShape<'a>(pub &'a Estimate<'a>);

impl WriteJson for EstimateShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "estimate", self.0.tables);
            figures(json, self.0.tables, &self.0.profile, &self.0.figures);
            trace(json, self.0, Detail::Short);
        });
    }
}

impl WriteJson for ExplanationShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "explain", self.0.tables);
            figures(json, self.0.tables, &self.0.profile, &self.0.figures);
            trace(json, self.0, Detail::Full);
        });
    }
}

/// Everything but how it came about.
pub(crate) fn figures(
    json: &mut Json<'_>,
    tables: &Tables,
    profile: &Profile,
    figures: &Figures<'_>,
) {
    let chosen = figures.chosen();
    question(json, tables, profile, &figures.notices);
    occupation(json, tables, profile, Some(chosen.scenario.place));
    pay_at(json, "pay", &chosen.pay);
    json.plain_str_at("unit", "USD/year");
    json.count_at("dollars_of", figures.dollars_of);
    work_keys(json, tables, profile.work(), figures.contract.as_ref());
    home_value(json, figures.price_level, chosen);
    scale(json, tables, chosen.scenario, &chosen.wages);
    json.array_at("scenarios", &figures.scenarios, |json, scenario| {
        json.object(|json| {
            scale(json, tables, scenario.scenario, &scenario.wages);
            pay_at(json, "pay", &scenario.pay);
            home_value(json, figures.price_level, scenario);
        });
    });
    json.plain_str_at("level", figures.level.name());
    json.array_at("levels", figures.levels(), |json, (level, pay)| {
        json.object(|json| {
            json.plain_str_at("level", level.name());
            pay_at(json, "pay", &pay);
        });
    });
    json.object_at("spread", |json| {
        json.number_at("explained", figures.spread.explained);
        json.number_at("variance", figures.spread.variance);
        json.number_at("k", figures.spread.k);
    });
}

/// How much of each step is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    Short,
    Full,
}

/// How it came about: the steps, the grade with its reasons, the sources, and what may surprise.
pub(crate) fn trace(json: &mut Json<'_>, answer: &Estimate<'_>, detail: Detail) {
    json.array_at("steps", &answer.steps, |json, step| {
        json.object(|json| step_record(json, answer, step, detail));
    });
    json.plain_str_at("grade", answer.figures.grade.name());
    json.array_at("grade_reasons", reasons(answer), |json, why| json.text(&why));
    answer_sources(json, answer.tables, &answer.sources);
    json.array_at("notes", notes(answer), |json, note| json.text(&note));
}

fn step_record(json: &mut Json<'_>, answer: &Estimate<'_>, step: &Step, detail: Detail) {
    json.str_at("id", step.kind.name());
    json.key("label");
    json.text(&label(answer, step));
    json.plain_str_at("basis", step.basis.name());
    json.number_at("effect", step.effect.get());
    json.number_at("weight", step.weight);
    json.number_at("factor", step.factor);
    json.figure_at("mean_after", Figure::Dollars(step.mean_after));
    source_ids(json, answer.tables, &step.sources);
    if let StepKind::Place(_) = step.kind {
        pay_at(json, "published", &answer.figures.chosen().wages.row.pay);
    }
    if detail == Detail::Full {
        json.key("formula");
        json.text(&formula(answer, step));
        json.optional_str_at("note", note(answer, step).as_deref());
    }
}
