use std::io::{self, Read};

/// Splits an input into chunks of whole lines, each as large as what has arrived.
#[derive(Debug)]
pub(super) struct Chunks<R> {
    input: R,
    /// How many bytes are read at once.
    read_size: usize,
    /// The beginning of a line that has not ended yet.
    partial_line: Vec<u8>,
    next_line: u64,
    has_ended: bool,
}

/// Some whole lines of the input.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// The bytes, with line ends.
    pub(super) bytes: Vec<u8>,
    /// The number of each line in the file; empty where the lines are consecutive.
    pub(super) numbers: Vec<u64>,
    /// How many of the blank lines that were skipped stand before each line; empty where none was.
    pub(super) blank_before: Vec<u64>,
    /// The number of the first line, from 1.
    pub(super) first_line: u64,
    /// The number of blank lines that were skipped.
    pub(super) blank: u64,
}

/// A source of chunks.
pub(super) trait Source: Send {
    /// Fills `chunk` with the next whole lines; false at the end of the input.
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool>;
}

/// A longer line is cut after one byte more, and reported as too long.
pub(super) const MAX_LINE_BYTES: usize = 1 << 20;

impl<R: Read> Chunks<R> {
    pub(super) fn new(input: R, read_size: usize) -> Self {
        Self { input, read_size, partial_line: Vec::new(), next_line: 1, has_ended: false }
    }
}

impl<R: Read + Send> Source for Chunks<R> {
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear(self.next_line);
        if self.has_ended {
            return Ok(false);
        }
        chunk.bytes.append(&mut self.partial_line);
        loop {
            let filled = chunk.bytes.len();
            chunk.bytes.resize(filled + self.read_size, 0);
            let read = read(&mut self.input, &mut chunk.bytes[filled..])?;
            chunk.bytes.truncate(filled + read);
            if read == 0 {
                self.has_ended = true;
                return Ok(!chunk.bytes.is_empty());
            }
            if let Some(end) = memchr::memrchr(b'\n', &chunk.bytes[filled..]) {
                let end = filled + end + 1;
                self.partial_line.extend_from_slice(&chunk.bytes[end..]);
                chunk.bytes.truncate(end);
                self.next_line += memchr::memchr_iter(b'\n', &chunk.bytes).count() as u64;
                return Ok(true);
            }
            // No line ends here: keep enough to see that it is too long, and drop the rest.
            if chunk.bytes.len() > 2 * MAX_LINE_BYTES {
                chunk.bytes.truncate(MAX_LINE_BYTES + 1);
            }
        }
    }
}

pub(super) fn read(input: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

impl Chunk {
    /// Empties the chunk, for lines from this number on.
    pub(super) fn clear(&mut self, first_line: u64) {
        self.bytes.clear();
        self.numbers.clear();
        self.blank_before.clear();
        self.first_line = first_line;
        self.blank = 0;
    }

    /// Each line with its number, without its end (LF or CRLF).
    pub(super) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let bytes = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        let mut rest = (!self.bytes.is_empty()).then_some(bytes);
        (self.first_line..).map_while(move |number| {
            let line = rest?;
            let end = memchr::memchr(b'\n', line);
            rest = end.map(|end| &line[end + 1..]);
            let line = &line[..end.unwrap_or(line.len())];
            let at = usize::try_from(number - self.first_line).ok()?;
            let number = self.numbers.get(at).copied().unwrap_or(number);
            Some((number, line.strip_suffix(b"\r").unwrap_or(line)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its pieces one read at a time.
    struct Pieces(Vec<&'static [u8]>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            into[..piece.len()].copy_from_slice(piece);
            Ok(piece.len())
        }
    }

    fn lines_of(pieces: &[&'static [u8]]) -> Vec<(u64, String)> {
        let mut chunks = Chunks::new(Pieces(pieces.to_vec()), 1 << 15);
        let mut chunk = Chunk::default();
        let mut lines = Vec::new();
        while chunks.next(&mut chunk).unwrap() {
            let text = |line: &[u8]| String::from_utf8(line.to_vec()).unwrap();
            lines.extend(chunk.lines().map(|(number, line)| (number, text(line))));
        }
        lines
    }

    #[test]
    fn lines_are_whole_and_numbered_however_they_arrive() {
        let expected = [(1, "a"), (2, "bc"), (3, ""), (4, "d")].map(|(n, l)| (n, l.to_owned()));
        assert_eq!(lines_of(&[b"a\nbc\n\nd\n"]), expected);
        assert_eq!(lines_of(&[b"a\r\nb", b"c\n", b"\nd"]), expected);
        assert_eq!(lines_of(&[b"a", b"\n", b"b", b"c", b"\n\n", b"d"]), expected);
        assert_eq!(lines_of(&[]), []);
    }
}
