//! The cells of a row of CSV: one reader finds where a row ends and what is in it.
//!
//! Only a quote that begins a cell opens one; a doubled quote is one quote; what follows the closing
//! quote belongs to the cell too.

use std::borrow::Cow;

/// How a file separates cells and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::batch) struct Dialect {
    /// What separates cells.
    pub(in crate::batch) delimiter: u8,
    /// What ends a row: a line feed, also behind a carriage return, or a carriage return alone.
    pub(in crate::batch) end: u8,
}

/// How a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowEnd {
    /// After so many bytes, its end included.
    At(usize),
    /// Not in these bytes.
    Beyond,
    /// Not in these bytes, and they end inside quotes.
    InQuotes,
}

impl Dialect {
    /// Where the first row of these bytes ends.
    pub(super) fn row_end(self, bytes: &[u8]) -> RowEnd {
        let end = memchr::memchr(self.end, bytes);
        if memchr::memchr(b'"', &bytes[..end.unwrap_or(bytes.len())]).is_none() {
            return end.map_or(RowEnd::Beyond, |end| RowEnd::At(end + 1));
        }
        let mut at = 0;
        loop {
            if bytes.get(at) == Some(&b'"') {
                match closing_quote(&bytes[at..]) {
                    Some(closing) => at += closing + 1,
                    None => return RowEnd::InQuotes,
                }
            }
            match memchr::memchr2(self.delimiter, self.end, &bytes[at..]) {
                None => return RowEnd::Beyond,
                Some(found) if bytes[at + found] == self.end => return RowEnd::At(at + found + 1),
                Some(found) => at += found + 1,
            }
        }
    }

    /// A row without its end.
    pub(in crate::batch) fn without_end(self, row: &[u8]) -> &[u8] {
        let row = row.strip_suffix(&[self.end]).unwrap_or(row);
        if self.end == b'\n' { row.strip_suffix(b"\r").unwrap_or(row) } else { row }
    }

    /// The cells of a row without its end.
    pub(in crate::batch) fn cells(self, row: &[u8]) -> Cells<'_> {
        Cells { rest: Some(row), delimiter: self.delimiter }
    }
}

/// Where the quote that begins these bytes is closed.
pub(super) fn closing_quote(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        at += memchr::memchr(b'"', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The cells of a row, without their quotes. A quote that is never closed is a letter.
#[derive(Clone, Debug)]
pub(in crate::batch) struct Cells<'r> {
    rest: Option<&'r [u8]>,
    delimiter: u8,
}

impl<'r> Iterator for Cells<'r> {
    type Item = Cow<'r, [u8]>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        let quotes = (rest.first() == Some(&b'"')).then(|| closing_quote(rest)).flatten();
        let from = quotes.map_or(0, |closing| closing + 1);
        let end = memchr::memchr(self.delimiter, &rest[from..]).map(|found| from + found);
        self.rest = end.map(|end| &rest[end + 1..]);
        let cell = &rest[..end.unwrap_or(rest.len())];
        let Some(closing) = quotes else { return Some(Cow::Borrowed(cell)) };
        let (mut inside, after) = (&cell[1..closing], &cell[closing + 1..]);
        if after.is_empty() && memchr::memchr(b'"', inside).is_none() {
            return Some(Cow::Borrowed(inside));
        }
        let mut text = Vec::with_capacity(cell.len());
        while let Some(at) = memchr::memchr(b'"', inside) {
            text.extend_from_slice(&inside[..=at]);
            inside = &inside[at + 2..];
        }
        text.extend_from_slice(inside);
        text.extend_from_slice(after);
        Some(Cow::Owned(text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMA: Dialect = Dialect { delimiter: b',', end: b'\n' };

    fn cells(row: &str) -> Vec<String> {
        let cells = COMMA.cells(row.as_bytes());
        cells.map(|cell| String::from_utf8(cell.into_owned()).unwrap()).collect()
    }

    #[test]
    fn cells_are_as_they_were_written() {
        for (row, expected) in [
            ("", &[""][..]),
            ("a,,b", &["a", "", "b"]),
            ("\"a,\"\"b\"\"\nc\",d", &["a,\"b\"\nc", "d"]),
            ("\"\",\"a\"b,5'10\"", &["", "ab", "5'10\""]),
            ("\"open,b", &["\"open", "b"]),
        ] {
            assert_eq!(cells(row), expected, "{row}");
        }
    }

    #[test]
    fn a_row_ends_outside_of_quotes() {
        for (bytes, end) in [
            ("a,b\nc", RowEnd::At(4)),
            ("\"a\nb\",c\nd", RowEnd::At(8)),
            ("a\"\nb\"\n", RowEnd::At(3)),
            ("\"a\"\"\nb", RowEnd::InQuotes),
            ("\"a\"", RowEnd::Beyond),
            ("a,b", RowEnd::Beyond),
        ] {
            assert_eq!(COMMA.row_end(bytes.as_bytes()), end, "{bytes}");
        }
    }

    proptest! {
        #[test]
        fn rows_are_read_as_another_reader_does(text in "[a\",\n]{0,40}") {
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).terminator(csv::Terminator::Any(b'\n'));
            let expected: Vec<Vec<String>> = reader
                .from_reader(text.as_bytes())
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let mut rest = text.as_bytes();
            let mut found = Vec::new();
            loop {
                let length = match COMMA.row_end(rest) {
                    RowEnd::At(length) => length,
                    RowEnd::Beyond if !rest.is_empty() => rest.len(),
                    RowEnd::Beyond => break,
                    RowEnd::InQuotes => return Ok(()),
                };
                let row = COMMA.without_end(&rest[..length]);
                if !row.is_empty() {
                    found.push(cells(std::str::from_utf8(row).unwrap()));
                }
                rest = &rest[length..];
            }
            prop_assert_eq!(found, expected);
        }
    }
}
