//! What graduates of certificate programs earn next to what the model says, by place.

use crate::data::Tables;
use crate::engine::{CheckedClaim, GraduatePay, ModelSays};
use crate::quantity::PlaceCode;
use crate::report::document::{Column, Document, Figure, Row};
use crate::report::json::Json;

/// The pay of graduates in the nation and by state, where a claim is about them.
pub(super) fn graduates(document: &mut Document, tables: &Tables, checked: &[CheckedClaim<'_>]) {
    let outcomes = checked.iter().filter_map(|claim| claim.outcome.as_ref().ok());
    for outcome in outcomes {
        if let ModelSays::Graduates { places, .. } = &outcome.model {
            document.heading("Graduates of certificate programs, four years on");
            let columns = [
                Column::same("published"),
                Column::same("model"),
                Column::new("difference", "apart"),
            ];
            document.table("graduates", columns, places.iter().map(|pay| row(tables, pay)));
        }
    }
}

fn row(tables: &Tables, pay: &GraduatePay) -> Row {
    let label = place_name(tables, pay.place);
    let apart = Figure::Percent(pay.bias() * 100.0);
    Row::new(pay.place.to_string(), label, [pay.published.into(), pay.model.into(), apart.into()])
}

fn place_name(tables: &Tables, place: PlaceCode) -> String {
    tables.geography.get(place).map_or_else(|| place.to_string(), |place| place.name.clone())
}

/// The record of a place.
pub(super) fn graduates_record(json: &mut Json<'_>, pay: &GraduatePay) {
    json.object(|json| {
        json.plain_str_at("place", pay.place.as_str());
        json.figure_at("published", Figure::Dollars(pay.published));
        json.figure_at("model", Figure::Dollars(pay.model));
        json.number_at("bias", pay.bias());
    });
}
