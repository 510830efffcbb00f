//! A row of CSV, written cell by cell, quoted as RFC 4180 says.

use crate::quantity::{Pay, Percentile};
use crate::report::Figure;
use crate::report::number::push_bare;

/// A row that is being written.
pub(super) struct Row<'o> {
    pub(super) out: &'o mut Vec<u8>,
    pub(super) is_begun: bool,
    /// Whether a cell that a spreadsheet would run gets an apostrophe.
    pub(super) guards_formulas: bool,
}

impl Row<'_> {
    /// Adds a cell.
    pub(super) fn cell(&mut self, cell: &[u8]) {
        self.separate();
        let guard: &[u8] = if self.guards_formulas && is_formula(cell) { b"'" } else { b"" };
        if !cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            self.out.extend_from_slice(guard);
            self.out.extend_from_slice(cell);
            return;
        }
        self.out.push(b'"');
        self.out.extend_from_slice(guard);
        for &byte in cell {
            if byte == b'"' {
                self.out.push(byte);
            }
            self.out.push(byte);
        }
        self.out.push(b'"');
    }

    pub(super) fn text(&mut self, text: &str) {
        self.cell(text.as_bytes());
    }

    pub(super) fn texts(&mut self, texts: &[String]) {
        for text in texts {
            self.text(text);
        }
    }

    /// Adds empty cells.
    pub(super) fn empty(&mut self, count: usize) {
        for _ in 0..count {
            self.cell(b"");
        }
    }

    /// Adds a number, which nothing runs.
    pub(super) fn figure(&mut self, figure: Figure) {
        self.separate();
        push_bare(self.out, figure);
    }

    /// Adds five percentiles and the mean.
    pub(super) fn amounts(&mut self, pay: &Pay) {
        for percentile in Percentile::ALL {
            self.figure(Figure::Dollars(pay.percentiles.at(percentile)));
        }
        self.figure(Figure::Dollars(pay.mean));
    }

    /// Ends the row.
    pub(super) fn end(self) {
        self.out.push(b'\n');
    }

    fn separate(&mut self) {
        if self.is_begun {
            self.out.push(b',');
        }
        self.is_begun = true;
    }
}

/// Whether a spreadsheet would run a cell; a number with a sign is a number.
fn is_formula(cell: &[u8]) -> bool {
    let begins = matches!(cell, [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..]);
    let is_number = |text: &str| {
        let digits = text.trim_start_matches(['+', '-']);
        text.len() - digits.len() == 1
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && digits.parse::<f64>().is_ok()
    };
    begins && !std::str::from_utf8(cell).is_ok_and(is_number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_row_is_as_another_writer_writes_it(
            cells in prop::collection::vec("[a\",\r\n ;=]{0,5}", 2..6),
        ) {
            let mut out = Vec::new();
            let mut row = Row { out: &mut out, is_begun: false, guards_formulas: false };
            row.texts(&cells);
            row.end();
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&cells).unwrap();
            prop_assert_eq!(out, writer.into_inner().unwrap());
        }
    }
}
