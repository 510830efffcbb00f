//! Records as rows of CSV under one header: the figures of an answer, or what is wrong.

use crate::engine::{ScenarioPay, local_wages};
use crate::quantity::{Pay, Percentile};
use crate::render::bare;
use crate::report::{Figure, RecordShape};

use super::record::{ErrorRecord, Told};

/// The columns, in order.
const COLUMNS: [&str; 29] = [
    "line",
    "id",
    "place",
    "geo_pay",
    "level",
    "pay.p10",
    "pay.p25",
    "pay.p50",
    "pay.p75",
    "pay.p90",
    "pay.mean",
    "home_value.price_level",
    "home_value.p10",
    "home_value.p25",
    "home_value.p50",
    "home_value.p75",
    "home_value.p90",
    "home_value.mean",
    "grade",
    "error.code",
    "error.message",
    "error.field",
    "error.hint",
    "errors",
    "warnings",
    "area.code",
    "area.name",
    "area_missing",
    "profile.role",
];

/// Writes rows to `out`, which is emptied of nothing.
pub(super) struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    /// The header.
    pub(super) fn header() -> Vec<u8> {
        let mut table = Self::onto(Vec::new());
        table.row(COLUMNS.map(str::to_owned));
        table.into_bytes()
    }

    pub(super) fn onto(out: Vec<u8>) -> Self {
        Self(csv::WriterBuilder::new().flexible(true).from_writer(out))
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().expect("a vector can always be written to")
    }

    pub(super) fn answered(&mut self, shape: &RecordShape<'_>) {
        let &RecordShape { line, id, tables, profile, figures, .. } = shape;
        let ScenarioPay { scenario, pay, home_value } = figures.chosen();
        let mut cells = vec![
            line.to_string(),
            id_text(id),
            scenario.place.to_string(),
            scenario.geo_pay.name().to_owned(),
            figures.level.name().to_owned(),
        ];
        cells.extend(amounts(pay));
        match (figures.price_level, home_value) {
            (Ok(price), Some(value)) => {
                cells.push(bare(Figure::Number(price.get(), 3)));
                cells.extend(amounts(value));
            }
            _ => cells.resize(cells.len() + 7, String::new()),
        }
        cells.push(figures.grade.name().to_owned());
        cells.resize(COLUMNS.len() - 5, String::new());
        let notices = profile.notices(tables);
        let codes: Vec<&str> = notices.iter().map(|notice| notice.code.name()).collect();
        cells.push(codes.join("; "));
        let wages = local_wages(tables, profile.role(), scenario.locality());
        cells.extend(match (wages.without, wages.of.area(tables)) {
            (Some(without), _) => [String::new(), String::new(), without.reason.to_owned()],
            (None, Some(area)) => [area.code.to_string(), area.name.clone(), String::new()],
            (None, None) => std::array::from_fn(|_| String::new()),
        });
        cells.push(profile.role().map_or(String::new(), |role| role.name().to_owned()));
        self.row(cells);
    }

    pub(super) fn refused(&mut self, record: &ErrorRecord) {
        let mut cells = vec![record.line.to_string(), id_text(record.id.as_deref())];
        cells.resize(COLUMNS.len() - 10, String::new());
        if let Some(Told { code, message, field, hint }) = record.problems.first() {
            let optional = |text: &Option<String>| text.clone().unwrap_or_default();
            cells.extend([(*code).to_owned(), message.clone(), optional(field), optional(hint)]);
        }
        cells.push(record.problems.len().to_string());
        cells.resize(COLUMNS.len(), String::new());
        self.row(cells);
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.0.write_record(cells).expect("a vector can always be written to");
    }
}

fn amounts(pay: &Pay) -> impl Iterator<Item = String> {
    let percentiles = Percentile::ALL.map(|percentile| pay.percentiles.at(percentile));
    percentiles.into_iter().chain([pay.mean]).map(|amount| bare(Figure::Dollars(amount)))
}

/// The caller's id without the quotes of JSON.
fn id_text(id: Option<&str>) -> String {
    let id = id.unwrap_or_default();
    serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned())
}
