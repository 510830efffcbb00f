//! An answer for spreadsheets: comma-separated values as RFC 4180 quotes them.
//!
//! - A header always, then one row a record of the answer. Lines end in a line feed alone, which
//!   every spreadsheet reads and which leaves no carriage return in the last field of `cut`.
//! - A column is called by the path of its value in the JSON contract, which is the path that
//!   `--field` takes: `pay.p50`, `scenarios.0.pay.p50`. The columns of lists of records stand last,
//!   so that what every row has comes first.
//! - A list of plain values is one cell, joined with `; `. What does not exist and a list of
//!   nothing are an empty cell.
//! - Rows of different shape share one header: each column where it was first seen.

use std::collections::HashMap;

use super::number::{bare, prose};
use crate::report::{Figure, Shape, Sink, Text};

/// The records of an answer as comma-separated values with a header.
#[must_use]
pub fn csv(shape: &impl Shape) -> String {
    let mut flat = Flat::default();
    shape.tell_records(&mut flat);
    flat.written()
}

/// Where a column stands in the order in which columns were first seen.
type ColumnIndex = usize;

/// The records told so far, flattened.
#[derive(Default)]
struct Flat {
    columns: Vec<Column>,
    by_name: HashMap<String, ColumnIndex>,
    rows: Vec<Vec<(ColumnIndex, String)>>,
    /// What is being told: the records and lists that are open, the outermost first.
    open: Vec<Level>,
    /// The path of what is told next.
    path: String,
}

struct Column {
    name: String,
    part: Part,
}

/// Of what a column is a part; the order is that of the columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The record itself.
    Record,
    /// A list of records in it, whose length differs between rows.
    List,
}

/// A record or list that is open.
struct Level {
    /// The bytes of the path that lead to it.
    path: usize,
    inside: Inside,
}

enum Inside {
    Record,
    List {
        next: usize,
        /// The plain values so far, joined; none while there were only records.
        joined: Option<String>,
    },
}

impl Flat {
    /// Goes on to the next item of the list, when it is a list that is open.
    fn next_item(&mut self) {
        if let Some(Level { path, inside: Inside::List { next, .. } }) = self.open.last_mut() {
            self.path.truncate(*path);
            push_part(&mut self.path, &next.to_string());
            *next += 1;
        }
    }

    fn open(&mut self, inside: Inside) {
        self.next_item();
        if self.open.is_empty() {
            self.rows.push(Vec::new());
            self.path.clear();
        }
        self.open.push(Level { path: self.path.len(), inside });
    }

    /// Ends what is open and tells what it held.
    fn close(&mut self) -> Option<Inside> {
        let level = self.open.pop()?;
        self.path.truncate(level.path);
        Some(level.inside)
    }

    fn value(&mut self, value: String) {
        match self.open.last_mut() {
            Some(Level { inside: Inside::List { joined: Some(joined), .. }, .. }) => {
                joined.push_str("; ");
                joined.push_str(&value);
            }
            Some(Level { inside: Inside::List { joined, .. }, .. }) => *joined = Some(value),
            _ => self.cell(value),
        }
    }

    fn cell(&mut self, value: String) {
        let column = match self.by_name.get(&self.path) {
            Some(&column) => column,
            None => self.new_column(),
        };
        if let Some(row) = self.rows.last_mut() {
            row.push((column, value));
        }
    }

    fn new_column(&mut self) -> ColumnIndex {
        let in_list = self.open.iter().any(|level| matches!(level.inside, Inside::List { .. }));
        let part = if in_list { Part::List } else { Part::Record };
        self.by_name.insert(self.path.clone(), self.columns.len());
        self.columns.push(Column { name: self.path.clone(), part });
        self.columns.len() - 1
    }

    /// Whether a column only says, in every row, that there is nothing where other rows have more
    /// columns, as a null `home_value` beside `home_value.p50`.
    fn is_idle(&self, column: ColumnIndex) -> bool {
        let below = format!("{}.", self.columns[column].name);
        self.columns.iter().any(|other| other.name.starts_with(&below))
            && self.rows.iter().flatten().all(|(at, value)| *at != column || value.is_empty())
    }

    fn written(&self) -> String {
        let mut order: Vec<ColumnIndex> =
            (0..self.columns.len()).filter(|&column| !self.is_idle(column)).collect();
        order.sort_by_key(|&column| self.columns[column].part);
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        let mut write = |fields: &[&str]| {
            writer.write_record(fields).expect("memory takes every row, and all rows are as long");
        };
        write(&order.iter().map(|&column| self.columns[column].name.as_str()).collect::<Vec<_>>());
        for row in &self.rows {
            let mut fields = vec![""; self.columns.len()];
            for (column, value) in row {
                fields[*column] = value;
            }
            write(&order.iter().map(|&column| fields[column]).collect::<Vec<_>>());
        }
        let bytes = writer.into_inner().expect("memory takes every row");
        String::from_utf8(bytes).expect("the fields are text")
    }
}

fn push_part(path: &mut String, part: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(part);
}

impl Sink for Flat {
    fn open_record(&mut self) {
        self.open(Inside::Record);
    }

    fn close_record(&mut self) {
        self.close();
    }

    fn open_list(&mut self) {
        self.open(Inside::List { next: 0, joined: None });
    }

    fn close_list(&mut self) {
        match self.close() {
            Some(Inside::List { joined: Some(joined), .. }) => self.cell(joined),
            Some(Inside::List { next: 0, .. }) => self.cell(String::new()),
            _ => {}
        }
    }

    fn key(&mut self, key: &str) {
        if let Some(level) = self.open.last() {
            self.path.truncate(level.path);
        }
        push_part(&mut self.path, key);
    }

    fn figure(&mut self, figure: Figure) {
        self.value(bare(figure));
    }

    fn text(&mut self, text: &str) {
        self.value(text.to_owned());
    }

    fn prose(&mut self, text: &Text) {
        self.value(prose(text));
    }

    fn nothing(&mut self) {
        self.value(String::new());
    }

    /// A text without its quotes, a null as nothing; anything else as it stands.
    fn verbatim(&mut self, json: &str) {
        let text = serde_json::from_str::<Option<String>>(json);
        self.value(text.map_or_else(|_| json.to_owned(), Option::unwrap_or_default));
    }
}
