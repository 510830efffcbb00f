use super::rows::{in_words, tell_cell};
use crate::data::{Assumption, Tables};
use crate::report::document::{Cell, Column, Document, Row, Text};
use crate::report::json::{Keyed as _, Shape, Sink, head};

/// The answer to `data assumptions`.
#[derive(Clone, Copy, Debug)]
pub struct AssumptionsShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// Every row whose basis is an assumption.
    pub assumptions: &'a [Assumption],
}

impl Shape for AssumptionsShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "assumptions", self.tables);
            sink.key("assumptions");
            sink.open_list();
            self.tell_records(sink);
            sink.close_list();
        });
    }

    fn tell_records(&self, sink: &mut impl Sink) {
        for Assumption { table, row, values, reason } in self.assumptions {
            sink.record(|sink| {
                sink.text_at("table", table);
                sink.text_at("row", row);
                sink.record_at("values", |sink| {
                    for (column, value) in values {
                        sink.key(column);
                        tell_cell(sink, column, value);
                    }
                });
                sink.optional_text_at("reason", reason.as_deref());
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
