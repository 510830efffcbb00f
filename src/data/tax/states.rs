use serde::{Deserialize, Serialize};

use super::kinds::{StateBase, share};
use crate::data::reading::{Fields, Quoted, read_code, record};
use crate::data::wages::Geography;
use crate::quantity::PlaceCode;

/// What a state taxes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaxState {
    /// The state.
    pub state: PlaceCode,
    /// What its tax starts from; nothing where it does not tax pay.
    pub base: Option<StateBase>,
    /// The share of the federal deduction for qualified business income that it grants.
    pub qbi_share: f64,
    /// Taxes of cities, counties and schools, in words.
    pub local: Option<String>,
    /// The local tax that everybody pays, in words.
    pub local_everywhere: Option<String>,
    /// Whether a couple of two earners pays less than one of which one earns the same.
    pub is_less_for_two_earners: bool,
}

impl TaxState {
    pub(super) fn read(row: &mut Fields<'_>, geography: &Geography) -> Option<Self> {
        row.optional_text("note");
        record!(Self {
            state: read_state(row, "state", geography),
            base: Some(if row.has("base") { row.choice("base") } else { None }),
            qbi_share: Some(row.optional_quantity("qbi_share", share).unwrap_or(0.0)),
            local: Some(row.optional_string("local")),
            local_everywhere: Some(row.optional_string("local_everywhere")),
            is_less_for_two_earners: Some(
                row.optional_one_of("two_earners", &[("less", ())]).is_some()
            ),
        })
    }
}

/// The state that a key names.
pub(super) fn read_state(
    row: &mut Fields<'_>,
    key: &'static str,
    geography: &Geography,
) -> Option<PlaceCode> {
    let code = read_code(row, key)?;
    known(row, key, code, geography)
}

/// The states that a list names; an absent key is every state, which is an empty list.
pub(super) fn read_states(
    row: &mut Fields<'_>,
    key: &'static str,
    geography: &Geography,
) -> Vec<PlaceCode> {
    let codes = row.strings(key);
    codes
        .iter()
        .filter_map(|text| match PlaceCode::new(text) {
            Ok(code) => known(row, key, code, geography),
            Err(error) => {
                row.problem_at(key, format!("`{key}` has {}: {error}", Quoted(text)));
                None
            }
        })
        .collect()
}

fn known(
    row: &mut Fields<'_>,
    key: &'static str,
    code: PlaceCode,
    geography: &Geography,
) -> Option<PlaceCode> {
    if code != PlaceCode::NATION && geography.get(code).is_some() {
        return Some(code);
    }
    let message = format!("{} is not a state of the geography table", Quoted(code.as_str()));
    row.problem_at(key, message);
    None
}
