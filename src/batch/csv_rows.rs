use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::chunks::{Chunk, Source};

/// Reads rows of CSV and hands them on as JSON objects, one a line, so that one reader judges the
/// facts however they arrive. An empty cell states nothing.
pub(super) struct CsvRows<R> {
    reader: Reader<R>,
    names: Option<Vec<Vec<u8>>>,
    row: ByteRecord,
    rows: usize,
}

impl<R: Read> CsvRows<R> {
    /// Chunks grow to this many rows, so that the first answers do not wait for the last rows.
    const MOST_ROWS: usize = 512;

    pub(super) fn new(input: R) -> Self {
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
        Self { reader, names: None, row: ByteRecord::new(), rows: 1 }
    }

    fn read_row(&mut self) -> io::Result<bool> {
        self.reader.read_byte_record(&mut self.row).map_err(io::Error::from)
    }
}

impl<R: Read + Send> Source for CsvRows<R> {
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.bytes.clear();
        chunk.numbers.clear();
        chunk.first_line = 0;
        if self.names.is_none() {
            if !self.read_row()? {
                return Ok(false);
            }
            let name = |cell: &[u8]| cell.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(cell).to_vec();
            self.names = Some(self.row.iter().map(name).collect());
        }
        while chunk.numbers.len() < self.rows && self.read_row()? {
            chunk.numbers.push(self.row.position().map_or(0, csv::Position::line));
            push_object(self.names.as_deref().unwrap_or_default(), &self.row, &mut chunk.bytes);
        }
        self.rows = (self.rows * 2).min(Self::MOST_ROWS);
        Ok(!chunk.numbers.is_empty())
    }
}

/// A row as a JSON object on a line of its own.
fn push_object(names: &[Vec<u8>], row: &ByteRecord, out: &mut Vec<u8>) {
    out.push(b'{');
    let mut first = true;
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim_ascii().is_empty()) {
        if !first {
            out.push(b',');
        }
        first = false;
        match names.get(at) {
            Some(name) => push_string(name, out),
            None => push_string(format!("column {}", at + 1).as_bytes(), out),
        }
        out.push(b':');
        push_string(cell.trim_ascii(), out);
    }
    out.extend_from_slice(b"}\n");
}

/// Bytes in quotes, escaped as JSON asks; bytes that are no text stay, and are told later.
fn push_string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            0..0x20 => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_objects_with_the_line_of_their_file() {
        let text = "\u{feff}id,state,certs\na,\"M\"\"A\",3\n\n\"b\nb\",MS,,x\n";
        let mut rows = CsvRows::new(text.as_bytes());
        let (mut chunk, mut seen) = (Chunk::default(), Vec::new());
        while rows.next(&mut chunk).unwrap() {
            let line = |(number, line): (u64, &[u8])| (number, String::from_utf8(line.to_vec()));
            seen.extend(chunk.lines().map(line).map(|(number, line)| (number, line.unwrap())));
        }
        assert_eq!(
            seen,
            [
                (2, r#"{"id":"a","state":"M\"A","certs":"3"}"#.to_owned()),
                (4, r#"{"id":"b\u000ab","state":"MS","column 4":"x"}"#.to_owned()),
            ]
        );
    }
}
