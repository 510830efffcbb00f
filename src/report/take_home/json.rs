//! The JSON contract, schema 1 (`docs/FORMATS.md`).

use super::left_out::{doubt, is_an_estimate, local, not_counted};
use super::parts::{dollars, kept, label, sources};
use super::steps::{Step, steps};
use super::two_states::sentence;
use crate::data::{LawEvidence, SourceIndex};
use crate::engine::tax::{AmountLeft, PayAfterTax, TakeHome, TakenAt};
use crate::engine::{TakeHomeAnswer, TakeHomeError};
use crate::profile::Asked;
use crate::quantity::Pay;
use crate::report::answer::WriteJson;
use crate::report::document::{Figure, Text};
use crate::report::json::{
    Explained, Json, asked, head, occupation, question, receipt, scale, source_keys,
};

impl WriteJson for TakeHomeAnswer<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "take_home", self.tables);
            receipt(json, self.tables, "take-home", |json| {
                asked(json, self.tables, &self.profile);
            });
            question(json, self.tables, &self.profile, &self.figures.notices, Asked::TakeHome);
            let chosen = self.figures.chosen();
            occupation(json, self.tables, &self.profile, Some(chosen.scenario.place));
            json.plain_str_at("unit", "USD/year");
            json.count_at("dollars_of", self.figures.dollars_of);
            scale(json, self.tables, chosen.scenario, &chosen.wages);
            json.object_at("take_home", |json| take_home(json, &self.after_tax, Explained::Yes));
            json.array_at("steps", steps(self), |json, step| {
                json.object(|json| write_step(json, self, &step));
            });
            json.values_at("sources", |json| law_sources(json, &self.after_tax));
        });
    }
}

fn write_step(json: &mut Json<'_>, answer: &TakeHomeAnswer<'_>, step: &Step<'_>) {
    json.str_at("id", &step.id);
    json.plain_str_at("kind", step.kind.name());
    json.str_at("label", &step.label);
    json.optional_str_at("formula", step.formula.as_deref());
    json.optional_str_at("note", step.note.as_deref());
    json.number_at("amount", step.amount);
    let basis = step.evidence.iter().map(|evidence| evidence.basis).max();
    json.optional_plain_str_at("basis", basis.map(crate::data::LawBasis::name));
    if basis.is_some() {
        source_ids(json, &answer.after_tax, &sources(&step.evidence));
    }
}

/// What is left after taxes where it is asked for, or null and the reason next to it; how it came about
/// where that is explained.
pub(crate) fn take_home_at(
    json: &mut Json<'_>,
    after: Option<&Result<Box<PayAfterTax<'_>>, TakeHomeError>>,
    explained: Explained,
) {
    match after {
        None => {}
        Some(Ok(after)) => {
            json.object_at("take_home", |json| take_home(json, after, explained));
        }
        Some(Err(why)) => json.missing_at("take_home", "take_home_missing", &why.to_string()),
    }
}

/// What is left of a pay on another scale, in the open object.
pub(crate) fn left_of(json: &mut Json<'_>, answer: &PayAfterTax<'_>, pay: &Pay) {
    json.any_amounts_at_mean(answer.left_of(pay).map(dollars));
}

/// The key of what is left of an amount.
const fn left_key(amount: &AmountLeft) -> &'static str {
    match amount.at {
        TakenAt::Mean => "at_mean",
        TakenAt::Pay => "at_pay",
        TakenAt::Rate => "at_rate",
        TakenAt::Percentile(_) => amount.at.name(),
    }
}

/// Every source of the law that was used.
pub(crate) fn law_sources(json: &mut Json<'_>, answer: &PayAfterTax<'_>) {
    for index in answer.sources() {
        json.object(|json| source_keys(json, answer.law.taxes.sources.get(index)));
    }
}

fn take_home(json: &mut Json<'_>, answer: &PayAfterTax<'_>, explained: Explained) {
    json.plain_str_at("tax_year", answer.law.year.name());
    json.plain_str_at("filing", answer.law.filing.name());
    json.plain_str_at("kind", kind(answer.is_contract));
    let left = answer.range.each_ref().map(kept);
    json.any_amounts_at_mean(left);
    if let Some(stated) = &answer.stated {
        json.figure_at(left_key(stated), Figure::Dollars(kept(stated)));
    }
    match answer.price_level {
        Ok(price) => json.object_at("home_value", |json| {
            json.number_at("price_level", price.get());
            json.any_amounts(left.map(|left| left.times(100.0 / price.get())));
        }),
        Err(reason) => json.missing_at("home_value", "home_value_missing", reason),
    }
    if explained == Explained::Yes {
        in_full(json, answer);
    }
}

/// Every tax by name, both readings of two states, what is left out, and how sure it is.
fn in_full(json: &mut Json<'_>, answer: &PayAfterTax<'_>) {
    let taken = answer.taken();
    json.object_at("gross", |json| {
        for amount in &answer.range {
            let gross = dollars(amount.earnings.gross());
            json.figure_at(amount.at.name(), Figure::Dollars(gross));
        }
    });
    json.object_at("headline", |json| headline(json, answer, &answer.headline()));
    json.number_at("share_kept", answer.share_kept());
    parts(json, answer, &taken);
    json.array_at("state_rules", rules(&taken), |json, rule| {
        json.object(|json| {
            json.plain_str_at("stage", rule.0);
            json.str_at("id", rule.1);
            json.str_at("label", rule.2);
            json.number_at("amount", rule.3);
            if let Some(evidence) = rule.4 {
                json.plain_str_at("basis", evidence.basis.name());
                source_ids(json, answer, &evidence.sources);
            }
        });
    });
    json.object_at("other_kind", |json| {
        let other = answer.other_kind();
        json.plain_str_at("kind", kind(!answer.is_contract));
        json.figure_at("take_home", Figure::Dollars(dollars(other.left())));
        parts(json, answer, &other);
    });
    json.optional_str_at("local", answer.law.local.first().map(|row| row.place.as_str()));
    if let Some(text) = sentence(answer) {
        json.text_at("two_states", &text);
    }
    json.array_at("alternatives", answer.alternative(), |json, alternative| {
        let applied = if answer.is_rule_applied() { &taken } else { &alternative };
        json.object(|json| {
            json.plain_str_at("rule", "convenience");
            json.plain_str_at(
                "convenience",
                if answer.is_rule_applied() { "ignore" } else { "apply" },
            );
            json.figure_at("take_home", Figure::Dollars(dollars(alternative.left())));
            if let Some(other) = &applied.other {
                json.plain_str_at("state", other.state.as_str());
                json.number_at("other_tax", other.tax);
                json.number_at("credit", other.credit);
                if other.may_be_denied {
                    let worst = dollars(applied.left() - other.credit);
                    json.figure_at("worst", Figure::Dollars(worst));
                }
            }
        });
    });
    let left_out = std::iter::once(Text::words(is_an_estimate(answer)));
    let left_out = left_out.chain(not_counted(answer)).chain(local(answer));
    json.array_at("left_out", left_out, |json, text| json.text(&text));
    let doubts = answer.doubts();
    json.array_at("reasons", &doubts, |json, &reason| json.str(&doubt(answer, reason)));
    json.plain_str_at("grade", answer.grade().name());
}

const fn kind(is_contract: bool) -> &'static str {
    if is_contract { "1099" } else { "w2" }
}

fn headline(json: &mut Json<'_>, answer: &PayAfterTax<'_>, amount: &AmountLeft) {
    let left = kept(amount);
    json.plain_str_at("at", amount.at.name());
    json.figure_at("gross", Figure::Dollars(dollars(amount.earnings.gross())));
    json.figure_at("take_home", Figure::Dollars(left));
    json.figure_at("a_month", Figure::Dollars(left.times(1.0 / 12.0)));
    json.figure_at("two_weeks", Figure::Dollars(left.times(1.0 / 26.0)));
    json.figure_at("an_hour", Figure::Cents(left.times(1.0 / answer.hours)));
}

/// Every tax by name: gross less all of them is what is left.
fn parts(json: &mut Json<'_>, answer: &PayAfterTax<'_>, taken: &TakeHome<'_>) {
    json.array_at("parts", taken.parts(), |json, part| {
        json.object(|json| {
            json.plain_str_at("id", part.id);
            json.str_at("label", &label(answer, &part));
            json.number_at("amount", part.amount);
            let basis = part.evidence.iter().map(|evidence| evidence.basis).max();
            json.optional_plain_str_at("basis", basis.map(crate::data::LawBasis::name));
            source_ids(json, answer, &sources(&part.evidence));
        });
    });
}

/// Stage, id, label, amount and origin of each rule of the home state that had an effect.
type RuleLine<'a> = (&'static str, &'a str, &'a str, f64, Option<&'a LawEvidence>);

fn rules<'a>(taken: &'a TakeHome<'_>) -> Vec<RuleLine<'a>> {
    let applied = taken.state.iter().flat_map(|state| &state.applied);
    applied
        .map(|applied| {
            let rule = applied.rule;
            let evidence = rule.evidence.as_ref();
            (rule.stage.name(), rule.id.as_str(), rule.label.as_str(), applied.amount, evidence)
        })
        .collect()
}

fn source_ids(json: &mut Json<'_>, answer: &PayAfterTax<'_>, sources: &[SourceIndex]) {
    json.array_at("sources", sources, |json, &index| {
        json.str(&answer.law.taxes.sources.get(index).id);
    });
}
