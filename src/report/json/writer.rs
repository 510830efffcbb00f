//! The writer of the JSON contract.

use crate::quantity::{Dollars, Pay};
use crate::report::document::{Figure, Text, prose, push_bare, whole};

/// What precedes the next value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The opening of its object or array.
    First,
    /// Another value.
    Next,
    /// Its key.
    AfterKey,
}

/// Writes compact JSON, the only form of an answer that is written value by value: every other
/// format reads it. A newline follows each outermost object.
pub struct Json<'o> {
    out: &'o mut Vec<u8>,
    depth: usize,
    place: Place,
    /// The pays written so far with their ranges in `out`: an answer repeats several of them.
    written: [Option<(Pay, usize, usize)>; 4],
    next_written: usize,
}

impl<'o> Json<'o> {
    /// Appends to `out`.
    pub const fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, depth: 0, place: Place::First, written: [None; 4], next_written: 0 }
    }

    /// Separates a key or an item from the value before it.
    fn separate(&mut self) {
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

    /// Begins an object: keys and values follow.
    pub fn begin_object(&mut self) {
        self.open(b'{');
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.close(b'}');
    }

    /// Begins an array: values follow.
    pub fn begin_array(&mut self) {
        self.open(b'[');
    }

    /// Ends an array.
    pub fn end_array(&mut self) {
        self.close(b']');
    }

    /// The key of the next value: a plain word, without anything to escape.
    #[inline]
    pub fn key(&mut self, key: &str) {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.place = Place::AfterKey;
    }

    /// The key of the next value, whatever it holds.
    pub(crate) fn any_key(&mut self, key: &str) {
        self.separate();
        push_quoted(self.out, key);
        self.out.push(b':');
        self.place = Place::AfterKey;
    }

    /// A number.
    pub fn figure(&mut self, figure: Figure) {
        self.value(|out| push_bare(out, figure));
    }

    /// A string.
    pub fn str(&mut self, text: &str) {
        self.value(|out| push_quoted(out, text));
    }

    /// A string without anything to escape.
    pub fn plain_str(&mut self, word: &str) {
        self.value(|out| push_in_quotes(out, word));
    }

    /// A string of words with figures in them.
    pub fn text(&mut self, text: &Text) {
        self.str(&prose(text));
    }

    /// A value that does not exist.
    pub fn null(&mut self) {
        self.value(|out| out.extend_from_slice(b"null"));
    }

    /// A JSON value, as it is.
    pub fn raw(&mut self, json: &str) {
        self.value(|out| out.extend_from_slice(json.as_bytes()));
    }

    /// The keys and amounts of a pay, in the open object. The keys are always the same bytes
    /// between the digits, and a repeated pay is the same bytes again.
    pub(crate) fn amounts(&mut self, pay: &Pay) {
        self.separate();
        self.place = Place::Next;
        let before = self.written.iter().flatten().find(|(written, ..)| written == pay);
        if let Some(&(_, start, end)) = before {
            self.out.extend_from_within(start..end);
            return;
        }
        let start = self.out.len();
        let [p10, p25, p50, p75, p90] = pay.percentiles.amounts();
        self.write_six([p10, p25, p50, p75, p90, pay.mean], b",\"mean\":");
        self.written[self.next_written] = Some((*pay, start, self.out.len()));
        self.next_written = (self.next_written + 1) % self.written.len();
    }
}

/// Amounts that need not rise with the percentile, in the open object.
impl Json<'_> {
    /// Of each percentile, and of the mean.
    pub(crate) fn any_amounts(&mut self, amounts: [Dollars; 6]) {
        self.separate();
        self.place = Place::Next;
        self.write_six(amounts, b",\"mean\":");
    }

    /// Of each percentile, and at the mean.
    pub(crate) fn any_amounts_at_mean(&mut self, amounts: [Dollars; 6]) {
        self.separate();
        self.place = Place::Next;
        self.write_six(amounts, b",\"at_mean\":");
    }

    fn write_six<const N: usize>(&mut self, amounts: [Dollars; 6], last: &[u8; N]) {
        let [p10, p25, p50, p75, p90, mean] = amounts;
        let mut text = [0; 6 * 32];
        let mut end = append(&mut text, 0, b"\"p10\":", p10);
        end = append(&mut text, end, b",\"p25\":", p25);
        end = append(&mut text, end, b",\"p50\":", p50);
        end = append(&mut text, end, b",\"p75\":", p75);
        end = append(&mut text, end, b",\"p90\":", p90);
        end = append(&mut text, end, last, mean);
        self.out.extend_from_slice(&text[..end]);
    }
}

/// Keys with their values, in one line each.
impl Json<'_> {
    pub(crate) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.begin_object();
        write(self);
        self.end_object();
    }

    pub(crate) fn object_at(&mut self, key: &'static str, write: impl FnOnce(&mut Self)) {
        self.key(key);
        self.object(write);
    }

    pub(crate) fn array_at<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.values_at(key, |json| items.into_iter().for_each(|item| write(json, item)));
    }

    /// An array of the values that `write` adds.
    pub(crate) fn values_at(&mut self, key: &'static str, write: impl FnOnce(&mut Self)) {
        self.key(key);
        self.begin_array();
        write(self);
        self.end_array();
    }

    /// A value that does not exist, and the reason under the key after it.
    pub(crate) fn missing_at(&mut self, key: &str, reason_key: &'static str, reason: &str) {
        self.key(key);
        self.null();
        self.str_at(reason_key, reason);
    }

    pub(crate) fn text_at(&mut self, key: &'static str, text: &Text) {
        self.key(key);
        self.text(text);
    }

    /// A number, or null.
    pub(crate) fn figure_or_null_at(&mut self, key: &'static str, figure: Option<Figure>) {
        self.key(key);
        match figure {
            Some(figure) => self.figure(figure),
            None => self.null(),
        }
    }

    pub(crate) fn str_at(&mut self, key: &'static str, text: &str) {
        self.key(key);
        self.str(text);
    }

    pub(crate) fn plain_str_at(&mut self, key: &'static str, word: &str) {
        self.key(key);
        self.plain_str(word);
    }

    pub(crate) fn optional_plain_str_at(&mut self, key: &'static str, word: Option<&str>) {
        if let Some(word) = word {
            self.plain_str_at(key, word);
        }
    }

    pub(crate) fn optional_str_at(&mut self, key: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.str_at(key, text);
        }
    }

    pub(crate) fn figure_at(&mut self, key: &'static str, figure: Figure) {
        self.key(key);
        self.figure(figure);
    }

    pub(crate) fn bool_at(&mut self, key: &'static str, truth: bool) {
        self.key(key);
        self.raw(if truth { "true" } else { "false" });
    }

    pub(crate) fn number_at(&mut self, key: &'static str, number: f64) {
        self.figure_at(key, Figure::Number(number, 6));
    }

    pub(crate) fn count_at(&mut self, key: &'static str, count: u32) {
        self.figure_at(key, Figure::Count(u64::from(count)));
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

/// A text in quotes that has nothing to escape.
fn push_in_quotes(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

/// A text in quotes, escaped where JSON asks for it.
fn push_quoted(out: &mut Vec<u8>, text: &str) {
    let plain = text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
    if plain {
        push_in_quotes(out, text);
    } else {
        out.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes());
    }
}
