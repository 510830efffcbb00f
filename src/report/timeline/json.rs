//! A career in the JSON contract, schema 1.

use super::words::milestone_label;
use crate::engine::Timeline;
use crate::engine::career::{
    AssumedValue, Assumption, CareerYear, CounterfactualKind, Outcome, Reached,
};
use crate::quantity::{Change, Dollars};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{
    Json, answer_sources, head, question, scale, source_ids, stated, wages_of,
};
use crate::report::programs::outcomes_at;

/// Why a percentile is null: so many never get there within the horizon.
const NEVER: &str = "never";

impl WriteJson for Timeline<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "timeline", self.tables);
            figures(json, self);
            trace(json, self);
        });
    }

    /// One record a year.
    fn write_rows(&self, json: &mut Json<'_>) {
        for year in &self.years {
            json.object(|json| year_record(json, year));
        }
    }
}

/// Everything but what the answer takes for granted.
pub(crate) fn figures(json: &mut Json<'_>, answer: &Timeline<'_>) {
    let tables = answer.tables;
    question(json, tables, &answer.profile, &answer.notices);
    json.plain_str_at("unit", "USD/year");
    json.count_at("dollars_of", tables.salaries.dollars_of);
    if let Some(rate) = answer.inflation {
        json.number_at("inflation", rate);
    }
    scale(json, tables, answer.scenario, &answer.wages);
    json.plain_str_at("level", answer.first_job.level().name());
    json.object_at("office", |json| wages_of(json, tables, answer.office, &answer.office_wages));
    json.plain_str_at("standing", answer.career_stage.name());
    json.object_at("aims", |json| {
        json.str_at("specialty", &tables.specialties.get(answer.aims.specialty).id);
        json.plain_str_at("pivot", answer.aims.pivot.name());
    });
    json.object_at("first_job", |json| stated(json, tables, &answer.first_job));
    json.object_at("plan", |json| {
        json.count_at("certs", u32::from(answer.plan.up_to.get()));
        json.count_at("every_months", answer.plan.every.get());
    });
    json.array_at("milestones", &answer.milestones, |json, reached| {
        json.object(|json| milestone(json, answer, reached));
    });
    json.array_at("years", &answer.years, |json, year| {
        json.object(|json| year_record(json, year));
    });
    json.object_at("break_even", |json| {
        months(json, answer.break_even.months);
        json.figure_at("never", Figure::Share(answer.break_even.never));
    });
    json.object_at("gain", |json| {
        gain(json, ["years_5", "years_5_missing"], answer.gain_5);
        gain(json, ["years_10", "years_10_missing"], answer.gain_10);
    });
    if let Some(programs) = &answer.programs {
        outcomes_at(json, "programs", tables, programs);
    }
    json.count_at("careers", answer.settings.careers.get());
    json.count_at("seed", answer.settings.seed);
    json.count_at("horizon", answer.settings.horizon.get());
    json.figure_at("causal_share", Figure::Share(answer.settings.causal_share));
    json.object_at("counterfactual", |json| {
        match answer.counterfactual.kind {
            CounterfactualKind::CurrentSalary => json.plain_str_at("kind", "current_salary"),
            CounterfactualKind::EntryPay(place) => {
                json.plain_str_at("kind", "entry_pay");
                json.plain_str_at("place", place.as_str());
            }
        }
        json.figure_at("now", Figure::Dollars(answer.counterfactual.now));
    });
    json.object_at("outlays", |json| {
        let paid = &answer.costs;
        for (key, amount) in [
            ("tuition", paid.tuition),
            ("books", paid.books),
            ("exam", paid.exam),
            ("membership", paid.membership),
        ] {
            json.figure_at(key, Figure::Number(amount, 2));
        }
        json.bool_at("stops_working", paid.stops_working);
    });
    json.array_at("causal", &answer.causal, |json, gained| {
        json.object(|json| {
            json.figure_at("share", Figure::Share(gained.share));
            json.figure_at("gain", Figure::Change(gained.gain));
        });
    });
}

/// What the answer takes for granted, and where it comes from.
pub(crate) fn trace(json: &mut Json<'_>, answer: &Timeline<'_>) {
    json.array_at("assumptions", &answer.assumptions, |json, used| {
        json.object(|json| assumption(json, answer, used));
    });
    answer_sources(json, answer.tables, &answer.sources);
}

fn milestone(json: &mut Json<'_>, answer: &Timeline<'_>, reached: &Reached) {
    json.plain_str_at("id", reached.milestone.name());
    json.text_at("label", &milestone_label(answer, reached.milestone));
    json.figure_at("reached", Figure::Share(reached.share));
    months(json, reached.months.map(|months| months.map(Some)).unwrap_or_default());
}

/// Three percentiles of months; each that is null with its reason next to it.
fn months(json: &mut Json<'_>, months: [Option<u32>; 3]) {
    let keys = [("p10", "p10_missing"), ("p50", "p50_missing"), ("p90", "p90_missing")];
    for ((key, missing), month) in keys.into_iter().zip(months) {
        match month {
            Some(month) => json.figure_at(key, Figure::Months(month)),
            None => json.missing_at(key, missing, NEVER),
        }
    }
}

fn year_record(json: &mut Json<'_>, year: &CareerYear) {
    json.count_at("year", year.year);
    json.figure_at("employed", Figure::Share(year.employed));
    dollars(json, year.pay);
    match year.in_field {
        Some(pay) => json.object_at("in_field", |json| dollars(json, pay)),
        None => json.missing_at("in_field", "in_field_missing", "nobody is in the field yet"),
    }
    json.figure_at("counterfactual", Figure::Dollars(year.counterfactual));
    json.object_at("gain", |json| changes(json, year.gain));
}

fn outcome<T: Copy>(json: &mut Json<'_>, of: Outcome<T>, figure: impl Fn(T) -> Figure) {
    for (key, value) in [("p10", of.p10), ("p50", of.p50), ("p90", of.p90), ("mean", of.mean)] {
        json.figure_at(key, figure(value));
    }
}

fn dollars(json: &mut Json<'_>, pay: Outcome<Dollars>) {
    outcome(json, pay, Figure::Dollars);
}

pub(super) fn changes(json: &mut Json<'_>, gain: Outcome<Change>) {
    outcome(json, gain, Figure::Change);
}

fn gain(json: &mut Json<'_>, [key, missing]: [&'static str; 2], gain: Option<Outcome<Change>>) {
    match gain {
        Some(gain) => json.object_at(key, |json| changes(json, gain)),
        None => json.missing_at(key, missing, "the horizon is shorter"),
    }
}

fn assumption(json: &mut Json<'_>, answer: &Timeline<'_>, used: &Assumption<'_>) {
    json.str_at("id", used.item);
    json.plain_str_at("table", used.table);
    match used.value {
        AssumedValue::Months(span) => {
            json.plain_str_at("unit", "months");
            json.number_at("low", span.low());
            json.number_at("mode", span.mode());
            json.number_at("high", span.high());
        }
        AssumedValue::Share(value) => {
            json.plain_str_at("unit", "share");
            json.number_at("value", value);
        }
        AssumedValue::Multiplier(value) => {
            json.plain_str_at("unit", "multiplier");
            json.number_at("value", value);
        }
        AssumedValue::Rate(value) => {
            json.plain_str_at("unit", "share a year");
            json.number_at("value", value);
        }
        AssumedValue::Cost(cost) => {
            json.str_at("unit", &cost.unit);
            json.number_at("value", cost.value);
        }
        AssumedValue::Choice(name) => json.str_at("value", name),
        AssumedValue::Rule => {}
    }
    if let Some((low, high)) = used.range {
        json.number_at("low", low);
        json.number_at("high", high);
    }
    json.plain_str_at("basis", used.evidence.basis.name());
    source_ids(json, answer.tables, &used.evidence.sources);
    json.optional_str_at("reason", used.evidence.note.as_deref());
}
