//! Reads the keys of one TOML table and keeps every problem, so that all are reported at once.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Problem, Quoted};
use super::range::{LARGEST, Literal, ValueRange};
use super::spelling::nearest;
use super::value::{decimal, found, whole};
use crate::quantity::Named;

/// The keys of one table: each is asked for by name and type; what was never asked for is unknown.
#[derive(Debug)]
pub(crate) struct Fields<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    asked: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'t> Fields<'t> {
    /// The keys of a table at `span` of its text.
    #[must_use]
    pub(crate) fn new(table: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { table, span, asked: Vec::new(), problems: Vec::new() }
    }

    /// The position of the table in its text.
    #[must_use]
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The position of the value of a key, or of the table when the key is not there.
    #[must_use]
    pub(crate) fn span_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.span(), Spanned::span)
    }

    /// Adds a problem found by the caller.
    pub(crate) fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Adds a problem of the table as a whole.
    pub(crate) fn problem_here(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::new(self.span(), message));
    }

    /// Adds a problem of the value of a key, or of the table as a whole when the key is not there.
    pub(crate) fn problem_at(&mut self, key: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(self.span_of(key), message));
    }

    /// Whether no problem was found so far. Only then is it sure that what is not among the things
    /// read was left out, and not refused.
    #[must_use]
    pub(crate) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Reports the unknown keys and returns every problem.
    #[must_use]
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.asked.contains(&name) {
                let allowed = self.asked.iter().map(|key| quoted(key)).collect::<Vec<_>>();
                let hint = nearest(name, self.asked.iter().copied()).map_or_else(
                    || format!("the keys here are {}", allowed.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                self.problems.push(
                    Problem::new(key.span(), format!("unknown key {}", Quoted(name)))
                        .with_hint(Some(hint)),
                );
            }
        }
        self.problems
    }

    /// The value of a key, if the key is there.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.get(key)
    }

    /// Whether a key is there.
    #[must_use]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn required(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.optional(key);
        if value.is_none() {
            self.problems.push(Problem::new(self.span(), format!("the key `{key}` is missing")));
        }
        value
    }

    fn wrong_type(&mut self, what: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let message = format!("{what} must be {expected}, not {}", found(value.get_ref()));
        self.problems.push(Problem::new(value.span(), message));
    }

    /// A text that must be there and must not be blank.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        self.required(key)?;
        self.optional_text(key)
    }

    /// A text that may be absent.
    pub(crate) fn optional_text(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        let value = self.optional(key)?;
        self.as_text(&quoted(key), value)
    }

    /// A text that must be there, owned.
    pub(crate) fn string(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| (*text.get_ref()).to_owned())
    }

    /// A text that may be absent, owned.
    pub(crate) fn optional_string(&mut self, key: &'static str) -> Option<String> {
        self.optional_text(key).map(|text| (*text.get_ref()).to_owned())
    }

    fn as_text(&mut self, what: &str, value: &'t Spanned<DeValue<'t>>) -> Option<Spanned<&'t str>> {
        match value.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                self.problems.push(Problem::new(value.span(), format!("{what} is empty")));
                None
            }
            Some(text) => Some(Spanned::new(value.span(), text)),
            None => {
                self.wrong_type(what, value, "a text");
                None
            }
        }
    }

    /// A list of texts, owned; an absent key is an empty list.
    pub(crate) fn strings(&mut self, key: &'static str) -> Vec<String> {
        self.texts(key).iter().map(|text| (*text.get_ref()).to_owned()).collect()
    }

    /// A list of texts, at least one; an absent key is an empty list.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<Spanned<&'t str>> {
        let Some(value) = self.optional(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(&quoted(key), value, "a list of texts");
            return Vec::new();
        };
        if list.is_empty() {
            self.problem_at(key, format!("`{key}` is empty"));
        }
        let what = format!("an item of `{key}`");
        list.iter().filter_map(|item| self.as_text(&what, item)).collect()
    }

    /// A number that must be there.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<f64> {
        self.required(key)?;
        self.optional_number(key)
    }

    /// A number that may be absent.
    pub(crate) fn optional_number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.optional(key)?;
        let number = decimal(value.get_ref());
        match number {
            None => self.wrong_type(&quoted(key), value, "a decimal number"),
            Some(number) if number.abs() > LARGEST => {
                let (most, number) = (Literal(LARGEST), Literal(number));
                self.problem_at(key, format!("`{key}` is `{number}`, beyond `{most}`"));
                return None;
            }
            Some(_) => {}
        }
        number
    }

    /// A number that must be there, made into a checked quantity.
    pub(crate) fn quantity<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        make: impl FnOnce(f64) -> Result<T, E>,
    ) -> Option<T> {
        self.required(key)?;
        self.optional_quantity(key, make)
    }

    /// A number that may be absent, made into a checked quantity.
    pub(crate) fn optional_quantity<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        make: impl FnOnce(f64) -> Result<T, E>,
    ) -> Option<T> {
        let number = self.optional_number(key)?;
        make(number)
            .map_err(|error| {
                self.problem_at(key, format!("`{key}` is `{}`: {error}", Literal(number)));
            })
            .ok()
    }

    /// The `range` of a table: two numbers, the lower first.
    pub(crate) fn range(&mut self) -> ValueRange {
        let Some(value) = self.required("range") else { return ValueRange::NONE };
        let numbers = value
            .get_ref()
            .as_array()
            .map(|list| list.iter().map(|number| decimal(number.get_ref())).collect::<Vec<_>>());
        match numbers.as_deref() {
            Some(&[Some(low), Some(high)]) if low < high && low.max(-low).max(high) > LARGEST => {
                let most = Literal(LARGEST);
                self.problem_at("range", format!("`range` cannot go beyond `-{most}` or `{most}`"));
                ValueRange::NONE
            }
            Some(&[Some(low), Some(high)]) if low < high => ValueRange { low, high },
            _ => {
                self.problem_at("range", "`range` must be two decimal numbers, the lower first");
                ValueRange::NONE
            }
        }
    }

    /// A whole number, 0 or more, that must be there.
    pub(crate) fn whole(&mut self, key: &'static str) -> Option<u32> {
        self.required(key)?;
        self.optional_whole(key)
    }

    /// A whole number, 0 or more, that may be absent.
    pub(crate) fn optional_whole(&mut self, key: &'static str) -> Option<u32> {
        let value = self.optional(key)?;
        let whole = whole(value.get_ref());
        if whole.is_none() {
            self.wrong_type(&quoted(key), value, "a whole number, 0 or more");
        }
        whole
    }

    /// A word from a fixed list that must be there.
    pub(crate) fn one_of<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        self.required(key)?;
        self.optional_one_of(key, words)
    }

    /// A word from a fixed list that may be absent.
    pub(crate) fn optional_one_of<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let text = self.optional_text(key)?;
        let found = words.iter().find(|(word, _)| word == text.get_ref());
        if found.is_none() {
            let allowed = words.iter().map(|(word, _)| quoted(word)).collect::<Vec<_>>().join(", ");
            let one_of = if words.len() > 1 { "one of " } else { "" };
            let message = format!("`{key}` is {}, not {one_of}{allowed}", Quoted(text.get_ref()));
            self.problems.push(Problem::new(text.span(), message));
        }
        found.map(|&(_, value)| value)
    }

    /// The name of a value that must be there.
    pub(crate) fn choice<T: Named>(&mut self, key: &'static str) -> Option<T> {
        self.one_of(key, T::NAMES)
    }

    /// A table below this one, read by `read`, if the key is there.
    pub(crate) fn optional_table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.optional(key)?;
        self.as_table(&quoted(key), value, read)
    }

    /// A table below this one that must be there, read by `read`.
    pub(crate) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        self.required(key)?;
        self.optional_table(key, read)
    }

    /// A list of tables below this one, each read by `read`; an absent key is an empty list.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'t>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.optional(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(&quoted(key), value, "a list of tables");
            return Vec::new();
        };
        let what = format!("an item of `{key}`");
        list.iter().filter_map(|item| self.as_table(&what, item, &mut read)).collect()
    }

    fn as_table<T>(
        &mut self,
        what: &str,
        value: &'t Spanned<DeValue<'t>>,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(what, value, "a table");
            return None;
        };
        let mut fields = Fields::new(table, value.span());
        let read = read(&mut fields);
        self.problems.extend(fields.finish());
        read
    }
}

fn quoted(key: &str) -> String {
    format!("`{key}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places and messages of what is wrong with a text.
    fn problems(text: &str, read: impl FnOnce(&mut Fields<'_>)) -> Vec<(String, String)> {
        let root = DeTable::parse(text).unwrap();
        let mut fields = Fields::new(root.get_ref(), 0..0);
        read(&mut fields);
        let shown = |problem: Problem| (text[problem.span].to_owned(), problem.message);
        fields.finish().into_iter().map(shown).collect()
    }

    #[test]
    fn every_problem_is_reported_with_its_place() {
        let wrong = problems("name = ''\nyear = -1\nnmae = 'a'\n", |fields| {
            fields.text("name");
            fields.whole("year");
            fields.number("pay");
        });
        let expected = [
            ("''", "`name` is empty"),
            ("-1", "`year` must be a whole number, 0 or more, not `-1`"),
            ("", "the key `pay` is missing"),
            ("nmae", "unknown key `nmae`"),
        ];
        let expected = expected.map(|(place, message)| (place.to_owned(), message.to_owned()));
        assert_eq!(wrong, expected);
    }

    #[test]
    fn a_wrong_range_is_reported_once_and_refuses_no_number() {
        let wrong = problems("range = [2, 1]\nn = 5", |fields| {
            let bounds = fields.range();
            assert!(fields.quantity("n", |number| bounds.number(number)).is_some());
        });
        assert_eq!(wrong.len(), 1, "{wrong:?}");
    }
}
