use toml::de::DeValue;

use super::accuracy::{Accuracy, ClaimKindIndex};
use super::claim::{
    Claim, ClaimPeople, ClaimStatistic, Claims, LeftOut, OrderEnd, Published, Tolerance,
};
use crate::data::reading::{
    Citations, Evidence, Fields, Problem, Quoted, ValueRange, found, nearest, not_known, record,
};
use crate::data::wages::Geography;
use crate::quantity::{Dollars, Percentile, PlaceCode};

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    Value,
    Ratio,
    Order,
    Graduates,
    Posted,
}

/// The keys of every measure, of which each has some.
const MEASURE_KEYS: [&str; 16] = [
    "correlation",
    "pay",
    "reference",
    "ratio",
    "low",
    "high",
    "bound",
    "highest",
    "lowest",
    "against",
    "against_places",
    "against_statistic",
    "mapping",
    "statistic",
    "tolerance",
    "because",
];

impl Claims {
    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        accuracy: &Accuracy,
    ) -> Self {
        let bounds = table.range();
        let read = |row: &mut Fields<'_>| read_claim(row, sources, geography, accuracy, bounds);
        let claims = table.named_tables("claim", ("claim", "the claim "), read, |claim| &claim.id);
        let left_out = table.tables("left_out", |row| {
            record!(LeftOut {
                says: row.string("says"),
                population: row.string("population"),
                reason: row.string("reason"),
                source: sources.cited_once(row),
            })
        });
        Self { claims, left_out }
    }
}

fn read_claim(
    row: &mut Fields<'_>,
    sources: &Citations,
    geography: &Geography,
    accuracy: &Accuracy,
    bounds: ValueRange,
) -> Option<Claim> {
    let measures = [
        ("value", Measure::Value),
        ("ratio", Measure::Ratio),
        ("order", Measure::Order),
        ("graduates", Measure::Graduates),
        ("posted", Measure::Posted),
    ];
    let measure = row.one_of("measure", &measures);
    if measure.is_none() {
        // Without it nobody knows which of the keys belong here, so none of them is refused.
        for key in MEASURE_KEYS {
            row.optional(key);
        }
    }
    let is_posted = measure == Some(Measure::Posted);
    let statistics: Vec<_> = ClaimStatistic::all().map(|one| (one.name(), one)).collect();
    let statistic = match measure {
        Some(Measure::Posted | Measure::Graduates) => {
            Some(ClaimStatistic::Percentile(Percentile::P50))
        }
        Some(_) => row.one_of("statistic", &statistics),
        None => None,
    };
    record!(Claim {
        id: row.string("claim"),
        kind: read_kind(row, accuracy),
        says: row.string("says"),
        statistic,
        people: read_people(row, geography, "person", "places"),
        published: measure.and_then(|measure| {
            read_published(row, geography, bounds, measure, (statistic, &statistics))
        }),
        mapping: if is_posted { row.string("mapping").map(Some) } else { Some(None) },
        tolerance: match measure {
            Some(Measure::Posted | Measure::Graduates) => Some(None),
            Some(_) => read_tolerance(row).map(Some),
            None => None,
        },
        population: row.string("population"),
        period: row.string("period"),
        evidence: Evidence::read(row, sources),
        why: Some(row.optional_string("why")),
    })
}

fn read_kind(row: &mut Fields<'_>, accuracy: &Accuracy) -> Option<ClaimKindIndex> {
    let id = row.text("kind")?;
    let kind = accuracy.find(id.get_ref());
    if kind.is_none() {
        let near = nearest(id.get_ref(), accuracy.ids());
        let unknown = not_known("kind of claims", id.get_ref(), near, accuracy.ids());
        row.problem(Problem::new(id.span(), unknown.text).with_hint(unknown.hint));
    }
    kind
}

fn read_tolerance(row: &mut Fields<'_>) -> Option<Tolerance> {
    record!(Tolerance {
        share: row.quantity("tolerance", |share| match share {
            0.0..=0.5 => Ok(share),
            _ => Err("a tolerance is between 0 and 0.5"),
        }),
        because: row.string("because"),
    })
}

fn read_published(
    row: &mut Fields<'_>,
    geography: &Geography,
    bounds: ValueRange,
    measure: Measure,
    (statistic, statistics): (Option<ClaimStatistic>, &[(&str, ClaimStatistic)]),
) -> Option<Published> {
    match measure {
        Measure::Value if row.has("pay") => {
            let low = row.dollars("pay", bounds);
            let at_least = read_bound(row);
            Some(Published::Value { low: low?, high: if at_least? { None } else { low } })
        }
        Measure::Value => {
            let [low, high] = read_ends(row, bounds)?;
            Some(Published::Value { low, high: Some(high) })
        }
        Measure::Ratio => {
            let against = read_people(row, geography, "against", "against_places");
            let other = row.optional_one_of("against_statistic", statistics);
            let ratio = read_ratio(row, bounds);
            let at_least = read_bound(row);
            let (against, statistic) = (against?, other.or(statistic)?);
            Some(Published::Ratio { ratio: ratio?, at_least: at_least?, against, statistic })
        }
        Measure::Order => {
            let (end, key) = if row.has("lowest") {
                (OrderEnd::Lowest, "lowest")
            } else {
                (OrderEnd::Highest, "highest")
            };
            let places = read_places(row, geography, key);
            if places.is_empty() && row.is_sound() {
                row.problem_here("an order names its places by `highest` or `lowest`");
            }
            (!places.is_empty()).then_some(Published::Order { end, places })
        }
        Measure::Graduates => {
            let correlation = row.quantity("correlation", |correlation| match correlation {
                0.0..=1.0 => Ok(correlation),
                _ => Err("a rank correlation to reach is between 0 and 1"),
            })?;
            Some(Published::Graduates { correlation })
        }
        Measure::Posted => {
            let middle = row.dollars("pay", bounds);
            let has_range = row.has("low") || row.has("high");
            let range = has_range.then(|| read_ends(row, bounds));
            let (middle, range) = (middle?, range.map_or(Some(None), |range| range.map(Some))?);
            if let Some([low, high]) = range
                && !(low.get()..=high.get()).contains(&middle.get())
            {
                row.problem_at("pay", "`pay`, the middle, must be between `low` and `high`");
            }
            Some(Published::Posted { middle, range })
        }
    }
}

/// The ends of a range.
fn read_ends(row: &mut Fields<'_>, bounds: ValueRange) -> Option<[Dollars; 2]> {
    let low = row.dollars("low", bounds);
    let high = row.dollars("high", bounds);
    let (low, high) = (low?, high?);
    if low.get() >= high.get() {
        row.problem_at("high", "`high` must be above `low`");
    }
    Some([low, high])
}

/// A ratio, as such or as two amounts.
fn read_ratio(row: &mut Fields<'_>, bounds: ValueRange) -> Option<f64> {
    if row.has("ratio") {
        return row.quantity("ratio", |ratio| match ratio {
            0.2..=5.0 => Ok(ratio),
            _ => Err("a ratio of pay is between 0.2 and 5"),
        });
    }
    let pay = row.dollars("pay", bounds);
    let reference = row.dollars("reference", bounds);
    Some(pay?.get() / reference?.get())
}

/// Whether a figure is the least that is claimed.
fn read_bound(row: &mut Fields<'_>) -> Option<bool> {
    match row.optional("bound") {
        Some(_) => row.one_of("bound", &[("over", true)]),
        None => Some(false),
    }
}

fn read_people(
    row: &mut Fields<'_>,
    geography: &Geography,
    key: &'static str,
    places_key: &'static str,
) -> Option<ClaimPeople> {
    let places = read_places(row, geography, places_key);
    let Some(value) = row.optional(key) else {
        row.problem_here(format!("the key `{key}` is missing"));
        return None;
    };
    match value.get_ref() {
        DeValue::String(word) if word == "all-certified" => Some(ClaimPeople::AllCertified),
        DeValue::Table(table) => {
            let mut facts: Vec<_> = table.iter().collect();
            facts.sort_by_key(|(name, _)| name.span().start);
            let facts: Option<Vec<_>> = facts
                .into_iter()
                .map(|(name, value)| {
                    let text = match value.get_ref() {
                        DeValue::String(text) => text.to_string(),
                        DeValue::Integer(number) => number.as_str().to_owned(),
                        DeValue::Float(number) => number.as_str().to_owned(),
                        other => {
                            let name = Quoted(name.get_ref());
                            let message =
                                format!("{name} must be a text or a number, not {}", found(other));
                            row.problem(Problem::new(value.span(), message));
                            return None;
                        }
                    };
                    Some((name.get_ref().to_string(), text))
                })
                .collect();
            Some(ClaimPeople::Person { facts: facts?, places })
        }
        other => {
            let message = format!("`{key}` must be facts or `all-certified`, not {}", found(other));
            row.problem_at(key, message);
            None
        }
    }
}

fn read_places(row: &mut Fields<'_>, geography: &Geography, key: &'static str) -> Vec<PlaceCode> {
    let codes = row.texts(key);
    let mut places = Vec::new();
    for code in codes {
        match PlaceCode::new(code.get_ref()) {
            Ok(place) if geography.get(place).is_some() => places.push(place),
            _ => {
                let message =
                    format!("{} is not a place of the geography table", Quoted(code.get_ref()));
                row.problem(Problem::new(code.span(), message));
            }
        }
    }
    places
}
