use std::io::{self, Read};

/// The bytes of an input as UTF-8, without the mark of its encoding: UTF-16 is known by its mark or
/// by the zeros that it puts around plain letters.
pub(super) struct Decoded<R> {
    input: R,
    encoding: Option<Encoding>,
    /// What was read to recognize the encoding, or decoded, and is not handed on yet.
    ready: Vec<u8>,
    /// The bytes of a character of UTF-16 that has not arrived whole.
    partial: Vec<u8>,
    /// Whether the input has ended: a terminal would be asked for more.
    has_ended: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16 { big_endian: bool },
}

/// The bytes to read at once.
const READ_BYTES: usize = 1 << 13;

/// The byte-order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, encoding: None, ready: Vec::new(), partial: Vec::new(), has_ended: false }
    }

    /// Reads until the bytes show the encoding: two, and the third of a mark of UTF-8.
    fn recognize(&mut self) -> io::Result<Encoding> {
        loop {
            match self.ready[..] {
                [] | [_] | [0xEF, 0xBB] => {}
                [0xFF, 0xFE, ..] => return Ok(self.utf16(false, 2)),
                [0xFE, 0xFF, ..] => return Ok(self.utf16(true, 2)),
                [1..=0xFF, 0, ..] => return Ok(self.utf16(false, 0)),
                [0, 1..=0xFF, ..] => return Ok(self.utf16(true, 0)),
                _ if self.ready.starts_with(MARK) => {
                    self.ready.drain(..MARK.len());
                    continue;
                }
                _ => return Ok(Encoding::Utf8),
            }
            let mut raw = [0; READ_BYTES];
            let count = self.more(&mut raw)?;
            self.ready.extend_from_slice(&raw[..count]);
            if count == 0 {
                return Ok(Encoding::Utf8);
            }
        }
    }

    fn more(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.has_ended {
            return Ok(0);
        }
        let count = read(&mut self.input, into)?;
        self.has_ended = count == 0 && !into.is_empty();
        Ok(count)
    }

    fn utf16(&mut self, big_endian: bool, mark: usize) -> Encoding {
        self.partial = self.ready.split_off(mark);
        self.ready.clear();
        self.decode(big_endian, false);
        Encoding::Utf16 { big_endian }
    }

    /// Decodes what was read, or at the end of the input what is left.
    fn decode(&mut self, big_endian: bool, has_ended: bool) {
        let unit = |pair: &[u8]| match (pair, big_endian) {
            ([first, second], true) => u16::from_be_bytes([*first, *second]),
            ([first, second], false) => u16::from_le_bytes([*first, *second]),
            _ => u16::from(b'?'),
        };
        let mut whole = self.partial.len() / 2 * 2;
        let is_half = |unit: u16| (0xD800..0xDC00).contains(&unit);
        if !has_ended && whole >= 2 && is_half(unit(&self.partial[whole - 2..whole])) {
            whole -= 2;
        }
        for decoded in char::decode_utf16(self.partial[..whole].chunks(2).map(unit)) {
            let character = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.ready.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self.partial.drain(..whole);
        if has_ended && !self.partial.is_empty() {
            self.partial.clear();
            self.ready.extend_from_slice("\u{FFFD}".as_bytes());
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let encoding = if let Some(encoding) = self.encoding {
            encoding
        } else {
            let encoding = self.recognize()?;
            *self.encoding.insert(encoding)
        };
        if let Encoding::Utf16 { big_endian } = encoding {
            while self.ready.is_empty() {
                let mut raw = [0; READ_BYTES];
                let count = self.more(&mut raw)?;
                self.partial.extend_from_slice(&raw[..count]);
                self.decode(big_endian, count == 0);
                if count == 0 {
                    break;
                }
            }
        } else if self.ready.is_empty() {
            return self.more(into);
        }
        let count = self.ready.len().min(into.len());
        into[..count].copy_from_slice(&self.ready[..count]);
        self.ready.drain(..count);
        Ok(count)
    }
}

/// Reads once, again where a signal interrupted it.
pub(super) fn read(input: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        let mut text = String::new();
        Decoded::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "state;né\r\n\u{1F600};\"x\"\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            [MARK, MARK, text.as_bytes()].concat(),
            [&[0xFF, 0xFE], &*little].concat(),
            [&[0xFE, 0xFF], &*big].concat(),
            little,
            big,
        ] {
            assert_eq!(decoded(&bytes), text);
            assert_eq!(
                decoded(&bytes[..bytes.len() - 1]).trim_end_matches('\u{FFFD}'),
                &text[..text.len() - 1]
            );
        }
        for short in ["", "5", "{}", "\n", "\u{FEFF}"] {
            assert_eq!(decoded(short.as_bytes()), short.trim_start_matches('\u{FEFF}'));
        }
    }
}
