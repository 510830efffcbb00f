use std::borrow::Cow;

use super::cells::{Cells, Dialect};
use crate::data::{Message, Quoted, Tables, folded};
use crate::profile::{Key, Meaning};

/// What columns or keys mean that are called otherwise than facts are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnNames(Vec<(String, Meaning)>);

impl ColumnNames {
    /// Adds the names of a text such as `Employee State=state,Yrs=experience`; `Notes=` means that a
    /// column states nothing. A name with a comma in it is in quotes.
    ///
    /// # Errors
    /// When a part has no `=`, or what is behind it is no fact.
    pub fn add(&mut self, text: &str) -> Result<(), Message> {
        let comma = Dialect { delimiter: b',', end: b'\n' };
        for part in comma.cells(text.as_bytes()) {
            let part = String::from_utf8_lossy(&part);
            let Some((name, fact)) = part.rsplit_once('=') else {
                let message = format!("{} does not say what the column states", Quoted(&part));
                let hint = "write the name of the column, `=` and a fact, as in `Yrs=experience`";
                return Err(Message::new(message).with_hint(hint.to_owned()));
            };
            let meaning = match fact.trim() {
                "" => Meaning::Other,
                fact => match Meaning::of(fact) {
                    Meaning::Other => {
                        let message = format!("a profile has no fact {}", Quoted(fact));
                        let near = Meaning::near_miss(fact);
                        let hint = near.map(|near| format!("did you mean `{near}`?"));
                        return Err(Message::new(message).with_hint(hint));
                    }
                    meaning => meaning,
                },
            };
            self.0.push((name.trim().to_owned(), meaning));
        }
        Ok(())
    }

    /// What a column or a key states.
    pub(in crate::batch) fn meaning(&self, name: &str) -> Meaning {
        self.mapped(name).unwrap_or_else(|| Meaning::of(name))
    }

    fn mapped(&self, name: &str) -> Option<Meaning> {
        let name = name.trim();
        let found = self.0.iter().find(|(mapped, _)| mapped.eq_ignore_ascii_case(name));
        found.map(|&(_, meaning)| meaning)
    }
}

/// A column of a file.
#[derive(Clone, Debug)]
pub(in crate::batch) struct Column {
    /// Its name as the header writes it.
    pub(in crate::batch) header: Vec<u8>,
    /// Its name as a key: text, not empty, and of limited length, as each record repeats it.
    pub(in crate::batch) key: String,
    pub(in crate::batch) meaning: Meaning,
    /// What a cell must be to state the fact, where the word of the column is an everyday one that may
    /// have been meant otherwise.
    must_be: Option<MustBe>,
}

/// What states a fact under an everyday word.
#[derive(Clone, Copy, Debug)]
enum MustBe {
    /// Yes, no or unknown.
    YesOrNo,
    /// A state.
    State,
}

impl Column {
    /// Whether a cell states what its column is taken for. Under words such as `company` and `employer`
    /// many files have names of firms.
    pub(in crate::batch) fn is_stated_by(&self, cell: &str, tables: &Tables) -> bool {
        const WORDS: [&str; 9] =
            ["yes", "no", "y", "n", "true", "false", "unknown", "?", "not sure"];
        match self.must_be {
            None => true,
            Some(MustBe::YesOrNo) => {
                WORDS.iter().any(|word| cell.trim().eq_ignore_ascii_case(word))
            }
            Some(MustBe::State) => tables.geography.find(cell).is_ok(),
        }
    }
}

/// The columns of a file of CSV, and how it separates them.
#[derive(Clone, Debug)]
pub(in crate::batch) struct Columns {
    pub(in crate::batch) dialect: Dialect,
    pub(in crate::batch) all: Vec<Column>,
}

/// A longer name is cut as a key.
const MAX_KEY_CHARACTERS: usize = 200;

impl Columns {
    /// The columns of a header.
    ///
    /// # Errors
    /// When two columns state the same, or a name that was to mean something is not there.
    pub(super) fn of_header(
        header: &[u8],
        dialect: Dialect,
        names: &ColumnNames,
    ) -> Result<Self, Message> {
        let column = |(at, cell): (usize, Cow<'_, [u8]>)| {
            let text = String::from_utf8_lossy(&cell);
            let name = text.trim();
            let key = match name {
                "" => format!("column {}", at + 1),
                name => name.chars().take(MAX_KEY_CHARACTERS).collect(),
            };
            let mapped = names.mapped(name);
            let meaning = mapped.unwrap_or_else(|| Meaning::of(name));
            let must_be = match meaning {
                _ if mapped.is_some() => None,
                Meaning::Fact(Key::Company) => Some(MustBe::YesOrNo),
                Meaning::Fact(Key::EmployerState) if folded(name) == "employer" => {
                    Some(MustBe::State)
                }
                _ => None,
            };
            Column { key, meaning, must_be, header: cell.into_owned() }
        };
        let cells = dialect.cells(header).enumerate().filter(|_| !header.is_empty());
        let mut columns = Self { dialect, all: cells.map(column).collect() };
        columns.settle(names)?;
        let is_there = |(name, _): &&(String, Meaning)| {
            columns.all.iter().any(|column| column.key.eq_ignore_ascii_case(name))
        };
        if let Some((name, _)) = names.0.iter().find(|name| !is_there(name)) {
            let message = format!("the header has no column {}", Quoted(name));
            return Err(Message::new(message).with_hint(columns.listed()));
        }
        Ok(columns)
    }

    /// Leaves one column to each fact: the one that was said to state it, or else the one that is
    /// called just so.
    fn settle(&mut self, names: &ColumnNames) -> Result<(), Message> {
        let mut stating: Vec<(Meaning, Vec<usize>)> = Vec::new();
        let known = self.all.iter().enumerate().filter(|(_, c)| c.meaning != Meaning::Other);
        for (at, column) in known {
            match stating.iter_mut().find(|(meaning, _)| *meaning == column.meaning) {
                Some((_, same)) => same.push(at),
                None => stating.push((column.meaning, vec![at])),
            }
        }
        for (meaning, same) in stating.into_iter().filter(|(_, same)| same.len() > 1) {
            let ranked = |column: &Column| match () {
                () if names.mapped(&column.key).is_some() => 0,
                () if Some(column.key.as_str()) == meaning.name() => 1,
                () if meaning.name().is_some_and(|name| is_spelled(&column.key, name)) => 2,
                () => 3,
            };
            let best = same.iter().map(|&i| ranked(&self.all[i])).min().unwrap_or_default();
            let chosen: Vec<usize> =
                same.iter().copied().filter(|&i| ranked(&self.all[i]) == best).collect();
            if let [first, second, ..] = chosen[..]
                && meaning != Meaning::Id
            {
                let keys = [first, second].map(|i| Quoted(&self.all[i].key).to_string());
                let message = format!(
                    "two columns state `{}`: {} and {}",
                    meaning.name().unwrap_or_default(),
                    keys[0],
                    keys[1]
                );
                let hint = format!(
                    "rename one, or pass it through with `--columns \"{}=\"`",
                    self.all[second].key
                );
                return Err(Message::new(message).with_hint(hint));
            }
            for i in same {
                if i != chosen[0] {
                    self.all[i].meaning = Meaning::Other;
                }
            }
        }
        Ok(())
    }

    /// Whether any column states a fact.
    pub(super) fn state_facts(&self) -> bool {
        let is_fact = |meaning| matches!(meaning, Meaning::Fact(_) | Meaning::CertificationNames);
        self.all.iter().any(|column| is_fact(column.meaning))
    }

    /// The columns that state nothing.
    pub(in crate::batch) fn others(&self) -> impl Iterator<Item = &Column> {
        self.all.iter().filter(|column| column.meaning == Meaning::Other)
    }

    /// The first names of the header in a sentence.
    pub(super) fn listed(&self) -> String {
        const LISTED: usize = 12;
        let keys = self.all.iter().take(LISTED).map(|column| Quoted(&column.key).to_string());
        let more = if self.all.len() > LISTED { ", …" } else { "" };
        format!("the columns are {}{more}", keys.collect::<Vec<_>>().join(", "))
    }
}

/// Whether a name is that of a fact but for its case, spaces and hyphens.
fn is_spelled(name: &str, fact: &str) -> bool {
    let same = |(a, b): (char, char)| match b {
        '_' => matches!(a, '_' | ' ' | '-'),
        b => a.eq_ignore_ascii_case(&b),
    };
    name.len() == fact.len() && name.chars().zip(fact.chars()).all(same)
}

/// How many cells of a header are names of facts.
pub(super) fn known(cells: Cells<'_>, names: &ColumnNames) -> usize {
    let is_known = |cell: &Cow<'_, [u8]>| {
        let name = String::from_utf8_lossy(cell);
        names.meaning(name.trim()) != Meaning::Other
    };
    cells.filter(is_known).count()
}
