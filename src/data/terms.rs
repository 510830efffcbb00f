use serde::{Deserialize, Serialize};

use super::reading::{Fields, Message, Quoted, UniqueNames, find_named, nearest_or_all, record};

/// The words that answers use, each explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms(Vec<Term>);

/// One word and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The name by which it is asked for.
    pub id: String,
    /// The name as a heading.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// What it means, in a few plain sentences.
    pub text: String,
}

impl Terms {
    /// Every term in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Term> {
        self.0.iter()
    }

    /// The term that a text names.
    ///
    /// # Errors
    /// When no term has this name; with the nearest one.
    pub fn find(&self, typed: &str) -> Result<&Term, Message> {
        let names = self.0.iter().flat_map(|term| term.names().map(move |name| (term, name)));
        find_named(names, typed).map(|(term, _)| term).map_err(|near| {
            let hint = nearest_or_all(
                near.map(|(_, name)| name),
                self.0.iter().map(|term| term.id.as_str()),
            );
            Message::new(format!("no term is called {}", Quoted(typed))).with_hint(hint)
        })
    }

    pub(super) fn read(table: &mut Fields<'_>) -> Self {
        let mut taken = UniqueNames::default();
        Self(table.tables("term", |row| {
            let term = record!(Term {
                id: row.string("id"),
                name: row.string("name"),
                aliases: Some(row.strings("aliases")),
                text: row
                    .string("text")
                    .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
            })?;
            row.register("id", term.names(), &mut taken)?;
            Some(term)
        }))
    }
}

impl Term {
    /// Every name by which it is asked for.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        [&self.id, &self.name].into_iter().chain(&self.aliases).map(String::as_str)
    }
}
