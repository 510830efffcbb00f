use serde::{Deserialize, Serialize};

use super::reading::{Fields, Quoted, Taken, Unknown, folded, nearest, nearest_or_all};

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
    pub fn find(&self, typed: &str) -> Result<&Term, Unknown> {
        let wanted = folded(typed);
        let found = self
            .0
            .iter()
            .find(|term| !wanted.is_empty() && term.names().any(|name| folded(name) == wanted));
        found.ok_or_else(|| {
            let near = nearest(typed, self.0.iter().flat_map(Term::names));
            let hint = nearest_or_all(near, self.0.iter().map(|term| term.id.as_str()));
            Unknown { message: format!("no term is called {}", Quoted(typed)), hint: Some(hint) }
        })
    }

    pub(super) fn read(table: &mut Fields<'_>) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        let mut taken = Taken::default();
        table.tables("term", |row| {
            let id = row.owned_text("id");
            let name = row.owned_text("name");
            let aliases = row.owned_texts("aliases");
            let text = row.owned_text("text");
            let term = Term {
                id: id?,
                name: name?,
                aliases,
                text: text?.split_whitespace().collect::<Vec<_>>().join(" "),
            };
            if let Some(name) = taken.take(term.names()) {
                row.problem_at("id", format!("the name {} is stated twice", Quoted(name)));
                return None;
            }
            terms.push(term);
            Some(())
        });
        Self(terms)
    }
}

impl Term {
    fn names(&self) -> impl Iterator<Item = &str> {
        [&self.id, &self.name].into_iter().chain(&self.aliases).map(String::as_str)
    }
}
