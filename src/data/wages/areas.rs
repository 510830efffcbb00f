//! Metropolitan and nonmetropolitan areas: places finer than a state.

use serde::{Deserialize, Serialize};

use super::geography::{Geography, PlaceKind};
use super::salaries::{Salary, read_count, read_error, read_row as read_salary};
use crate::data::reading::{
    Citations, Fields, MayMiss, Missing, Problem, Quoted, ReadKey, SourceIndex, UniqueNames,
    ValueRange, read_code_as,
};
use crate::quantity::{AreaCode, Percentile, PlaceCode, PriceLevel};

/// A metropolitan or nonmetropolitan area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Its code in the wage figures.
    pub code: AreaCode,
    /// Its full name, such as `Boston-Cambridge-Newton, MA-NH`.
    pub name: String,
    /// Every state it reaches into, at least one; the first is the one it is filed under.
    pub states: Vec<PlaceCode>,
    /// The published wages, or why there are none.
    pub wages: Result<Salary, String>,
    /// What living there costs, or why that is not known.
    pub price_level: Result<AreaPrice, String>,
}

/// The price level that counts in an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaPrice {
    /// The price level; the average US place is 100.
    pub level: PriceLevel,
    /// Where it comes from.
    pub source: SourceIndex,
    /// Of what it is the price level.
    pub of: PricedPart,
}

/// The part of the country with the price level that counts in an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PricedPart {
    /// The area itself.
    Area,
    /// All that lies outside the metropolitan areas of its state.
    NonmetropolitanPortion,
    /// Its whole state, and why there is nothing finer.
    State(String),
}

/// The place of an area in the table of areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AreaIndex(u16);

impl AreaIndex {
    /// The place of the area in every array indexed by area.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Area {
    /// The state that the area is filed under, and that is meant where an area alone is stated.
    ///
    /// # Panics
    /// Never: an area without a state is refused when it is read.
    #[must_use]
    pub fn state(&self) -> PlaceCode {
        *self.states.first().expect("an area without a state is refused")
    }

    /// The name as it reads in a sentence: `Jackson, MS`, `the Arizona nonmetropolitan area`.
    #[must_use]
    pub fn in_sentence(&self) -> String {
        let article = if self.code.is_metropolitan() { "" } else { "the " };
        format!("{article}{}", self.name)
    }
}

/// Every area that can be named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Areas {
    pub(crate) areas: Vec<Area>,
}

impl Areas {
    /// The area with this index.
    ///
    /// # Panics
    /// When the index comes from other tables.
    #[must_use]
    pub fn get(&self, index: AreaIndex) -> &Area {
        &self.areas[index.index()]
    }

    /// Every area with its index, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (AreaIndex, &Area)> {
        (0..).map(AreaIndex).zip(&self.areas)
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        dollars_of: u32,
    ) -> Self {
        table.string("title");
        if let Some(year) = table.whole("dollars_of")
            && year != dollars_of
        {
            let message = format!(
                "`dollars_of` is `{year}`; the wages of the states are in dollars of {dollars_of}"
            );
            table.problem_at("dollars_of", message);
        }
        let bounds = table.range();
        let key = ("area", read_area as ReadKey<AreaCode>);
        let columns = [WAGES, "employment", "employment_prse"];
        let missing = Missing::read(table, sources, MayMiss::RowsToo, &columns, key);
        let wages = WageReader { sources, bounds, missing: &missing };
        let mut areas: Vec<Area> = Vec::new();
        let mut taken = UniqueNames::default();
        let mut stated = Vec::new();
        table.tables("rows", |row| {
            let code = read_area(row, "code");
            stated.push(code);
            let area = read_row(row, code, &wages, geography)?;
            let code = area.code.to_string();
            row.register("code", [code.as_str(), &area.name].into_iter(), &mut taken)?;
            areas.push(area);
            Some(())
        });
        missing.check_rows_exist(table, &stated);
        if areas.len() > usize::from(u16::MAX) {
            table.problem_here(format!("there are over {} areas", u16::MAX));
        }
        Self { areas }
    }
}

/// The column that means all cells of a row that are wages.
const WAGES: &str = "wages";

/// Reads the wages in a row.
struct WageReader<'t> {
    sources: &'t Citations,
    bounds: ValueRange,
    missing: &'t Missing<AreaCode>,
}

impl WageReader<'_> {
    /// The published mean and the mean of the distribution read from the percentiles may differ by
    /// this share. The cells are small: 39 of 506 rows differ by over 4 % and get a warning, one by
    /// 18 %; a slipped digit makes more of a difference.
    const MEAN_TOLERANCE: f64 = 0.25;

    fn read(&self, row: &mut Fields<'_>, of: Option<(AreaCode, PlaceCode)>) -> Option<Salary> {
        read_salary(row, of, self.sources, (self.bounds, Self::MEAN_TOLERANCE), self.missing)
    }

    /// Checks the other cells of a row without wages.
    fn check_other_cells(&self, row: &mut Fields<'_>, code: AreaCode) {
        self.missing.cell(row, Some(code), "employment", read_count);
        self.missing.cell(row, Some(code), "employment_prse", read_error);
        self.sources.cited_once(row);
    }
}

/// The area that a key names by its code.
pub(crate) fn read_area(row: &mut Fields<'_>, key: &'static str) -> Option<AreaCode> {
    read_code_as(row, key, AreaCode::new)
}

/// Why an area has no price level while the prices are not read yet.
const NOT_PRICED: &str = "its price level was not read";

fn read_row(
    row: &mut Fields<'_>,
    code: Option<AreaCode>,
    wages: &WageReader<'_>,
    geography: &Geography,
) -> Option<Area> {
    let name = row.string("name");
    let metropolitan = row.one_of("kind", &[("metropolitan", true), ("nonmetropolitan", false)]);
    let states = read_states(row, geography);
    let (Some(code), Some(&state)) = (code, states.first()) else {
        wages.read(row, None);
        return None;
    };
    if metropolitan.is_some_and(|metropolitan| metropolitan != code.is_metropolitan()) {
        let digits = "a metropolitan area has five digits, a nonmetropolitan one seven";
        row.problem_at("kind", format!("`{code}` is of the other kind: {digits}"));
    }
    let wages = read_wages(row, code, state, wages)?;
    let price_level = Err(NOT_PRICED.to_owned());
    Some(Area { code, name: name?, states, wages, price_level })
}

/// The wages of a row, or the reason why they are missing.
fn read_wages(
    row: &mut Fields<'_>,
    code: AreaCode,
    state: PlaceCode,
    wages: &WageReader<'_>,
) -> Option<Result<Salary, String>> {
    let columns = Percentile::ALL.map(Percentile::name).into_iter().chain(["mean", "mean_prse"]);
    let mut columns: Vec<_> = columns.collect();
    let has_any = columns.iter().any(|column| row.has(column));
    let reason = match (wages.missing.reason(code, None), wages.missing.reason(code, Some(WAGES))) {
        (None, None) if has_any => return wages.read(row, Some((code, state))).map(Ok),
        (None, None) => {
            wages.check_other_cells(row, code);
            wages.missing.report(row, format!("`{code}` has no wages and no reason why"));
            return None;
        }
        (None, Some(reason)) => {
            wages.check_other_cells(row, code);
            reason
        }
        (Some(reason), _) => {
            columns.extend(["employment", "employment_prse", "source"]);
            reason
        }
    };
    let stated: Vec<_> =
        columns.into_iter().filter(|column| row.optional(column).is_some()).collect();
    if let Some(column) = stated.first() {
        let message = format!("`{code}` has `{column}` and is stated missing too");
        row.problem_at(column, message);
        return None;
    }
    Some(Err(reason.to_owned()))
}

/// The states that the area reaches into.
fn read_states(row: &mut Fields<'_>, geography: &Geography) -> Vec<PlaceCode> {
    if !row.has("states") {
        row.problem_here("the key `states` is missing");
    }
    let mut states = Vec::new();
    for text in row.texts("states") {
        let code = PlaceCode::new(text.get_ref()).ok();
        let is_state =
            |code: &PlaceCode| geography.get(*code).is_some_and(|p| p.kind != PlaceKind::Nation);
        match code.filter(is_state) {
            Some(code) if !states.contains(&code) => states.push(code),
            Some(code) => {
                let message = format!("`{code}` is stated twice");
                row.problem(Problem::new(text.span(), message));
            }
            None => {
                let message = format!(
                    "{} is not a state, the district or a territory of the geography table",
                    Quoted(text.get_ref())
                );
                row.problem(Problem::new(text.span(), message));
            }
        }
    }
    states
}
