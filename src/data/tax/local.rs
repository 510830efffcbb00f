use serde::{Deserialize, Serialize};

use super::bands::Bands;
use super::evidence::LawEvidence;
use super::kinds::{Filing, TaxYear, amount, read_year, share};
use super::states::read_state;
use crate::data::reading::{Citations, Fields, record};
use crate::data::wages::Geography;
use crate::quantity::PlaceCode;

/// A tax of a city or county, or a credit against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LocalTax {
    /// The state.
    pub state: PlaceCode,
    /// The tax year.
    pub year: TaxYear,
    /// The city or county.
    pub place: String,
    /// The one filing that the row is for; nothing where it is for both.
    pub filing: Option<Filing>,
    /// How it is computed.
    pub kind: LocalKind,
    /// Where the numbers come from.
    pub evidence: LawEvidence,
}

/// How a local tax is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LocalKind {
    /// A share of the state's taxable income.
    RateOfTaxable(f64),
    /// A share of wages and profit.
    RateOfEarnings(f64),
    /// The rate of each bracket on the state's taxable income in it.
    Brackets(Bands),
    /// The rate of the row on all of the state's taxable income.
    Tier(Bands),
    /// A share of the state tax.
    Surcharge(f64),
    /// Dollars a month.
    Monthly(f64),
    /// An amount off, up to an income.
    Credit {
        /// Dollars a year.
        amount: f64,
        /// The highest income that has it.
        limit: f64,
    },
    /// Rates on the state's taxable income off, up to an income.
    CreditBrackets {
        /// The rates.
        bands: Bands,
        /// The highest income that has it.
        limit: f64,
    },
}

impl LocalTax {
    /// The highest rate of income; nothing of a tax that is none.
    #[must_use]
    pub fn highest_rate(&self) -> Option<f64> {
        match &self.kind {
            LocalKind::RateOfTaxable(rate) | LocalKind::RateOfEarnings(rate) => Some(*rate),
            LocalKind::Brackets(bands) | LocalKind::Tier(bands) => Some(bands.ends()[1].value),
            _ => None,
        }
    }

    /// The lowest rate of income; nothing of a tax that is none.
    #[must_use]
    pub fn lowest_rate(&self) -> Option<f64> {
        match &self.kind {
            LocalKind::Brackets(bands) | LocalKind::Tier(bands) => Some(bands.ends()[0].value),
            _ => self.highest_rate(),
        }
    }

    pub(super) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        record!(Self {
            state: read_state(row, "state", geography),
            year: read_year(row),
            place: row.string("place"),
            filing: Some(if row.has("filing") { row.choice("filing") } else { None }),
            kind: read_kind(row),
            evidence: LawEvidence::read(row, sources),
        })
    }
}

fn read_kind(row: &mut Fields<'_>) -> Option<LocalKind> {
    let kind = *row.text("kind")?.get_ref();
    let taxable = |row: &mut Fields<'_>| row.one_of("on", &[("taxable", ())]);
    match kind {
        "rate" => {
            let rate = row.quantity("rate", share);
            let on = row.one_of("on", &[("taxable", true), ("earnings", false)])?;
            let rate = rate?;
            Some(if on { LocalKind::RateOfTaxable(rate) } else { LocalKind::RateOfEarnings(rate) })
        }
        "brackets" => {
            taxable(row);
            Bands::read(row, "rate", None).map(LocalKind::Brackets)
        }
        "tier" => {
            taxable(row);
            Bands::read(row, "rate", None).map(LocalKind::Tier)
        }
        "surcharge" => row.quantity("rate", share).map(LocalKind::Surcharge),
        "monthly" => row.quantity("amount", amount).map(LocalKind::Monthly),
        "credit" => {
            let off = row.quantity("amount", amount);
            let limit = row.quantity("limit", amount);
            Some(LocalKind::Credit { amount: off?, limit: limit? })
        }
        "credit-brackets" => {
            taxable(row);
            let bands = Bands::read(row, "rate", None);
            let limit = row.quantity("limit", amount);
            Some(LocalKind::CreditBrackets { bands: bands?, limit: limit? })
        }
        _ => {
            row.problem_at("kind", format!("`kind` is `{kind}`, which no local tax is"));
            None
        }
    }
}
