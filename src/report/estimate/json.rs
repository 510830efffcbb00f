//! The JSON contract, schema 1 (`docs/FORMATS.md`): shapes that grow by keys and change none.

use super::contract::work_keys;
use super::explanation::{Explanation, notes};
use super::grade::reasons;
use super::steps::{formula, label, note};
use crate::data::{Occupation, Tables};
use crate::engine::{Estimate, Figures, Step, StepKind};
use crate::profile::{Asked, Profile};
use crate::quantity::FactorSet;
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{
    Explained, Json, Piece, asked, each_source, head, home_value, known_biases_at, my_pay_at,
    occupation, pay_and_hourly, pay_at, question, receipt, scale, source_ids,
};
use crate::report::take_home::{law_sources, left_of, take_home_at};

impl WriteJson for Estimate<'_> {
    fn write(&self, json: &mut Json<'_>) {
        whole(json, "estimate", self, Explained::No);
    }
}

impl WriteJson for Explanation<'_> {
    fn write(&self, json: &mut Json<'_>) {
        whole(json, "explain", self.0, Explained::Yes);
    }
}

fn whole(json: &mut Json<'_>, kind: &'static str, answer: &Estimate<'_>, formulas: Explained) {
    json.object(|json| {
        head(json, kind, answer.tables);
        receipt(json, answer.tables, kind, |json| asked(json, answer.tables, &answer.profile));
        figures(json, answer.tables, &answer.profile, &answer.figures, Explained::Yes);
        trace(json, answer, formulas);
    });
}

/// Everything but how it came about; of taxes that too where it is explained.
pub(crate) fn figures(
    json: &mut Json<'_>,
    tables: &Tables,
    profile: &Profile,
    figures: &Figures<'_>,
    explained: Explained,
) {
    let chosen = figures.chosen();
    question(json, tables, profile, &figures.notices, Asked::Pay);
    occupation(json, tables, profile, Some(chosen.scenario.place));
    pay_and_hourly(json, &chosen.pay, profile.work());
    json.piece(Piece::Unit, usize::try_from(figures.dollars_of).ok(), |json| {
        json.plain_str_at("unit", "USD/year");
        json.count_at("dollars_of", figures.dollars_of);
    });
    work_keys(json, tables, profile.work(), figures.contract.as_ref());
    home_value(json, figures.price_level, chosen);
    take_home_at(json, figures.take_home.as_ref(), explained);
    scale(json, tables, chosen.scenario, &chosen.wages);
    my_pay_at(json, figures.my_pay.as_ref());
    json.array_at("scenarios", &figures.scenarios, |json, scenario| {
        json.object(|json| {
            scale(json, tables, scenario.scenario, &scenario.wages);
            pay_at(json, "pay", &scenario.pay);
            home_value(json, figures.price_level, scenario);
            if let (Explained::Yes, Some(Ok(after))) = (explained, &figures.take_home) {
                json.object_at("take_home", |json| left_of(json, after, &scenario.pay));
            }
        });
    });
    json.plain_str_at("level", figures.level.name());
    json.array_at("levels", figures.levels(), |json, (level, pay)| {
        json.object(|json| {
            json.plain_str_at("level", level.name());
            pay_at(json, "pay", &pay);
        });
    });
    let role = profile.role().map_or(Occupation::ALL.len(), |role| role as usize);
    let of = role * FactorSet::COUNT + profile.stated().index();
    json.piece(Piece::Spread, Some(of), |json| {
        json.object_at("spread", |json| {
            json.number_at("explained", figures.spread.explained);
            json.number_at("variance", figures.spread.variance);
            json.number_at("k", figures.spread.k);
        });
    });
}

/// How it came about: the steps, the grade with its reasons, the sources, and what may surprise.
pub(crate) fn trace(json: &mut Json<'_>, answer: &Estimate<'_>, formulas: Explained) {
    json.array_at("steps", &answer.steps, |json, step| {
        json.object(|json| step_record(json, answer, step, formulas));
    });
    json.plain_str_at("grade", answer.figures.grade.name());
    json.array_at("grade_reasons", reasons(answer), |json, why| json.text(&why));
    known_biases_at(json, &answer.known_biases);
    json.values_at("sources", |json| {
        each_source(json, answer.tables, &answer.sources);
        if let Some(Ok(after)) = &answer.figures.take_home {
            law_sources(json, after);
        }
    });
    json.array_at("notes", notes(answer), |json, note| json.text(&note));
}

fn step_record(json: &mut Json<'_>, answer: &Estimate<'_>, step: &Step, formulas: Explained) {
    json.str_at("id", step.kind.name());
    json.text_at("label", &label(answer, step));
    json.plain_str_at("basis", step.basis.name());
    json.number_at("effect", step.effect.get());
    json.number_at("weight", step.weight);
    json.number_at("factor", step.factor);
    json.figure_at("mean_after", Figure::Dollars(step.mean_after));
    source_ids(json, answer.tables, &step.sources);
    if let StepKind::Place(_) = step.kind {
        pay_at(json, "published", &answer.figures.chosen().wages.row.pay);
    }
    if formulas == Explained::Yes {
        json.text_at("formula", &formula(answer, step));
        json.optional_str_at("note", note(answer, step).as_deref());
    }
}
