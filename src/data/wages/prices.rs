use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, MayMiss, Missing, ReadKey, SourceIndex, record};

/// Consumer prices by year.
///
/// ```
/// let prices = mbc_calc::built_in().prices;
/// // What cost 100 dollars in May 2024 cost this much in May 2025.
/// assert_eq!((100.0 * prices.ratio(2024, 2025).unwrap() * 100.0).round() / 100.0, 102.35);
/// assert_eq!(prices.ratio(1950, 2025), None);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prices(Vec<YearPrices>);

/// The price index of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearPrices {
    /// The year.
    pub year: u32,
    /// The index of May, the month that the wage tables are of.
    pub may: f64,
    /// The average index of the year, or why there is none.
    pub average: Result<f64, String>,
    /// Where the row comes from.
    pub source: SourceIndex,
}

impl Prices {
    /// Over how many years a rise of prices is averaged.
    const YEARS: u32 = 10;

    /// How fast prices can rise, a year.
    const PLAUSIBLE: std::ops::RangeInclusive<f64> = -0.2..=0.2;

    /// The index of a year.
    #[must_use]
    pub fn of(&self, year: u32) -> Option<&YearPrices> {
        self.0.iter().find(|row| row.year == year)
    }

    /// What an amount of May of the year `from` is multiplied by to buy the same in May of `to`;
    /// none where the table lacks one of the years.
    #[must_use]
    pub fn ratio(&self, from: u32, to: u32) -> Option<f64> {
        Some(self.of(to)?.may / self.of(from)?.may)
    }

    /// Every year, from the first.
    pub fn iter(&self) -> impl Iterator<Item = &YearPrices> {
        self.0.iter()
    }

    /// How fast prices rose, a year, over the ten years before the year of the wages.
    ///
    /// # Panics
    /// Never with the year of the wage table: prices without these years are refused.
    #[must_use]
    pub fn inflation(&self, wages_of: u32) -> f64 {
        let ratio = self.ratio(wages_of.saturating_sub(Self::YEARS), wages_of);
        let ratio = ratio.expect("prices without the years before the wages are refused");
        libm::pow(ratio, 1.0 / f64::from(Self::YEARS)) - 1.0
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations, wages_of: Option<u32>) -> Self {
        let bounds = table.range();
        let key = ("year", read_year as ReadKey<u32>);
        let missing = Missing::read(table, sources, MayMiss::Cells, &["average"], key);
        let mut rows: Vec<YearPrices> = Vec::new();
        let mut stated = Vec::new();
        table.tables("rows", |row| {
            let year = read_year(row, "year");
            if let (Some(year), Some(&Some(before))) = (year, stated.last()) {
                check_follows(row, before, year);
            }
            stated.push(year);
            rows.extend(record!(YearPrices {
                year,
                may: row.quantity("may", |index| bounds.number(index)),
                average: missing.cell(row, year, "average", |row, key| {
                    row.optional_quantity(key, |index| bounds.number(index))
                }),
                source: sources.cited_once(row),
            }));
            Some(())
        });
        missing.check_rows_exist(table, &stated);
        if rows.is_empty() && table.is_sound() {
            table.problem_here("there is no row");
        } else if table.is_sound()
            && let Some(to) = wages_of
        {
            let needed = [to.saturating_sub(Self::YEARS), to];
            for year in needed.into_iter().filter(|year| rows.iter().all(|row| row.year != *year)) {
                table.problem_here(format!("`{year}` is missing: the wages are of `{to}`"));
            }
            let prices = Self(rows);
            if table.is_sound() && !Self::PLAUSIBLE.contains(&prices.inflation(to)) {
                let message = format!("prices change by over a fifth a year on the way to `{to}`");
                table.problem_here(message);
            }
            return prices;
        }
        Self(rows)
    }
}

pub(crate) fn read_year(row: &mut Fields<'_>, key: &'static str) -> Option<u32> {
    row.whole(key)
}

/// Reports a year that does not follow the one before.
pub(crate) fn check_follows(row: &mut Fields<'_>, before: u32, year: u32) {
    if before.checked_add(1) != Some(year) {
        let message = format!("`{year}` stands after `{before}`: the years follow one another");
        row.problem_at("year", message);
    }
}
