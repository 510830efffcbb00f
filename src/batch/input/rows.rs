use std::io::{self, Read};

use super::cells::{Dialect, RowEnd};
use super::chunk::{Chunk, Fault, MAX_ROW_BYTES, Source};
use super::decoded::read;

/// Splits an input into chunks of whole rows, each as large as what has arrived.
#[derive(Debug)]
pub(super) struct Rows<R> {
    input: R,
    kind: RowKind,
    sizes: Sizes,
    /// What has arrived and is not handed on: rows beyond a full chunk, and the beginning of one.
    rest: Vec<u8>,
    next_line: u64,
    has_ended: bool,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A line.
    Line,
    /// Cells, in which quotes can hold line ends.
    Cells(Dialect),
}

/// How large a worker's unit of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::batch) struct Sizes {
    /// The bytes to read at once.
    pub(in crate::batch) read: usize,
    /// The most rows of a chunk: a short row can have a long answer.
    pub(in crate::batch) rows: usize,
}

impl RowKind {
    /// The end of the first row; of a quote left open until the input ends or the row is too long,
    /// the end of its first line.
    fn row(self, bytes: &[u8], has_ended: bool) -> Option<(usize, Option<Fault>)> {
        let line = |end| memchr::memchr(end, bytes).map(|found| found + 1);
        let rest = (has_ended && !bytes.is_empty()).then_some(bytes.len());
        match self {
            Self::Line => line(b'\n').or(rest).map(|end| (end, None)),
            Self::Cells(dialect) => match dialect.row_end(bytes) {
                RowEnd::At(end) => Some((end, None)),
                RowEnd::Beyond => rest.map(|end| (end, None)),
                RowEnd::InQuotes if has_ended || bytes.len() > MAX_ROW_BYTES => {
                    line(dialect.end).or(rest).map(|end| (end, Some(Fault::OpenQuote)))
                }
                RowEnd::InQuotes => None,
            },
        }
    }

    /// What ends a line.
    const fn end(self) -> u8 {
        match self {
            Self::Line => b'\n',
            Self::Cells(dialect) => dialect.end,
        }
    }
}

impl<R: Read> Rows<R> {
    /// `arrived` is what was read before of the input; its first line has the number `first_line`.
    pub(super) fn new(
        input: R,
        arrived: Vec<u8>,
        first_line: u64,
        kind: RowKind,
        sizes: Sizes,
    ) -> Self {
        Self { input, kind, sizes, rest: arrived, next_line: first_line, has_ended: false }
    }

    /// Takes the whole rows at the start of the bytes of the chunk; keeps the rest.
    fn take(&mut self, chunk: &mut Chunk) -> bool {
        let mut at = 0;
        while chunk.ends.len() < self.sizes.rows && chunk.fault.is_none() {
            let Some((length, fault)) = self.kind.row(&chunk.bytes[at..], self.has_ended) else {
                break;
            };
            at += length;
            chunk.ends.push(at);
            chunk.fault = fault;
        }
        if at == 0 {
            return false;
        }
        self.rest.extend_from_slice(&chunk.bytes[at..]);
        chunk.bytes.truncate(at);
        self.next_line += memchr::memchr_iter(self.kind.end(), &chunk.bytes).count() as u64;
        true
    }
}

impl<R: Read + Send> Source for Rows<R> {
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear(self.next_line);
        chunk.bytes.append(&mut self.rest);
        loop {
            if self.take(chunk) {
                return Ok(true);
            }
            if self.has_ended {
                return Ok(false);
            }
            let filled = chunk.bytes.len();
            // No row ends here: keep enough to see that it is too long, and drop the rest.
            if filled > 2 * MAX_ROW_BYTES {
                chunk.bytes.truncate(MAX_ROW_BYTES + 1);
            }
            let filled = chunk.bytes.len();
            chunk.bytes.resize(filled + self.sizes.read, 0);
            let count = read(&mut self.input, &mut chunk.bytes[filled..])?;
            chunk.bytes.truncate(filled + count);
            self.has_ended = count == 0;
        }
    }
}
