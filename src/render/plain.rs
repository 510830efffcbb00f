//! A document as lines of tab-separated fields, for `cut` and `awk`.
//!
//! The first field names the record: the block of a sentence, the row of a table. A table begins
//! with a line of its column names. Amounts are digits alone.

use super::bar::is_drawing;
use crate::report::number::{bare, prose};
use crate::report::{Block, Cell, Document, Row, Text};

/// The document as tab-separated lines; headings, which carry no fact of their own, are left out.
#[must_use]
pub fn plain(document: &Document) -> String {
    document.blocks().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(_) | Block::Picture(_) | Block::Details(_) => String::new(),
        Block::Prose { id, text } => line([(*id).to_owned(), one_line(text)]),
        Block::List { id, items } => {
            items.iter().map(|item| line([(*id).to_owned(), one_line(item)])).collect()
        }
        Block::Table { id, columns, rows } => {
            // A drawing repeats a number of another column.
            let shown: Vec<usize> = (0..columns.len()).filter(|&i| !is_drawing(rows, i)).collect();
            let names = shown.iter().map(|&i| columns[i].id.to_string());
            let header = line(std::iter::once((*id).to_owned()).chain(names));
            std::iter::once(header).chain(rows.iter().map(|each| row(each, &shown))).collect()
        }
    }
}

fn row(row: &Row, shown: &[usize]) -> String {
    let cells = shown.iter().map(|&i| match row.cells.get(i) {
        Some(Cell::Figure(figure)) => bare(*figure),
        Some(Cell::Text(text)) => one_line(text),
        Some(Cell::Empty | Cell::Bar(_) | Cell::Band(_) | Cell::Gauge(_)) | None => String::new(),
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
