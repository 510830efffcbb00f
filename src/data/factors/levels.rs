use serde::{Deserialize, Serialize};

use crate::data::reading::{
    Citations, Evidence, Fields, Measure, Message, UniqueNames, ValueRange, find_named, not_known,
};
use crate::quantity::LogEffect;

/// One level of a factor, such as the specialty `auditing`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The name in profiles.
    pub id: String,
    /// The level in words, as it reads in a sentence.
    pub label: String,
    /// The numbers behind the effect.
    pub measure: Measure,
    /// The effect on the log scale.
    pub effect: LogEffect,
    /// How the numbers came to be.
    pub evidence: Evidence,
}

/// The place of a level in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LevelIndex(u16);

/// The levels of one factor: specialties, settings or schooling.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelTable(Vec<Level>);

impl LevelTable {
    /// A level.
    ///
    /// # Panics
    /// When the index comes from another table.
    #[must_use]
    pub fn get(&self, index: LevelIndex) -> &Level {
        &self.0[usize::from(index.0)]
    }

    /// Every level with its index, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (LevelIndex, &Level)> + Clone {
        (0..).map(LevelIndex).zip(&self.0)
    }

    /// The level that a text names: by id or words, in any case, whatever the spaces and punctuation.
    ///
    /// # Errors
    /// When no level has this name; with the nearest one. `what` says of what it is a level.
    pub fn find(&self, what: &str, typed: &str) -> Result<LevelIndex, Message> {
        find_named(self.names(), typed).map(|(index, _)| index).map_err(|near| {
            let near = near.map(|(index, _)| self.get(index).id.as_str());
            not_known(what, typed, near, self.0.iter().map(|level| level.id.as_str()))
        })
    }

    /// Every level with its id, then with its words, in the order of the table.
    pub fn names(&self) -> impl Iterator<Item = (LevelIndex, &str)> + Clone {
        self.iter().flat_map(|(index, level)| level.names().map(move |name| (index, name)))
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        table.optional_whole("dollars_of");
        let bounds = table.range();
        let mut taken = UniqueNames::default();
        let levels = table.tables("rows", |row| {
            let level = read_level(row, sources, bounds)?;
            row.register("level", level.names(), &mut taken)?;
            Some(level)
        });
        if levels.is_empty() && table.is_sound() {
            table.problem_here("there is no row");
        }
        Self(levels)
    }
}

impl Level {
    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        [&self.id, &self.label].into_iter().map(String::as_str)
    }
}

fn read_level(row: &mut Fields<'_>, sources: &Citations, bounds: ValueRange) -> Option<Level> {
    let (id, label) = (row.string("level"), row.string("label"));
    let measured = Measure::read(row, bounds);
    let evidence = Evidence::read(row, sources);
    let (measure, effect) = measured?;
    Some(Level { id: id?, label: label?, measure, effect, evidence: evidence? })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_level_is_found_by_id_or_words_however_it_is_spelled() {
        let specialties = crate::built_in().specialties;
        for (typed, id) in [
            ("outpatient", "outpatient"),
            ("Out-patient", "outpatient"),
            ("OUTPATIENT CODING", "outpatient"),
        ] {
            let found = specialties.find("specialty", typed).unwrap();
            assert_eq!(specialties.get(found).id, id, "{typed}");
        }
    }

    #[test]
    fn a_level_that_is_not_found_gets_the_nearest_or_all_as_a_hint() {
        let specialties = crate::built_in().specialties;
        for (typed, hint) in [
            ("outpatint", "did you mean `outpatient`?"),
            ("7", "the known ones are general-coding, billing, "),
        ] {
            let unknown = specialties.find("specialty", typed).unwrap_err();
            assert_eq!(unknown.text, format!("no specialty is called `{typed}`"));
            assert!(unknown.hint.unwrap_or_default().starts_with(hint), "{typed}");
        }
    }
}
