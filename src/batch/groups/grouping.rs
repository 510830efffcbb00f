use std::collections::BTreeMap;

use super::sketch::Sketch;
use crate::profile::Key;
use crate::render::RecordValues;
use crate::report::{Pieces, Record};

/// What a stream is grouped by, and what is summed up of each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupBy {
    /// The facts, as they were understood.
    pub facts: Vec<Key>,
    /// The number of profiles, or the path of a value.
    pub sums: Vec<Sum>,
}

/// What is summed up of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sum {
    /// How many profiles were answered.
    Count,
    /// The values at a path: of numbers what is typical, of words how often each occurs.
    Value(String),
}

/// The groups of a stream, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    pub(super) by: GroupBy,
    /// In the order of their facts.
    pub(super) all: BTreeMap<Vec<Fact>, Group>,
    /// The profiles of groups beyond the most that are kept apart.
    pub(super) beyond: Group,
}

/// A fact of a group, numbers in their order; nothing where it is not stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Unstated,
    Number(u64, String),
    Word(String),
}

/// The profiles of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) count: u64,
    pub(super) values: Vec<Values>,
}

/// The values at one path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) numbers: Sketch,
    pub(super) words: BTreeMap<String, u64>,
}

impl Groups {
    /// More groups than this are summed up together.
    const MAX_GROUPS: usize = 1_000;

    /// More words than this at a path are counted as `…`.
    const MAX_WORDS: usize = 100;

    pub(in crate::batch) fn new(by: GroupBy) -> Self {
        Self { by, all: BTreeMap::new(), beyond: Group::default() }
    }

    /// Adds an answer.
    pub(in crate::batch) fn add(&mut self, record: &Record<'_>, pieces: &mut Pieces) {
        let values = RecordValues::new(record, pieces);
        let fact = |key: &Key| Fact::of(values.at(&format!("profile.{}", key.name())).as_deref());
        let facts: Vec<Fact> = self.by.facts.iter().map(fact).collect();
        let group = Group {
            count: 1,
            values: self.by.paths().map(|path| Values::of(values.at(path).as_deref())).collect(),
        };
        self.add_group(facts, &group);
    }

    /// Adds the groups of another part.
    pub(in crate::batch) fn merge(&mut self, other: &Self) {
        other.all.iter().for_each(|(facts, group)| self.add_group(facts.clone(), group));
        self.beyond.add(&other.beyond);
    }

    fn add_group(&mut self, facts: Vec<Fact>, group: &Group) {
        if self.all.len() < Self::MAX_GROUPS || self.all.contains_key(&facts) {
            self.all.entry(facts).or_default().add(group);
        } else {
            self.beyond.add(group);
        }
    }
}

impl GroupBy {
    /// The paths of the values.
    pub(in crate::batch) fn paths(&self) -> impl Iterator<Item = &str> {
        self.sums.iter().filter_map(|sum| match sum {
            Sum::Count => None,
            Sum::Value(path) => Some(path.as_str()),
        })
    }
}

impl Fact {
    fn of(text: Option<&str>) -> Self {
        match text {
            None => Self::Unstated,
            Some(text) => {
                let text = text.trim_end().to_owned();
                match text.parse::<f64>() {
                    Ok(number) if number >= 0.0 => Self::Number(number.to_bits(), text),
                    _ => Self::Word(text),
                }
            }
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Unstated => None,
            Self::Number(_, text) | Self::Word(text) => Some(text),
        }
    }
}

impl Group {
    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.values.resize_with(self.values.len().max(other.values.len()), Values::default);
        for (values, more) in self.values.iter_mut().zip(&other.values) {
            values.numbers.merge(&more.numbers);
            more.words.iter().for_each(|(word, count)| values.add_word(word, *count));
        }
    }
}

impl Values {
    fn of(text: Option<&str>) -> Self {
        let mut values = Self::default();
        if let Some(text) = text {
            match text.trim_end().parse::<f64>() {
                Ok(number) if number.is_finite() => values.numbers.add(number),
                _ => values.add_word(text.trim_end(), 1),
            }
        }
        values
    }

    fn add_word(&mut self, word: &str, count: u64) {
        let is_apart = self.words.contains_key(word) || self.words.len() < Groups::MAX_WORDS;
        *self.words.entry(if is_apart { word } else { "…" }.to_owned()).or_default() += count;
    }
}
