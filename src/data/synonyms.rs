//! What people say for the names that facts know.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reading::{Citations, Fields, FoldedIndex, SourceIndex, UniqueNames, folded};

/// The words of people for the names of facts, in the order of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Synonyms {
    rows: Vec<Synonym>,
    /// Words at the end of a text that add nothing to it.
    fillers: Vec<String>,
    #[serde(skip)]
    by_word: FoldedIndex,
}

/// Words that mean the same name of a fact, or none of its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Synonym {
    /// The fact.
    pub fact: String,
    /// What people say.
    pub words: Vec<String>,
    /// The name, or else what to do without one.
    pub means: Result<String, String>,
    /// What to say of it, where the name is not quite the same; the text that was typed precedes it.
    pub says: Option<String>,
    /// Where a row that says something comes from.
    pub sources: Vec<SourceIndex>,
}

impl Synonyms {
    /// What a text means as a fact, in any case, whatever the spaces and punctuation.
    #[must_use]
    pub fn find(&self, fact: &str, typed: &str) -> Option<&Synonym> {
        let whole = typed.trim().to_lowercase();
        let bare =
            ["a ", "an ", "the "].into_iter().find_map(|article| whole.strip_prefix(article));
        let bare = bare.unwrap_or(&whole).trim();
        let shorter = || {
            let (before, last) = bare.rsplit_once([' ', '-', '_'])?;
            self.fillers.iter().any(|filler| filler == last).then_some(before)
        };
        self.said(fact, &whole)
            .or_else(|| self.said(fact, bare))
            .or_else(|| self.said(fact, shorter()?))
    }

    /// The rows of a fact.
    pub fn of<'t>(&'t self, fact: &'t str) -> impl Iterator<Item = &'t Synonym> + Clone {
        self.rows.iter().filter(move |row| row.fact == fact)
    }

    /// Every row in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Synonym> {
        self.rows.iter()
    }

    fn said(&self, fact: &str, text: &str) -> Option<&Synonym> {
        let words = || {
            let rows = self.rows.iter().enumerate();
            rows.flat_map(|(at, row)| row.words.iter().map(move |word| (word.as_str(), at)))
        };
        let rows = self.by_word.rows(&folded(text), words).iter();
        rows.map(|&at| &self.rows[at]).find(|row| row.fact == fact)
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let fillers = table.strings("fillers");
        let mut taken: BTreeMap<String, UniqueNames> = BTreeMap::new();
        let rows = table.tables("rows", |row| {
            let read = read_row(row, sources)?;
            let of_fact = taken.entry(read.fact.clone()).or_default();
            row.register("words", read.words.iter().map(String::as_str), of_fact)?;
            Some(read)
        });
        Self { rows, fillers, by_word: FoldedIndex::default() }
    }
}

fn read_row(row: &mut Fields<'_>, sources: &Citations) -> Option<Synonym> {
    let (fact, words) = (row.string("fact"), row.strings("words"));
    if words.is_empty() && row.is_sound() {
        row.problem_here("the key `words` is missing");
    }
    let means = match row.optional_string("means") {
        Some(name) => Some(Ok(name)),
        None => row.string("hint").map(Err),
    };
    let says = row.optional_string("says");
    let sources = if says.is_some() {
        row.one_of("basis", &[("assumption", ())]);
        sources.cited(row)
    } else {
        Some(Vec::new())
    };
    Some(Synonym { fact: fact?, words, means: means?, says, sources: sources? })
}
