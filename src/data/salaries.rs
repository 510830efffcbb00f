use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::bounds::Bounds;
use super::fields::Fields;
use super::geography::{Geography, read_code};
use super::problem::Problem;
use super::sources::{SourceIndex, Sources};
use crate::quantity::{LogQuantiles, OutOfRange, Pay, Percentile, Percentiles, PlaceCode};

/// One published row of wages: what medical records specialists earn at a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Salary {
    /// The place where the employer reports the job.
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

/// The published wages of every place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Salaries {
    /// What the rows describe.
    pub title: String,
    /// The year whose dollars the amounts are in.
    pub dollars_of: u32,
    rows: Vec<Salary>,
    missing: Vec<Missing>,
}

/// A row or a cell that is not there, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Missing {
    place: PlaceCode,
    column: Option<String>,
    reason: String,
    source: SourceIndex,
}

impl Salaries {
    /// The published mean and the mean of the distribution read from the percentiles may differ by
    /// this share: over it, a row is more likely mistyped than odd.
    const MEAN_TOLERANCE: f64 = 0.04;

    /// The row of a place.
    ///
    /// # Errors
    /// Why there is no row.
    pub fn get(&self, place: PlaceCode) -> Result<&Salary, &str> {
        self.rows.iter().find(|row| row.place == place).ok_or_else(|| {
            self.missing
                .iter()
                .find(|missing| missing.place == place && missing.column.is_none())
                .map_or("no place in the table has this code", |missing| &missing.reason)
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

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        let rows = self.rows.iter().map(|row| row.source);
        rows.chain(self.missing.iter().map(|missing| missing.source))
    }

    pub(super) fn read(
        table: &mut Fields<'_>,
        sources: &Sources,
        geography: &Geography,
    ) -> Option<Self> {
        let title = table.owned_text("title");
        let dollars_of = table.whole("dollars_of");
        let bounds = table.range();
        let missing: Vec<Missing> = table.tables("missing", |row| read_missing(row, sources));
        let mut rows: Vec<Salary> = Vec::new();
        table.tables("rows", |row| {
            let salary = read_row(row, sources, bounds?, &missing)?;
            if rows.iter().any(|other| other.place == salary.place) {
                row.problem_here(format!("`{}` is stated twice", salary.place));
                return None;
            }
            rows.push(salary);
            Some(())
        });
        let salaries = Self { title: title?, dollars_of: *dollars_of?.get_ref(), rows, missing };
        salaries.check_coverage(table, geography);
        Some(salaries)
    }

    fn check_coverage(&self, table: &mut Fields<'_>, geography: &Geography) {
        for place in geography.iter() {
            let whole =
                |missing: &&Missing| missing.place == place.code && missing.column.is_none();
            let stated_missing = self.missing.iter().any(|missing| whole(&missing));
            let has_row = self.rows.iter().any(|row| row.place == place.code);
            match (has_row, stated_missing) {
                (false, false) => table.problem(
                    Problem::new(
                        0..0,
                        format!("`{}` ({}) has no row and no reason why", place.code, place.name),
                    )
                    .with_hint(Some("state it in a `[[missing]]` with its reason".to_owned())),
                ),
                (true, true) => {
                    let message = format!("`{}` has a row and is stated missing too", place.code);
                    table.problem(Problem::new(0..0, message));
                }
                _ => {}
            }
        }
        for row in self.rows.iter().filter(|row| geography.get(row.place).is_none()) {
            let message = format!("`{}` is not a place of the geography table", row.place);
            table.problem(Problem::new(0..0, message));
        }
    }
}

fn read_missing(row: &mut Fields<'_>, sources: &Sources) -> Option<Missing> {
    let place = read_code(row, "place");
    let column = row.optional_one_of(
        "column",
        &[("employment", "employment"), ("employment_prse", "employment_prse")],
    );
    let reason = row.owned_text("reason");
    let cited = sources.cited(row);
    Some(Missing {
        place: place?,
        column: column.map(str::to_owned),
        reason: reason?,
        source: *cited?.first()?,
    })
}

fn read_row(
    row: &mut Fields<'_>,
    sources: &Sources,
    bounds: Bounds,
    missing: &[Missing],
) -> Option<Salary> {
    let place = read_code(row, "place");
    let amounts =
        Percentile::ALL.map(|percentile| row.quantity(percentile.name(), |a| bounds.dollars(a)));
    let mean = row.quantity("mean", |a| bounds.dollars(a));
    let mean_prse = row.quantity("mean_prse", percent);
    let employment = row.optional_whole("employment").map(|count| *count.get_ref());
    let employment_prse = row.optional_quantity("employment_prse", percent);
    let cited = sources.cited(row);
    let place = place?;
    let employment = present_or_reason(row, missing, place, "employment", employment);
    let employment_prse =
        present_or_reason(row, missing, place, "employment_prse", employment_prse);
    let [Some(p10), Some(p25), Some(p50), Some(p75), Some(p90)] = amounts else { return None };
    let percentiles = match Percentiles::new([p10, p25, p50, p75, p90]) {
        Ok(percentiles) => percentiles,
        Err(fall) => {
            let span = row.optional(fall.upper.name()).map_or(row.span(), Spanned::span);
            row.problem(Problem::new(span, fall.to_string()));
            return None;
        }
    };
    let mean = mean?;
    let implied = LogQuantiles::of(&percentiles).mean().get();
    if (implied / mean.get() - 1.0).abs() > Salaries::MEAN_TOLERANCE {
        let span = row.optional("mean").map_or(row.span(), Spanned::span);
        let message = format!(
            "`mean` is {}, but the percentiles of `{place}` imply {implied:.0}: over 4 % apart",
            mean.get()
        );
        row.problem(Problem::new(span, message));
        return None;
    }
    Some(Salary {
        place,
        pay: Pay { percentiles, mean },
        employment: employment?,
        employment_prse: employment_prse?,
        mean_prse: mean_prse?,
        source: *cited?.first()?,
    })
}

fn percent(value: f64) -> Result<f64, OutOfRange> {
    if (0.0..=100.0).contains(&value) {
        Ok(value)
    } else {
        Err(OutOfRange {
            quantity: "a relative standard error",
            range: "between 0 and 100 percent",
        })
    }
}

/// A cell, or the reason stated for its absence; a cell that is absent without one is a problem.
fn present_or_reason<T>(
    row: &mut Fields<'_>,
    missing: &[Missing],
    place: PlaceCode,
    column: &'static str,
    value: Option<T>,
) -> Option<Result<T, String>> {
    let reason = missing
        .iter()
        .find(|m| m.place == place && m.column.as_deref() == Some(column))
        .map(|m| m.reason.clone());
    match (row.has(column), reason) {
        (true, None) => value.map(Ok),
        (false, Some(reason)) => Some(Err(reason)),
        (true, Some(_)) => {
            row.problem_here(format!("`{place}` has `{column}` and is stated missing too"));
            None
        }
        (false, None) => {
            let message = format!("`{place}` has no `{column}` and no reason why");
            row.problem(
                Problem::new(row.span(), message)
                    .with_hint(Some("state it in a `[[missing]]` with its reason".to_owned())),
            );
            None
        }
    }
}
