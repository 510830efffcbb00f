use std::ops::Range;

use super::fields::Fields;
use super::problem::{Problem, Quoted};
use super::sources::{SourceIndex, Sources};
use crate::quantity::PlaceCode;

/// The rows and cells that a table states to be missing, each with a reason: a hole is told, never
/// silent.
pub(super) struct Gaps {
    gaps: Vec<Gap>,
    /// Whether an entry was refused, so that a reason may be there and not be known.
    refused: bool,
}

/// A row that is missing, or one cell of it.
pub(super) struct Gap {
    pub(super) span: Range<usize>,
    pub(super) place: PlaceCode,
    pub(super) column: Option<&'static str>,
    pub(super) reason: String,
    pub(super) source: SourceIndex,
}

/// What a table may state to be missing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MayMiss {
    /// Cells only: every place has a row.
    Cells,
    /// Whole rows too.
    RowsToo,
}

impl Gaps {
    const HINT: &str = "state it in a `[[missing]]` with its reason";

    /// Reads every `[[missing]]`, of a whole row or of a cell in one of the columns.
    pub(super) fn read(
        table: &mut Fields<'_>,
        sources: &Sources,
        may_miss: MayMiss,
        columns: &[&'static str],
    ) -> Self {
        let columns: Vec<_> = columns.iter().map(|&column| (column, column)).collect();
        let mut gaps: Vec<Gap> = Vec::new();
        let mut refused = false;
        table.tables("missing", |row| {
            let place = read_code(row, "place");
            let column = match may_miss {
                MayMiss::Cells => row.one_of("column", &columns),
                MayMiss::RowsToo => row.optional_one_of("column", &columns),
            };
            let reason = row.owned_text("reason");
            let source = sources.cited_once(row);
            if !row.is_sound() {
                refused = true;
                return None;
            }
            let (span, place) = (row.span_of("place"), place?);
            if gaps.iter().any(|gap| (gap.place, gap.column) == (place, column)) {
                row.problem_at("place", format!("`{place}` is stated missing twice"));
            }
            gaps.push(Gap { span, place, column, reason: reason?, source: source? });
            Some(())
        });
        Self { gaps, refused }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter()
    }

    /// The reason stated for a missing row, or for a missing cell of a column.
    pub(super) fn reason(&self, place: PlaceCode, column: Option<&str>) -> Option<&str> {
        let found = self.gaps.iter().find(|gap| gap.place == place && gap.column == column);
        found.map(|gap| gap.reason.as_str())
    }

    /// A cell, or the reason stated for its absence.
    pub(super) fn cell<T>(
        &self,
        row: &mut Fields<'_>,
        place: PlaceCode,
        column: &'static str,
        value: Option<T>,
    ) -> Option<Result<T, String>> {
        match (row.has(column), self.reason(place, Some(column))) {
            (true, None) => value.map(Ok),
            (false, Some(reason)) => Some(Err(reason.to_owned())),
            (true, Some(_)) => {
                let message = format!("`{place}` has `{column}` and is stated missing too");
                row.problem_at(column, message);
                None
            }
            (false, None) => {
                let message = format!("`{place}` has no `{column}` and no reason why");
                self.tell(row, message);
                None
            }
        }
    }

    /// Tells of a hole without a reason, unless the reason may be among those refused.
    pub(super) fn tell(&self, table: &mut Fields<'_>, message: String) {
        if !self.refused {
            let problem = Problem::new(table.span(), message);
            table.problem(problem.with_hint(Some(Self::HINT.to_owned())));
        }
    }
}

/// The place that a key names by its code.
pub(super) fn read_code(row: &mut Fields<'_>, key: &'static str) -> Option<PlaceCode> {
    let code = row.text(key)?;
    let place = PlaceCode::new(code.get_ref());
    if let Err(error) = &place {
        row.problem_at(key, format!("`{key}` is {}: {error}", Quoted(code.get_ref())));
    }
    place.ok()
}
