use crate::quantity::{Dollars, Pay};
use crate::report::{Figure, Shape, Sink, Text};

use super::number::{prose, push_bare, whole};
use super::value::Value;

/// A shape as JSON, indented for people, ending in a newline.
///
/// # Panics
/// Never: what is written is made of texts.
#[must_use]
pub fn json(shape: &impl Shape) -> String {
    let line = line(shape);
    let mut out = String::new();
    push_indented(&mut out, &Value::read(&line), 0);
    out.push('\n');
    out
}

/// A shape as JSON on one line, ending in a newline.
pub(super) fn line(shape: &impl Shape) -> String {
    let mut out = Vec::new();
    push_json_line(shape, &mut out);
    String::from_utf8(out).expect("JSON made of texts is text")
}

/// Adds a value whose entries or items are indented by one step more than `depth`.
fn push_indented(out: &mut String, value: &Value<'_>, depth: usize) {
    match value {
        Value::Plain(plain) => out.push_str(plain),
        Value::List(items) => push_lines(out, ['[', ']'], depth, items, |out, item| {
            push_indented(out, item, depth + 1);
        }),
        Value::Object(entries) => push_lines(out, ['{', '}'], depth, entries, |out, entry| {
            let (key, value) = entry;
            out.push_str(key);
            out.push_str(": ");
            push_indented(out, value, depth + 1);
        }),
    }
}

/// Adds what is in brackets, each on a line of its own.
fn push_lines<T>(
    out: &mut String,
    [opening, closing]: [char; 2],
    depth: usize,
    inner: &[T],
    push: impl Fn(&mut String, &T),
) {
    let break_line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    out.push(opening);
    for (i, value) in inner.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        break_line(out, depth + 1);
        push(out, value);
    }
    if !inner.is_empty() {
        break_line(out, depth);
    }
    out.push(closing);
}

/// A shape as JSON on one line, added to `out` with a newline.
pub fn push_json_line(shape: &impl Shape, out: &mut Vec<u8>) {
    shape.tell(&mut JsonSink::new(out));
}

/// The records of an answer as JSON Lines: each on its own line, with a newline after it.
///
/// # Panics
/// Never: what is written is made of texts.
#[must_use]
pub fn jsonl(shape: &impl Shape) -> String {
    let mut out = Vec::new();
    shape.tell_records(&mut JsonSink::new(&mut out));
    String::from_utf8(out).expect("JSON made of texts is text")
}

/// What stands before the next value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The opening of its record or list.
    First,
    /// Another value.
    Next,
    /// Its key.
    AfterKey,
}

struct JsonSink<'o> {
    out: &'o mut Vec<u8>,
    depth: usize,
    place: Place,
    /// The pays told so far and where they stand in `out`: an answer tells several of them again.
    told: [Option<(Pay, usize, usize)>; 4],
    next_told: usize,
}

impl<'o> JsonSink<'o> {
    fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, depth: 0, place: Place::First, told: [None; 4], next_told: 0 }
    }

    /// Separates a key or a value of a list from what stands before it.
    fn separate(&mut self) {
        if self.place == Place::AfterKey {
            return;
        }
        if self.place == Place::Next {
            self.out.push(b',');
        }
    }

    fn open(&mut self, bracket: u8) {
        self.separate();
        self.out.push(bracket);
        self.depth += 1;
        self.place = Place::First;
    }

    fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        self.out.push(bracket);
        self.place = Place::Next;
        if self.depth == 0 {
            self.out.push(b'\n');
            self.place = Place::First;
        }
    }

    fn value(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.separate();
        write(self.out);
        self.place = Place::Next;
    }
}

impl Sink for JsonSink<'_> {
    fn open_record(&mut self) {
        self.open(b'{');
    }

    fn close_record(&mut self) {
        self.close(b'}');
    }

    fn open_list(&mut self) {
        self.open(b'[');
    }

    fn close_list(&mut self) {
        self.close(b']');
    }

    #[inline]
    fn key(&mut self, key: &str) {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.place = Place::AfterKey;
    }

    fn figure(&mut self, figure: Figure) {
        self.value(|out| push_bare(out, figure));
    }

    fn text(&mut self, text: &str) {
        self.value(|out| push_quoted(out, text));
    }

    fn word(&mut self, word: &str) {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(word.as_bytes());
        self.out.push(b'"');
        self.place = Place::Next;
    }

    fn prose(&mut self, text: &Text) {
        self.text(&prose(text));
    }

    fn nothing(&mut self) {
        self.value(|out| out.extend_from_slice(b"null"));
    }

    fn verbatim(&mut self, json: &str) {
        self.value(|out| out.extend_from_slice(json.as_bytes()));
    }

    /// The keys are always the same bytes between the digits, and a pay that was told
    /// before is the same bytes again.
    fn amounts(&mut self, pay: &Pay) {
        self.separate();
        self.place = Place::Next;
        let before = self.told.iter().flatten().find(|(told, ..)| told == pay);
        if let Some(&(_, start, end)) = before {
            self.out.extend_from_within(start..end);
            return;
        }
        let start = self.out.len();
        let [p10, p25, p50, p75, p90] = pay.percentiles.amounts();
        let mut text = [0; 6 * 30];
        let mut end = append(&mut text, 0, b"\"p10\":", p10);
        end = append(&mut text, end, b",\"p25\":", p25);
        end = append(&mut text, end, b",\"p50\":", p50);
        end = append(&mut text, end, b",\"p75\":", p75);
        end = append(&mut text, end, b",\"p90\":", p90);
        end = append(&mut text, end, b",\"mean\":", pay.mean);
        self.out.extend_from_slice(&text[..end]);
        self.told[self.next_told] = Some((*pay, start, self.out.len()));
        self.next_told = (self.next_told + 1) % self.told.len();
    }
}

/// Writes a key and an amount into a text from `at` on; gives where they end. A key of a known
/// length is copied without a call.
fn append<const N: usize>(text: &mut [u8], at: usize, key: &[u8; N], amount: Dollars) -> usize {
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(whole(amount.get())).as_bytes();
    let middle = at + N;
    text[at..middle].copy_from_slice(key);
    text[middle..middle + digits.len()].copy_from_slice(digits);
    middle + digits.len()
}

/// A text in quotes, escaped where JSON asks for it.
fn push_quoted(out: &mut Vec<u8>, text: &str) {
    let plain = text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
    if plain {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sample;

    impl Shape for Sample {
        fn tell(&self, sink: &mut impl Sink) {
            sink.open_record();
            sink.key("words");
            sink.text("a \"quote\"\n");
            sink.key("empty");
            sink.open_list();
            sink.close_list();
            sink.key("list");
            sink.open_list();
            sink.figure(Figure::Count(1));
            sink.nothing();
            sink.open_record();
            sink.close_record();
            sink.close_list();
            sink.key("id");
            sink.verbatim("\"x\"");
            sink.close_record();
        }
    }

    #[test]
    fn both_layouts_are_those_of_any_json_writer() {
        let line =
            "{\"words\":\"a \\\"quote\\\"\\n\",\"empty\":[],\"list\":[1,null,{}],\"id\":\"x\"}";
        let mut out = Vec::new();
        push_json_line(&Sample, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), format!("{line}\n"));
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(json(&Sample), serde_json::to_string_pretty(&value).unwrap() + "\n");
    }

    #[test]
    fn each_record_of_a_list_stands_on_its_own_line() {
        struct Two;

        impl Shape for Two {
            fn tell(&self, sink: &mut impl Sink) {
                sink.open_list();
                self.tell_records(sink);
                sink.close_list();
            }

            fn tell_records(&self, sink: &mut impl Sink) {
                Sample.tell(sink);
                Sample.tell(sink);
            }
        }

        let mut line = Vec::new();
        push_json_line(&Sample, &mut line);
        let line = String::from_utf8(line).unwrap();
        assert_eq!(jsonl(&Sample), line);
        assert_eq!(jsonl(&Two), format!("{line}{line}"));
    }
}
