//! Reads the keys of one TOML table and keeps every problem, so that all are told at once.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::bounds::Bounds;
use super::problem::{Problem, Quoted, nearest};

/// The keys of one table: each is asked for by name and type; what was never asked for is unknown.
#[derive(Debug)]
pub struct Fields<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    asked: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'t> Fields<'t> {
    /// The keys of a table that stands at `span` in its text.
    #[must_use]
    pub fn new(table: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { table, span, asked: Vec::new(), problems: Vec::new() }
    }

    /// Where the table stands in its text.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Adds a problem found by the caller.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Adds a problem of the table as a whole.
    pub fn problem_here(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::new(self.span(), message));
    }

    /// Tells the unknown keys and returns every problem.
    #[must_use]
    pub fn finish(mut self) -> Vec<Problem> {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.asked.contains(&name) {
                let allowed = self.asked.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>();
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
    pub fn optional(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.get(key)
    }

    /// Whether a key is there.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn required(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.optional(key);
        if value.is_none() {
            self.problems.push(Problem::new(self.span(), format!("the key `{key}` is missing")));
        }
        value
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = value.get_ref().type_str();
        self.problems.push(Problem::new(
            value.span(),
            format!("`{key}` must be {expected}, not {}", with_article(found)),
        ));
    }

    /// A text that must be there and must not be blank.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        let value = self.required(key)?;
        self.as_text(key, value)
    }

    /// A text that may be absent.
    pub fn optional_text(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        let value = self.optional(key)?;
        self.as_text(key, value)
    }

    /// A text that must be there, owned.
    pub fn owned_text(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| (*text.get_ref()).to_owned())
    }

    /// A text that may be absent, owned.
    pub fn optional_owned_text(&mut self, key: &'static str) -> Option<String> {
        self.optional_text(key).map(|text| (*text.get_ref()).to_owned())
    }

    fn as_text(&mut self, key: &str, value: &'t Spanned<DeValue<'t>>) -> Option<Spanned<&'t str>> {
        match value.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                self.problems.push(Problem::new(value.span(), format!("`{key}` is empty")));
                None
            }
            Some(text) => Some(Spanned::new(value.span(), text)),
            None => {
                self.wrong_type(key, value, "a text");
                None
            }
        }
    }

    /// A list of texts, owned; an absent key is an empty list.
    pub fn owned_texts(&mut self, key: &'static str) -> Vec<String> {
        self.texts(key).iter().map(|text| (*text.get_ref()).to_owned()).collect()
    }

    /// A list of texts; an absent key is an empty list.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<&'t str>> {
        let Some(value) = self.optional(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts");
            return Vec::new();
        };
        list.iter().filter_map(|item| self.as_text(key, item)).collect()
    }

    /// A number that must be there.
    pub fn number(&mut self, key: &'static str) -> Option<Spanned<f64>> {
        let value = self.required(key)?;
        self.as_number(key, value)
    }

    /// A number that may be absent.
    pub fn optional_number(&mut self, key: &'static str) -> Option<Spanned<f64>> {
        let value = self.optional(key)?;
        self.as_number(key, value)
    }

    /// A number that must be there, made into a checked quantity.
    pub fn quantity<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        make: impl FnOnce(f64) -> Result<T, E>,
    ) -> Option<T> {
        let number = self.number(key)?;
        self.made(key, &number, make)
    }

    /// A number that may be absent, made into a checked quantity.
    pub fn optional_quantity<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        make: impl FnOnce(f64) -> Result<T, E>,
    ) -> Option<T> {
        let number = self.optional_number(key)?;
        self.made(key, &number, make)
    }

    fn made<T, E: std::fmt::Display>(
        &mut self,
        key: &str,
        number: &Spanned<f64>,
        make: impl FnOnce(f64) -> Result<T, E>,
    ) -> Option<T> {
        match make(*number.get_ref()) {
            Ok(quantity) => Some(quantity),
            Err(error) => {
                let message = format!("`{key}` is {}: {error}", number.get_ref());
                self.problems.push(Problem::new(number.span(), message));
                None
            }
        }
    }

    fn as_number(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<f64>> {
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) if f64::is_finite(number) => Some(Spanned::new(value.span(), number)),
            _ => {
                self.wrong_type(key, value, "a decimal number");
                None
            }
        }
    }

    /// The `range` of a table: two numbers, the lower first.
    pub(super) fn range(&mut self) -> Option<Bounds> {
        let value = self.required("range")?;
        let numbers: Option<Vec<f64>> = value.get_ref().as_array().map(|list| {
            list.iter().filter_map(|n| self.as_number("range", n)).map(|n| *n.get_ref()).collect()
        });
        match numbers.as_deref() {
            Some(&[low, high]) if low < high => Some(Bounds { low, high }),
            _ => {
                let message = "`range` must be two numbers, the lower first";
                self.problems.push(Problem::new(value.span(), message));
                None
            }
        }
    }

    /// A whole number, 0 or more, that must be there.
    pub fn whole(&mut self, key: &'static str) -> Option<Spanned<u32>> {
        let value = self.required(key)?;
        self.as_whole(key, value)
    }

    /// A whole number, 0 or more, that may be absent.
    pub fn optional_whole(&mut self, key: &'static str) -> Option<Spanned<u32>> {
        let value = self.optional(key)?;
        self.as_whole(key, value)
    }

    fn as_whole(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<u32>> {
        let whole = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
            _ => None,
        };
        if whole.is_none() {
            self.wrong_type(key, value, "a whole number, 0 or more");
        }
        Some(Spanned::new(value.span(), whole?))
    }

    /// A word from a fixed list that must be there.
    pub fn one_of<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.word(key, &text, words)
    }

    /// A word from a fixed list that may be absent.
    pub fn optional_one_of<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let text = self.optional_text(key)?;
        self.word(key, &text, words)
    }

    fn word<T: Copy>(&mut self, key: &str, text: &Spanned<&str>, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| word == text.get_ref());
        if found.is_none() {
            let allowed = words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>();
            self.problems.push(Problem::new(
                text.span(),
                format!("`{key}` is {}, not one of {}", Quoted(text.get_ref()), allowed.join(", ")),
            ));
        }
        found.map(|&(_, value)| value)
    }

    /// A table below this one, read by `read`, if the key is there.
    pub fn optional_table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.optional(key)?;
        self.as_table(key, value, read)
    }

    /// A table below this one that must be there, read by `read`.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.required(key)?;
        self.as_table(key, value, read)
    }

    /// A list of tables below this one, each read by `read`; an absent key is an empty list.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'t>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.optional(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of tables");
            return Vec::new();
        };
        list.iter().filter_map(|item| self.as_table(key, item, &mut read)).collect()
    }

    fn as_table<T>(
        &mut self,
        key: &str,
        value: &'t Spanned<DeValue<'t>>,
        read: impl FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return None;
        };
        let mut fields = Fields::new(table, value.span());
        let read = read(&mut fields);
        self.problems.extend(fields.finish());
        read
    }
}

fn with_article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}
