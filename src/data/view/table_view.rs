//! Any table as rows and columns, without knowing what it is about.
//!
//! A list of tables becomes a list of rows; a table by itself becomes a list of one row. Rows inside
//! a row, such as the years of a series, become a list of their own, `series.rows`, that begins with
//! the column by which the outer row is called. The keys before the first list are the head, the
//! comment above them says what the columns mean.

use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::data::reading::{Problem, decimal, folded, parse_toml};

/// A table as rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// The name of the table.
    pub name: String,
    /// What the comment at its head says.
    pub about: String,
    /// The keys at its head with their values.
    pub head: Vec<(String, ViewCell)>,
    /// Its lists of rows, in order.
    pub lists: Vec<ViewList>,
}

/// A list of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewList {
    /// The key of the list; of rows inside rows both keys, with a point between them.
    pub name: String,
    /// The columns of all rows.
    pub columns: Vec<String>,
    /// One cell a column; a cell that a row does not state is absent.
    pub rows: Vec<Vec<Option<ViewCell>>>,
}

/// A value as the table writes it.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewCell {
    /// A whole number, 0 or more.
    Whole(u64),
    /// Any other number, with as many decimals as are written.
    Number(f64, u8),
    /// Words, a date among them.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Several values.
    List(Vec<ViewCell>),
    /// Values with names.
    Record(Vec<(String, ViewCell)>),
}

impl TableView {
    /// The table that a text states.
    ///
    /// # Errors
    /// Where the text is not TOML. Whether it is a table that can be used is for
    /// [`Tables::read_texts`](crate::data::Tables::read_texts) to say.
    pub fn new(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let root = parse_toml(text)?;
        let comment = text.lines().map_while(|line| line.strip_prefix('#'));
        let about = comment.map(str::trim).collect::<Vec<_>>().join(" ");
        let mut view = Self { name: name.to_owned(), about, head: Vec::new(), lists: Vec::new() };
        for (key, value) in in_order(&root) {
            match rows(value) {
                Some(rows) => view.add_rows(key, &rows, None),
                None => view.head.push((key.to_owned(), cell(value))),
            }
        }
        Ok(view)
    }

    /// The value of a key at the head.
    #[must_use]
    pub fn head(&self, key: &str) -> Option<&ViewCell> {
        self.head.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The words of a key at the head.
    #[must_use]
    pub fn head_text(&self, key: &str) -> Option<&str> {
        self.head(key)?.text()
    }

    /// How many rows there are, those that say what is missing left out.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.lists.iter().filter(|list| !list.is_of_missing()).map(|list| list.rows.len()).sum()
    }

    /// How many rows or cells are stated to be missing.
    #[must_use]
    pub fn missing_count(&self) -> usize {
        self.lists.iter().filter(|list| list.is_of_missing()).map(|list| list.rows.len()).sum()
    }

    /// The sources that rows cite, each once, with how many rows cite it.
    #[must_use]
    pub fn cited(&self) -> Vec<(&str, usize)> {
        let mut cited: Vec<(&str, usize)> = Vec::new();
        for list in &self.lists {
            for row in 0..list.rows.len() {
                for cell in list.citing(row) {
                    let several = if let ViewCell::List(list) = cell {
                        list
                    } else {
                        std::slice::from_ref(cell)
                    };
                    for id in several.iter().filter_map(ViewCell::text) {
                        match cited.iter_mut().find(|(known, _)| *known == id) {
                            Some((_, rows)) => *rows += 1,
                            None => cited.push((id, 1)),
                        }
                    }
                }
            }
        }
        cited
    }

    /// The table with the rows alone that a name calls, and without the lists that have none.
    #[must_use]
    pub fn called(self, name: &str) -> Self {
        let wanted = folded(name);
        self.keep(|columns, row| {
            names(columns, row).any(|called| folded(called) == wanted)
                || first_number(row).is_some_and(|number| number == name.trim())
        })
    }

    /// The table with the rows alone of which a part of a name is this, and without the lists that
    /// have none; a part of less than three letters is in too many names.
    #[must_use]
    pub fn called_in_part(self, part: &str) -> Self {
        let wanted = folded(part);
        self.keep(|columns, row| {
            wanted.len() >= 3 && names(columns, row).any(|called| folded(called).contains(&wanted))
        })
    }

    fn keep(mut self, is_wanted: impl Fn(&[String], &[Option<ViewCell>]) -> bool) -> Self {
        for list in &mut self.lists {
            let columns = &list.columns;
            list.rows.retain(|row| is_wanted(columns, row));
        }
        self.lists.retain(|list| !list.rows.is_empty());
        self
    }

    /// Every name that calls a row.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists
            .iter()
            .flat_map(|list| list.rows.iter().flat_map(|row| names(&list.columns, row)))
    }

    fn add_rows(&mut self, name: &str, rows: &[&DeTable<'_>], outer: Option<(&str, &ViewCell)>) {
        for row in rows {
            let mut cells: Vec<(String, ViewCell)> = Vec::new();
            cells.extend(outer.map(|(column, value)| (column.to_owned(), value.clone())));
            let mut inner = Vec::new();
            for (key, value) in in_order(row) {
                match inner_rows(value) {
                    Some(rows) => inner.push((format!("{name}.{key}"), rows)),
                    None => cells.push((key.to_owned(), cell(value))),
                }
            }
            let called = cells.first().cloned();
            self.list(name).push(cells);
            for (name, rows) in inner {
                let outer = called.as_ref().map(|(column, value)| (column.as_str(), value));
                self.add_rows(&name, &rows, outer);
            }
        }
    }

    fn list(&mut self, name: &str) -> &mut ViewList {
        let at = self.lists.iter().position(|list| list.name == name).unwrap_or_else(|| {
            let (name, columns, rows) = (name.to_owned(), Vec::new(), Vec::new());
            self.lists.push(ViewList { name, columns, rows });
            self.lists.len() - 1
        });
        &mut self.lists[at]
    }
}

impl ViewList {
    /// Whether the rows say what is missing, and why.
    #[must_use]
    pub fn is_of_missing(&self) -> bool {
        self.name == "missing" || self.name.ends_with(".missing")
    }

    /// The cell of a row in a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: &str) -> Option<&ViewCell> {
        let at = self.columns.iter().position(|known| known == column)?;
        self.rows.get(row)?.get(at)?.as_ref()
    }

    /// The cells of a row that name sources, of its own and of each of its values.
    fn citing(&self, row: usize) -> Vec<&ViewCell> {
        let is_citing = |column: &str| matches!(column, "source" | "sources");
        let mut found = Vec::new();
        for (column, cell) in self.columns.iter().zip(&self.rows[row]) {
            match cell {
                Some(cell) if is_citing(column) => found.push(cell),
                Some(ViewCell::Record(keys)) => {
                    let cited = keys.iter().filter(|(key, _)| is_citing(key));
                    found.extend(cited.map(|(_, cell)| cell));
                }
                _ => {}
            }
        }
        found
    }

    /// Adds a row; a new column goes after the one before it in the row.
    fn push(&mut self, cells: Vec<(String, ViewCell)>) {
        let mut row = vec![None; self.columns.len()];
        let mut next = 0;
        for (column, value) in cells {
            let at = self.columns.iter().position(|known| *known == column).unwrap_or_else(|| {
                self.columns.insert(next, column);
                row.insert(next, None);
                for other in &mut self.rows {
                    other.insert(next, None);
                }
                next
            });
            row[at] = Some(value);
            next = at + 1;
        }
        self.rows.push(row);
    }
}

impl ViewCell {
    /// The words, of a cell that holds words.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, of a cell that holds one.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of tables are far below 2^53")]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Number(number, _) => Some(*number),
            _ => None,
        }
    }
}

impl fmt::Display for ViewCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => write!(f, "{number}"),
            Self::Number(number, decimals) => write!(f, "{number:.*}", usize::from(*decimals)),
            Self::Text(text) => f.write_str(text),
            Self::Flag(true) => f.write_str("yes"),
            Self::Flag(false) => f.write_str("no"),
            Self::List(list) => {
                let items = list.iter().map(ToString::to_string).collect::<Vec<_>>();
                f.write_str(&items.join("; "))
            }
            Self::Record(keys) => {
                let items = keys.iter().map(|(key, value)| format!("{key} {value}"));
                f.write_str(&items.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// The columns by which a row may be called, other than its first.
const NAMES: [&str; 13] = [
    "b",
    "place",
    "places",
    "code",
    "state",
    "states",
    "name",
    "institution",
    "label",
    "aliases",
    "short",
    "credential",
    "credentials",
];

fn names<'v>(columns: &'v [String], row: &'v [Option<ViewCell>]) -> impl Iterator<Item = &'v str> {
    let is_name = |&(at, column): &(usize, &String)| at == 0 || NAMES.contains(&column.as_str());
    columns.iter().enumerate().filter(is_name).flat_map(|(at, _)| {
        let cells = match &row[at] {
            Some(ViewCell::List(list)) => list.iter().collect(),
            cell => cell.iter().collect::<Vec<_>>(),
        };
        cells.into_iter().filter_map(ViewCell::text)
    })
}

fn first_number(row: &[Option<ViewCell>]) -> Option<String> {
    match row.first()? {
        Some(ViewCell::Whole(number)) => Some(number.to_string()),
        _ => None,
    }
}

/// The keys and values of a table in the order of its text.
fn in_order<'t>(table: &'t DeTable<'t>) -> Vec<(&'t str, &'t DeValue<'t>)> {
    let mut keys: Vec<(&Spanned<_>, _)> = table.iter().collect();
    keys.sort_by_key(|(key, _)| key.span().start);
    keys.into_iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref())).collect()
}

/// The rows of a list of tables, or the one row of a table.
fn rows<'t>(value: &'t DeValue<'t>) -> Option<Vec<&'t DeTable<'t>>> {
    match value {
        DeValue::Table(table) => Some(vec![table]),
        _ => inner_rows(value),
    }
}

fn inner_rows<'t>(value: &'t DeValue<'t>) -> Option<Vec<&'t DeTable<'t>>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    list.iter().map(|item| item.get_ref().as_table()).collect()
}

fn cell(value: &DeValue<'_>) -> ViewCell {
    match value {
        DeValue::String(text) => ViewCell::Text(text.to_string()),
        DeValue::Boolean(flag) => ViewCell::Flag(*flag),
        DeValue::Datetime(date) => ViewCell::Text(date.to_string()),
        DeValue::Array(list) => {
            ViewCell::List(list.iter().map(|item| cell(item.get_ref())).collect())
        }
        DeValue::Table(table) => {
            let keys = in_order(table).into_iter();
            ViewCell::Record(keys.map(|(key, value)| (key.to_owned(), cell(value))).collect())
        }
        DeValue::Integer(number) => match number.as_str().parse() {
            Ok(whole) if number.radix() == 10 => ViewCell::Whole(whole),
            _ => number_cell(value, number.as_str()),
        },
        DeValue::Float(number) => number_cell(value, number.as_str()),
    }
}

fn number_cell(value: &DeValue<'_>, written: &str) -> ViewCell {
    let decimals = written
        .split_once('.')
        .map_or(0, |(_, after)| after.bytes().filter(u8::is_ascii_digit).count());
    match decimal(value) {
        Some(number) => ViewCell::Number(number, u8::try_from(decimals).unwrap_or(u8::MAX)),
        None => ViewCell::Text(written.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_the_order_of_the_text_and_cells_that_only_some_rows_have() {
        let text = "# One.\n# Two.\n\ntitle = 'T'\nrows = [{ b = 1, a = 0.50 }, { b = 2, c = 'x', a = -3 }]";
        let view = TableView::new("t", text).unwrap();
        assert_eq!((view.about.as_str(), view.head_text("title")), ("One. Two.", Some("T")));
        assert_eq!(view.lists[0].columns, ["b", "c", "a"]);
        assert_eq!(view.lists[0].cell(0, "c"), None);
        assert_eq!(view.lists[0].cell(0, "a"), Some(&ViewCell::Number(0.5, 2)));
        assert_eq!(view.lists[0].cell(1, "a"), Some(&ViewCell::Number(-3.0, 0)));
    }

    #[test]
    fn rows_inside_rows_begin_with_what_the_outer_row_is_called() {
        let text = "[[series]]\ncode = 'A'\nrows = [{ year = 1 }, { year = 2 }]\n[[series]]\ncode = 'B'\nrows = [{ year = 3 }]";
        let view = TableView::new("t", text).unwrap();
        assert_eq!(view.lists[1].name, "series.rows");
        assert_eq!(view.lists[1].columns, ["code", "year"]);
        assert_eq!(view.lists[1].rows.len(), 3);
        assert_eq!(view.lists[1].cell(2, "code"), Some(&ViewCell::Text("B".to_owned())));
        assert_eq!(view.called("b").row_count(), 2);
    }
}
