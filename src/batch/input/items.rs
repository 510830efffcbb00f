use std::io::{self, Read};

use super::chunk::{Chunk, Fault, MAX_ROW_BYTES, Source};
use super::decoded::read;
use super::rows::Sizes;

/// The items of a list of JSON, each as a row; its line is its place in the input, from 1.
pub(super) struct Items<R> {
    input: R,
    sizes: Sizes,
    /// What has arrived, and how much of it was looked at.
    arrived: Vec<u8>,
    seen: usize,
    /// The item so far, cut where it is too long.
    item: Vec<u8>,
    at: At,
    /// How many brackets are open inside the item.
    depth: usize,
    next_item: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Outside,
    Item,
    Text,
    Escape,
    End,
}

impl<R: Read> Items<R> {
    /// `arrived` is what was read before of the input, up to the bracket or beyond.
    pub(super) fn new(input: R, arrived: Vec<u8>, sizes: Sizes) -> Self {
        let (item, at) = (Vec::new(), At::Outside);
        Self { input, sizes, arrived, seen: 0, item, at, depth: 0, next_item: 1 }
    }

    /// Looks at one byte.
    fn step(&mut self, byte: u8, chunk: &mut Chunk) {
        match (self.at, byte) {
            (At::Outside, b'[') | (At::Text, b'"') => self.at = At::Item,
            (At::Outside, byte) if byte.is_ascii_whitespace() => {}
            (At::Outside, _) => return self.end(chunk, Fault::AfterList),
            (At::Item, b',') if self.depth == 0 => return self.end_item(chunk),
            (At::Item, b']') if self.depth == 0 => {
                self.at = At::Outside;
                return self.end_item(chunk);
            }
            (At::Item, b'"') | (At::Escape, _) => self.at = At::Text,
            (At::Item, b'{' | b'[') => self.depth += 1,
            (At::Item, b'}' | b']') => self.depth = self.depth.saturating_sub(1),
            (At::Text, b'\\') => self.at = At::Escape,
            _ => {}
        }
        let begins = self.item.is_empty() && (byte == b'[' && self.depth == 0);
        if self.at != At::Outside && !begins && self.item.len() <= MAX_ROW_BYTES {
            // A row is one line. Between values a line end is a space; inside a text neither it nor a
            // tab is allowed.
            let between = self.at == At::Item;
            self.item.push(match byte {
                b'\n' | b'\r' if between => b' ',
                b'\n' | b'\r' => b'\t',
                byte => byte,
            });
        }
    }

    /// Ends the item, which is a row unless it is blank.
    fn end_item(&mut self, chunk: &mut Chunk) {
        if !self.item.trim_ascii().is_empty() {
            self.push(chunk);
        }
        self.item.clear();
    }

    fn push(&mut self, chunk: &mut Chunk) {
        chunk.bytes.append(&mut self.item);
        chunk.bytes.push(b'\n');
        chunk.ends.push(chunk.bytes.len());
        self.next_item += 1;
    }

    /// Ends the input with what is wrong.
    fn end(&mut self, chunk: &mut Chunk, fault: Fault) {
        self.push(chunk);
        chunk.fault = Some(fault);
        self.at = At::End;
    }

    fn is_full(&self, chunk: &Chunk) -> bool {
        chunk.ends.len() >= self.sizes.rows || chunk.bytes.len() > self.sizes.read
    }
}

impl<R: Read + Send> Source for Items<R> {
    fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear(self.next_item);
        while self.at != At::End {
            while self.seen < self.arrived.len() && self.at != At::End && !self.is_full(chunk) {
                self.step(self.arrived[self.seen], chunk);
                self.seen += 1;
            }
            if !chunk.ends.is_empty() {
                return Ok(true);
            }
            self.arrived.resize(self.sizes.read, 0);
            self.seen = 0;
            let count = read(&mut self.input, &mut self.arrived)?;
            self.arrived.truncate(count);
            if count > 0 {
                continue;
            }
            if self.at != At::Outside {
                self.end(chunk, Fault::OpenList);
                return Ok(true);
            }
            break;
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::Dialect;
    use super::*;

    fn items(text: &str, read: usize) -> Vec<(u64, String, Option<Fault>)> {
        let lines = Dialect { delimiter: b',', end: b'\n' };
        let mut source = Items::new(text.as_bytes(), Vec::new(), Sizes { read, rows: 2 });
        let (mut chunk, mut found) = (Chunk::default(), Vec::new());
        while source.next(&mut chunk).unwrap() {
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            found.extend(chunk.rows(lines).map(|row| (row.line, text(row.bytes), row.fault)));
        }
        found
    }

    #[test]
    fn each_item_of_a_list_is_a_row_however_it_arrives() {
        let text = "\n[ {\"a\":\"],\\\"\"},\n{\"b\": [1,\n{}]} , 5,\n]\n[{}]";
        let expected = [" {\"a\":\"],\\\"\"}", " {\"b\": [1, {}]} ", " 5", "{}"];
        for read in 1..text.len() {
            let found = items(text, read);
            let texts: Vec<_> = found.iter().map(|(_, text, _)| text.as_str()).collect();
            assert_eq!(texts, expected);
            assert_eq!(found[3].0, 4);
        }
    }

    #[test]
    fn what_is_wrong_with_a_list_ends_it() {
        let fault = |text| items(text, 3).last().and_then(|(_, _, fault)| *fault);
        assert_eq!(fault("[{}]"), None);
        assert_eq!(fault("[{}, {\"a\":1"), Some(Fault::OpenList));
        assert_eq!(fault("[{}] x {}"), Some(Fault::AfterList));
        assert_eq!(items("[]", 1), []);
    }
}
