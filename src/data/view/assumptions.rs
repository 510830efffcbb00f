use super::table_view::{TableView, ViewCell, ViewList};

/// Numbers of a row that are a choice of whoever made the tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The table.
    pub table: String,
    /// The list of rows, where it is not the only one, and the words that call the row.
    pub row: String,
    /// The numbers, with their columns.
    pub values: Vec<(String, ViewCell)>,
    /// Why they are what they are, where the row says so.
    pub reason: Option<String>,
}

/// The columns that say why, the first that a row states.
const REASONS: [&str; 3] = ["reason", "because", "note"];

/// Every row with an assumption as its basis, by its own word or the word of its table.
#[must_use]
pub fn assumptions(views: &[TableView]) -> Vec<Assumption> {
    let of_list = |view: &TableView, list: &ViewList| {
        let is_assumed = |row: usize| {
            let own = list.cell(row, "basis").and_then(ViewCell::text);
            own.or(view.head_text("basis")) == Some("assumption")
        };
        let rows = (0..list.rows.len()).filter(|&row| is_assumed(row) && !list.is_of_missing());
        rows.map(|row| assumption(view, list, row)).collect::<Vec<_>>()
    };
    views
        .iter()
        .flat_map(|view| view.lists.iter().flat_map(move |list| of_list(view, list)))
        .collect()
}

fn assumption(view: &TableView, list: &ViewList, row: usize) -> Assumption {
    let cells = list.columns.iter().zip(&list.rows[row]);
    let stated = cells.filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
    let values = stated.filter(|(_, cell)| cell.number().is_some());
    let words = list.rows[row].iter().map_while(|cell| cell.as_ref()?.text());
    let several = view.lists.iter().filter(|list| !list.is_of_missing()).count() > 1;
    let list_name = several.then_some(list.name.as_str());
    let called = list_name.into_iter().chain(words).collect::<Vec<_>>().join(" ");
    let reason = REASONS.into_iter().find_map(|column| list.cell(row, column)?.text());
    Assumption {
        table: view.name.clone(),
        row: called,
        values: values.map(|(column, cell)| (column.clone(), cell.clone())).collect(),
        reason: reason.map(str::to_owned),
    }
}
