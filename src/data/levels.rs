use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, Measure};
use super::fields::Fields;
use super::problem::{Quoted, Unknown, folded, nearest};
use super::sources::{SourceIndex, Sources};
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
        let wanted = folded(typed);
        let names = |level: &Level| {
            [&level.id, &level.label]
                .into_iter()
                .chain(&level.aliases)
                .any(|name| folded(name) == wanted)
        };
        let found = self.iter().find(|(_, level)| !wanted.is_empty() && names(level));
        found.map(|(index, _)| index).ok_or_else(|| {
            let ids = || self.0.iter().map(|level| level.id.as_str());
            let names = self.0.iter().flat_map(|level| {
                [&level.id, &level.label].into_iter().chain(&level.aliases).map(|n| (n, &level.id))
            });
            let near = nearest(typed, names.clone().map(|(name, _)| name.as_str()))
                .and_then(|near| names.clone().find(|(name, _)| *name == near));
            let hint = match near {
                Some((_, id)) => format!("did you mean `{id}`?"),
                None => format!("the known ones are {}", ids().collect::<Vec<_>>().join(", ")),
            };
            Unknown { message: format!("no {what} is called {}", Quoted(typed)), hint: Some(hint) }
        })
    }

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        self.0.iter().flat_map(|level| level.evidence.sources.iter().copied())
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources) -> Option<Self> {
        table.optional_whole("dollars_of");
        let bounds = table.range();
        let mut levels: Vec<Level> = Vec::new();
        table.tables("rows", |row| {
            let level = read_level(row, sources)?;
            let taken = |name: &str| {
                levels.iter().any(|other| {
                    other.id == name || other.aliases.iter().any(|alias| alias == name)
                })
            };
            let twice =
                std::iter::once(&level.id).chain(&level.aliases).find(|name| taken(name)).cloned();
            if let Some(name) = twice {
                row.problem_here(format!("the name {} is stated twice", Quoted(&name)));
                return None;
            }
            if let (Measure::PayOverReference { pay, reference, .. }, Some(bounds)) =
                (level.measure, bounds)
                && let Some(error) =
                    [pay, reference].iter().find_map(|amount| bounds.number(amount.get()).err())
            {
                row.problem_here(format!("an amount of this row is out of range: {error}"));
                return None;
            }
            levels.push(level);
            Some(())
        });
        Some(Self(levels))
    }
}

fn read_level(row: &mut Fields<'_>, sources: &Sources) -> Option<Level> {
    let id = row.owned_text("level");
    let label = row.owned_text("label");
    let aliases = row.owned_texts("aliases");
    let measure = Measure::read(row);
    let evidence = Evidence::read(row, sources);
    let measure = measure?;
    let effect = measure.effect()?;
    Some(Level { id: id?, label: label?, aliases, measure, effect, evidence: evidence? })
}
