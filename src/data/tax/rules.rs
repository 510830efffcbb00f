use serde::{Deserialize, Serialize};

use super::evidence::LawEvidence;
use super::kinds::{Filing, TaxYear};
use super::rule_kind::RuleKind;
use crate::quantity::{PlaceCode, named};

/// One step of the computation of a state's tax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaxRule {
    /// The state.
    pub state: PlaceCode,
    /// The tax year.
    pub year: TaxYear,
    /// The one filing that the rule is for; nothing where it is for both.
    pub filing: Option<Filing>,
    /// What becomes of its amount.
    pub stage: TaxStage,
    /// The name of the rule in its state.
    pub id: String,
    /// What it is, in words.
    pub label: String,
    /// How its amount is found.
    pub kind: RuleKind,
    /// Where its numbers come from; nothing of a rule that has none.
    pub evidence: Option<LawEvidence>,
}

named! {
    /// What becomes of the amount of a rule.
    #[derive(Serialize, Deserialize)]
    pub enum TaxStage {
        /// It is deducted from the base.
        Deduct = "deduct",
        /// It is the tax, or changes it.
        Tax = "tax",
        /// It is added to the tax.
        Add = "add",
        /// The tax is at least this.
        Floor = "floor",
        /// The tax is at most this.
        Ceiling = "ceiling",
        /// There is no tax.
        Zero = "zero",
        /// It is taken off the tax, not below 0.
        Credit = "credit",
        /// It is taken off the tax and paid out where more is left.
        Refund = "refund",
        /// It is added after everything else.
        Contribution = "contribution",
    }
}

impl TaxRule {
    /// Whether it is for a filing.
    #[must_use]
    pub fn is_for(&self, filing: Filing) -> bool {
        self.filing.is_none_or(|only| only == filing)
    }
}
