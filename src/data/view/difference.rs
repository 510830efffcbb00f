//! What one text of a table says otherwise than another, row by row and key by key.
//!
//! A row is called by the fewest columns, from the first on, that identify all rows of both lists;
//! where no columns do, by its number.

use super::table_view::{TableView, ViewCell, ViewList};

/// What is other in a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TableDifference {
    /// The list of rows, or `head` for the keys before them.
    pub list: String,
    /// What the row is called; nothing at the head.
    pub row: String,
    /// The key; nothing when the whole row was added or removed.
    pub key: Option<String>,
    /// What it was; nothing when it is new.
    pub from: Option<ViewCell>,
    /// What it is; nothing when it was removed.
    pub to: Option<ViewCell>,
}

/// Everything that the second table says otherwise than the first, in the order of the first.
#[must_use]
pub(crate) fn differences(from: &TableView, to: &TableView) -> Vec<TableDifference> {
    let mut found = Vec::new();
    let heads = [&from.head, &to.head].map(|head| head.iter().map(|(key, _)| key.as_str()));
    for key in union(heads) {
        note(&mut found, ("head", ""), key, from.head(key), to.head(key));
    }
    let lists = [from, to].map(|view| view.lists.iter().map(|list| list.name.as_str()));
    for name in union(lists) {
        let nothing = ViewList { name: name.to_owned(), columns: Vec::new(), rows: Vec::new() };
        let [from, to] = [from, to]
            .map(|view| view.lists.iter().find(|list| list.name == name).unwrap_or(&nothing));
        of_lists(&mut found, from, to);
    }
    found
}

fn of_lists(found: &mut Vec<TableDifference>, from: &ViewList, to: &ViewList) {
    let [old, new] = called(from, to);
    let columns = [from, to].map(|list| list.columns.iter().map(String::as_str));
    let columns = union(columns);
    for (row, name) in old.iter().enumerate() {
        match new.iter().position(|other| other == name) {
            None => found.push(whole(from, name, Some(record(from, row)), None)),
            Some(other) => {
                for &key in &columns {
                    let place = (from.name.as_str(), name.as_str());
                    note(found, place, key, from.cell(row, key), to.cell(other, key));
                }
            }
        }
    }
    for (row, name) in new.iter().enumerate().filter(|(_, name)| !old.contains(name)) {
        found.push(whole(to, name, None, Some(record(to, row))));
    }
}

fn whole(
    list: &ViewList,
    row: &str,
    from: Option<ViewCell>,
    to: Option<ViewCell>,
) -> TableDifference {
    TableDifference { list: list.name.clone(), row: row.to_owned(), key: None, from, to }
}

fn note(
    found: &mut Vec<TableDifference>,
    (list, row): (&str, &str),
    key: &str,
    from: Option<&ViewCell>,
    to: Option<&ViewCell>,
) {
    if from != to {
        let (list, row, key) = (list.to_owned(), row.to_owned(), Some(key.to_owned()));
        found.push(TableDifference { list, row, key, from: from.cloned(), to: to.cloned() });
    }
}

/// What is in the first, then what is in the second alone.
fn union<'a>([first, second]: [impl Iterator<Item = &'a str>; 2]) -> Vec<&'a str> {
    let mut all: Vec<&str> = first.collect();
    for name in second {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// What each row of two lists is called.
fn called(from: &ViewList, to: &ViewList) -> [Vec<String>; 2] {
    let lists = [from, to];
    for count in 1..=from.columns.len() {
        let names = lists.map(|list| by_columns(list, from, count));
        if names.iter().all(|names| are_distinct(names)) {
            return names;
        }
    }
    lists.map(|list| (1..=list.rows.len()).map(|number| number.to_string()).collect())
}

fn by_columns(list: &ViewList, first: &ViewList, count: usize) -> Vec<String> {
    let name = |row: usize| {
        let cells = first.columns[..count].iter().filter_map(|column| list.cell(row, column));
        cells.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    (0..list.rows.len()).map(name).collect()
}

fn are_distinct(names: &[String]) -> bool {
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort();
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}

/// A whole row.
fn record(list: &ViewList, row: usize) -> ViewCell {
    let cells = list.columns.iter().zip(&list.rows[row]);
    ViewCell::Record(cells.filter_map(|(key, cell)| Some((key.clone(), cell.clone()?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(text: &str) -> TableView {
        TableView::new("t", text).unwrap()
    }

    fn changes(from: &str, to: &str) -> Vec<(String, Option<String>)> {
        let found = differences(&view(from), &view(to)).into_iter();
        found.map(|change| (format!("{} {}", change.list, change.row), change.key)).collect()
    }

    #[test]
    fn rows_are_compared_by_what_they_are_called_wherever_they_stand() {
        let from = "n = 1\nrows = [{ a = 'x', b = 1 }, { a = 'y', b = 2 }]";
        let to = "n = 2\nrows = [{ a = 'z', b = 3 }, { a = 'x', b = 1, c = 4 }]";
        let key = |key: &str| Some(key.to_owned());
        assert_eq!(changes(from, from), []);
        assert_eq!(
            changes(from, to),
            [
                ("head ".to_owned(), key("n")),
                ("rows x".to_owned(), key("c")),
                ("rows y".to_owned(), None),
                ("rows z".to_owned(), None),
            ]
        );
    }

    #[test]
    fn as_many_columns_as_needed_identify_rows() {
        let from = "rows = [{ a = 'x', b = 1, v = 1 }, { a = 'x', b = 2, v = 1 }]";
        let to = "rows = [{ a = 'x', b = 1, v = 1 }, { a = 'x', b = 2, v = 9 }]";
        assert_eq!(changes(from, to), [("rows x 2".to_owned(), Some("v".to_owned()))]);
    }
}
