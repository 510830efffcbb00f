//! A table as it is: its rows and columns, what they mean, and what is missing.

use crate::data::{TableView, Tables, ViewCell, ViewList};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Json, WriteJson, head};

/// The columns of whole numbers that name something and count nothing, written without commas.
const NOT_COUNTED: [&str; 5] = ["year", "dollars_of", "first_year", "last_year", "schema"];

/// The answer to `data show`.
#[derive(Clone, Copy, Debug)]
pub struct TableShape<'a> {
    /// The tables that the table is one of.
    pub tables: &'a Tables,
    /// The table.
    pub view: &'a TableView,
}

impl WriteJson for TableShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        let Self { tables, view } = self;
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
#[must_use]
pub fn table_document(tables: &Tables, view: &TableView) -> Document {
    let mut document = Document::from_tables(tables);
    document.heading(view.head_text("title").unwrap_or(&view.name).to_owned());
    document.prose("about", view.about.clone());
    let in_head = view.head.iter().filter(|(key, _)| !HIDDEN_KEYS.contains(&key.as_str()));
    let keys = in_head
        .map(|(key, value)| Text::words(format!("{}: ", spoken(key))).then(in_words(key, value)));
    document.list("head", keys.collect());
    for list in &view.lists {
        of_list(&mut document, list);
    }
    document
}

/// The keys of the head that a reader of the rows does not need.
const HIDDEN_KEYS: [&str; 4] = ["schema", "id", "title", "range"];

/// Columns of words that stand below a wide list, where they have room.
const NOTE_COLUMNS: [&str; 4] = ["aliases", "note", "stand_in", "reason"];

fn of_list(document: &mut Document, list: &ViewList) {
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
            row[at].as_ref().or(other).map_or(Cell::Empty, |cell| in_cell(column, cell))
        });
        let id = row[0].as_ref().map(ToString::to_string).unwrap_or_default();
        Row { id: id.into(), label: label(row), cells: cells.collect() }
    });
    document.table("row", columns.collect(), rows.collect());
    let repeated = same.iter().filter_map(|&at| {
        let cell = list.rows.first()?.get(at)?.as_ref()?;
        let column = &list.columns[at];
        Some(Text::words(format!("{} in every row: ", spoken(column))).then(in_words(column, cell)))
    });
    document.list("every_row", repeated.collect());
    let notes = list.rows.iter().flat_map(|row| {
        below.iter().filter_map(|&at| {
            let cell = row[at].as_ref()?;
            let column = &list.columns[at];
            Some(label(row).say(format!(", {}: ", spoken(column))).then(in_words(column, cell)))
        })
    });
    document.list("note", notes.collect());
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
        ViewCell::Whole(number) => Cell::Figure(whole(column, *number)),
        ViewCell::Number(number, decimals) => Cell::Figure(Figure::Number(*number, *decimals)),
        _ => Cell::Text(in_words(column, cell)),
    }
}

/// A value of a table in a sentence.
pub(super) fn in_words(key: &str, cell: &ViewCell) -> Text {
    match cell {
        ViewCell::Whole(number) => Text::default().figure(whole(key, *number)),
        ViewCell::Number(number, decimals) => Text::default().number(*number, *decimals),
        ViewCell::Text(_) | ViewCell::Flag(_) => Text::words(cell.to_string()),
        ViewCell::List(list) => joined("; ", list.iter().map(|item| in_words(key, item))),
        ViewCell::Record(keys) => joined(
            ", ",
            keys.iter().map(|(key, value)| {
                Text::words(format!("{} ", spoken(key))).then(in_words(key, value))
            }),
        ),
    }
}

fn joined(between: &'static str, texts: impl Iterator<Item = Text>) -> Text {
    texts.enumerate().fold(
        Text::default(),
        |all, (i, text)| {
            if i == 0 { text } else { all.say(between).then(text) }
        },
    )
}
