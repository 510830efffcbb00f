use std::io::{self, Read};

use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder, Terminator};

use super::chunks::{Chunk, MAX_LINE_BYTES, Source, read};

/// The byte-order mark that may stand before the header.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A column's name is cut after so many bytes, as each row repeats it.
const MAX_NAME_BYTES: usize = 200;

/// How many times as long as what was read at once a chunk may grow before it ends.
const MAX_GROWTH: usize = 8;

/// Rows of CSV as JSON objects, one a line, so that one reader validates the facts of every format.
/// An empty cell states nothing; a row of empty cells is blank.
pub(super) struct CsvRows<R> {
    reader: Reader<MeteredRead<R>>,
    names: Option<Vec<Vec<u8>>>,
    row: ByteRecord,
    /// The line after the last row.
    next_line: u64,
    /// The bytes after which a chunk ends with its row.
    max_chunk_bytes: usize,
    /// Why reading ended, to be returned after the rows before.
    failed: Option<io::Error>,
}

/// An input without a byte-order mark that ends with a line end and has rows of limited length.
struct MeteredRead<R> {
    input: R,
    /// What was read to see whether a mark is there; none once that is known.
    head: Option<Vec<u8>>,
    /// The number of bytes, and the last that were read at once.
    bytes: u64,
    piece: Vec<u8>,
    /// The number of bytes that the row may still take, and its line.
    left: usize,
    line: u64,
}

impl<R: Read> CsvRows<R> {
    /// `read_size` is the number of bytes to read at once.
    pub(super) fn new(input: R, read_size: usize) -> Self {
        let metered = MeteredRead {
            input,
            head: Some(Vec::new()),
            bytes: 0,
            piece: Vec::new(),
            left: MAX_LINE_BYTES,
            line: 1,
        };
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            // The carriage return of CRLF is trimmed off the last cell.
            .terminator(Terminator::Any(b'\n'))
            .buffer_capacity(read_size)
            .from_reader(metered);
        Self {
            reader,
            names: None,
            row: ByteRecord::new(),
            next_line: 1,
            max_chunk_bytes: MAX_GROWTH * read_size,
            failed: None,
        }
    }

    /// Reads a row; returns the line it begins on and adds the blank lines before it to `blank`.
    fn read_row(&mut self, blank: &mut u64) -> io::Result<Option<u64>> {
        let metered = self.reader.get_mut();
        metered.left = MAX_LINE_BYTES;
        metered.line = self.next_line;
        let found = self.reader.read_byte_record(&mut self.row);
        let found = found.map_err(|error| match error.into_kind() {
            ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })?;
        let end = self.reader.position().line();
        let inside = self.row.iter().map(|cell| memchr::memchr_iter(b'\n', cell).count() as u64);
        let inside = inside.sum::<u64>();
        if found && end - self.next_line <= inside {
            // Every line end that was read is inside a cell, so none ends the row.
            return Err(self.reader.get_ref().open_quote("has no end"));
        }
        let line = if found { end - 1 - inside } else { end };
        *blank += line - self.next_line;
        self.next_line = end;
        Ok(found.then_some(line))
    }

    /// Whether the next row has arrived whole, so that reading it cannot block.
    fn has_whole_row(&self) -> bool {
        let MeteredRead { bytes, piece, .. } = self.reader.get_ref();
        let unread = bytes.saturating_sub(self.reader.position().byte());
        let unread = usize::try_from(unread).unwrap_or(usize::MAX).min(piece.len());
        holds_row(&piece[piece.len() - unread..])
    }

    fn fill(&mut self, chunk: &mut Chunk) -> io::Result<()> {
        if self.names.is_none() {
            if self.read_row(&mut chunk.blank)?.is_none() {
                return Ok(());
            }
            self.names = Some(self.row.iter().enumerate().map(name).collect());
        }
        while let Some(line) = self.read_row(&mut chunk.blank)? {
            chunk.numbers.push(line);
            chunk.blank_before.push(chunk.blank);
            push_object(self.names.as_deref().unwrap_or_default(), &self.row, &mut chunk.bytes);
            if chunk.bytes.len() > self.max_chunk_bytes || !self.has_whole_row() {
                break;
            }
        }
        Ok(())
    }
}

impl<R: Read + Send> Source for CsvRows<R> {
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear(0);
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let filled = self.fill(chunk);
        if chunk.numbers.is_empty() {
            return filled.map(|()| chunk.blank > 0);
        }
        self.failed = filled.err();
        Ok(true)
    }
}

impl<R> MeteredRead<R> {
    fn open_quote(&self, what: &str) -> io::Error {
        let why = format!("the row of line {} {what}; is a quote left open?", self.line);
        io::Error::new(io::ErrorKind::InvalidData, why)
    }
}

impl<R: Read> MeteredRead<R> {
    /// Reads, without the marks at the start. The reader of CSV takes a mark that arrives alone for
    /// the end of the input.
    fn read_after_mark(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some(head) = &mut self.head else { return read(&mut self.input, into) };
        while head.len() < MARK.len() && MARK.starts_with(head) {
            let mut byte = [0];
            if read(&mut self.input, &mut byte)? == 0 {
                break;
            }
            head.push(byte[0]);
            if head == MARK {
                head.clear();
            }
        }
        let mut count = head.len().min(into.len());
        into[..count].copy_from_slice(&head[..count]);
        head.drain(..count);
        if head.is_empty() {
            self.head = None;
        }
        if count == 0 && !into.is_empty() {
            count = read(&mut self.input, into)?;
        }
        Ok(count)
    }
}

impl<R: Read> Read for MeteredRead<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(self.open_quote("is longer than 1 MiB"));
        }
        let mut count = self.read_after_mark(into)?;
        let ends_in_a_line = self.piece.last().is_none_or(|&last| last == b'\n');
        if count == 0 && !ends_in_a_line && !into.is_empty() {
            into[0] = b'\n';
            count = 1;
        }
        let piece = &into[..count];
        self.bytes += count as u64;
        self.piece.clear();
        self.piece.extend_from_slice(piece);
        if piece.iter().any(|byte| !matches!(byte, b'\n' | b'\r')) {
            self.left = self.left.saturating_sub(count);
        }
        Ok(count)
    }
}

/// Whether a row ends within what was read, blank lines before it aside.
fn holds_row(unread: &[u8]) -> bool {
    let blank = unread.iter().take_while(|&&byte| byte == b'\n').count();
    let unread = &unread[blank..];
    match memchr::memchr(b'\n', unread) {
        None => false,
        Some(end) if memchr::memchr(b'"', &unread[..end]).is_none() => true,
        Some(_) => ends_outside_quotes(unread),
    }
}

/// Whether a line end is outside quotes: only a quote that begins a cell opens one.
fn ends_outside_quotes(row: &[u8]) -> bool {
    enum At {
        CellStart,
        Cell,
        Quoted,
        QuoteInQuoted,
    }
    let mut at = At::CellStart;
    for &byte in row {
        at = match (at, byte) {
            (At::Quoted, b'"') => At::QuoteInQuoted,
            (At::Quoted, _) | (At::CellStart | At::QuoteInQuoted, b'"') => At::Quoted,
            (_, b'\n') => return true,
            (_, b',') => At::CellStart,
            _ => At::Cell,
        };
    }
    false
}

/// The name of a column, or else its number.
fn name((at, cell): (usize, &[u8])) -> Vec<u8> {
    let name = cell.strip_prefix(MARK).unwrap_or(cell).trim_ascii();
    let is_inside_a_character = |at: &usize| name.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let end = name.len().min(MAX_NAME_BYTES);
    let end = (0..=end).rev().find(|at| !is_inside_a_character(at)).unwrap_or(end);
    match &name[..end] {
        [] => format!("column {}", at + 1).into_bytes(),
        name => name.to_vec(),
    }
}

/// Appends a row as a JSON object on its own line, or as an empty line if no cell states anything.
/// One that grows longer than a line can be ends there, and is refused as too long.
fn push_object(names: &[Vec<u8>], row: &ByteRecord, out: &mut Vec<u8>) {
    let start = out.len();
    let mut before = b'{';
    for (at, cell) in row.iter().map(<[u8]>::trim_ascii).enumerate() {
        if cell.is_empty() {
            continue;
        }
        out.push(before);
        before = b',';
        match names.get(at) {
            Some(name) => push_string(name, out),
            None => push_string(&name((at, b"")), out),
        }
        out.push(b':');
        push_string(cell, out);
        if out.len() - start > MAX_LINE_BYTES {
            break;
        }
    }
    if before == b',' {
        out.push(b'}');
    }
    out.push(b'\n');
}

/// Appends bytes as a JSON string; bytes that are not UTF-8 are kept, and reported by the reader.
fn push_string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0..0x20 => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(text: &str) -> (Vec<(u64, String)>, u64) {
        let mut rows = CsvRows::new(text.as_bytes(), 1 << 16);
        let (mut chunk, mut seen, mut blank) = (Chunk::default(), Vec::new(), 0);
        while rows.next(&mut chunk).unwrap() {
            let text = |line: &[u8]| String::from_utf8(line.to_vec()).unwrap();
            seen.extend(chunk.lines().map(|(number, line)| (number, text(line))));
            blank += chunk.blank;
        }
        (seen, blank)
    }

    #[test]
    fn rows_become_objects_with_the_line_of_their_file() {
        let text = "\u{feff}id, state ,certs,\na,\"M\"\"A\",3\n\n\"b\nb\",MS,,x\n,,\n\n\nc,,,,y";
        let expected = [
            (2, r#"{"id":"a","state":"M\"A","certs":"3"}"#),
            (4, r#"{"id":"b\nb","state":"MS","column 4":"x"}"#),
            (6, ""),
            (9, r#"{"id":"c","column 5":"y"}"#),
        ]
        .map(|(line, text)| (line, text.to_owned()));
        assert_eq!(rows_of(text), (expected.to_vec(), 3));
        let (rows, blank) = rows_of(&text.replace('\n', "\r\n"));
        let lines: Vec<_> = rows.iter().map(|(line, _)| *line).collect();
        // With a carriage return a blank line is a row of one empty cell.
        assert_eq!((lines, blank), (vec![2, 3, 4, 6, 7, 8, 9], 0));
        assert_eq!(rows[6], expected[3]);
    }

    #[test]
    fn a_quote_left_open_ends_the_stream_after_the_rows_before() {
        let long = "b\n".repeat(MAX_LINE_BYTES);
        for (rest, what) in [(&*long, "is longer than 1 MiB"), ("b\nc,\"\"", "has no end")] {
            let text = format!("id\na\n\"{rest}");
            let mut rows = CsvRows::new(text.as_bytes(), 1 << 16);
            let mut chunk = Chunk::default();
            assert!(rows.next(&mut chunk).unwrap());
            assert_eq!(chunk.numbers, [2]);
            let error = rows.next(&mut chunk).unwrap_err().to_string();
            assert_eq!(error, format!("the row of line 3 {what}; is a quote left open?"));
        }
    }
}
