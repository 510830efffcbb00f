use std::io::{self, Read};

use super::cells::{Dialect, closing_quote};
use super::chunk::{MAX_ROW_BYTES, Source};
use super::columns::{ColumnNames, Columns, known};
use super::decoded::{Decoded, read};
use super::items::Items;
use super::rows::{RowKind, Rows, Sizes};
use crate::batch::error::BatchError;
use crate::batch::options::{Input, Options};

use crate::data::{Message, Quoted};
use crate::profile::{Meaning, Others};

/// An input that is ready to be read.
pub(in crate::batch) struct Opened {
    pub(in crate::batch) source: Box<dyn Source>,
    /// The columns of CSV; without them a row is a JSON object.
    pub(in crate::batch) columns: Option<Columns>,
}

/// What separates cells, the commonest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The most bytes of names in the records of a chunk.
const MAX_NAME_BYTES: usize = 1 << 20;

/// How files begin that are no text, what they are and what to do.
const NOT_TEXT: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "an Excel workbook or another zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook"),
    (b"PAR1", "a Parquet file"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"%PDF", "a PDF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"<", "a web page or XML"),
];

/// Recognizes how an input is written, reads the header of CSV and makes the rest ready.
///
/// # Errors
/// When the input cannot be read, or is none that can be answered.
pub(in crate::batch) fn open(
    input: impl Read + Send + 'static,
    options: &Options,
) -> Result<Opened, BatchError> {
    let sizes = options.sizes();
    let mut head = Head { input: Decoded::new(input), bytes: Vec::new(), has_ended: false };
    let rows = |head: Head<_>, first_line, kind, sizes| -> Box<dyn Source> {
        Box::new(Rows::new(head.input, head.bytes, first_line, kind, sizes))
    };
    if options.input == Input::JsonLines {
        let source = rows(head, 1, RowKind::Line, sizes);
        return Ok(Opened { source, columns: None });
    }
    let (columns, next_line) = if let Some(header) = &options.header {
        let input = Decoded::new(&**header);
        let mut header = Head { input, bytes: Vec::new(), has_ended: false };
        (header.columns(options)?.0, 1)
    } else {
        head.first_row().map_err(BatchError::Read)?;
        head.check_is_text()?;
        let layout = match options.input {
            Input::Detected => head.begins(),
            named => named,
        };
        match layout {
            Input::JsonList => {
                let source = Box::new(Items::new(head.input, head.bytes, sizes));
                return Ok(Opened { source, columns: None });
            }
            Input::Csv => head.columns(options)?,
            Input::JsonLines | Input::Detected => {
                let source = rows(head, 1, RowKind::Line, sizes);
                return Ok(Opened { source, columns: None });
            }
        }
    };
    // Each record can repeat the names of the columns, so that a wide file has short chunks.
    let names: usize = columns.all.iter().map(|column| column.key.len()).sum();
    let sizes = Sizes { rows: sizes.rows.min(MAX_NAME_BYTES / names.max(1)).max(1), ..sizes };
    let kind = RowKind::Cells(columns.dialect);
    Ok(Opened { source: rows(head, next_line, kind, sizes), columns: Some(columns) })
}

/// The beginning of an input.
struct Head<R> {
    input: Decoded<R>,
    bytes: Vec<u8>,
    has_ended: bool,
}

impl<R: Read> Head<R> {
    /// Reads until the first row has arrived, and gives its length and what ends it.
    fn first_row(&mut self) -> io::Result<(usize, u8)> {
        const READ: usize = 1 << 13;
        loop {
            if let Some(found) = first_end(&self.bytes, self.has_ended) {
                return Ok(found);
            }
            if self.has_ended || self.bytes.len() > MAX_ROW_BYTES {
                return Ok((self.bytes.len(), b'\n'));
            }
            let filled = self.bytes.len();
            self.bytes.resize(filled + READ, 0);
            let count = read(&mut self.input, &mut self.bytes[filled..])?;
            self.bytes.truncate(filled + count);
            self.has_ended = count == 0;
        }
    }

    /// How the input is written, as its first letter says.
    fn begins(&self) -> Input {
        match self.bytes.trim_ascii_start() {
            [b'{', ..] | [] => Input::JsonLines,
            [b'[', ..] => Input::JsonList,
            _ => Input::Csv,
        }
    }

    fn check_is_text(&self) -> Result<(), BatchError> {
        let begins = |(start, _): &&(&[u8], &str)| self.bytes.starts_with(start);
        let Some((_, what)) = NOT_TEXT.iter().find(begins) else { return Ok(()) };
        let hint = "save it as CSV, and give that file";
        Err(BatchError::Unusable(
            Message::new(format!("this is {what}")).with_hint(hint.to_owned()),
        ))
    }

    /// Takes the header off the input: its columns, and the number of the line after it.
    fn columns(&mut self, options: &Options) -> Result<(Columns, u64), BatchError> {
        let names = &options.columns;
        let mut next_line = 1;
        let mut delimiter = None;
        loop {
            let (length, end) = self.first_row().map_err(BatchError::Read)?;
            if length > MAX_ROW_BYTES {
                let message = "the header is longer than 1 MiB; is a quote left open?";
                return Err(BatchError::Unusable(Message::new(message)));
            }
            let row: Vec<u8> = self.bytes.drain(..length).collect();
            next_line += memchr::memchr_iter(end, &row).count() as u64;
            let row = Dialect { delimiter: b',', end }.without_end(&row);
            let blank = row.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let row = &row[blank..];
            if let [b's', b'e', b'p', b'=', separator] = row.to_ascii_lowercase()[..] {
                delimiter = Some(separator);
                continue;
            }
            let delimiter = delimiter.unwrap_or_else(|| separator(row, names));
            let dialect = Dialect { delimiter, end };
            let columns = Columns::of_header(row, dialect, names).map_err(BatchError::Unusable)?;
            if options.others == Others::Refused
                && let Some(message) = refused(&columns)
            {
                return Err(BatchError::Unusable(message));
            }
            let is_empty = row.trim_ascii().is_empty();
            if !is_empty && !columns.state_facts() && options.base.is_empty() {
                return Err(BatchError::Unusable(no_fact(&columns)));
            }
            return Ok((columns, next_line));
        }
    }
}

/// Where the first row ends that is not blank, and what ends it: a line feed, or a carriage return
/// that none follows. Nothing where the bytes do not say yet.
fn first_end(bytes: &[u8], has_ended: bool) -> Option<(usize, u8)> {
    let mut at = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let mut begins_cell = true;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' if begins_cell => match closing_quote(&bytes[at..]) {
                Some(closing) => at += closing,
                None if has_ended => {}
                None => return None,
            },
            b'\n' => return Some((at + 1, b'\n')),
            b'\r' => match bytes.get(at + 1) {
                Some(b'\n') => return Some((at + 2, b'\n')),
                Some(_) => return Some((at + 1, b'\r')),
                None if has_ended => return Some((at + 1, b'\n')),
                None => return None,
            },
            _ => {}
        }
        begins_cell = DELIMITERS.contains(&byte);
        at += 1;
    }
    None
}

/// What separates the cells of a header: what makes most names of facts of it, or else most cells.
fn separator(header: &[u8], names: &ColumnNames) -> u8 {
    let cells = |delimiter| Dialect { delimiter, end: b'\n' }.cells(header);
    let fit = |&delimiter: &u8| (known(cells(delimiter), names), cells(delimiter).count());
    // The first of those that fit as well.
    DELIMITERS.into_iter().rev().max_by_key(fit).unwrap_or(b',')
}

/// That a header has names of no fact, if it has.
fn refused(columns: &Columns) -> Option<Message> {
    const LISTED: usize = 12;
    let names: Vec<_> = columns.others().map(|column| Quoted(&column.key).to_string()).collect();
    let first = columns.others().next()?;
    let hint = Meaning::near_miss(&first.key).map_or_else(
        || "without `--no-keep` they pass through".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let more = if names.len() > LISTED { ", …" } else { "" };
    let listed = names[..names.len().min(LISTED)].join(", ");
    Some(Message::new(format!("no fact is called {listed}{more}")).with_hint(hint))
}

/// That a header names no fact.
fn no_fact(columns: &Columns) -> Message {
    /// A header may have names by the hundred thousand.
    const COMPARED: usize = 200;
    let mut compared = columns.others().take(COMPARED);
    let near = compared.find_map(|column| Some((&column.key, Meaning::near_miss(&column.key)?)));
    let hint = match near {
        Some((key, near)) => format!("did you mean `{near}` by `{key}`?"),
        None => "say what a column states, as in `--columns \"Employee State=state\"`".to_owned(),
    };
    let message = format!("no column of the header states a fact; {}", columns.listed());
    Message::new(message).with_hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_makes_facts_of_the_header() {
        for (header, expected) in [
            ("state,certs", b','),
            ("state;certs", b';'),
            ("state\tcerts", b'\t'),
            ("Sum, gross;State", b';'),
            ("Last, first\tstate", b'\t'),
            ("state", b','),
            ("name;dept;hired,fired", b';'),
        ] {
            assert_eq!(separator(header.as_bytes(), &ColumnNames::default()), expected, "{header}");
        }
    }

    #[test]
    fn the_first_row_ends_as_its_file_does() {
        for (bytes, end) in [
            ("a,b\nc", Some((4, b'\n'))),
            ("\n\na\r\nb", Some((5, b'\n'))),
            ("a\rb", Some((2, b'\r'))),
            ("a\r", None),
            ("\"a\nb\",c\rd", Some((8, b'\r'))),
            ("a\"\nb", Some((3, b'\n'))),
            ("a,b", None),
        ] {
            assert_eq!(first_end(bytes.as_bytes(), false), end, "{bytes:?}");
        }
        assert_eq!(first_end(b"a\r", true), Some((2, b'\n')));
        assert_eq!(first_end(b"\"a\nb", true), Some((3, b'\n')));
    }
}
