//! Where the person lives and where the employer is: a state, an area, or both.
//!
//! A state and an area that are stated together must belong together. Where they do not, the one
//! that was stated closer wins: that of a variation over a flag, that of a flag over a file. So
//! someone who moves need not take back the place that was stated before.

use super::errors::{Origin, ProblemCode, Refusal};
use super::facts::Key;
use super::resolving::{Resolving, short};
use crate::data::{AreaIndex, Locality, Message, NoArea, Occupation, Tables};
use crate::quantity::PlaceCode;

impl Resolving<'_> {
    /// Where somebody is, from the state and the area that are stated.
    pub(super) fn locality(
        &mut self,
        tables: &Tables,
        role: Option<Occupation>,
        [state, area]: [Key; 2],
    ) -> Option<Locality> {
        let Some(stated_area) = self.stated(area) else {
            return self.fact(state, |text| place(tables, role, text)).map(Locality::whole);
        };
        let Some(stated_state) = self.stated(state) else {
            return self.fact(area, |text| alone(tables, text));
        };
        if short(area, &stated_area.text).is_err() {
            return self.fact(area, |text| alone(tables, text));
        }
        let closer = closeness(&stated_area.origin).cmp(&closeness(&stated_state.origin));
        let in_state = self.fact(state, |text| place(tables, role, text));
        let Some(place) = in_state else {
            self.fact(area, |text| alone(tables, text));
            return None;
        };
        match (tables.areas.find(&stated_area.text, Some(place), &tables.geography), closer) {
            (Err(NoArea::Elsewhere(_)), std::cmp::Ordering::Less) => Some(Locality::whole(place)),
            (Err(NoArea::Elsewhere(_)), std::cmp::Ordering::Greater) => {
                self.fact(area, |text| alone(tables, text))
            }
            (found, _) => self
                .fact(area, |_| found.map_err(refusal))
                .map(|area| Locality { place, area: Some(area) }),
        }
    }
}

/// Precedence of a statement: a later way in wins.
const fn closeness(origin: &Origin) -> u8 {
    match origin {
        Origin::File(_) => 0,
        Origin::Flag(_) => 1,
        Origin::Variation(_) => 2,
    }
}

/// An area without a state: it is in the one that it is filed under.
fn alone(tables: &Tables, text: &str) -> Result<Locality, Refusal> {
    let area: AreaIndex = tables.areas.find(text, None, &tables.geography).map_err(refusal)?;
    Ok(Locality { place: tables.areas.get(area).state(), area: Some(area) })
}

fn refusal(why: NoArea) -> Refusal {
    match why {
        NoArea::Unknown(why) | NoArea::Elsewhere(why) => Refusal(ProblemCode::UnknownPlace, why),
        NoArea::Several(why) => Refusal(ProblemCode::SeveralPlaces, why),
    }
}

fn place(tables: &Tables, role: Option<Occupation>, text: &str) -> Result<PlaceCode, Refusal> {
    let place =
        tables.geography.find(text).map_err(|why| Refusal(ProblemCode::UnknownPlace, why))?;
    let row = match role {
        None => tables.salaries.get(place.code),
        Some(role) => tables.occupations.rows(role, place.code).map(|rows| rows.of_place()),
    };
    match row {
        Ok(_) => Ok(place.code),
        Err(reason) => {
            let name = tables.geography.in_sentence(place.code);
            let message = format!("no wages are known for {name} ({}): {reason}", place.code);
            Err(Refusal(ProblemCode::NoWages, Message::new(message)))
        }
    }
}
