//! An answer for spreadsheets: comma-separated values as RFC 4180 quotes them.
//!
//! - A header always, then one row a record of the answer. Lines end in a line feed alone, which
//!   every spreadsheet reads and which leaves no carriage return in the last field of `cut`.
//! - A column is called by the path of its value in the JSON contract, which is the path that
//!   `--field` takes: `pay.p50`, `scenarios.0.pay.p50`. The columns of lists of records stand last,
//!   so that what every row has comes first, and after them those of the receipt.
//! - A list of plain values is one cell, joined with `; `. What does not exist and a list of
//!   nothing are an empty cell.
//! - Rows of different shape share one header: each column where it was first seen.

use std::collections::HashMap;

use super::json::jsonl;
use crate::report::WriteJson;
use crate::report::{Value, name};

/// The records of an answer as comma-separated values with a header.
#[must_use]
pub fn csv(report: &dyn WriteJson) -> String {
    let records = jsonl(report);
    let mut table = Table::default();
    for record in records.lines() {
        table.rows.push(Vec::new());
        table.add("", &Value::read(record), Part::Record);
    }
    table.written()
}

/// Index of a column, in the order of first occurrence.
type ColumnIndex = usize;

/// Records as rows of cells, under columns in the order in which they were first seen.
#[derive(Default)]
struct Table {
    columns: Vec<Column>,
    by_name: HashMap<String, ColumnIndex>,
    rows: Vec<Vec<(ColumnIndex, String)>>,
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
    /// A list of records in it, of a different length in each row.
    List,
    /// Its receipt, which came after the others and moves none of them.
    Receipt,
}

impl Table {
    /// Adds the cells of a value at a path to the last row.
    fn add(&mut self, path: &str, value: &Value<'_>, part: Part) {
        match value {
            Value::Plain(plain) => self.cell(path, text(plain), part),
            Value::List(items) => {
                let is_plain = |item: &&Value<'_>| matches!(item, Value::Plain(_));
                for (i, item) in items.iter().enumerate().filter(|(_, item)| !is_plain(item)) {
                    self.add(&joined(path, &i.to_string()), item, Part::List);
                }
                let plain: Vec<String> = items.iter().filter_map(Value::plain).map(text).collect();
                if items.is_empty() || !plain.is_empty() {
                    self.cell(path, plain.join("; "), part);
                }
            }
            Value::Object(entries) => {
                for (key, value) in entries {
                    let name = name(key);
                    let is_receipt = path.is_empty() && name == "receipt";
                    let part = if is_receipt { Part::Receipt } else { part };
                    self.add(&joined(path, &name), value, part);
                }
            }
        }
    }

    fn cell(&mut self, path: &str, text: String, part: Part) {
        let column = self.by_name.get(path).copied().unwrap_or_else(|| {
            self.by_name.insert(path.to_owned(), self.columns.len());
            self.columns.push(Column { name: path.to_owned(), part });
            self.columns.len() - 1
        });
        if let Some(row) = self.rows.last_mut() {
            row.push((column, text));
        }
    }

    /// Whether a column only says, in every row, that there is nothing where other rows have more
    /// columns, as a null `home_value` with `home_value.p50`.
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

/// A text without its quotes, nothing for null, any other plain value as written.
fn text(plain: &str) -> String {
    match plain {
        "null" => String::new(),
        plain => name(plain).into_owned(),
    }
}

fn joined(path: &str, part: &str) -> String {
    if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") }
}
