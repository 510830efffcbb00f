//! The published claims by kind, and what was published and is left out.

use crate::data::{LeftOut, Tables};
use crate::engine::CheckedKind;
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::json::Json;
use crate::report::words::short;

/// How many claims of each kind there are and agree, and how far the model is above or below.
pub(super) fn claim_kinds(document: &mut Document, kinds: &[CheckedKind<'_>]) {
    document.heading("By kind");
    let columns = [
        Column::same("claims"),
        Column::new("agreeing", "agree"),
        Column::new("bias", "median"),
        Column::new("tolerance_percent", "may be, %"),
    ];
    let rows = kinds.iter().map(|checked| {
        let kind = checked.kind;
        let cells = [
            Figure::Count(checked.claims.into()).into(),
            Figure::Count(checked.agreeing.into()).into(),
            checked.bias.map(|bias| Figure::Percent(bias * 100.0)).into(),
            Figure::Number(kind.tolerance * 100.0, 0).into(),
        ];
        Row::new(kind.id.clone(), kind.label.clone(), cells)
    });
    document.table("claim_kind", columns, rows);
}

/// What was published and is left out, each with the reason.
pub(super) fn left_out(document: &mut Document, tables: &Tables, left_out: &[LeftOut]) {
    let items = left_out.iter().map(|left| {
        let source = short(tables.sources.get(left.source));
        let LeftOut { says, population, reason, .. } = left;
        let rest = format!(": {says} ({population}; {source}): {reason}");
        Text::default().stress("left out").say(rest)
    });
    document.list("left_out", items);
}

/// The record of a kind.
pub(super) fn claim_kind_record(json: &mut Json<'_>, checked: &CheckedKind<'_>) {
    let kind = checked.kind;
    json.object(|json| {
        json.str_at("kind", &kind.id);
        json.str_at("label", &kind.label);
        json.count_at("claims", checked.claims);
        json.count_at("agreeing", checked.agreeing);
        json.count_at("compared", checked.compared);
        let bias = checked.bias.map(|bias| Figure::Number(bias, 6));
        json.figure_or_null_at("bias", bias);
        json.number_at("tolerance", kind.tolerance);
        json.str_at("because", &kind.because);
    });
}

/// The record of something that is left out.
pub(super) fn left_out_record(json: &mut Json<'_>, tables: &Tables, left: &LeftOut) {
    json.object(|json| {
        json.str_at("says", &left.says);
        json.str_at("population", &left.population);
        json.str_at("reason", &left.reason);
        json.str_at("source", &tables.sources.get(left.source).id);
    });
}
