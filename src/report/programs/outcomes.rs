use super::rows::count;
use crate::data::{GraduateOutcomes, Quartiles, Tables};
use crate::engine::{LocalOutcomes, OutcomesOf};
use crate::report::document::{Figure, Text};
use crate::report::json::Json;
use crate::report::words::short;

/// What graduates of certificate programs at home earn, in a line, with what it is and is not.
pub(crate) fn outcomes_line(tables: &Tables, local: &LocalOutcomes) -> Text {
    let outcomes = &local.outcomes;
    let of = tables.geography.in_sentence(local.of.place());
    let text = Text::words("In the middle one of ")
        .figure(Figure::Count(outcomes.programs as u64))
        .say(format!(" certificate programs in {of}, graduates earned "))
        .dollars(outcomes.earnings.p50)
        .say(" a year four years later. That counts all who work, in any job, full- or part-time")
        .say(format!(" ({}).", short(tables.sources.get(local.source))));
    match fallback(tables, local) {
        Some(reason) => text.say(format!(" {reason}.")),
        None => text,
    }
}

/// Why a state has no figures of its own.
fn fallback(tables: &Tables, local: &LocalOutcomes) -> Option<String> {
    let OutcomesOf::NationFor { state, programs } = local.of else { return None };
    let name = &tables.geography.get(state)?.name;
    let few = if programs == 0 { "" } else { ", too few" };
    Some(format!(
        "{name} has {} with such figures{few}: these are the nation's",
        programs_of(programs)
    ))
}

/// `no certificate program`, `1 certificate program`, `4 certificate programs`.
pub(super) fn programs_of(programs: usize) -> String {
    match programs {
        0 => "no certificate program".to_owned(),
        1 => "1 certificate program".to_owned(),
        several => format!("{several} certificate programs"),
    }
}

/// How many programs have graduates who earn more than those of high schools, of the place `of`.
pub(super) fn above(outcomes: &GraduateOutcomes, of: &str) -> Text {
    let text = if outcomes.compared == outcomes.programs {
        Text::words(" Of these programs ")
    } else {
        let compared = Figure::Count(outcomes.compared as u64);
        Text::words(" Of ").figure(compared).say(" that can be compared ")
    };
    text.figure(Figure::Share(outcomes.above_threshold))
        .say(format!(" have graduates who earn more than high-school graduates of {of}"))
}

/// What the earnings are not.
pub(super) fn caution() -> &'static str {
    "Earnings are the median of all graduates who work, in any job, full- or part-time: not coders' \
     pay, and not what a program adds."
}

/// What else to know of them.
pub(super) fn shared_figures() -> &'static str {
    "They count whole years and parts of years. Campuses of one school often share a figure, because \
     their graduates are counted together."
}

/// The object of an answer that has the figures of the home.
pub(crate) fn outcomes_at(
    json: &mut Json<'_>,
    key: &'static str,
    tables: &Tables,
    local: &LocalOutcomes,
) {
    json.object_at(key, |json| {
        json.plain_str_at("place", local.of.place().as_str());
        if let Some(reason) = fallback(tables, local) {
            json.str_at("fallback", &reason);
        }
        outcomes_keys(json, &local.outcomes);
        json.array_at("sources", [local.source], |json, source| {
            json.str(&tables.sources.get(source).id);
        });
    });
}

/// The figures, in the open object.
pub(super) fn outcomes_keys(json: &mut Json<'_>, outcomes: &GraduateOutcomes) {
    json.count_at("years_after", 4);
    json.count_at("programs", count(outcomes.programs));
    quartiles_at(json, &outcomes.earnings);
    json.count_at("compared", count(outcomes.compared));
    json.figure_at("above_high_school", Figure::Share(outcomes.above_threshold));
    json.count_at("indebted", count(outcomes.indebted));
    if let Some(debt) = outcomes.debt {
        json.figure_at("debt", Figure::Dollars(debt));
    }
}

pub(super) fn quartiles_at(json: &mut Json<'_>, earnings: &Quartiles) {
    json.object_at("earnings", |json| {
        let Quartiles { p25, p50, p75 } = *earnings;
        for (key, amount) in [("p25", p25), ("p50", p50), ("p75", p75)] {
            json.figure_at(key, Figure::Dollars(amount));
        }
    });
}
