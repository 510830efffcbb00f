//! The writer of the JSON contract.

use super::pieces::{Piece, Pieces};
use crate::quantity::{Dollars, Pay};
use crate::report::document::{
    Figure, MOST_DIGITS, Text, prose, push_bare, whole, write_cents, write_whole,
};

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
    /// What was written of other answers from the same tables.
    pieces: Option<&'o mut Pieces>,
}

impl<'o> Json<'o> {
    /// Appends to `out`.
    pub const fn new(out: &'o mut Vec<u8>) -> Self {
        let (written, next_written) = ([None; 4], 0);
        Self { out, depth: 0, place: Place::First, written, next_written, pieces: None }
    }

    /// Appends to `out`, with pieces that answers from the same tables have in common.
    pub fn with_pieces(out: &'o mut Vec<u8>, pieces: &'o mut Pieces) -> Self {
        Self { pieces: Some(pieces), ..Self::new(out) }
    }

    /// Keys with values that depend on nothing but what a piece is of, where that has a number: copied
    /// where they were written before.
    pub(crate) fn piece(&mut self, piece: Piece, of: Option<usize>, write: impl FnOnce(&mut Self)) {
        let (Some(pieces), Some(of)) = (self.pieces.as_deref(), of) else { return write(self) };
        if let Some(text) = pieces.text(piece, of) {
            if self.place == Place::Next {
                self.out.push(b',');
            }
            self.out.extend_from_slice(text);
            self.place = Place::Next;
            return;
        }
        let start = self.out.len() + usize::from(self.place == Place::Next);
        write(self);
        if let (Some(pieces), Some(text)) = (&mut self.pieces, self.out.get(start..)) {
            pieces.keep(piece, of, text);
        }
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
        self.six(six(pay), b",\"mean\":", write_dollars);
        self.written[self.next_written] = Some((*pay, start, self.out.len()));
        self.next_written = (self.next_written + 1) % self.written.len();
    }

    /// As [`amounts`](Self::amounts), of dollars an hour, with cents.
    pub(crate) fn rates(&mut self, rates: &Pay) {
        self.separate();
        self.place = Place::Next;
        self.six(six(rates), b",\"mean\":", |text, at, amount| write_cents(text, at, amount.get()));
    }

    /// Amounts that need not rise with the percentile, in the open object: of each percentile, and of
    /// the mean.
    pub(crate) fn any_amounts(&mut self, amounts: [Dollars; 6]) {
        self.separate();
        self.place = Place::Next;
        self.six(amounts, b",\"mean\":", write_dollars);
    }

    /// Of each percentile, and at the mean.
    pub(crate) fn any_amounts_at_mean(&mut self, amounts: [Dollars; 6]) {
        self.separate();
        self.place = Place::Next;
        self.six(amounts, b",\"at_mean\":", write_dollars);
    }

    /// Six amounts with their keys, of which the last is given; `write` writes an amount from a place on.
    fn six<const N: usize>(
        &mut self,
        amounts: [Dollars; 6],
        last: &[u8; N],
        write: impl Fn(&mut [u8], usize, Dollars) -> usize,
    ) {
        let [p10, p25, p50, p75, p90, mean] = amounts;
        let mut text = [0; 6 * (12 + MOST_DIGITS + 8)];
        let mut end = append(&mut text, 0, b"\"p10\":");
        end = write(&mut text, end, p10);
        end = append(&mut text, end, b",\"p25\":");
        end = write(&mut text, end, p25);
        end = append(&mut text, end, b",\"p50\":");
        end = write(&mut text, end, p50);
        end = append(&mut text, end, b",\"p75\":");
        end = write(&mut text, end, p75);
        end = append(&mut text, end, b",\"p90\":");
        end = write(&mut text, end, p90);
        end = append(&mut text, end, last);
        end = write(&mut text, end, mean);
        self.out.extend_from_slice(&text[..end]);
    }
}

/// The amounts in the order they are written in.
fn six(pay: &Pay) -> [Dollars; 6] {
    let [p10, p25, p50, p75, p90] = pay.percentiles.amounts();
    [p10, p25, p50, p75, p90, pay.mean]
}

/// Writes whole dollars from a place on.
fn write_dollars(text: &mut [u8], at: usize, amount: Dollars) -> usize {
    write_whole(text, at, whole(amount.get()))
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

/// Writes a key into a text from `at` on; gives where it ends. A key of a known length is copied without
/// a call.
fn append<const N: usize>(text: &mut [u8], at: usize, key: &[u8; N]) -> usize {
    text[at..at + N].copy_from_slice(key);
    at + N
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
