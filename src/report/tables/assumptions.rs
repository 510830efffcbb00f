use super::rows::{in_words, write_cell};
use crate::data::{Assumption, Tables};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Column, Document, Row, Text};
use crate::report::json::{Json, head};

/// The answer to `data assumptions`.
#[derive(Clone, Copy, Debug)]
pub struct AssumptionList<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// Every row with an assumption as its basis.
    pub assumptions: &'a [Assumption],
}

impl Report for AssumptionList<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        let rows = self.assumptions.iter().map(|Assumption { table, row, values, reason }| {
            let values = values.iter().map(|(column, value)| {
                Text::words(format!("{} ", column.replace('_', " "))).then(in_words(column, value))
            });
            let reason = reason.clone().unwrap_or_else(|| "none is stated".to_owned());
            let cells = [row.clone().into(), Text::joined(", ", values).into(), reason.into()];
            Row::new(table.clone(), table.clone(), cells)
        });
        document.table("assumption", ["row", "values", "reason"].map(Column::same), rows);
        document
    }
}

impl WriteJson for AssumptionList<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "assumptions", self.tables);
            json.values_at("assumptions", |json| self.write_rows(json));
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
