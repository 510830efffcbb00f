//! The tax of a state: its rules, one after another.

use super::amounts::Looked;
use super::federal::{Earnings, FederalTax, above};
use crate::data::{Filing, LawEvidence, StateBase, TaxRule, TaxStage, TaxState, TaxYear, Taxes};

/// The income tax of a state, in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct StateTax<'t> {
    /// Its taxable income.
    pub taxable: f64,
    /// The tax before what is paid out.
    pub before_refunds: f64,
    /// What is taken off and paid out where more is left.
    pub refunds: f64,
    /// What is added after everything else.
    pub contribution: f64,
    /// The rules that had an effect, in their order.
    pub applied: Vec<AppliedRule<'t>>,
}

/// A rule of a state with its effect.
#[derive(Clone, Debug, PartialEq)]
pub struct AppliedRule<'t> {
    /// The rule.
    pub rule: &'t TaxRule,
    /// A deduction, or by how much the tax changes, in dollars.
    pub amount: f64,
}

impl<'t> StateTax<'t> {
    /// The tax; below 0 where more is paid out than is owed.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.before_refunds - self.refunds + self.contribution
    }

    /// Where the numbers of the rules come from.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &'t LawEvidence> {
        self.applied.iter().filter_map(|applied| applied.rule.evidence.as_ref())
    }

    pub(super) fn new(
        taxes: &'t Taxes,
        state: &TaxState,
        (year, filing): (TaxYear, Filing),
        earnings: Earnings,
        federal: &FederalTax,
    ) -> Self {
        let base = match state.base {
            Some(StateBase::Gross) => earnings.gross(),
            Some(StateBase::AdjustedGross) | None => federal.adjusted_gross,
        };
        let mut looked = Looked { earnings, federal, base, taxable: 0.0, tax: 0.0, exemption: 0.0 };
        let rules: Vec<&TaxRule> = taxes.rules(state.state, year, filing).collect();
        let mut amounts: Vec<(&str, f64)> = Vec::new();
        let mut applied = Vec::new();
        let mut keep = |rule, amount: f64| {
            if amount != 0.0 {
                applied.push(AppliedRule { rule, amount });
            }
        };
        let mut deducted = state.qbi_share * federal.qualified_business;
        for &rule in rules.iter().filter(|rule| rule.stage == TaxStage::Deduct) {
            let amount = looked.amount(&rule.kind, |_| 0.0);
            if rule.id == "exemption" {
                looked.exemption = amount;
            }
            deducted += amount;
            keep(rule, amount);
        }
        looked.taxable = above(base, deducted);
        let (mut refunds, mut contribution) = (0.0, 0.0);
        for &rule in rules.iter().filter(|rule| rule.stage != TaxStage::Deduct) {
            let before = looked.tax;
            if let TaxStage::Credit | TaxStage::Refund = rule.stage {
                let named =
                    |id: &str| amounts.iter().find(|(known, _)| *known == id).map_or(0.0, |a| a.1);
                let amount = looked.amount(&rule.kind, named);
                amounts.push((&rule.id, amount));
                if rule.stage == TaxStage::Refund {
                    refunds += amount;
                    keep(rule, -amount);
                    continue;
                }
                looked.tax = above(looked.tax, amount);
            } else if let crate::data::RuleKind::ShareOfNetEarnings { share } = &rule.kind {
                contribution += share * federal.net_earnings;
                keep(rule, share * federal.net_earnings);
                continue;
            } else {
                looked.act(&rule.kind);
            }
            keep(rule, looked.tax - before);
        }
        Self { taxable: looked.taxable, before_refunds: looked.tax, refunds, contribution, applied }
    }
}
