//! The wages of where somebody lives or works, in the field or in another role.

use super::occupation_wages::{OccupationWages, StandIn, occupation_wages};
use crate::data::{AreaIndex, GradeRule, Locality, Occupation, Salary, SourceIndex, Tables};
use crate::quantity::Pay;

/// The wages that count at a place, and the place that they are of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalWages<'t> {
    /// The pay.
    pub pay: Pay,
    /// The published row that the pay is, or that it was worked out from.
    pub row: &'t Salary,
    /// The place that they are of: the area, or the state or nation as a whole.
    pub of: Locality,
    /// The area that was asked about and has no wages of its own.
    pub without: Option<AreaWithoutWages<'t>>,
    /// How the pay was worked out, where the role has no row at the place.
    pub stand_in: Option<StandIn<'t>>,
    /// Whether the mean of the row has a large sampling error.
    pub has_large_error: bool,
}

/// An area without a row, so that the row of its state counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaWithoutWages<'t> {
    /// The area.
    pub area: AreaIndex,
    /// Why it has no wages of its own.
    pub reason: &'t str,
}

/// Why no area has wages of a role.
const NO_AREA_OF_A_ROLE: &str = "the wage figures by area are of medical records specialists only";

/// The wages that count at a place: the area's own; where there are none, those of the state. Those
/// of a role are always of the state.
///
/// # Panics
/// When the place comes from other tables.
///
/// ```
/// use mbc_calc::{data::Locality, engine::local_wages, quantity::PlaceCode};
/// let tables = mbc_calc::built_in();
/// let elmira = tables.find_area("Elmira, NY", None).unwrap().area.unwrap();
/// let place = PlaceCode::new("NY").unwrap();
/// let wages = local_wages(&tables, None, Locality { place, area: Some(elmira) });
/// assert_eq!(wages.row, tables.salaries.get(place).unwrap());
/// assert!(wages.without.is_some());
/// ```
#[must_use]
pub fn local_wages(tables: &Tables, role: Option<Occupation>, at: Locality) -> LocalWages<'_> {
    let without = match at.area.map(|area| (area, of_area(tables, role, area))) {
        Some((_, Ok(row))) => {
            let published = OccupationWages::published(row);
            return LocalWages::new(tables, published, at, None);
        }
        Some((area, Err(reason))) => Some(AreaWithoutWages { area, reason }),
        None => None,
    };
    let wages = match role {
        None => tables.salaries.get(at.place).map(OccupationWages::published),
        Some(role) => occupation_wages(tables, role, at.place),
    };
    let wages = wages.expect("a profile names only places whose wages are known");
    LocalWages::new(tables, wages, Locality::whole(at.place), without)
}

/// The wages of an area, or why it has none of its own.
fn of_area(tables: &Tables, role: Option<Occupation>, area: AreaIndex) -> Result<&Salary, &str> {
    match role {
        None => tables.areas.get(area).wages.as_ref().map_err(String::as_str),
        Some(_) => Err(NO_AREA_OF_A_ROLE),
    }
}

impl<'t> LocalWages<'t> {
    fn new(
        tables: &Tables,
        wages: OccupationWages<'t>,
        of: Locality,
        without: Option<AreaWithoutWages<'t>>,
    ) -> Self {
        let OccupationWages { pay, row, stand_in } = wages;
        let has_large_error = row.mean_prse > tables.grades.over(GradeRule::SamplingError);
        Self { pay, row, of, without, stand_in, has_large_error }
    }

    /// The place of the published row: the nation where its row substitutes.
    #[must_use]
    pub const fn row_of(&self) -> Locality {
        if self.stand_in.is_some() { Locality::NATION } else { self.of }
    }

    /// The sources of the numbers, with repetitions.
    pub fn sources(&self) -> impl Iterator<Item = SourceIndex> + use<> {
        let all = self.stand_in.map(|rows| [rows.all_here.source, rows.all_nation.source]);
        std::iter::once(self.row.source).chain(all.into_iter().flatten())
    }
}
