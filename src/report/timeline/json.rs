//! A career in the JSON contract, schema 1.

use super::words::milestone_label;
use crate::engine::Timeline;
use crate::engine::career::{
    AssumedValue, Assumption, CareerYear, CounterfactualKind, Outcome, Reached,
};
use crate::quantity::{Change, Dollars};
use crate::report::document::Figure;
use crate::report::json::{
    Keyed as _, Shape, Sink, head, question, scale, source_keys, stated, wages_of,
};

/// Why a percentile is null: so many never get there within the horizon.
const NEVER: &str = "never";

/// The answer to `timeline`.
#[derive(Clone, Copy, Debug)]
pub struct TimelineShape<'a>(pub &'a Timeline<'a>);

impl Shape for TimelineShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let answer = self.0;
        sink.record(|sink| {
            head(sink, "timeline", answer.tables);
            figures(sink, answer);
            trace(sink, answer);
        });
    }

    /// One record a year.
    fn tell_records(&self, sink: &mut impl Sink) {
        for year in &self.0.years {
            sink.record(|sink| year_record(sink, year));
        }
    }
}

/// Everything but what the answer takes for granted.
pub(crate) fn figures(sink: &mut impl Sink, answer: &Timeline<'_>) {
    let tables = answer.tables;
    question(sink, tables, &answer.profile, &answer.notices);
    sink.word_at("unit", "USD/year");
    sink.count_at("dollars_of", tables.salaries.dollars_of);
    if let Some(rate) = answer.inflation {
        sink.number_at("inflation", rate);
    }
    scale(sink, tables, answer.scenario, &answer.wages);
    sink.word_at("level", answer.first_job.level().name());
    sink.record_at("office", |sink| wages_of(sink, tables, answer.office, &answer.office_wages));
    sink.word_at("standing", answer.career_stage.name());
    sink.record_at("aims", |sink| {
        sink.text_at("specialty", &tables.specialties.get(answer.aims.specialty).id);
        sink.word_at("pivot", answer.aims.pivot.name());
    });
    sink.record_at("first_job", |sink| stated(sink, tables, &answer.first_job));
    sink.record_at("plan", |sink| {
        sink.count_at("certs", u32::from(answer.plan.up_to.get()));
        sink.count_at("every_months", answer.plan.every.get());
    });
    sink.list_at("milestones", &answer.milestones, |sink, reached| {
        sink.record(|sink| milestone(sink, answer, reached));
    });
    sink.list_at("years", &answer.years, |sink, year| {
        sink.record(|sink| year_record(sink, year));
    });
    sink.record_at("break_even", |sink| {
        months(sink, answer.break_even.months);
        sink.figure_at("never", Figure::Share(answer.break_even.never));
    });
    sink.record_at("gain", |sink| {
        gain(sink, ["years_5", "years_5_missing"], answer.gain_5);
        gain(sink, ["years_10", "years_10_missing"], answer.gain_10);
    });
    sink.count_at("careers", answer.settings.careers.get());
    sink.count_at("seed", answer.settings.seed);
    sink.count_at("horizon", answer.settings.horizon.get());
    sink.figure_at("causal_share", Figure::Share(answer.settings.causal_share));
    sink.record_at("counterfactual", |sink| {
        match answer.counterfactual.kind {
            CounterfactualKind::CurrentSalary => sink.word_at("kind", "current_salary"),
            CounterfactualKind::EntryPay(place) => {
                sink.word_at("kind", "entry_pay");
                sink.word_at("place", place.as_str());
            }
        }
        sink.figure_at("now", Figure::Dollars(answer.counterfactual.now));
    });
    sink.record_at("outlays", |sink| {
        let paid = &answer.costs;
        for (key, amount) in [
            ("tuition", paid.tuition),
            ("books", paid.books),
            ("exam", paid.exam),
            ("membership", paid.membership),
        ] {
            sink.figure_at(key, Figure::Number(amount, 2));
        }
        sink.truth_at("stops_working", paid.stops_working);
    });
    sink.list_at("causal", &answer.causal, |sink, gained| {
        sink.record(|sink| {
            sink.figure_at("share", Figure::Share(gained.share));
            sink.figure_at("gain", Figure::Change(gained.gain));
        });
    });
}

/// What the answer takes for granted, and where it comes from.
pub(crate) fn trace(sink: &mut impl Sink, answer: &Timeline<'_>) {
    sink.list_at("assumptions", &answer.assumptions, |sink, used| {
        sink.record(|sink| assumption(sink, answer, used));
    });
    sink.list_at("sources", &answer.sources, |sink, &index| {
        sink.record(|sink| source_keys(sink, answer.tables.sources.get(index)));
    });
}

fn milestone(sink: &mut impl Sink, answer: &Timeline<'_>, reached: &Reached) {
    sink.word_at("id", reached.milestone.name());
    sink.key("label");
    sink.prose(&milestone_label(answer, reached.milestone));
    sink.figure_at("reached", Figure::Share(reached.share));
    months(sink, reached.months.map(|months| months.map(Some)).unwrap_or_default());
}

/// Three percentiles of months; each that is null with its reason beside it.
fn months(sink: &mut impl Sink, months: [Option<u32>; 3]) {
    let keys = [("p10", "p10_missing"), ("p50", "p50_missing"), ("p90", "p90_missing")];
    for ((key, missing), month) in keys.into_iter().zip(months) {
        match month {
            Some(month) => sink.figure_at(key, Figure::Months(month)),
            None => absent(sink, key, missing, NEVER),
        }
    }
}

fn absent(sink: &mut impl Sink, key: &'static str, missing: &'static str, reason: &str) {
    sink.key(key);
    sink.nothing();
    sink.text_at(missing, reason);
}

fn year_record(sink: &mut impl Sink, year: &CareerYear) {
    sink.count_at("year", year.year);
    sink.figure_at("employed", Figure::Share(year.employed));
    dollars(sink, year.pay);
    match year.in_field {
        Some(pay) => sink.record_at("in_field", |sink| dollars(sink, pay)),
        None => absent(sink, "in_field", "in_field_missing", "nobody is in the field yet"),
    }
    sink.figure_at("counterfactual", Figure::Dollars(year.counterfactual));
    sink.record_at("gain", |sink| changes(sink, year.gain));
}

fn outcome<T: Copy>(sink: &mut impl Sink, of: Outcome<T>, figure: impl Fn(T) -> Figure) {
    for (key, value) in [("p10", of.p10), ("p50", of.p50), ("p90", of.p90), ("mean", of.mean)] {
        sink.figure_at(key, figure(value));
    }
}

fn dollars(sink: &mut impl Sink, pay: Outcome<Dollars>) {
    outcome(sink, pay, Figure::Dollars);
}

pub(super) fn changes(sink: &mut impl Sink, gain: Outcome<Change>) {
    outcome(sink, gain, Figure::Change);
}

fn gain(sink: &mut impl Sink, [key, missing]: [&'static str; 2], gain: Option<Outcome<Change>>) {
    match gain {
        Some(gain) => sink.record_at(key, |sink| changes(sink, gain)),
        None => absent(sink, key, missing, "the horizon is shorter"),
    }
}

fn assumption(sink: &mut impl Sink, answer: &Timeline<'_>, used: &Assumption<'_>) {
    sink.text_at("id", used.item);
    sink.word_at("table", used.table);
    match used.value {
        AssumedValue::Months(span) => {
            sink.word_at("unit", "months");
            sink.number_at("low", span.low());
            sink.number_at("mode", span.mode());
            sink.number_at("high", span.high());
        }
        AssumedValue::Share(value) => {
            sink.word_at("unit", "share");
            sink.number_at("value", value);
        }
        AssumedValue::Multiplier(value) => {
            sink.word_at("unit", "multiplier");
            sink.number_at("value", value);
        }
        AssumedValue::Rate(value) => {
            sink.word_at("unit", "share a year");
            sink.number_at("value", value);
        }
        AssumedValue::Cost(cost) => {
            sink.text_at("unit", &cost.unit);
            sink.number_at("value", cost.value);
        }
        AssumedValue::Choice(name) => sink.text_at("value", name),
        AssumedValue::Rule => {}
    }
    if let Some((low, high)) = used.range {
        sink.number_at("low", low);
        sink.number_at("high", high);
    }
    sink.word_at("basis", used.evidence.basis.name());
    sink.list_at("sources", &used.evidence.sources, |sink, &source| {
        sink.text(&answer.tables.sources.get(source).id);
    });
    sink.optional_text_at("reason", used.evidence.note.as_deref());
}
