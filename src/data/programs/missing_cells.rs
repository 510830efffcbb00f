//! Cells that a table states to be missing by column: how many rows lack each, and why.

use std::ops::Range;

use super::college_program::{CollegeProgram, ProgramCell};
use crate::data::reading::{Citations, Fields, Problem, record};

/// A column that rows lack.
pub(super) struct MissingCells {
    span: Range<usize>,
    pub(super) cell: ProgramCell,
    rows: u32,
    pub(super) reason: String,
}

impl MissingCells {
    /// Reads every `[[missing]]`: a column, the number of rows without it, the reason.
    pub(super) fn read(table: &mut Fields<'_>, sources: &Citations) -> Vec<Self> {
        let read = |row: &mut Fields<'_>| {
            let missing = record!(Self {
                span: Some(row.span_of("column")),
                cell: row.choice::<ProgramCell>("column"),
                rows: row.whole("rows"),
                reason: row.string("reason"),
            });
            sources.cited_once(row);
            missing
        };
        table
            .named_tables("missing", ("column", "the column "), read, |missing| missing.cell.name())
    }

    /// Reports every column that more or fewer rows lack than stated.
    pub(super) fn check(missing: &[Self], table: &mut Fields<'_>, programs: &[CollegeProgram]) {
        for cell in ProgramCell::ALL {
            let lacking = programs.iter().filter(|program| program.lacks(cell)).count();
            let name = cell.name();
            match missing.iter().find(|stated| stated.cell == cell) {
                None if lacking == 0 => {}
                None => {
                    let message = format!("`{lacking}` rows have no `{name}` and no reason why");
                    let hint = "state it in a `[[missing]]` with the number of rows and the reason";
                    let problem = Problem::new(table.span_of("rows"), message);
                    table.problem(problem.with_hint(Some(hint.to_owned())));
                }
                Some(stated) if stated.rows as usize == lacking => {}
                Some(stated) => {
                    let message = format!(
                        "`{name}` is stated missing in `{}` rows, but `{lacking}` rows have none",
                        stated.rows
                    );
                    table.problem(Problem::new(stated.span.clone(), message));
                }
            }
        }
    }
}
