use crate::quantity::{Pay, Percentile};
use crate::report::document::{Figure, Text};

/// Where an answer is told, value by value in the order of its contract; `render` has one sink a
/// format, so that no format can say another number than the next.
pub trait Sink {
    /// Begins a record: keys and values follow.
    fn open_record(&mut self);
    /// Ends a record.
    fn close_record(&mut self);
    /// Begins a list: values follow.
    fn open_list(&mut self);
    /// Ends a list.
    fn close_list(&mut self);
    /// The key of the next value: a plain word, without anything to escape.
    fn key(&mut self, key: &str);
    /// A number.
    fn figure(&mut self, figure: Figure);
    /// Words.
    fn text(&mut self, text: &str);
    /// A word without anything to escape.
    fn word(&mut self, word: &str) {
        self.text(word);
    }
    /// Words with figures in them.
    fn prose(&mut self, text: &Text);
    /// A value that does not exist.
    fn nothing(&mut self);
    /// A JSON value to be told as it stands.
    fn verbatim(&mut self, json: &str);

    /// The keys and figures of a pay, in the open record. A stream is mostly these, so a sink may
    /// have a quicker way to say the same.
    fn amounts(&mut self, pay: &Pay) {
        tell_amounts(self, pay);
    }
}

/// Tells the keys and figures of a pay one by one.
pub fn tell_amounts(sink: &mut (impl Sink + ?Sized), pay: &Pay) {
    for percentile in Percentile::ALL {
        sink.key(percentile.name());
        sink.figure(Figure::Dollars(pay.percentiles.at(percentile)));
    }
    sink.key("mean");
    sink.figure(Figure::Dollars(pay.mean));
}

/// Something that can be told to a sink.
pub trait Shape {
    /// Tells every value in order, as one record.
    fn tell(&self, sink: &mut impl Sink);

    /// Tells the records that the answer is a list of, one after the other, for formats that have
    /// a line a record; an answer that is no list is one record.
    fn tell_records(&self, sink: &mut impl Sink) {
        self.tell(sink);
    }
}

/// Keys with their values, for shapes to write in one line each.
pub(crate) trait Keyed: Sink {
    fn record(&mut self, tell: impl FnOnce(&mut Self)) {
        self.open_record();
        tell(self);
        self.close_record();
    }

    fn record_at(&mut self, key: &'static str, tell: impl FnOnce(&mut Self)) {
        self.key(key);
        self.record(tell);
    }

    fn list_at<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut tell: impl FnMut(&mut Self, T),
    ) {
        self.key(key);
        self.open_list();
        for item in items {
            tell(self, item);
        }
        self.close_list();
    }

    fn text_at(&mut self, key: &'static str, text: &str) {
        self.key(key);
        self.text(text);
    }

    fn word_at(&mut self, key: &'static str, word: &str) {
        self.key(key);
        self.word(word);
    }

    fn optional_word_at(&mut self, key: &'static str, word: Option<&str>) {
        if let Some(word) = word {
            self.word_at(key, word);
        }
    }

    fn optional_text_at(&mut self, key: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text_at(key, text);
        }
    }

    fn figure_at(&mut self, key: &'static str, figure: Figure) {
        self.key(key);
        self.figure(figure);
    }

    fn truth_at(&mut self, key: &'static str, truth: bool) {
        self.key(key);
        self.verbatim(if truth { "true" } else { "false" });
    }

    fn number_at(&mut self, key: &'static str, number: f64) {
        self.figure_at(key, Figure::Number(number, 6));
    }

    fn count_at(&mut self, key: &'static str, count: u32) {
        self.figure_at(key, Figure::Count(u64::from(count)));
    }
}

impl<S: Sink + ?Sized> Keyed for S {}
