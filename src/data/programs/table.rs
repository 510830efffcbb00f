use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::college_program::{CollegeProgram, ProgramCell};
use super::graduate_outcomes::GraduateOutcomes;
use super::missing_cells::MissingCells;
use super::study_field::StudyField;
use crate::data::reading::{Citations, Fields, Literal};
use crate::data::wages::Geography;
use crate::quantity::{Dollars, PlaceCode};

/// Certificate and associate programs of the field, and how certificates of other fields compare.
///
/// ```
/// let programs = mbc_calc::built_in().programs;
/// assert_eq!(programs.nation().programs, 558);
/// assert_eq!(programs.nation().earnings.p50.get(), 35_310.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Programs {
    rows: Vec<CollegeProgram>,
    fields: Vec<StudyField>,
    reasons: Vec<(ProgramCell, String)>,
}

impl Programs {
    /// The field of study that the programs belong to.
    const FIELD: &'static str = "5107";

    /// Every program in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &CollegeProgram> {
        self.rows.iter()
    }

    /// The programs of institutions in a state, in the order of the table.
    pub fn of_state(&self, state: PlaceCode) -> impl Iterator<Item = &CollegeProgram> {
        self.rows.iter().filter(move |program| program.state == Some(state))
    }

    /// Certificate programs of this and of other fields in the nation, in the order of the table.
    #[must_use]
    pub fn fields(&self) -> &[StudyField] {
        &self.fields
    }

    /// The field of study that the programs belong to.
    ///
    /// # Panics
    /// Never: a table without it is refused when it is read.
    #[must_use]
    pub fn own_field(&self) -> &StudyField {
        let own = self.fields.iter().find(|field| field.cip == Self::FIELD);
        own.expect("programs without their field are refused")
    }

    /// What graduates of the certificate programs of the nation earn, those of no known state too.
    ///
    /// # Panics
    /// Never: a table without such programs is refused when it is read.
    #[must_use]
    pub fn nation(&self) -> GraduateOutcomes {
        GraduateOutcomes::of(self.iter()).expect("programs without earnings are refused")
    }

    /// Why a program lacks a cell.
    ///
    /// # Panics
    /// When no program lacks it.
    #[must_use]
    pub fn reason(&self, cell: ProgramCell) -> &str {
        let found = self.reasons.iter().find(|(missing, _)| *missing == cell);
        &found.expect("cells that are missing without a reason are refused").1
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations, geography: &Geography) -> Self {
        let bounds = table.range();
        let missing = MissingCells::read(table, sources);
        let mut names = BTreeSet::new();
        let mut thresholds: BTreeMap<PlaceCode, Dollars> = BTreeMap::new();
        let rows = table.tables("rows", |row| {
            let program = CollegeProgram::read(row, sources, geography, bounds)?;
            if !names.insert(program.id()) {
                let award = program.award.name();
                let id = program.institution_id;
                row.problem_at("id", format!("`{id}` with the award `{award}` is stated twice"));
            }
            check_threshold(row, &program, &mut thresholds);
            Some(program)
        });
        let fields = table.named_tables(
            "field",
            ("cip", "the field "),
            |row| StudyField::read(row, sources, bounds),
            |field| &field.cip,
        );
        // What a refused row would have said is not known.
        if table.is_sound() {
            MissingCells::check(&missing, table, &rows);
            check_field(table, &rows, &fields);
        }
        let reasons = missing.into_iter().map(|missing| (missing.cell, missing.reason)).collect();
        Self { rows, fields, reasons }
    }
}

/// The high-school graduates of a state have one figure, whatever the program.
fn check_threshold(
    row: &mut Fields<'_>,
    program: &CollegeProgram,
    of_states: &mut BTreeMap<PlaceCode, Dollars>,
) {
    let Some(threshold) = program.threshold else { return };
    let Some(state) = program.state else {
        row.problem_at("threshold", "a row with a `threshold` needs its `state`");
        return;
    };
    let first = *of_states.entry(state).or_insert(threshold);
    if first != threshold {
        let [stated, first] = [threshold, first].map(|amount| Literal(amount.get()));
        let message = format!(
            "`threshold` is `{stated}`, but the rows of `{state}` before it have `{first}`"
        );
        row.problem_at("threshold", message);
    }
}

/// The row of the field itself says what the programs say.
fn check_field(table: &mut Fields<'_>, programs: &[CollegeProgram], fields: &[StudyField]) {
    let own = fields.iter().find(|field| field.cip == Programs::FIELD);
    match (own, GraduateOutcomes::of(programs.iter())) {
        (Some(own), Some(computed)) => own.check(table, &computed),
        (None, _) => table.problem_here(format!("the field `{}` has no row", Programs::FIELD)),
        (_, None) => table.problem_at(
            "rows",
            "no certificate program has `earnings` four years after and a `threshold`",
        ),
    }
}
