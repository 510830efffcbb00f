use std::fmt::Display;
use std::ops::Range;

use super::fields::Fields;
use super::problem::{Problem, Quoted};
use super::rows::record;
use super::sources::Citations;
use crate::quantity::{OutOfRange, PlaceCode};

/// The rows and cells that a table states to be missing, each with a reason: a hole is reported, never
/// silent.
pub(crate) struct Missing<K> {
    entries: Vec<MissingEntry<K>>,
    /// Whether an entry was refused, so that a reason may be there and not be known.
    refused: bool,
}

/// How the key of a row is read.
pub(crate) type ReadKey<K> = fn(&mut Fields<'_>, &'static str) -> Option<K>;

/// A row that is missing, or one cell of it.
pub(crate) struct MissingEntry<K> {
    pub(crate) span: Range<usize>,
    pub(crate) of: K,
    pub(crate) column: Option<&'static str>,
    pub(crate) reason: String,
}

/// What a table may state to be missing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum MayMiss {
    /// Cells only: every place has a row.
    Cells,
    /// Whole rows too.
    RowsToo,
}

impl<K: Copy + PartialEq + Display> Missing<K> {
    const HINT: &str = "state it in a `[[missing]]` with its reason";

    /// Reads every `[[missing]]`, of a whole row or of a cell in one of the columns; `read_key` reads
    /// the key that identifies the rows of the table.
    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        may_miss: MayMiss,
        columns: &[&'static str],
        (key, read_key): (&'static str, ReadKey<K>),
    ) -> Self {
        let columns: Vec<_> = columns.iter().map(|&column| (column, column)).collect();
        let mut entries: Vec<MissingEntry<K>> = Vec::new();
        let mut refused = false;
        table.tables("missing", |row| {
            let entry = record!(MissingEntry {
                span: Some(row.span_of(key)),
                of: read_key(row, key),
                column: match may_miss {
                    MayMiss::Cells => row.one_of("column", &columns).map(Some),
                    MayMiss::RowsToo => Some(row.optional_one_of("column", &columns)),
                },
                reason: row.string("reason"),
            });
            sources.cited_once(row);
            let Some(entry) = entry.filter(|_| row.is_sound()) else {
                refused = true;
                return None;
            };
            let (of, column) = (entry.of, entry.column);
            if entries.iter().any(|other| (other.of, other.column) == (of, column)) {
                row.problem_at(key, format!("`{of}` is stated missing twice"));
            }
            entries.push(entry);
            Some(())
        });
        Self { entries, refused }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &MissingEntry<K>> {
        self.entries.iter()
    }

    /// The reason stated for a missing row, or for a missing cell of a column.
    pub(crate) fn reason(&self, of: K, column: Option<&str>) -> Option<&str> {
        let found = self.entries.iter().find(|entry| entry.of == of && entry.column == column);
        found.map(|entry| entry.reason.as_str())
    }

    /// A cell as `read` reads it, or the reason stated for its absence.
    pub(crate) fn cell<T>(
        &self,
        row: &mut Fields<'_>,
        of: Option<K>,
        column: &'static str,
        read: impl FnOnce(&mut Fields<'_>, &'static str) -> Option<T>,
    ) -> Option<Result<T, String>> {
        let (value, of) = (read(row, column), of?);
        match (row.has(column), self.reason(of, Some(column))) {
            (true, None) => value.map(Ok),
            (false, Some(reason)) => Some(Err(reason.to_owned())),
            (true, Some(_)) => {
                let message = format!("`{of}` has `{column}` and is stated missing too");
                row.problem_at(column, message);
                None
            }
            (false, None) => {
                let message = format!("`{of}` has no `{column}` and no reason why");
                self.report(row, message);
                None
            }
        }
    }

    /// Reports what is stated missing of a row that is not there. A row with an unreadable key may be
    /// that one.
    pub(crate) fn check_rows_exist(&self, table: &mut Fields<'_>, stated: &[Option<K>]) {
        let is_absent = |entry: &&MissingEntry<K>| !stated.contains(&Some(entry.of));
        for entry in self.entries.iter().filter(is_absent).filter(|_| !stated.contains(&None)) {
            let message = format!("`{}` is stated missing but has no row", entry.of);
            table.problem(Problem::new(entry.span.clone(), message));
        }
    }

    /// Reports a hole without a reason, unless the reason may be among those refused.
    pub(crate) fn report(&self, table: &mut Fields<'_>, message: String) {
        if !self.refused {
            let problem = Problem::new(table.span(), message);
            table.problem(problem.with_hint(Some(Self::HINT.to_owned())));
        }
    }
}

/// The place that a key names by its code.
pub(crate) fn read_code(row: &mut Fields<'_>, key: &'static str) -> Option<PlaceCode> {
    read_code_as(row, key, PlaceCode::new)
}

/// What a key names by a code.
pub(crate) fn read_code_as<T>(
    row: &mut Fields<'_>,
    key: &'static str,
    make: impl FnOnce(&str) -> Result<T, OutOfRange>,
) -> Option<T> {
    let code = row.text(key)?;
    let read = make(code.get_ref());
    if let Err(error) = &read {
        row.problem_at(key, format!("`{key}` is {}: {error}", Quoted(code.get_ref())));
    }
    read.ok()
}
