use super::rows::{in_cell, write_cell};
use crate::data::{SourceUse, TableView, Tables};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Json, head, source_keys};
use crate::report::words::named;

/// The keys at the head of a table that distinguish it from others.
const LISTED_KEYS: [&str; 4] = ["title", "unit", "basis", "dollars_of"];

/// The answer to `data list`.
#[derive(Clone, Copy, Debug)]
pub struct TableList<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// Each as rows and columns.
    pub views: &'a [TableView],
}

impl Report for TableList<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        let [title, others @ ..] = LISTED_KEYS;
        let brief = [title, "rows"].map(Column::of_key);
        let details = ["missing", "sources"].into_iter().chain(others);
        let columns = brief.into_iter().chain(details.map(|key| Column::of_key(key).in_details()));
        let rows = self.views.iter().map(|view| {
            let counts = [view.row_count(), view.missing_count(), view.cited().len()];
            let head_cell = |key| Cell::from(view.head(key).map(|cell| in_cell(key, cell)));
            let cells = std::iter::once(head_cell(title)).chain(counts.map(|n| count(n).into()));
            let cells: Vec<Cell> = cells.chain(others.map(head_cell)).collect();
            Row::new(view.name.clone(), view.name.clone(), cells)
        });
        document.table("table", columns, rows);
        document.prose("edition", format!("Edition {}.", self.tables.edition));
        document.prose(
            "more",
            "Next: run `mbc-calc data show` with one of these names, or add `--details` for units and \
             sources.",
        );
        document
    }
}

impl WriteJson for TableList<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "tables", self.tables);
            json.values_at("tables", |json| self.write_rows(json));
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for view in self.views {
            json.object(|json| {
                json.str_at("id", &view.name);
                for key in LISTED_KEYS {
                    if let Some(value) = view.head(key) {
                        json.key(key);
                        write_cell(json, key, value);
                    }
                }
                json.figure_at("rows", count(view.row_count()));
                json.figure_at("missing", count(view.missing_count()));
                json.figure_at("sources", count(view.cited().len()));
            });
        }
    }
}

/// The answer to `data sources`.
#[derive(Clone, Copy, Debug)]
pub struct SourceList<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// What uses each source, in the order of `Tables::all_sources`.
    pub uses: &'a [Vec<SourceUse>],
}

impl Report for SourceList<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        let sources = self.tables.all_sources().zip(self.uses);
        document
            .list("source", sources.map(|((_, source), uses)| named(source).then(used_by(uses))));
        document
    }
}

impl WriteJson for SourceList<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "sources", self.tables);
            json.values_at("sources", |json| self.write_rows(json));
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for ((_, source), uses) in self.tables.all_sources().zip(self.uses) {
            json.object(|json| {
                source_keys(json, source);
                json.array_at("used_by", uses, |json, used| {
                    json.object(|json| {
                        json.str_at("table", &used.table);
                        json.figure_at("rows", count(used.rows));
                    });
                });
            });
        }
    }
}

fn used_by(uses: &[SourceUse]) -> Text {
    if uses.is_empty() {
        return Text::words("; used by no row");
    }
    let uses = uses.iter().map(|used| {
        let rows = if used.rows == 1 { " row)" } else { " rows)" };
        Text::words(format!("{} (", used.table)).figure(count(used.rows)).say(rows)
    });
    Text::words("; used by ").then(Text::joined(", ", uses))
}

pub(super) fn count(number: usize) -> Figure {
    Figure::Count(number as u64)
}

/// `no finding`, `1 finding`, `2 findings`.
pub(super) fn counted(number: usize, what: &str) -> Text {
    match number {
        0 => Text::words(format!("no {what}")),
        1 => Text::words(format!("1 {what}")),
        _ => Text::default().figure(count(number)).say(format!(" {what}s")),
    }
}
