use super::tables::Tables;
use super::wages::{Area, AreaIndex};
use crate::quantity::PlaceCode;

/// Where somebody lives or works: a state or the nation, and an area of it where one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locality {
    /// The state, or the nation.
    pub place: PlaceCode,
    /// The metropolitan or nonmetropolitan area, which reaches into the state.
    pub area: Option<AreaIndex>,
}

impl Locality {
    /// The nation as a whole.
    pub const NATION: Self = Self::whole(PlaceCode::NATION);

    /// A state, or the nation, as a whole.
    #[must_use]
    pub const fn whole(place: PlaceCode) -> Self {
        Self { place, area: None }
    }

    /// The area, where one is known.
    ///
    /// # Panics
    /// When the area comes from other tables.
    #[must_use]
    pub fn area(self, tables: &Tables) -> Option<&Area> {
        self.area.map(|index| tables.areas.get(index))
    }

    /// The name as it reads in a sentence: `the District of Columbia`, `Jackson, MS`.
    ///
    /// # Panics
    /// When the area comes from other tables.
    #[must_use]
    pub fn in_sentence(self, tables: &Tables) -> String {
        match self.area(tables) {
            Some(area) => area.in_sentence(),
            None => tables.geography.in_sentence(self.place),
        }
    }
}
