use super::rows::{in_cell, write_cell};
use crate::data::{SourceUse, TableView, Tables};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Json, WriteJson, head, source_keys};
use crate::report::words::full;

/// The keys at the head of a table that distinguish it from others.
const LISTED_KEYS: [&str; 4] = ["title", "unit", "basis", "dollars_of"];

/// The answer to `data list`.
#[derive(Clone, Copy, Debug)]
pub struct TableListShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// Each as rows and columns.
    pub views: &'a [TableView],
}

impl WriteJson for TableListShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "tables", self.tables);
            json.key("tables");
            json.begin_array();
            self.write_rows(json);
            json.end_array();
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

/// Every table in a line.
#[must_use]
pub fn table_list_document(tables: &Tables, views: &[TableView]) -> Document {
    let mut document = Document::from_tables(tables);
    let columns = std::iter::once("title").chain(["rows", "missing", "sources"]);
    let columns = columns.chain(LISTED_KEYS.into_iter().skip(1)).map(Column::of_key).collect();
    let rows = views.iter().map(|view| {
        let counts = [view.row_count(), view.missing_count(), view.cited().len()];
        let head_cell = |key: &str| view.head(key).map_or(Cell::Empty, |cell| in_cell(key, cell));
        let mut cells = vec![head_cell(LISTED_KEYS[0])];
        cells.extend(counts.map(|number| Cell::Figure(count(number))));
        cells.extend(LISTED_KEYS[1..].iter().map(|key| head_cell(key)));
        Row { id: view.name.clone().into(), label: view.name.clone().into(), cells }
    });
    document.table("table", columns, rows.collect());
    document.prose("edition", format!("Edition {}.", tables.edition));
    document
}

/// The answer to `data sources`.
#[derive(Clone, Copy, Debug)]
pub struct SourceListShape<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// What uses each source, in the order of the table of sources.
    pub uses: &'a [Vec<SourceUse>],
}

impl WriteJson for SourceListShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "sources", self.tables);
            json.key("sources");
            json.begin_array();
            self.write_rows(json);
            json.end_array();
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for ((_, source), uses) in self.tables.sources.iter().zip(self.uses) {
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

/// Every source with everything that is known of it, and what uses it.
#[must_use]
pub fn source_list_document(tables: &Tables, uses: &[Vec<SourceUse>]) -> Document {
    let mut document = Document::from_tables(tables);
    let sources = tables.sources.iter().zip(uses);
    let items = sources.map(|((_, source), uses)| {
        Text::default().stress(source.id.clone()).say(": ").say(full(source)).then(used_by(uses))
    });
    document.list("source", items.collect());
    document
}

fn used_by(uses: &[SourceUse]) -> Text {
    if uses.is_empty() {
        return Text::words("; used by no row");
    }
    uses.iter().enumerate().fold(Text::words("; used by "), |text, (i, used)| {
        let text = if i == 0 { text } else { text.say(", ") };
        let rows = if used.rows == 1 { " row)" } else { " rows)" };
        text.say(format!("{} (", used.table)).figure(count(used.rows)).say(rows)
    })
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
