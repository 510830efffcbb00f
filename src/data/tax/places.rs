use super::kinds::{Filing, TaxYear};
use super::local::LocalTax;
use super::taxes::Taxes;
use crate::quantity::PlaceCode;

/// Why a place has no local tax here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalPlaceError {
    /// It is in another state.
    Elsewhere(PlaceCode),
    /// Its rows are for another filing.
    OtherFiling,
    /// No row is for it.
    Unknown,
}

impl Taxes {
    /// The names of the places of a state with a local tax, each once.
    #[must_use]
    pub fn local_names(&self, year: TaxYear, state: PlaceCode) -> Vec<&str> {
        let rows = self.local(year).filter(|row| row.state == state);
        let mut names: Vec<&str> = rows.map(|row| row.place.as_str()).collect();
        names.dedup();
        names
    }

    /// The rows of a place in a state, called so in any case.
    ///
    /// # Errors
    /// When no row of the state is for it and the filing.
    pub fn local_rows(
        &self,
        (year, filing): (TaxYear, Filing),
        state: PlaceCode,
        name: &str,
    ) -> Result<Vec<&LocalTax>, LocalPlaceError> {
        let is_called = |row: &&LocalTax| row.place.eq_ignore_ascii_case(name.trim());
        let rows: Vec<_> = self.local(year).filter(is_called).collect();
        let here: Vec<_> = rows.iter().copied().filter(|row| row.state == state).collect();
        let Some(first) = rows.first() else { return Err(LocalPlaceError::Unknown) };
        if here.is_empty() {
            return Err(LocalPlaceError::Elsewhere(first.state));
        }
        if here.iter().any(|row| row.filing.is_some_and(|only| only != filing)) {
            return Err(LocalPlaceError::OtherFiling);
        }
        Ok(here)
    }
}
