//! Warnings about all tables together, and the uses of sources.

use super::table_view::{TableView, ViewCell, ViewList};
use crate::data::reading::Source;
use crate::data::tables::Tables;
use crate::data::texts::{TABLE_NAMES, TableTexts};
use crate::quantity::{Dollars, LogQuantiles, Percentile, Percentiles};

/// What uses a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceUse {
    /// The table.
    pub table: String,
    /// How many of its rows cite the source.
    pub rows: usize,
}

/// Something that deserves a look and keeps no table from being used.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// The table.
    pub table: String,
    /// The row.
    pub row: String,
    /// One lower-case sentence.
    pub message: String,
}

/// Every table as rows and columns, in the order of [`TABLE_NAMES`]; a text that is not TOML, which
/// reading the tables reports, is left out.
#[must_use]
pub fn views(texts: &TableTexts<'_>) -> Vec<TableView> {
    let view = |name: &str| TableView::new(name, texts.text(name)).ok();
    TABLE_NAMES.into_iter().filter_map(view).collect()
}

/// What uses each source, in the order of [`Tables::all_sources`].
#[must_use]
pub fn source_uses(tables: &Tables, views: &[TableView]) -> Vec<Vec<SourceUse>> {
    let cited: Vec<_> = views.iter().map(|view| (view.name.as_str(), view.cited())).collect();
    let uses = |id: &str| {
        let of_table = cited.iter().filter_map(|(table, cited)| {
            let (_, rows) = cited.iter().find(|(source, _)| *source == id)?;
            Some(SourceUse { table: (*table).to_owned(), rows: *rows })
        });
        of_table.collect()
    };
    tables.all_sources().map(|(_, source)| uses(&source.id)).collect()
}

/// Everything that deserves a look: rows of wages with a published mean and percentiles that do not
/// fit each other well, and, of tables that can be used, sources that no row cites.
#[must_use]
pub(crate) fn warnings(views: &[TableView], tables: Option<&Tables>) -> Vec<Warning> {
    let mut found = Vec::new();
    for view in views {
        for list in &view.lists {
            let rows = (0..list.rows.len()).filter_map(|row| means_apart(view, list, row));
            found.extend(rows);
        }
    }
    found.extend(tables.into_iter().flat_map(|tables| unused_sources(tables, views)));
    found
}

/// A published mean over 4 % away from the one that the percentiles imply.
fn means_apart(view: &TableView, list: &ViewList, row: usize) -> Option<Warning> {
    const TOLERANCE: f64 = 0.04;
    let amount = |column: &str| list.cell(row, column)?.number().map(Dollars::new)?.ok();
    let [p10, p25, p50, p75, p90] = Percentile::ALL.map(|percentile| amount(percentile.name()));
    let percentiles = Percentiles::new([p10?, p25?, p50?, p75?, p90?]).ok()?;
    let mean = amount("mean")?;
    let apart = LogQuantiles::new(&percentiles).mean().get() / mean.get() - 1.0;
    (apart.abs() > TOLERANCE).then(|| Warning {
        table: view.name.clone(),
        row: called(list, row),
        message: format!(
            "the percentiles imply a mean {:+.1} % from the published one",
            apart * 100.0
        ),
    })
}

/// The first cells of a row, as far as words go.
fn called(list: &ViewList, row: usize) -> String {
    let cells = list.rows[row].iter().flatten().map_while(ViewCell::text);
    cells.take(2).collect::<Vec<_>>().join(" ")
}

fn unused_sources(tables: &Tables, views: &[TableView]) -> Vec<Warning> {
    let uses = source_uses(tables, views);
    let unused = tables.all_sources().zip(uses).filter(|(_, uses)| uses.is_empty());
    let warning = |(table, source): (&str, &Source)| Warning {
        table: table.to_owned(),
        row: source.id.clone(),
        message: "no row cites this source".to_owned(),
    };
    unused.map(|(source, _)| warning(source)).collect()
}
