use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::geography::Geography;
use super::row::{percent, read_pay};
use crate::data::reading::{
    Citations, Fields, MayMiss, Missing, Problem, ReadKey, SourceIndex, ValueRange, read_code,
    record,
};
use crate::quantity::{Pay, PlaceCode};

/// One published row of wages: what the workers of an occupation earn at a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Salary {
    /// The place where the employer reports the job; of the row of an area the first of its states.
    pub place: PlaceCode,
    /// Five percentiles and the mean, in dollars a year.
    pub pay: Pay,
    /// How many hold such a job there, or why that is not known.
    pub employment: Result<u32, String>,
    /// The relative standard error of the employment, in percent, or why it is not known.
    pub employment_prse: Result<f64, String>,
    /// The relative standard error of the mean, in percent.
    pub mean_prse: f64,
    /// Where the row comes from.
    pub source: SourceIndex,
}

/// The published wages of an occupation in every place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Salaries {
    /// What the rows describe.
    pub title: String,
    /// The year of the dollars of the amounts.
    pub dollars_of: u32,
    /// The places of `rows`, close together where they are searched.
    places: Vec<PlaceCode>,
    rows: Vec<Salary>,
    /// The places without a row, and why.
    without: Vec<(PlaceCode, String)>,
}

impl Salaries {
    /// The published mean and the mean of the distribution read from the percentiles may differ by
    /// this share where the field itself is meant: over it, a row is more likely mistyped than odd.
    const MEAN_TOLERANCE: f64 = 0.04;

    /// The row of a place.
    ///
    /// # Errors
    /// Why there is no row.
    pub fn get(&self, place: PlaceCode) -> Result<&Salary, &str> {
        let at = self.places.iter().position(|&known| known == place);
        at.and_then(|at| self.rows.get(at)).ok_or_else(|| {
            let without = self.without.iter().find(|(without, _)| *without == place);
            without.map_or("no place in the table has this code", |(_, reason)| reason)
        })
    }

    /// The row of the nation.
    ///
    /// # Panics
    /// Never: a table without this row is refused when it is read.
    #[must_use]
    pub fn nation(&self) -> &Salary {
        self.get(PlaceCode::NATION).expect("a salary table without the nation is refused")
    }

    /// Every row in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Salary> {
        self.rows.iter()
    }

    /// Reads the table of salaries.
    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        let dollars_of = table.whole("dollars_of");
        Self::read_section(table, sources, geography, dollars_of, Self::MEAN_TOLERANCE)
    }

    /// Reads the rows of one occupation and what is missing among them.
    pub(crate) fn read_section(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        dollars_of: Option<u32>,
        mean_tolerance: f64,
    ) -> Option<Self> {
        let title = table.string("title");
        let bounds = table.range();
        let key = ("place", read_code as ReadKey<PlaceCode>);
        let columns = ["employment", "employment_prse"];
        let missing = Missing::read(table, sources, MayMiss::RowsToo, &columns, key);
        let mut rows: Vec<Salary> = Vec::new();
        let mut stated = Vec::new();
        table.tables("rows", |row| {
            let place = read_code(row, "place");
            if let Some(place) = place {
                if geography.get(place).is_none() {
                    row.problem_at("place", not_a_place(place));
                }
                if stated.contains(&Some(place)) {
                    row.problem_at("place", format!("`{place}` is stated twice"));
                }
            }
            stated.push(place);
            let of = place.map(|place| (place, place));
            rows.push(read_row(row, of, sources, (bounds, mean_tolerance), &missing)?);
            Some(())
        });
        check_coverage(table, &stated, &missing, geography);
        let whole_rows = missing.iter().filter(|entry| entry.column.is_none());
        Some(Self {
            title: title?,
            dollars_of: dollars_of?,
            without: whole_rows.map(|entry| (entry.of, entry.reason.clone())).collect(),
            places: rows.iter().map(|row| row.place).collect(),
            rows,
        })
    }
}

/// Every place has a row or a reason, and nothing has both.
fn check_coverage(
    table: &mut Fields<'_>,
    stated: &[Option<PlaceCode>],
    missing: &Missing<PlaceCode>,
    geography: &Geography,
) {
    let has_row = |place: PlaceCode| stated.contains(&Some(place));
    for entry in missing.iter() {
        let message = if geography.get(entry.of).is_none() {
            not_a_place(entry.of)
        } else if entry.column.is_none() && has_row(entry.of) {
            format!("`{}` has a row and is stated missing too", entry.of)
        } else if entry.column.is_none() && entry.of == PlaceCode::NATION {
            "the nation, `US`, must have a row".to_owned()
        } else {
            continue;
        };
        table.problem(Problem::new(entry.span.clone(), message));
    }
    // A row with an unreadable code may be the one that seems to be missing.
    if stated.contains(&None) {
        return;
    }
    for place in geography.iter().filter(|place| !has_row(place.code)) {
        if missing.reason(place.code, None).is_none() {
            let message = format!("`{}` ({}) has no row and no reason why", place.code, place.name);
            missing.report(table, message);
        }
    }
}

fn not_a_place(place: PlaceCode) -> String {
    format!("`{place}` is not a place of the geography table")
}

/// The wages in a row; `of` is the key of the row, and the place of the jobs.
pub(crate) fn read_row<K: Copy + PartialEq + Display>(
    row: &mut Fields<'_>,
    of: Option<(K, PlaceCode)>,
    sources: &Citations,
    (bounds, mean_tolerance): (ValueRange, f64),
    missing: &Missing<K>,
) -> Option<Salary> {
    let key = of.map(|(key, _)| key);
    record!(Salary {
        place: of.map(|(_, place)| place),
        pay: read_pay(row, bounds, mean_tolerance, key.as_ref()),
        mean_prse: row.quantity("mean_prse", percent),
        employment: missing.cell(row, key, "employment", read_count),
        employment_prse: missing.cell(row, key, "employment_prse", read_error),
        source: sources.cited_once(row),
    })
}

/// A count that may be absent.
pub(crate) fn read_count(row: &mut Fields<'_>, key: &'static str) -> Option<u32> {
    row.optional_whole(key)
}

/// A relative standard error that may be absent.
pub(crate) fn read_error(row: &mut Fields<'_>, key: &'static str) -> Option<f64> {
    row.optional_quantity(key, percent)
}
