//! The tax of a state: its rules, one after another.

use super::amounts::Looked;
use super::federal::{Earnings, FederalTax, above};
use crate::data::{
    Filing, LawEvidence, RuleKind, StateBase, TaxRule, TaxStage, TaxState, TaxYear, Taxes,
};
use crate::quantity::PlaceCode;

/// The rows of a state's law, looked up once for many earnings.
#[derive(Clone, Copy, Debug)]
pub(super) struct StateRows<'t> {
    pub(super) state: &'t TaxState,
    rules: &'t [TaxRule],
    filing: Filing,
}

/// The income tax of a state without how it came about, in dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StateSum {
    /// What it starts from.
    pub(super) base: f64,
    /// The part of the federal deduction for business income that it grants.
    pub(super) business: f64,
    pub(super) taxable: f64,
    pub(super) before_refunds: f64,
    pub(super) refunds: f64,
    pub(super) contribution: f64,
}

/// The income tax of a state, in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct StateTax<'t> {
    /// What it starts from: adjusted gross income, or wages and profit.
    pub base: f64,
    /// The part of the federal deduction for business income that it grants.
    pub business: f64,
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
    /// The income that the rule looks at, in dollars or as a multiple of the poverty line; 0 of a rule
    /// that looks at none.
    pub income: f64,
    /// The taxable income, 0 of a deduction.
    pub taxable: f64,
    /// The tax before the rule.
    pub tax_before: f64,
    /// The exemption of the state.
    pub exemption: f64,
    /// The credit that comes off the rule's own.
    pub named_credit: f64,
}

impl StateSum {
    /// The tax; below 0 where more is paid out than is owed.
    pub(super) const fn total(&self) -> f64 {
        self.before_refunds - self.refunds + self.contribution
    }
}

impl StateTax<'_> {
    /// The tax; below 0 where more is paid out than is owed.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.sum().total()
    }

    pub(super) const fn sum(&self) -> StateSum {
        let &Self { base, business, taxable, before_refunds, refunds, contribution, .. } = self;
        StateSum { base, business, taxable, before_refunds, refunds, contribution }
    }
}

impl<'t> StateTax<'t> {
    /// Where the numbers of the rules come from.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &'t LawEvidence> {
        self.applied.iter().filter_map(|applied| applied.rule.evidence.as_ref())
    }
}

impl<'t> StateRows<'t> {
    /// The rows of a state; none of a territory.
    pub(super) fn of(
        taxes: &'t Taxes,
        state: PlaceCode,
        (year, filing): (TaxYear, Filing),
    ) -> Option<Self> {
        let rules = taxes.rules(state, year);
        taxes.state(state).map(|state| Self { state, rules, filing })
    }

    /// The tax on earnings.
    pub(super) fn sum(&self, earnings: Earnings, federal: &FederalTax) -> StateSum {
        self.apply(earnings, federal, |_, _, _| {})
    }

    /// The tax on earnings, with the rules that had an effect.
    pub(super) fn tax(&self, earnings: Earnings, federal: &FederalTax) -> StateTax<'t> {
        let mut applied = Vec::new();
        let sum = self.apply(earnings, federal, |rule, amount, looked| {
            if amount != 0.0 {
                applied.push(AppliedRule {
                    rule,
                    amount,
                    income: looked.income_of(&rule.kind),
                    taxable: looked.taxable,
                    tax_before: looked.tax,
                    exemption: looked.exemption,
                    named_credit: self.named_credit(&rule.kind, looked),
                });
            }
        });
        let StateSum { base, business, taxable, before_refunds, refunds, contribution } = sum;
        StateTax { base, business, taxable, before_refunds, refunds, contribution, applied }
    }

    /// Applies each rule, and shows it with its effect and what it looked at.
    fn apply(
        &self,
        earnings: Earnings,
        federal: &FederalTax,
        mut show: impl FnMut(&'t TaxRule, f64, &Looked<'_>),
    ) -> StateSum {
        let base = match self.state.base {
            Some(StateBase::Gross) => earnings.gross(),
            Some(StateBase::AdjustedGross) | None => federal.adjusted_gross,
        };
        let business = self.state.qbi_share * federal.qualified_business;
        let mut looked = Looked { earnings, federal, base, taxable: 0.0, tax: 0.0, exemption: 0.0 };
        let mut deducted = business;
        let is_deduction = |rule: &&TaxRule| rule.stage == TaxStage::Deduct;
        for rule in self.rules().filter(is_deduction) {
            let amount = looked.amount(&rule.kind, 0.0);
            show(rule, amount, &looked);
            if rule.id == "exemption" {
                looked.exemption = amount;
            }
            deducted += amount;
        }
        looked.taxable = above(base, deducted);
        let (mut refunds, mut contribution) = (0.0, 0.0);
        for rule in self.rules().filter(|rule| !is_deduction(rule)) {
            let amount = || looked.amount(&rule.kind, self.named_credit(&rule.kind, &looked));
            match (rule.stage, &rule.kind) {
                (TaxStage::Refund, _) => {
                    let amount = amount();
                    show(rule, -amount, &looked);
                    refunds += amount;
                }
                (_, RuleKind::ShareOfNetEarnings { share }) => {
                    let amount = share * federal.net_earnings;
                    show(rule, amount, &looked);
                    contribution += amount;
                }
                (stage, kind) => {
                    let is_credit = stage == TaxStage::Credit;
                    let after =
                        if is_credit { above(looked.tax, amount()) } else { looked.after(kind) };
                    show(rule, after - looked.tax, &looked);
                    looked.tax = after;
                    if matches!(kind, RuleKind::FirstExempt { .. }) && earnings.profit > 0.0 {
                        // A contractor's schedule of his own replaces the taxable income too.
                        looked.taxable = 0.0;
                    }
                }
            }
        }
        StateSum {
            base,
            business,
            taxable: looked.taxable,
            before_refunds: looked.tax,
            refunds,
            contribution,
        }
    }

    fn rules(&self) -> impl Iterator<Item = &'t TaxRule> {
        let filing = self.filing;
        self.rules.iter().filter(move |rule| rule.is_for(filing))
    }

    /// The credit that comes off the one of a rule; such a credit looks at no tax.
    fn named_credit(&self, kind: &RuleKind, looked: &Looked<'_>) -> f64 {
        let RuleKind::EitcShareLess { less, .. } = kind else { return 0.0 };
        let named = self.rules().find(|rule| rule.id == *less);
        named.map_or(0.0, |rule| looked.amount(&rule.kind, 0.0))
    }
}
