//! What every row of these tables begins with: a state and an area of the wage figures.

use serde::{Deserialize, Serialize};

use crate::data::reading::{Fields, read_code, record};
use crate::data::wages::{AreaIndex, Areas, Geography, read_area};
use crate::quantity::PlaceCode;

/// The part of an area that lies in one state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Group {
    pub(super) state: PlaceCode,
    /// The area, or the name of one that the wage figures do not have.
    pub(super) area: Result<AreaIndex, String>,
}

impl Group {
    /// Reads `state`, `area` and `unlisted`.
    pub(super) fn read(row: &mut Fields<'_>, geography: &Geography, areas: &Areas) -> Option<Self> {
        let state = read_code(row, "state");
        if let Some(unknown) = state.filter(|&state| geography.get(state).is_none()) {
            let message = format!("`{unknown}` is not a place of the geography table");
            row.problem_at("state", message);
        }
        let code = read_area(row, "area");
        let unlisted = row.optional_string("unlisted");
        let known = code.and_then(|code| areas.iter().find(|(_, area)| area.code == code));
        let area = match (code, known, unlisted) {
            (None, ..) => None,
            (Some(_), None, Some(name)) => Some(Err(name)),
            (Some(code), None, None) => {
                row.problem_at("area", format!("`{code}` is not an area of the areas table"));
                None
            }
            (Some(code), Some(_), Some(_)) => {
                let message = format!("`{code}` is an area of the areas table");
                row.problem_at("unlisted", message);
                None
            }
            (Some(code), Some((index, area)), None) => {
                if state.is_some_and(|state| !area.states.contains(&state)) {
                    let message = format!("`{code}` ({}) does not reach into it", area.name);
                    row.problem_at("state", message);
                }
                Some(Ok(index))
            }
        };
        record!(Group { state, area })
    }
}
