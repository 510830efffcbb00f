//! A document as lines of tab-separated fields, for `cut` and `awk`.
//!
//! The first field names the record: the block of a sentence, the row of a table. A table begins
//! with a line of its column names. Amounts are digits alone.

use super::number::{bare, prose};
use crate::report::{Block, Cell, Document, Row, Text};

/// The document as tab-separated lines; headings, which carry no fact of their own, are left out.
#[must_use]
pub fn plain(document: &Document) -> String {
    document.0.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(_) => String::new(),
        Block::Prose { id, text } => line([(*id).to_owned(), one_line(text)]),
        Block::List { id, items } => {
            items.iter().map(|item| line([(*id).to_owned(), one_line(item)])).collect()
        }
        Block::Table { id, columns, rows } => {
            let is_bar = |i: usize| {
                matches!(rows.first().map(|row| row.cells.get(i)), Some(Some(Cell::Bar(_))))
            };
            let names = columns.iter().enumerate().filter(|&(i, _)| !is_bar(i));
            let names = names.map(|(_, column)| column.id.to_string());
            let header = line(std::iter::once((*id).to_owned()).chain(names));
            std::iter::once(header).chain(rows.iter().map(row)).collect()
        }
    }
}

fn row(row: &Row) -> String {
    let cells = row.cells.iter().filter_map(|cell| match cell {
        Cell::Figure(figure) => Some(bare(*figure)),
        Cell::Text(text) => Some(one_line(text)),
        Cell::Empty => Some(String::new()),
        // A bar says what a number beside it says.
        Cell::Bar(_) => None,
    });
    line(std::iter::once(one_field(&row.id)).chain(cells))
}

fn line(fields: impl IntoIterator<Item = String>) -> String {
    let mut line = fields.into_iter().collect::<Vec<_>>().join("\t");
    line.push('\n');
    line
}

/// A tab or a line break inside a field would make two of it.
fn one_line(text: &Text) -> String {
    one_field(&prose(text))
}

fn one_field(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}
