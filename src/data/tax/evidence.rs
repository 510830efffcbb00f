use serde::{Deserialize, Serialize};

use super::kinds::amount;
use crate::data::reading::{Citations, Fields, SourceIndex, record};
use crate::quantity::named;

named! {
    /// How a number of a law came to be, from the firmest to the loosest.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum LawBasis {
        /// Printed by the authority for that year.
        Official = "official",
        /// Fixed in law and not indexed.
        Law = "law",
        /// A formula on official numbers.
        Derived = "derived",
        /// The amount of 2025, because that of 2026 was not to be had.
        Applied2025 = "applied-2025",
        /// A choice of this project.
        Assumption = "assumption",
    }
}

/// Where the numbers of a row come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LawEvidence {
    /// The loosest basis of its numbers.
    pub basis: LawBasis,
    /// The documents, in the sources of taxes.
    pub sources: Vec<SourceIndex>,
}

impl LawEvidence {
    pub(super) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        row.optional_text("locator");
        row.optional_text("note");
        record!(Self { basis: row.choice("basis"), sources: sources.cited(row) })
    }
}

/// A number of the law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LawNumber {
    /// An amount in dollars, or a share.
    pub value: f64,
    /// Where it comes from.
    pub evidence: LawEvidence,
}

impl LawNumber {
    pub(super) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        record!(Self {
            value: row.quantity("value", amount),
            evidence: LawEvidence::read(row, sources),
        })
    }
}
