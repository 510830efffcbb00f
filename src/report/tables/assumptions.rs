use super::rows::{in_words, write_cell};
use crate::data::{Assumption, Tables};
use crate::report::document::{Cell, Column, Document, Row, Text};
use crate::report::json::{Json, WriteJson, head};

/// The answer to `data assumptions`.
#[derive(Clone, Copy, Debug)]
pub struct AssumptionsShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// Every row with an assumption as its basis.
    pub assumptions: &'a [Assumption],
}

impl WriteJson for AssumptionsShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "assumptions", self.tables);
            json.key("assumptions");
            json.begin_array();
            self.write_rows(json);
            json.end_array();
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for Assumption { table, row, values, reason } in self.assumptions {
            json.object(|json| {
                json.str_at("table", table);
                json.str_at("row", row);
                json.object_at("values", |json| {
                    for (column, value) in values {
                        json.key(column);
                        write_cell(json, column, value);
                    }
                });
                json.optional_str_at("reason", reason.as_deref());
            });
        }
    }
}

/// Every number that is a choice of whoever made the tables, with its reason.
#[must_use]
pub fn assumptions_document(tables: &Tables, assumptions: &[Assumption]) -> Document {
    let mut document = Document::from_tables(tables);
    let columns = ["row", "values", "reason"].map(Column::same).into();
    let rows = assumptions.iter().map(|assumption| {
        let values = assumption.values.iter().enumerate();
        let values = values.fold(Text::default(), |text, (i, (column, value))| {
            let text = if i == 0 { text } else { text.say(", ") };
            text.say(format!("{} ", column.replace('_', " "))).then(in_words(column, value))
        });
        let reason = assumption.reason.clone().unwrap_or_else(|| "none is stated".to_owned());
        let cells = [assumption.row.clone().into(), values, reason.into()].map(Cell::Text).into();
        let table = assumption.table.clone();
        Row { id: table.clone().into(), label: table.into(), cells }
    });
    document.table("assumption", columns, rows.collect());
    document
}
