//! Published claims next to what the model says for the same people.

use super::graduates::{graduates, graduates_record};
use super::list::counted;
use crate::data::{Claim, ClaimPeople, OrderEnd, Published, Tables};
use crate::engine::{Agreement, CheckedClaim, ModelSays};
use crate::quantity::PlaceCode;
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::json::{Json, source_ids};
use crate::report::words::short_list;

/// The claims in a table, then why the model says otherwise where it does.
pub(super) fn claims(document: &mut Document, tables: &Tables, checked: &[CheckedClaim<'_>]) {
    document.heading("Published claims that the model does not use");
    let columns = [
        ("published", "published"),
        ("model", "model"),
        ("difference", "apart"),
        ("tolerance_percent", "may be, %"),
        ("agrees", "agrees"),
        ("says", "who and what"),
    ];
    let columns = columns.map(|(id, label)| Column::new(id, label));
    document.table("claim", columns, checked.iter().map(|claim| row(tables, claim)));
    let reasons = checked.iter().filter_map(|checked| {
        let why =
            checked.claim.why.as_deref().filter(|_| checked.agreement() == Agreement::Explained);
        let reason = match (&checked.outcome, why) {
            (Ok(_), why) => why.map(str::to_owned),
            (Err(reason), Some(why)) => Some(format!("no answer: {reason}; {why}")),
            (Err(reason), None) => Some(format!("no answer: {reason}")),
        };
        Some(Text::default().stress(checked.claim.id.clone()).say(format!(": {}", reason?)))
    });
    document.list("why", reasons);
    graduates(document, tables, checked);
}

fn row(tables: &Tables, checked: &CheckedClaim<'_>) -> Row {
    let claim = checked.claim;
    let (model, apart) = match &checked.outcome {
        Ok(outcome) => (model(&outcome.model), Some(Figure::Percent(outcome.difference * 100.0))),
        Err(_) => (Text::words("no answer"), None),
    };
    let agrees = match checked.agreement() {
        Agreement::Agrees => "yes",
        Agreement::Explained => "no",
        Agreement::Unexplained => "no, unexplained",
    };
    let sources = short_list(tables, &claim.evidence.sources);
    let says = format!("{} ({}; {sources})", claim.says, claim.population);
    let tolerance = claim.tolerance.as_ref();
    let cells = [
        published(claim).into(),
        model.into(),
        apart.into(),
        tolerance.map(|tolerance| Figure::Number(tolerance.share * 100.0, 0)).into(),
        agrees.into(),
        says.into(),
    ];
    Row::new(claim.id.clone(), claim.id.clone(), cells)
}

fn published(claim: &Claim) -> Text {
    match &claim.published {
        Published::Value { low, high: None } => Text::words("over ").dollars(*low),
        Published::Value { low, high: Some(high) } if low == high => Text::default().dollars(*low),
        Published::Value { low, high: Some(high) } => {
            Text::default().dollars(*low).say(" to ").dollars(*high)
        }
        Published::Ratio { ratio, at_least, .. } => {
            Text::words(if *at_least { "over × " } else { "× " }).number(*ratio, 3)
        }
        Published::Order { places, .. } => codes(places),
        Published::Graduates { correlation } => {
            Text::words("order of states, over ").number(*correlation, 2)
        }
        Published::Posted { middle, .. } => Text::default().dollars(*middle),
    }
}

fn model(model: &ModelSays) -> Text {
    match model {
        ModelSays::Pay(pay) => Text::default().dollars(*pay),
        ModelSays::Range([low, middle, high]) => Text::default()
            .dollars(*middle)
            .say(" (")
            .dollars(*low)
            .say(" to ")
            .dollars(*high)
            .say(")"),
        ModelSays::Ratio(ratio) => Text::words("× ").number(*ratio, 3),
        ModelSays::Graduates { correlation, .. } => Text::default().number(*correlation, 2),
        ModelSays::Order(places) => codes(places),
    }
}

fn codes(places: &[PlaceCode]) -> Text {
    places.iter().map(PlaceCode::as_str).collect::<Vec<_>>().join(" ").into()
}

/// How many claims there are and how they stand.
pub(super) fn claim_summary(checked: &[CheckedClaim<'_>]) -> Text {
    let count = |agreement| checked.iter().filter(|claim| claim.agreement() == agreement).count();
    Text::words("Of ")
        .then(counted(checked.len(), "published claim"))
        .say(" the model agrees with ")
        .figure(Figure::Count(count(Agreement::Agrees) as u64))
        .say(", and says otherwise for ")
        .figure(Figure::Count(count(Agreement::Explained) as u64))
        .say(" with a reason and for ")
        .figure(Figure::Count(count(Agreement::Unexplained) as u64))
        .say(" without one.")
}

/// The record of a claim.
pub(super) fn claim_record(json: &mut Json<'_>, tables: &Tables, checked: &CheckedClaim<'_>) {
    let claim = checked.claim;
    json.object(|json| {
        json.str_at("claim", &claim.id);
        json.str_at("kind", &tables.accuracy.get(claim.kind).id);
        json.str_at("says", &claim.says);
        json.str_at("population", &claim.population);
        json.str_at("period", &claim.period);
        json.plain_str_at("statistic", claim.statistic.name());
        people(json, "person", "places", &claim.people);
        match &claim.published {
            Published::Value { low, high } => {
                json.plain_str_at("measure", "value");
                json.figure_at("low", Figure::Dollars(*low));
                json.figure_or_null_at("high", high.map(Figure::Dollars));
            }
            Published::Ratio { ratio, at_least, against, statistic } => {
                json.plain_str_at("measure", "ratio");
                json.number_at("ratio", *ratio);
                json.bool_at("at_least", *at_least);
                people(json, "against", "against_places", against);
                json.plain_str_at("against_statistic", statistic.name());
            }
            Published::Order { end, places } => {
                json.plain_str_at("measure", "order");
                let key = match end {
                    OrderEnd::Highest => "highest",
                    OrderEnd::Lowest => "lowest",
                };
                json.array_at(key, places, |json, place| json.plain_str(place.as_str()));
            }
            Published::Graduates { correlation } => {
                json.plain_str_at("measure", "graduates");
                json.number_at("correlation", *correlation);
            }
            Published::Posted { middle, range } => {
                json.plain_str_at("measure", "posted");
                if let Some([low, high]) = range {
                    json.figure_at("low", Figure::Dollars(*low));
                    json.figure_at("high", Figure::Dollars(*high));
                }
                json.figure_at("middle", Figure::Dollars(*middle));
            }
        }
        match &checked.outcome {
            Ok(outcome) => {
                match &outcome.model {
                    ModelSays::Pay(pay) => json.figure_at("model", Figure::Dollars(*pay)),
                    ModelSays::Range([low, middle, high]) => json.object_at("model", |json| {
                        json.figure_at("p10", Figure::Dollars(*low));
                        json.figure_at("p50", Figure::Dollars(*middle));
                        json.figure_at("p90", Figure::Dollars(*high));
                    }),
                    ModelSays::Ratio(ratio) => json.number_at("model", *ratio),
                    ModelSays::Graduates { correlation, places } => {
                        json.number_at("model", *correlation);
                        json.array_at("graduates", places, graduates_record);
                    }
                    ModelSays::Order(places) => {
                        json.array_at("model", places, |json, place| {
                            json.plain_str(place.as_str());
                        });
                    }
                }
                json.number_at("difference", outcome.difference);
                if let [bias] = outcome.biases[..] {
                    json.number_at("bias", bias);
                }
                json.bool_at("agrees", outcome.agrees);
            }
            Err(reason) => {
                json.missing_at("model", "model_missing", reason);
                json.bool_at("agrees", false);
            }
        }
        if let Some(tolerance) = &claim.tolerance {
            json.number_at("tolerance", tolerance.share);
            json.str_at("because", &tolerance.because);
        }
        json.optional_str_at("mapping", claim.mapping.as_deref());
        json.optional_str_at("why", claim.why.as_deref());
        json.plain_str_at("basis", claim.evidence.basis.name());
        source_ids(json, tables, &claim.evidence.sources);
        json.optional_str_at("note", claim.evidence.note.as_deref());
    });
}

fn people(json: &mut Json<'_>, key: &'static str, places_key: &'static str, people: &ClaimPeople) {
    match people {
        ClaimPeople::AllCertified => json.plain_str_at(key, "all-certified"),
        ClaimPeople::Person { facts, places } => {
            json.object_at(key, |json| {
                for (name, text) in facts {
                    json.key(name);
                    json.str(text);
                }
            });
            if !places.is_empty() {
                json.array_at(places_key, places, |json, place| json.plain_str(place.as_str()));
            }
        }
    }
}
