use serde::{Deserialize, Serialize};

use crate::data::reading::{
    Bounds, Citations, Evidence, Fields, Measure, Quoted, Taken, Unknown, folded, nearest,
    nearest_or_all,
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
    pub fn iter(&self) -> impl Iterator<Item = (LevelIndex, &Level)> {
        (0..).map(LevelIndex).zip(&self.0)
    }

    /// The level that a text names: by id, words or another name, in any case, whatever the spaces
    /// and punctuation.
    ///
    /// # Errors
    /// When no level has this name; with the nearest one. `what` says of what it is a level.
    pub fn find(&self, what: &str, typed: &str) -> Result<LevelIndex, Unknown> {
        // What programs send is the bare id; nothing then needs to be folded.
        if let Some((index, _)) = self.iter().find(|(_, level)| level.id == typed) {
            return Ok(index);
        }
        let wanted = folded(typed);
        if wanted.is_empty() {
            let message = format!("the name of the {what} is empty");
            return Err(Unknown { message, hint: None });
        }
        let is_meant = |level: &Level| level.names().any(|name| folded(name) == wanted);
        let found = self.iter().find(|(_, level)| is_meant(level));
        found.map(|(index, _)| index).ok_or_else(|| {
            let near = nearest(typed, self.0.iter().flat_map(Level::names));
            let meant = near.and_then(|near| {
                self.0.iter().find(|level| level.names().any(|name| name == near))
            });
            let ids = self.0.iter().map(|level| level.id.as_str());
            let hint = nearest_or_all(meant.map(|level| level.id.as_str()), ids);
            Unknown { message: format!("no {what} is called {}", Quoted(typed)), hint: Some(hint) }
        })
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        table.optional_whole("dollars_of");
        let bounds = table.range();
        let mut levels: Vec<Level> = Vec::new();
        let mut taken = Taken::default();
        table.tables("rows", |row| {
            let level = read_level(row, sources, bounds)?;
            if let Some(name) = taken.take(level.names()) {
                row.problem_at("level", format!("the name {} is stated twice", Quoted(name)));
                return None;
            }
            levels.push(level);
            Some(())
        });
        if levels.is_empty() && table.is_sound() {
            table.problem_here("there is no row");
        }
        Self(levels)
    }
}

impl Level {
    fn names(&self) -> impl Iterator<Item = &str> {
        [&self.id, &self.label].into_iter().chain(&self.aliases).map(String::as_str)
    }
}

fn read_level(row: &mut Fields<'_>, sources: &Citations, bounds: Bounds) -> Option<Level> {
    let id = row.owned_text("level");
    let label = row.owned_text("label");
    let aliases = row.owned_texts("aliases");
    let measure = Measure::read(row, bounds);
    let evidence = Evidence::read(row, sources);
    let (measure, effect) = measure?;
    Some(Level { id: id?, label: label?, aliases, measure, effect, evidence: evidence? })
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
    fn a_level_that_is_not_found_is_told_with_the_nearest_or_all() {
        let specialties = crate::built_in().specialties;
        for (typed, hint) in [
            ("outpatint", "did you mean `outpatient`?"),
            ("hcs", "did you mean `risk-adjustment`?"),
            ("7", "the known ones are general-coding, billing, "),
        ] {
            let unknown = specialties.find("specialty", typed).unwrap_err();
            assert_eq!(unknown.message, format!("no specialty is called `{typed}`"));
            assert!(unknown.hint.unwrap_or_default().starts_with(hint), "{typed}");
        }
    }
}
