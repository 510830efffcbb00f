//! A table as it is: its rows and columns, what they mean, and what is missing.

use super::credentials::{add_credential, add_credentials};
use crate::data::{CredentialIndex, TableView, Tables, ViewCell, ViewList};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Json, head};

/// The columns of whole numbers that name something and count nothing, written without commas.
const NOT_COUNTED: [&str; 6] = ["year", "dollars_of", "first_year", "last_year", "schema", "id"];

/// The answer to `data show`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TablePage<'a> {
    /// The tables that the table is one of.
    pub tables: &'a Tables,
    /// The table, or the rows of it that are shown.
    pub view: &'a TableView,
    /// What people read of it.
    pub content: PageContent,
}

/// What people read of a table; programs get its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageContent {
    /// The rows.
    Rows,
    /// Pay by number of certifications, and all certifications by name.
    Certifications,
    /// One credential with everything that is known of it, and what is not.
    Credential(CredentialIndex),
}

impl Report for TablePage<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        if let PageContent::Credential(index) = self.content {
            add_credential(&mut document, self.tables, index);
            return document;
        }
        add_table(&mut document, self.view);
        if self.content == PageContent::Certifications {
            add_credentials(&mut document, self.tables);
        }
        document
    }
}

impl WriteJson for TablePage<'_> {
    fn write(&self, json: &mut Json<'_>) {
        let Self { tables, view, .. } = self;
        json.object(|json| {
            head(json, "table", tables);
            json.str_at("id", &view.name);
            for (key, value) in &view.head {
                if !["schema", "id"].contains(&key.as_str()) {
                    json.key(key);
                    write_cell(json, key, value);
                }
            }
            json.str_at("about", &view.about);
            json.array_at("lists", &view.lists, |json, list| {
                json.object(|json| {
                    json.str_at("name", &list.name);
                    json.array_at("columns", &list.columns, |json, column| json.str(column));
                    json.array_at("rows", &list.rows, |json, row| {
                        json.object(|json| write_row(json, list, row));
                    });
                });
            });
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for list in &self.view.lists {
            for row in &list.rows {
                json.object(|json| {
                    if self.view.lists.len() > 1 {
                        json.str_at("list", &list.name);
                    }
                    write_row(json, list, row);
                });
            }
        }
    }
}

fn write_row(json: &mut Json<'_>, list: &ViewList, row: &[Option<ViewCell>]) {
    for (column, cell) in list.columns.iter().zip(row) {
        if let Some(cell) = cell {
            json.key(column);
            write_cell(json, column, cell);
        }
    }
}

/// Writes a value of a table, as the key means it.
pub(super) fn write_cell(json: &mut Json<'_>, key: &str, cell: &ViewCell) {
    match cell {
        ViewCell::Text(text) => json.str(text),
        ViewCell::Flag(flag) => json.raw(if *flag { "true" } else { "false" }),
        ViewCell::List(list) => {
            json.begin_array();
            for item in list {
                write_cell(json, key, item);
            }
            json.end_array();
        }
        ViewCell::Record(keys) => json.object(|json| {
            for (key, value) in keys {
                json.key(key);
                write_cell(json, key, value);
            }
        }),
        ViewCell::Whole(number) => json.figure(whole(key, *number)),
        ViewCell::Number(number, decimals) => json.figure(Figure::Number(*number, *decimals)),
    }
}

/// A table for people; the rows of each list below one another.
fn add_table(document: &mut Document, view: &TableView) {
    document.heading(view.head_text("title").unwrap_or(&view.name).to_owned());
    document.prose("about", view.about.clone());
    let in_head = view.head.iter().filter(|(key, _)| !HIDDEN_KEYS.contains(&key.as_str()));
    let keys = in_head
        .map(|(key, value)| Text::words(format!("{}: ", spoken(key))).then(in_words(key, value)));
    document.list("head", keys);
    for list in &view.lists {
        add_list(document, list);
    }
}

/// The keys of the head that a reader of the rows does not need.
const HIDDEN_KEYS: [&str; 4] = ["schema", "id", "title", "range"];

/// Columns of words that stand below a wide list, where they have room.
const NOTE_COLUMNS: [&str; 4] = ["aliases", "note", "stand_in", "reason"];

fn add_list(document: &mut Document, list: &ViewList) {
    const WIDE: usize = 7;
    document.heading(heading(list));
    let is_constant_column = |at: usize| is_constant_column(list, at);
    let (same, varied): (Vec<_>, Vec<_>) =
        (1..list.columns.len()).partition(|&at| is_constant_column(at));
    let is_note =
        |&at: &usize| varied.len() >= WIDE && NOTE_COLUMNS.contains(&list.columns[at].as_str());
    let (below, mut shown): (Vec<_>, Vec<_>) = varied.iter().copied().partition(is_note);
    // A row cites by one of two keys; for a reader they are one.
    let several = list.columns.iter().position(|column| column == "sources");
    let several = several.filter(|_| list.columns.iter().any(|column| column == "source"));
    let is_stated = |at: usize| list.rows.iter().any(|row| row[at].is_some());
    shown.retain(|&at| Some(at) != several && is_stated(at));
    let columns = shown.iter().map(|&at| Column::of_key(&list.columns[at]));
    let rows = list.rows.iter().map(|row| {
        let cells = shown.iter().map(|&at| {
            let column = list.columns[at].as_str();
            let other = several.filter(|_| column == "source").and_then(|at| row[at].as_ref());
            row[at].as_ref().or(other).map(|cell| in_cell(column, cell)).into()
        });
        let id = row[0].as_ref().map(ToString::to_string).unwrap_or_default();
        Row::new(id, label(row), cells.collect::<Vec<_>>())
    });
    document.table("row", columns, rows);
    let repeated = same.iter().filter_map(|&at| {
        let cell = list.rows.first()?.get(at)?.as_ref()?;
        let column = &list.columns[at];
        Some(Text::words(format!("{} in every row: ", spoken(column))).then(in_words(column, cell)))
    });
    document.list("every_row", repeated);
    let notes = list.rows.iter().flat_map(|row| {
        below.iter().filter_map(|&at| {
            let cell = row[at].as_ref()?;
            let column = &list.columns[at];
            Some(label(row).say(format!(", {}: ", spoken(column))).then(in_words(column, cell)))
        })
    });
    document.list("note", notes);
}

/// What a row is called: its first cell.
fn label(row: &[Option<ViewCell>]) -> Text {
    row[0].as_ref().map_or_else(Text::default, |cell| in_words("", cell))
}

fn heading(list: &ViewList) -> String {
    let rows = if list.rows.len() == 1 { "row" } else { "rows" };
    format!("{} ({} {rows})", spoken(&list.name).replace('.', ": "), list.rows.len())
}

/// Whether every row of several says the same, so that it is written once.
fn is_constant_column(list: &ViewList, at: usize) -> bool {
    const SEVERAL: usize = 4;
    let first = list.rows.first().map(|row| &row[at]);
    list.rows.len() >= SEVERAL && list.rows.iter().all(|row| Some(&row[at]) == first)
}

fn spoken(key: &str) -> String {
    key.replace('_', " ")
}

fn whole(key: &str, number: u64) -> Figure {
    if NOT_COUNTED.contains(&key) {
        // A year has no fraction, and f64 holds it.
        Figure::Years(u32::try_from(number).unwrap_or(u32::MAX).into())
    } else {
        Figure::Count(number)
    }
}

/// A value of a table in a column of this name.
pub(super) fn in_cell(column: &str, cell: &ViewCell) -> Cell {
    match cell {
        ViewCell::Whole(number) => whole(column, *number).into(),
        ViewCell::Number(number, decimals) => Figure::Number(*number, *decimals).into(),
        _ => in_words(column, cell).into(),
    }
}

/// A value of a table in a sentence.
pub(super) fn in_words(key: &str, cell: &ViewCell) -> Text {
    match cell {
        ViewCell::Whole(number) => Text::default().figure(whole(key, *number)),
        ViewCell::Number(number, decimals) => Text::default().number(*number, *decimals),
        ViewCell::Text(_) | ViewCell::Flag(_) => Text::words(cell.to_string()),
        ViewCell::List(list) => Text::joined("; ", list.iter().map(|item| in_words(key, item))),
        ViewCell::Record(keys) => Text::joined(
            ", ",
            keys.iter().map(|(key, value)| {
                Text::words(format!("{} ", spoken(key))).then(in_words(key, value))
            }),
        ),
    }
}
