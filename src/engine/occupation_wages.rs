//! The wages of an occupation at a place: published, or worked out from what is
//! (`docs/METHOD.md`, "Other roles").

use crate::data::{Occupation, OccupationRows, Salaries, Salary, StandInRows, Tables};
use crate::profile::Profile;
use crate::quantity::{Pay, PlaceCode};

/// What the workers of an occupation earn at a place, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OccupationWages<'t> {
    /// The pay.
    pub pay: Pay,
    /// The published row that it rests on: that of the place, or of the nation where the place has
    /// none.
    pub row: &'t Salary,
    /// How the pay was worked out, where the place has no row.
    pub stand_in: Option<StandIn<'t>>,
}

/// How the pay of a place without a row was worked out: the nation's × `ratio`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandIn<'t> {
    /// Why the place has no row of its own.
    pub reason: &'t str,
    /// All occupations at the place.
    pub all_here: &'t Salary,
    /// All occupations in the nation.
    pub all_nation: &'t Salary,
    /// The mean of all occupations at the place over that in the nation.
    pub ratio: f64,
}

/// The wages of an occupation at a place: its row there; where that is missing, the row of the
/// nation × (the place's mean of all occupations / the nation's).
///
/// # Errors
/// Why the place has no row of the occupation, where it has none of all occupations either.
///
/// ```
/// use mbc_calc::{data::Occupation, engine::occupation_wages, quantity::PlaceCode};
/// let tables = mbc_calc::built_in();
/// let at = |code| PlaceCode::new(code).unwrap();
/// let ohio = occupation_wages(&tables, Occupation::HealthInformation, at("OH")).unwrap();
/// assert!(ohio.stand_in.is_none());
/// let alabama = occupation_wages(&tables, Occupation::HealthInformation, at("AL")).unwrap();
/// assert_eq!(alabama.pay.mean.get().round(), 61_786.0);
/// assert!(occupation_wages(&tables, Occupation::HealthInformation, at("MP")).is_err());
/// ```
pub fn occupation_wages(
    tables: &Tables,
    occupation: Occupation,
    place: PlaceCode,
) -> Result<OccupationWages<'_>, &str> {
    tables.occupations.rows(occupation, place).map(|rows| match rows {
        OccupationRows::Published(row) => OccupationWages::published(row),
        OccupationRows::StandIn(rows) => OccupationWages::derived(&rows),
    })
}

impl<'t> OccupationWages<'t> {
    pub(super) const fn published(row: &'t Salary) -> Self {
        Self { pay: row.pay, row, stand_in: None }
    }

    fn derived(rows: &StandInRows<'t>) -> Self {
        let &StandInRows { reason, nation, all_here, all_nation } = rows;
        let ratio = all_here.pay.mean.get() / all_nation.pay.mean.get();
        let stand_in = StandIn { reason, all_here, all_nation, ratio };
        Self { pay: nation.pay.times(ratio), row: nation, stand_in: Some(stand_in) }
    }
}

/// The table of wages that counts for a profile: the field's, or that of its role.
pub(super) fn wage_table<'t>(tables: &'t Tables, profile: &Profile) -> &'t Salaries {
    match profile.role() {
        None => &tables.salaries,
        Some(occupation) => &tables.occupations.of(occupation).wages,
    }
}
