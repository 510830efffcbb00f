//! Published claims beside what the model says for the same people.

use super::list::counted;
use crate::data::{Claim, ClaimPeople, OrderEnd, Published, Tables};
use crate::engine::{Agreement, CheckedClaim, ModelSays};
use crate::quantity::PlaceCode;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Keyed as _, Sink};
use crate::report::words::short_list;

/// The claims in a table, why the model says otherwise where it does, and how many agree.
#[must_use]
pub fn claims_document(tables: &Tables, checked: &[CheckedClaim<'_>]) -> Document {
    let mut document = Document::from_tables(tables);
    claims(&mut document, tables, checked);
    document.prose("claims", claim_summary(checked));
    document
}

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
    let columns = columns.into_iter().map(|(id, label)| Column::new(id, label)).collect();
    document.table("claim", columns, checked.iter().map(|claim| row(tables, claim)).collect());
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
    document.list("why", reasons.collect());
}

fn row(tables: &Tables, checked: &CheckedClaim<'_>) -> Row {
    let claim = checked.claim;
    let (model, apart) = match &checked.outcome {
        Ok(outcome) => {
            (model(&outcome.model), Cell::Figure(Figure::Percent(outcome.difference * 100.0)))
        }
        Err(_) => (Text::words("no answer"), Cell::Empty),
    };
    let agrees = match checked.agreement() {
        Agreement::Agrees => "yes",
        Agreement::Explained => "no",
        Agreement::Unexplained => "no, unexplained",
    };
    let sources = short_list(tables, &claim.evidence.sources);
    let says = format!("{} ({}; {sources})", claim.says, claim.population);
    let cells = vec![
        Cell::Text(published(claim)),
        Cell::Text(model),
        apart,
        Cell::Figure(Figure::Number(claim.tolerance * 100.0, 0)),
        Cell::Text(agrees.into()),
        Cell::Text(says.into()),
    ];
    Row { id: claim.id.clone().into(), label: claim.id.clone().into(), cells }
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
    }
}

fn model(model: &ModelSays) -> Text {
    match model {
        ModelSays::Pay(pay) => Text::default().dollars(*pay),
        ModelSays::Ratio(ratio) => Text::words("× ").number(*ratio, 3),
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
pub(super) fn claim_record(sink: &mut impl Sink, tables: &Tables, checked: &CheckedClaim<'_>) {
    let claim = checked.claim;
    sink.record(|sink| {
        sink.text_at("claim", &claim.id);
        sink.text_at("says", &claim.says);
        sink.text_at("population", &claim.population);
        sink.text_at("period", &claim.period);
        sink.word_at("statistic", claim.statistic.name());
        people(sink, "person", "places", &claim.people);
        match &claim.published {
            Published::Value { low, high } => {
                sink.word_at("measure", "value");
                sink.figure_at("low", Figure::Dollars(*low));
                sink.key("high");
                match high {
                    Some(high) => sink.figure(Figure::Dollars(*high)),
                    None => sink.nothing(),
                }
            }
            Published::Ratio { ratio, at_least, against, statistic } => {
                sink.word_at("measure", "ratio");
                sink.number_at("ratio", *ratio);
                flag_at(sink, "at_least", *at_least);
                people(sink, "against", "against_places", against);
                sink.word_at("against_statistic", statistic.name());
            }
            Published::Order { end, places } => {
                sink.word_at("measure", "order");
                let key = match end {
                    OrderEnd::Highest => "highest",
                    OrderEnd::Lowest => "lowest",
                };
                sink.list_at(key, places, |sink, place| sink.word(place.as_str()));
            }
        }
        match &checked.outcome {
            Ok(outcome) => {
                match &outcome.model {
                    ModelSays::Pay(pay) => sink.figure_at("model", Figure::Dollars(*pay)),
                    ModelSays::Ratio(ratio) => sink.number_at("model", *ratio),
                    ModelSays::Order(places) => {
                        sink.list_at("model", places, |sink, place| sink.word(place.as_str()));
                    }
                }
                sink.number_at("difference", outcome.difference);
                sink.number_at("tolerance", claim.tolerance);
                flag_at(sink, "agrees", outcome.agrees);
            }
            Err(reason) => {
                sink.key("model");
                sink.nothing();
                sink.text_at("model_missing", reason);
                sink.number_at("tolerance", claim.tolerance);
                flag_at(sink, "agrees", false);
            }
        }
        sink.text_at("because", &claim.because);
        sink.optional_text_at("why", claim.why.as_deref());
        sink.word_at("basis", claim.evidence.basis.name());
        sink.list_at("sources", &claim.evidence.sources, |sink, &source| {
            sink.text(&tables.sources.get(source).id);
        });
        sink.optional_text_at("note", claim.evidence.note.as_deref());
    });
}

fn people(sink: &mut impl Sink, key: &'static str, places_key: &'static str, people: &ClaimPeople) {
    match people {
        ClaimPeople::AllCertified => sink.word_at(key, "all-certified"),
        ClaimPeople::Person { facts, places } => {
            sink.record_at(key, |sink| {
                for (name, text) in facts {
                    sink.key(name);
                    sink.text(text);
                }
            });
            if !places.is_empty() {
                sink.list_at(places_key, places, |sink, place| sink.word(place.as_str()));
            }
        }
    }
}

fn flag_at(sink: &mut impl Sink, key: &'static str, flag: bool) {
    sink.key(key);
    sink.verbatim(if flag { "true" } else { "false" });
}
