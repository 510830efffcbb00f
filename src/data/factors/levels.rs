use serde::{Deserialize, Serialize};

use crate::data::reading::{
    Citations, Evidence, Fields, Measure, Message, UniqueNames, ValueRange, find_named, is_among,
    not_known,
};
use crate::quantity::LogEffect;

/// One level of a factor, such as the specialty `auditing`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The name in profiles.
    pub id: String,
    /// The level in words, as it reads in a sentence.
    pub label: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Names of what has no figure of its own and is counted as this level.
    pub covers: Vec<String>,
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

    /// The level that a text names: by id, words or another name, in any case, whatever the spaces
    /// and punctuation.
    ///
    /// # Errors
    /// When no level has this name; with the nearest one. `what` says of what it is a level.
    pub fn find(&self, what: &str, typed: &str) -> Result<LevelIndex, Message> {
        // What programs send is the bare id; nothing then needs to be folded.
        if let Some((index, _)) = self.iter().find(|(_, level)| level.id == typed) {
            return Ok(index);
        }
        let names = self.iter().flat_map(|(index, level)| level.names().map(move |n| (index, n)));
        find_named(names, typed).map(|(index, _)| index).map_err(|near| {
            let near = near.map(|(index, _)| self.get(index).id.as_str());
            not_known(what, typed, near, self.0.iter().map(|level| level.id.as_str()))
        })
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
    /// Whether a name is of something that is only counted as this level.
    #[must_use]
    pub fn is_stand_in_for(&self, typed: &str) -> bool {
        is_among(&self.covers, typed)
    }

    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        let others = self.aliases.iter().chain(&self.covers);
        [&self.id, &self.label].into_iter().chain(others).map(String::as_str)
    }
}

fn read_level(row: &mut Fields<'_>, sources: &Citations, bounds: ValueRange) -> Option<Level> {
    let (id, label) = (row.string("level"), row.string("label"));
    let (aliases, covers) = (row.strings("aliases"), row.strings("covers"));
    let measured = Measure::read(row, bounds);
    let evidence = Evidence::read(row, sources);
    let (measure, effect) = measured?;
    Some(Level { id: id?, label: label?, aliases, covers, measure, effect, evidence: evidence? })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_level_is_found_by_id_words_or_another_name_however_it_is_spelled() {
        let specialties = crate::built_in().specialties;
        for (typed, id) in [
            ("outpatient", "outpatient"),
            ("Out-patient", "outpatient"),
            ("OUTPATIENT CODING", "outpatient"),
            ("hcc", "risk-adjustment"),
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
            ("hcs", "did you mean `risk-adjustment`?"),
            ("7", "the known ones are general-coding, billing, "),
        ] {
            let unknown = specialties.find("specialty", typed).unwrap_err();
            assert_eq!(unknown.text, format!("no specialty is called `{typed}`"));
            assert!(unknown.hint.unwrap_or_default().starts_with(hint), "{typed}");
        }
    }
}
