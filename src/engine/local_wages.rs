//! The published wages of where somebody lives or works.

use crate::data::{AreaIndex, Locality, Salary, Tables};

/// The row of wages that counts at a place, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalWages<'t> {
    /// The published row with its source.
    pub row: &'t Salary,
    /// Whose row it is: that of the area, or of the state or nation as a whole.
    pub of: Locality,
    /// The area that was asked about and has no wages of its own.
    pub without: Option<AreaWithoutWages<'t>>,
}

/// An area for which the row of its state stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaWithoutWages<'t> {
    /// The area.
    pub area: AreaIndex,
    /// Why it has no wages of its own.
    pub reason: &'t str,
}

/// The row of wages that counts at a place: the area's own; where there is none, that of the state.
///
/// # Panics
/// When the place comes from other tables.
///
/// ```
/// use mbc_calc::{data::Locality, engine::local_wages, quantity::PlaceCode};
/// let tables = mbc_calc::built_in();
/// let elmira = tables.areas.find("Elmira, NY", None, &tables.geography).unwrap();
/// let place = PlaceCode::new("NY").unwrap();
/// let wages = local_wages(&tables, Locality { place, area: Some(elmira) });
/// assert_eq!(wages.row, tables.salaries.get(place).unwrap());
/// assert!(wages.without.is_some());
/// ```
#[must_use]
pub fn local_wages(tables: &Tables, at: Locality) -> LocalWages<'_> {
    let without = match at.area.map(|area| (area, &tables.areas.get(area).wages)) {
        Some((_, Ok(row))) => return LocalWages { row, of: at, without: None },
        Some((area, Err(reason))) => Some(AreaWithoutWages { area, reason }),
        None => None,
    };
    let row = tables.salaries.get(at.place);
    let row = row.expect("a profile names only places that have a row of wages");
    LocalWages { row, of: Locality::whole(at.place), without }
}
