//! The JSON contract, schema 1 (`docs/FORMATS.md`).

use super::left_out::{NOT_COUNTED, doubt, is_an_estimate, local};
use super::two_states::sentence;
use super::{dollars, kept, label, sources};
use crate::data::{LawEvidence, SourceIndex};
use crate::engine::TakeHomeAnswer;
use crate::engine::tax::{AmountAt, TakeHome, TakenAt};
use crate::report::answer::WriteJson;
use crate::report::document::{Figure, Text};
use crate::report::json::{Json, head, occupation, question, scale, source_keys};

impl WriteJson for TakeHomeAnswer<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "take_home", self.tables);
            question(json, self.tables, &self.profile, &self.figures.notices);
            let chosen = self.figures.chosen();
            occupation(json, self.tables, &self.profile, Some(chosen.scenario.place));
            json.plain_str_at("unit", "USD/year");
            json.count_at("dollars_of", self.figures.dollars_of);
            scale(json, self.tables, chosen.scenario, &chosen.wages);
            json.object_at("take_home", |json| take_home(json, self));
            json.array_at("sources", &self.sources, |json, &index| {
                json.object(|json| source_keys(json, self.law.taxes.sources.get(index)));
            });
        });
    }
}

fn take_home(json: &mut Json<'_>, answer: &TakeHomeAnswer<'_>) {
    json.plain_str_at("tax_year", answer.law.year.name());
    json.plain_str_at("filing", answer.law.filing.name());
    json.plain_str_at("kind", kind(&answer.headline.taken));
    for amount in &answer.range {
        let key = if amount.at == TakenAt::Mean { "at_mean" } else { amount.at.name() };
        json.figure_at(key, Figure::Dollars(kept(amount)));
    }
    json.object_at("gross", |json| {
        for amount in &answer.range {
            let gross = dollars(amount.taken.earnings.gross());
            json.figure_at(amount.at.name(), Figure::Dollars(gross));
        }
    });
    match answer.figures.price_level {
        Ok(price) => json.object_at("home_value", |json| {
            json.number_at("price_level", price.get());
            for amount in &answer.range {
                let value = kept(amount).times(100.0 / price.get());
                json.figure_at(amount.at.name(), Figure::Dollars(value));
            }
        }),
        Err(reason) => json.missing_at("home_value", "home_value_missing", reason),
    }
    json.object_at("headline", |json| headline(json, answer, &answer.headline));
    json.number_at("share_kept", answer.share_kept);
    parts(json, answer, &answer.headline.taken);
    json.array_at("state_rules", rules(&answer.headline.taken), |json, rule| {
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
        json.plain_str_at("kind", kind(&answer.other_kind));
        json.figure_at("take_home", Figure::Dollars(dollars(answer.other_kind.left())));
        parts(json, answer, &answer.other_kind);
    });
    json.optional_str_at("local", answer.law.local.first().map(|row| row.place.as_str()));
    if let Some(text) = sentence(answer) {
        json.text_at("two_states", &text);
    }
    json.array_at("alternatives", &answer.alternative, |json, alternative| {
        let applied = if answer.law.other.is_some() { &answer.headline.taken } else { alternative };
        json.object(|json| {
            json.plain_str_at("rule", "convenience");
            json.plain_str_at(
                "convenience",
                if answer.law.other.is_some() { "ignore" } else { "apply" },
            );
            json.figure_at("take_home", Figure::Dollars(dollars(alternative.left())));
            if let Some(other) = applied.other {
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
    let left_out = [Some(Text::words(is_an_estimate(answer))), Some(NOT_COUNTED.into())];
    let left_out = left_out.into_iter().flatten().chain(local(answer));
    json.array_at("left_out", left_out, |json, text| json.text(&text));
    json.array_at("reasons", &answer.doubts, |json, &reason| {
        json.str(&doubt(answer.tables, answer, reason));
    });
    json.plain_str_at("grade", answer.grade.name());
}

const fn kind(taken: &TakeHome<'_>) -> &'static str {
    if taken.earnings.profit > 0.0 { "1099" } else { "w2" }
}

fn headline(json: &mut Json<'_>, answer: &TakeHomeAnswer<'_>, amount: &AmountAt<'_>) {
    let left = kept(amount);
    json.plain_str_at("at", amount.at.name());
    json.figure_at("gross", Figure::Dollars(dollars(amount.taken.earnings.gross())));
    json.figure_at("take_home", Figure::Dollars(left));
    json.figure_at("a_month", Figure::Dollars(left.times(1.0 / 12.0)));
    json.figure_at("two_weeks", Figure::Dollars(left.times(1.0 / 26.0)));
    json.figure_at("an_hour", Figure::Cents(left.times(1.0 / answer.hours)));
}

/// Every tax by name: gross less all of them is what is left.
fn parts(json: &mut Json<'_>, answer: &TakeHomeAnswer<'_>, taken: &TakeHome<'_>) {
    json.array_at("parts", taken.parts(), |json, part| {
        json.object(|json| {
            json.plain_str_at("id", part.id);
            json.str_at("label", &label(answer, &part));
            json.number_at("amount", part.amount);
            let basis = part.evidence.iter().map(|evidence| evidence.basis).max();
            json.optional_plain_str_at("basis", basis.map(crate::data::LawBasis::name));
            source_ids(json, answer, &sources(&part));
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

fn source_ids(json: &mut Json<'_>, answer: &TakeHomeAnswer<'_>, sources: &[SourceIndex]) {
    json.array_at("sources", sources, |json, &index| {
        json.str(&answer.law.taxes.sources.get(index).id);
    });
}
