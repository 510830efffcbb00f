use serde::{Deserialize, Serialize};

use super::prices::{check_follows, read_year};
use super::row::{percent, read_pay};
use crate::data::reading::{Citations, Fields, SourceIndex, ValueRange, record};
use crate::quantity::{Pay, Percentile};

/// What medical records specialists earned in the nation, year by year, and those whom the same
/// survey counted in their place before.
///
/// Where the survey cut the occupation anew, a series ends and another begins. The amounts of two
/// series are of different groups of workers, so growth is a matter of one series:
///
/// ```
/// use mbc_calc::data::NoGrowth;
/// let history = mbc_calc::built_in().wage_history;
/// let percent = (history.growth(2021, 2025).unwrap() - 1.0) * 100.0;
/// assert_eq!((percent * 10.0).round() / 10.0, 9.6);
/// assert!(matches!(history.growth(2018, 2025), Err(NoGrowth::SeriesBreak { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WageHistory(Vec<WageSeries>);

/// Years with amounts of the same occupation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WageSeries {
    /// The federal occupation code, such as `29-2072`.
    pub code: String,
    /// The publisher's title of the occupation.
    pub title: String,
    /// Who is counted.
    pub note: String,
    /// The years, from the first; one follows the other.
    pub years: Vec<YearWages>,
}

/// The wages of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearWages {
    /// The year; the amounts are in dollars of its May.
    pub year: u32,
    /// Five percentiles and the mean, in dollars a year.
    pub pay: Pay,
    /// How many hold such a job.
    pub employment: u32,
    /// The relative standard error of the employment, in percent.
    pub employment_prse: f64,
    /// The relative standard error of the mean, in percent.
    pub mean_prse: f64,
    /// Where the row comes from.
    pub source: SourceIndex,
}

/// Why no growth is known between two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoGrowth<'h> {
    /// The history has no such year.
    #[error("the wage history has no year `{0}`")]
    NoYear(u32),
    /// The two years count different groups of workers.
    #[error("the wages of `{from}` and of `{to}` are of different groups of workers")]
    SeriesBreak {
        /// Who is counted in the first of the years.
        from: &'h str,
        /// Who is counted in the last.
        to: &'h str,
    },
}

impl WageHistory {
    /// The mean and that of the distribution read from the percentiles may differ by this share.
    const MEAN_TOLERANCE: f64 = 0.04;

    /// The wages of a year with the series that they belong to: to be shown with its title, never
    /// set against those of another series.
    #[must_use]
    pub fn of(&self, year: u32) -> Option<(&WageSeries, &YearWages)> {
        self.0.iter().find_map(|series| Some((series, series.of(year)?)))
    }

    /// The median of the year `to` over that of the year `from`, each in its own dollars.
    ///
    /// # Errors
    /// When a year is not there, or the two are of different series.
    pub fn growth(&self, from: u32, to: u32) -> Result<f64, NoGrowth<'_>> {
        let (first, _) = self.of(from).ok_or(NoGrowth::NoYear(from))?;
        let (last, _) = self.of(to).ok_or(NoGrowth::NoYear(to))?;
        first.growth(from, to).ok_or(NoGrowth::SeriesBreak { from: &first.title, to: &last.title })
    }

    /// Every series, from the earliest.
    pub fn iter(&self) -> impl Iterator<Item = &WageSeries> {
        self.0.iter()
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let bounds = table.range();
        let mut before: Option<u32> = None;
        let mut read_years = |section: &mut Fields<'_>| {
            section.tables("rows", |row| {
                let year = read_year(row, "year");
                if let (Some(year), Some(before)) = (year, before) {
                    check_follows(row, before, year);
                }
                before = year;
                read_row(row, year, sources, bounds)
            })
        };
        let history = table.tables("series", |section| {
            let series = record!(WageSeries {
                code: section.string("code"),
                title: section.string("title"),
                note: section.string("note"),
                years: Some(read_years(section)),
            })?;
            if series.years.is_empty() && section.is_sound() {
                section.problem_here("there is no row");
            }
            Some(series)
        });
        if history.is_empty() && table.is_sound() {
            table.problem_here("there is no series");
        }
        Self(history)
    }
}

impl WageSeries {
    /// The wages of a year, if the series has it.
    #[must_use]
    pub fn of(&self, year: u32) -> Option<&YearWages> {
        self.years.iter().find(|row| row.year == year)
    }

    /// The median of the year `to` over that of the year `from`, if the series has both.
    #[must_use]
    pub fn growth(&self, from: u32, to: u32) -> Option<f64> {
        let median = |year| self.of(year).map(|row| row.pay.percentiles.at(Percentile::P50).get());
        Some(median(to)? / median(from)?)
    }
}

fn read_row(
    row: &mut Fields<'_>,
    year: Option<u32>,
    sources: &Citations,
    bounds: ValueRange,
) -> Option<YearWages> {
    record!(YearWages {
        year,
        pay: read_pay(row, bounds, WageHistory::MEAN_TOLERANCE, year.as_ref()),
        mean_prse: row.quantity("mean_prse", percent),
        employment: row.whole("employment"),
        employment_prse: row.quantity("employment_prse", percent),
        source: sources.cited_once(row),
    })
}
