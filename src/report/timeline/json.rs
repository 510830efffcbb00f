//! A career in the JSON contract, schema 1.

use super::gains::progress_label;
use super::words::milestone_label;
use crate::engine::Timeline;
use crate::engine::career::{
    AssumedValue, Assumption, BreakEven, CareerAfterTax, CareerYear, CounterfactualKind, Gain,
    Outcome, Reached, Sensitivity,
};
use crate::profile::{Asked, CertificationPlan};
use crate::quantity::{Change, Dollars};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{
    Json, answer_sources, asked, head, known_biases_at, question, receipt, scale, source_ids,
    stated, wages_of,
};
use crate::report::programs::outcomes_at;

/// Why a percentile is null: so many never get there within the horizon.
const NEVER: &str = "never";

impl WriteJson for Timeline<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "timeline", self.tables);
            receipt(json, self.tables, "timeline", |json| question_of(json, self));
            figures(json, self);
            trace(json, self);
        });
    }

    /// One record a year.
    fn write_rows(&self, json: &mut Json<'_>) {
        for year in &self.years {
            json.object(|json| year_record(json, self, year));
        }
    }
}

/// What was asked: the facts, and whether how much each assumption changes.
pub(crate) fn question_of(json: &mut Json<'_>, answer: &Timeline<'_>) {
    asked(json, answer.tables, &answer.profile);
    json.bool_at("sensitivity", !answer.sensitivity.is_empty());
}

/// Everything but what the answer takes for granted.
pub(crate) fn figures(json: &mut Json<'_>, answer: &Timeline<'_>) {
    let tables = answer.tables;
    question(json, tables, &answer.profile, &answer.notices, Asked::Career);
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
    json.object_at("plan", |json| match answer.plan {
        CertificationPlan::Path => json.plain_str_at("kind", "path"),
        CertificationPlan::Every { up_to, every } => {
            json.plain_str_at("kind", "every");
            json.count_at("certs", u32::from(up_to.get()));
            json.count_at("every_months", every.get());
        }
    });
    json.array_at("milestones", &answer.milestones, |json, reached| {
        json.object(|json| milestone(json, answer, reached));
    });
    json.array_at("years", &answer.years, |json, year| {
        json.object(|json| year_record(json, answer, year));
    });
    json.object_at("break_even", |json| {
        break_even(json, &answer.break_even);
        json.array_at("by_year", &answer.break_even.by_year, |json, share| {
            json.figure(Figure::Share(*share));
        });
    });
    json.object_at("gain", |json| gains(json, answer));
    match &answer.take_home {
        None => {}
        Some(Ok(after)) => json.object_at("take_home", |json| after_tax(json, after)),
        Some(Err(why)) => json.missing_at("take_home", "take_home_missing", &why.to_string()),
    }
    json.object_at("if_all_goes_well", |json| {
        let best = &answer.if_all_goes_well;
        json.array_at("milestones", &best.milestones, |json, reached| {
            json.object(|json| milestone(json, answer, reached));
        });
        json.object_at("break_even", |json| break_even(json, &best.break_even));
        json.object_at("gain", |json| both_gains(json, [best.gain_5, best.gain_10]));
    });
    if let Some(programs) = &answer.programs {
        outcomes_at(json, "programs", tables, programs);
    }
    known_biases_at(json, &answer.known_biases);
    json.count_at("careers", answer.settings.careers.get());
    json.count_at("seed", answer.settings.seed);
    json.count_at("horizon", answer.settings.horizon.get());
    json.figure_at("causal_share", Figure::Share(answer.settings.causal_share));
    json.object_at("counterfactual", |json| {
        match answer.counterfactual.kind {
            CounterfactualKind::CurrentSalary => json.plain_str_at("kind", "current_salary"),
            CounterfactualKind::MedicalSecretary(place) => {
                json.plain_str_at("kind", "medical_secretary");
                json.plain_str_at("place", place.as_str());
            }
            CounterfactualKind::SameJob => json.plain_str_at("kind", "same_job"),
        }
        json.figure_at("now", Figure::Dollars(answer.counterfactual.now));
    });
    if let Some(rank) = answer.stated_rank {
        json.object_at("rank", |json| {
            json.figure_at("below", Figure::Share(rank.below));
            json.bool_at("is_nearest", rank.is_nearest);
            json.figure_at("ratio", Figure::Number(rank.ratio, 6));
        });
    }
    json.plain_str_at("adjacent_job", answer.adjacent_job.name());
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
            json.object_at("gain", |json| mean_and_median(json, gained.gain));
        });
    });
}

/// The law, break-even and gains after taxes; what is left of each year is with the years.
fn after_tax(json: &mut Json<'_>, after: &CareerAfterTax<'_>) {
    json.plain_str_at("tax_year", after.law.year.name());
    json.plain_str_at("filing", after.law.filing.name());
    json.plain_str_at("kind", if after.is_contract { "1099" } else { "w2" });
    json.object_at("break_even", |json| {
        break_even(json, &after.break_even);
        json.array_at("by_year", &after.break_even.by_year, |json, share| {
            json.figure(Figure::Share(*share));
        });
    });
    json.object_at("gain", |json| {
        let [in_5, in_10] = after.gains;
        gain(json, ["years_5", "years_5_missing"], in_5);
        gain(json, ["years_10", "years_10_missing"], in_10);
    });
}

/// What the answer assumes, how much each of it matters, and where it comes from.
pub(crate) fn trace(json: &mut Json<'_>, answer: &Timeline<'_>) {
    if !answer.sensitivity.is_empty() {
        json.array_at("sensitivity", &answer.sensitivity, |json, row| {
            json.object(|json| sensitivity(json, row));
        });
    }
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

fn break_even(json: &mut Json<'_>, break_even: &BreakEven) {
    months(json, break_even.months);
    json.figure_at("never", Figure::Share(break_even.never));
}

fn year_record(json: &mut Json<'_>, answer: &Timeline<'_>, year: &CareerYear) {
    json.count_at("year", year.year);
    json.figure_at("in_field", Figure::Share(year.in_field));
    amounts(json, year);
    if let Some(Ok(after)) = &answer.take_home {
        let left = after.years.iter().find(|after| after.year == year.year);
        json.object_at("take_home", |json| {
            if let Some(left) = left {
                amounts(json, left);
            }
        });
    }
}

/// What is earned in a year, what it would bring without the career, and the gain until then.
fn amounts(json: &mut Json<'_>, year: &CareerYear) {
    json.object_at("pay", |json| dollars(json, year.pay));
    match year.in_field_pay {
        Some(pay) => json.object_at("in_field_pay", |json| dollars(json, pay)),
        None => json.missing_at("in_field_pay", "in_field_pay_missing", FEW),
    }
    json.object_at("without", |json| dollars(json, year.without));
    json.object_at("gain", |json| changes(json, year.gain));
}

/// Why there is no pay of those in the field.
const FEW: &str = "fewer than 5 percent are in the field";

fn outcome<T: Copy>(json: &mut Json<'_>, of: Outcome<T>, figure: impl Fn(T) -> Figure) {
    for (key, value) in [
        ("p10", of.p10),
        ("p25", of.p25),
        ("p50", of.p50),
        ("p75", of.p75),
        ("p90", of.p90),
        ("mean", of.mean),
    ] {
        json.figure_at(key, figure(value));
    }
}

fn dollars(json: &mut Json<'_>, pay: Outcome<Dollars>) {
    outcome(json, pay, Figure::Dollars);
}

pub(super) fn changes(json: &mut Json<'_>, gain: Outcome<Change>) {
    outcome(json, gain, Figure::Change);
}

/// Why there is no gain after so many years.
const SHORTER: &str = "the horizon is shorter";

fn gain(json: &mut Json<'_>, [key, missing]: [&'static str; 2], gain: Option<Outcome<Change>>) {
    match gain {
        Some(gain) => json.object_at(key, |json| changes(json, gain)),
        None => json.missing_at(key, missing, SHORTER),
    }
}

/// The gain of all, and by how far one gets.
fn gains(json: &mut Json<'_>, answer: &Timeline<'_>) {
    gain(json, ["years_5", "years_5_missing"], answer.gain_5);
    gain(json, ["years_10", "years_10_missing"], answer.gain_10);
    json.array_at("by_progress", &answer.by_progress, |json, by| {
        json.object(|json| {
            json.plain_str_at("id", by.progress.name());
            json.plain_str_at("label", progress_label(by.progress));
            json.figure_at("share", Figure::Share(by.share));
            both_gains(json, [by.gain_5, by.gain_10]);
        });
    });
}

/// The gains after five and ten years, in short.
fn both_gains(json: &mut Json<'_>, gains: [Option<Gain>; 2]) {
    let keys = [("years_5", "years_5_missing"), ("years_10", "years_10_missing")];
    for ((key, missing), gain) in keys.into_iter().zip(gains) {
        match gain {
            Some(gain) => json.object_at(key, |json| mean_and_median(json, gain)),
            None => json.missing_at(key, missing, SHORTER),
        }
    }
}

fn mean_and_median(json: &mut Json<'_>, gain: Gain) {
    json.figure_at("p50", Figure::Change(gain.median));
    json.figure_at("mean", Figure::Change(gain.mean));
    json.figure_at("gaining", Figure::Share(gain.gaining));
}

fn sensitivity(json: &mut Json<'_>, row: &Sensitivity) {
    json.str_at("id", &row.item);
    json.str_at("label", &row.label);
    json.str_at("unit", &row.unit);
    for (key, value) in ["low", "value", "high"].into_iter().zip(row.range) {
        json.number_at(key, value);
    }
    let end = |at: usize| {
        move |json: &mut Json<'_>| {
            for (key, gains) in [("years_5", row.gain_5), ("years_10", row.gain_10)] {
                json.figure_or_null_at(key, gains.map(|gains| Figure::Change(gains[at])));
            }
        }
    };
    json.object_at("gain_low", end(0));
    json.object_at("gain_high", end(1));
}

fn assumption(json: &mut Json<'_>, answer: &Timeline<'_>, used: &Assumption<'_>) {
    json.str_at("id", used.item);
    json.str_at("label", used.label);
    json.plain_str_at("table", used.table);
    let range = match used.value {
        AssumedValue::Months(span) => {
            json.plain_str_at("unit", "months");
            json.number_at("value", span.mode());
            Some((span.low(), span.high()))
        }
        AssumedValue::Number(unit, value) => {
            json.plain_str_at("unit", unit.name());
            json.number_at("value", value);
            used.range
        }
        AssumedValue::Cost(cost) => {
            json.str_at("unit", &cost.unit);
            json.number_at("value", cost.value);
            used.range
        }
        AssumedValue::Choice(name) => {
            json.str_at("value", name);
            None
        }
        AssumedValue::Rule => None,
    };
    if let Some((low, high)) = range {
        json.number_at("low", low);
        json.number_at("high", high);
    }
    json.plain_str_at("basis", used.evidence.basis.name());
    source_ids(json, answer.tables, &used.evidence.sources);
    json.optional_str_at("reason", used.evidence.note.as_deref());
}
