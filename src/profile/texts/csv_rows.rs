//! Reads profiles of CSV with a header, each cell with its position in the text.

use std::borrow::Cow;
use std::ops::Range;

use csv::{Position, ReaderBuilder, StringRecord, Trim};

use super::file::malformed;
use super::row::{NamedDraft, ProfileList};
use crate::data::Problem;
use crate::profile::draft::Entry;

/// The profiles of the rows below the header; a blank cell states nothing.
pub(super) fn csv_records(text: &str) -> ProfileList<'_> {
    let mut many = ProfileList::default();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = reader.records();
    let Some(Ok(header)) = rows.next() else { return many };
    let names = cells(text, &header);
    let mut known = NamedDraft::new(0..0);
    let mut wrong = vec![false; header.len()];
    for ((name, span), wrong) in header.iter().zip(&names).zip(&mut wrong) {
        let before = known.draft.file_problems.count();
        known.add(entry(name, span, "0"));
        *wrong = known.draft.file_problems.count() > before;
    }
    many.problems = known.draft.file_problems;
    for row in rows.filter_map(Result::ok) {
        let spans = cells(text, &row);
        let whole = spans[0].start..spans[spans.len() - 1].end;
        let mut record = NamedDraft::new(whole.clone());
        if row.len() != header.len() {
            let message = format!(
                "this row has {}, the header has {}",
                cells_in_words(row.len()),
                cells_in_words(header.len())
            );
            record.refuse(malformed(Problem::new(whole, message)));
        }
        let columns = header.iter().zip(&wrong).zip(row.iter().zip(&spans));
        for ((name, &wrong), (cell, span)) in columns {
            if !wrong && !cell.is_empty() {
                record.add(entry(name, span, cell));
            }
        }
        many.records.push(record);
    }
    many
}

fn entry<'n>(name: &'n str, span: &Range<usize>, cell: &str) -> Entry<'n, 'static> {
    let text = Some(Cow::Owned(cell.to_owned()));
    Entry { name, name_span: span.clone(), text, span: span.clone() }
}

fn cells_in_words(count: usize) -> String {
    format!("{count} {}", if count == 1 { "cell" } else { "cells" })
}

/// The bytes of each cell of a row, quotes included.
fn cells(text: &str, row: &StringRecord) -> Vec<Range<usize>> {
    let from = row.position().map_or(0, Position::byte);
    let from = usize::try_from(from).unwrap_or(usize::MAX).min(text.len());
    let bytes = text.as_bytes();
    // The reader counts the line breaks before a row to the row.
    let breaks = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let first = from + breaks;
    let mut start = first;
    let mut quoted = false;
    let mut cells = Vec::new();
    for at in first..=bytes.len() {
        match bytes.get(at) {
            Some(b'"') => quoted = !quoted,
            Some(b',') if !quoted => {
                cells.push(start..at);
                start = at + 1;
            }
            Some(b'\r' | b'\n') | None if !quoted || at == bytes.len() => {
                cells.push(start..at);
                break;
            }
            _ => {}
        }
    }
    // A quote inside an unquoted cell is read as a letter; the row then is its own position.
    if cells.len() != row.len() {
        cells.resize(row.len().max(1), start..start);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::ProfileText;
    use super::*;
    use crate::profile::Origin;

    fn problems(text: &str) -> Vec<(String, String)> {
        let file = ProfileText::new("p.csv", text);
        let many = csv_records(&file.text);
        let problems = many.records.iter().flat_map(|record| &record.draft.file_problems.listed);
        let all = many.problems.listed.iter().chain(problems);
        all.map(|p| match &p.origin {
            Origin::File(span) => (text[span.clone()].to_owned(), p.message.clone()),
            other => panic!("{other:?}"),
        })
        .collect()
    }

    #[test]
    fn a_wrong_header_is_reported_once_and_a_ragged_row_where_it_is() {
        let text = "name,stat\r\n\r\n\"a, b\",x\r\nc,y,z\r\nd\r\n";
        let expected = [
            ("stat", "a profile has no key `stat`"),
            ("c,y,z", "this row has 3 cells, the header has 2 cells"),
            ("d", "this row has 1 cell, the header has 2 cells"),
        ];
        assert_eq!(problems(text), expected.map(|(at, what)| (at.to_owned(), what.to_owned())));
    }

    #[test]
    fn a_cell_is_found_behind_quotes_and_line_breaks() {
        let text = "name,certs,certs\n\"a\n\"\"b\"\"\",2,3\n";
        assert_eq!(problems(text), [("certs".to_owned(), "`certs` is stated twice".to_owned())]);
        let many = csv_records(text);
        assert_eq!(many.records[0].name(), Some("a\n\"b\""));
        assert_eq!(&text[many.records[0].span()], "\"a\n\"\"b\"\"\"");
    }
}
