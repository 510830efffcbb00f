use serde::{Deserialize, Serialize};

use super::kinds::{amount, share};
use crate::data::reading::{Fields, record};

/// Rows from a lower bound on, in rising order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bands(Vec<Band>);

/// A row from a lower bound on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lower bound; minus infinity where the row has none.
    pub lower: f64,
    /// The amount or share of the row.
    pub value: f64,
    /// The amount at the lower bound, of schedules that state it; else 0.
    pub base: f64,
}

impl Bands {
    /// Each row, from the lowest.
    pub fn iter(&self) -> impl Iterator<Item = Band> {
        self.0.iter().copied()
    }

    /// The row with the greatest lower bound that is reached.
    #[must_use]
    pub fn reached(&self, income: f64) -> Option<Band> {
        self.iter().filter(|band| income >= band.lower).last()
    }

    /// The row with the greatest lower bound that is exceeded.
    #[must_use]
    pub fn exceeded(&self, income: f64) -> Option<Band> {
        self.iter().filter(|band| income > band.lower).last()
    }

    /// The lowest and the highest row.
    ///
    /// # Panics
    /// Never: an empty table is refused when it is read.
    #[must_use]
    pub fn ends(&self) -> [Band; 2] {
        let ends = self.0.first().zip(self.0.last());
        let (first, last) = ends.expect("a table without rows is refused");
        [*first, *last]
    }

    /// Reads `rows` with a column of amounts or shares, and maybe the amount at the lower bound.
    pub(super) fn read(
        row: &mut Fields<'_>,
        column: &'static str,
        with_base: Option<&'static str>,
    ) -> Option<Self> {
        let is_share = matches!(column, "rate" | "share");
        let bands = row.tables("rows", |row| {
            record!(Band {
                lower: Some(row.optional_number("lower").unwrap_or(f64::NEG_INFINITY)),
                value: row.quantity(column, if is_share { share } else { amount }),
                base: with_base.map_or(Some(0.0), |base| row.quantity(base, amount)),
            })
        });
        if bands.is_empty() && row.is_sound() {
            row.problem_here("the key `rows` is missing");
        }
        if bands.windows(2).any(|pair| pair[0].lower >= pair[1].lower) {
            row.problem_at("rows", "each `lower` must be above the one before it");
        }
        (!bands.is_empty()).then_some(Self(bands))
    }
}
