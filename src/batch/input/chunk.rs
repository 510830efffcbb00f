use std::io;

use super::cells::Dialect;

/// Some whole rows of the input.
#[derive(Debug, Default)]
pub(in crate::batch) struct Chunk {
    /// The bytes, with line ends.
    pub(super) bytes: Vec<u8>,
    /// Where each row ends.
    pub(super) ends: Vec<usize>,
    /// The number of the line that the first row begins on.
    pub(super) first_line: u64,
    /// Why the last row is none.
    pub(super) fault: Option<Fault>,
}

/// Why bytes are no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::batch) enum Fault {
    /// A quote is opened and not closed.
    OpenQuote,
    /// A list of JSON has no end.
    OpenList,
    /// Something follows a list of JSON.
    AfterList,
}

/// A row of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::batch) struct Row<'c> {
    /// The number of the line that it begins on.
    pub(in crate::batch) line: u64,
    /// Its bytes without the line end.
    pub(in crate::batch) bytes: &'c [u8],
    /// Why it is none.
    pub(in crate::batch) fault: Option<Fault>,
}

/// A source of chunks.
pub(in crate::batch) trait Source: Send {
    /// Fills `chunk` with the next whole rows; false at the end of the input.
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool>;
}

/// A longer row is cut after one byte more, and reported as too long.
pub(in crate::batch) const MAX_ROW_BYTES: usize = 1 << 20;

impl Chunk {
    /// Empties the chunk, for rows from this line on.
    pub(super) fn clear(&mut self, first_line: u64) {
        // Buffers that grew for a few long rows are given back.
        const KEPT_BYTES: usize = 1 << 17;
        self.bytes.clear();
        self.bytes.shrink_to(KEPT_BYTES);
        self.ends.clear();
        self.first_line = first_line;
        self.fault = None;
    }

    /// Each row with its line.
    pub(in crate::batch) fn rows(&self, dialect: Dialect) -> impl Iterator<Item = Row<'_>> {
        let (mut from, mut line) = (0, self.first_line);
        self.ends.iter().enumerate().map(move |(i, &end)| {
            let bytes = &self.bytes[from..end];
            let fault = self.fault.filter(|_| i + 1 == self.ends.len());
            let row = Row { line, bytes: dialect.without_end(bytes), fault };
            line += memchr::memchr_iter(dialect.end, bytes).count() as u64;
            from = end;
            row
        })
    }
}
