use serde::{Deserialize, Serialize};

use super::evidence::LawEvidence;
use super::kinds::{TaxYear, amount, read_year, share};
use super::states::read_state;
use crate::data::reading::{Citations, Fields, record};
use crate::data::wages::Geography;
use crate::quantity::PlaceCode;

/// What employees contribute to a program of a state: the most that they may be charged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// The state.
    pub state: PlaceCode,
    /// The tax year.
    pub year: TaxYear,
    /// The name of the program.
    pub program: String,
    /// What it is, in words.
    pub label: String,
    /// Dollars a year, whatever the wage.
    pub flat: f64,
    /// The share of wages.
    pub rate: f64,
    /// The wages above which nothing is added; infinity where there is no such bound.
    pub wage_base: f64,
    /// The most in a year; infinity where there is no such bound.
    pub cap: f64,
    /// Whether an employer may charge it but need not.
    pub is_optional: bool,
    /// Where the numbers come from.
    pub evidence: LawEvidence,
}

impl Contribution {
    pub(super) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        if !row.has("flat") && !row.has("rate") {
            row.problem_here("one of the keys `flat`, `rate` is needed");
        }
        let unbounded = |bound: Option<f64>| bound.unwrap_or(f64::INFINITY);
        record!(Self {
            state: read_state(row, "state", geography),
            year: read_year(row),
            program: row.string("program"),
            label: row.string("label"),
            flat: Some(row.optional_quantity("flat", amount).unwrap_or(0.0)),
            rate: Some(row.optional_quantity("rate", share).unwrap_or(0.0)),
            wage_base: Some(unbounded(row.optional_quantity("wage_base", amount))),
            cap: Some(unbounded(row.optional_quantity("cap", amount))),
            is_optional: Some(row.optional_one_of("optional", &[("yes", ())]).is_some()),
            evidence: LawEvidence::read(row, sources),
        })
    }

    /// The contribution of a year's wages, in dollars.
    #[must_use]
    pub fn of(&self, wages: f64) -> f64 {
        self.cap.min(self.flat + self.rate * wages.min(self.wage_base))
    }
}
