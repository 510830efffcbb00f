//! What is left of earnings: every tax by name, by one law.

use super::federal::{Earnings, FederalTax};
use super::local::{LocalPart, local_parts};
use super::state::{StateRows, StateSum, StateTax};
use super::two_states::StateCase;
use crate::data::{
    Contribution, CreditKind, FederalLaw, Filing, LawEvidence, LocalTax, SourceIndex, TaxYear,
    Taxes,
};
use crate::quantity::PlaceCode;

/// Which law is applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Law<'t> {
    /// The tables.
    pub taxes: &'t Taxes,
    /// The tax year.
    pub year: TaxYear,
    /// How the return is filed.
    pub filing: Filing,
    /// The state of the home; nothing for federal tax alone.
    pub home: Option<PlaceCode>,
    /// The state that taxes the pay too, where its rule on the convenience of the employer is applied.
    pub other: Option<PlaceCode>,
    /// The rows of the local tax that was named.
    pub local: Vec<&'t LocalTax>,
}

/// What is left of earnings in a year, in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeHome<'t> {
    /// The earnings.
    pub earnings: Earnings,
    /// The federal law.
    pub law: &'t FederalLaw,
    /// Federal tax.
    pub federal: FederalTax,
    /// The tax of the home state, or why it is left out.
    pub state: Result<StateTax<'t>, StateLeftOut>,
    /// The tax of the other state.
    pub other: Option<OtherState<'t>>,
    /// Contributions to programs of the home state, in dollars.
    pub contributions: Vec<(&'t Contribution, f64)>,
    /// Local taxes.
    pub local: Vec<LocalPart<'t>>,
}

/// Why no state tax is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateLeftOut {
    /// Nobody said where home is.
    NoHome,
    /// The income is below what the rules were checked for.
    TooLow,
    /// The income is above what they were checked for.
    TooHigh,
}

/// The tax of the state of the employer, in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherState<'t> {
    /// The state.
    pub state: PlaceCode,
    /// Its tax as of a resident.
    pub of_resident: StateTax<'t>,
    /// Its tax on this pay: that of a resident without what is paid out, never below 0.
    pub tax: f64,
    /// What the home state credits of it.
    pub credit: f64,
    /// Whether the home state may refuse the credit.
    pub may_be_denied: bool,
}

impl TaxPart<'_> {
    /// The kinds of taxes, as parts are called.
    pub const KINDS: [&'static str; 8] = [
        "federal",
        "social_security",
        "medicare",
        "self_employment",
        "state",
        "other_state",
        "contribution",
        "local",
    ];
}

/// A tax by name.
#[derive(Clone, Debug, PartialEq)]
pub struct TaxPart<'t> {
    /// The name for programs.
    pub id: &'static str,
    /// The name for people.
    pub label: String,
    /// Dollars a year; below 0 where it is paid out.
    pub amount: f64,
    /// Where its numbers come from.
    pub evidence: Vec<&'t LawEvidence>,
}

impl<'t> Law<'t> {
    /// The incomes between which the rules of states are applied, in dollars.
    const APPLIED: [f64; 2] = [10_000.0, 400_000.0];

    /// The incomes between which they were checked, in dollars.
    #[must_use]
    pub const fn checked(&self) -> [f64; 2] {
        match self.filing {
            Filing::Single => [20_000.0, 400_000.0],
            Filing::Joint => [30_000.0, 300_000.0],
        }
    }

    /// What is left of earnings in a year.
    #[must_use]
    pub fn take_home(&self, earnings: Earnings) -> TakeHome<'t> {
        LawRows::new(self).take_home(earnings)
    }

    /// What is left of earnings, in dollars a year.
    #[must_use]
    pub fn left(&self, earnings: Earnings) -> f64 {
        LawRows::new(self).left(earnings)
    }

    /// Why the state tax on a gross is left out, if it is.
    #[must_use]
    pub fn left_out(&self, gross: f64) -> Option<StateLeftOut> {
        let [lowest, highest] = Self::APPLIED;
        match self.home {
            None => Some(StateLeftOut::NoHome),
            Some(_) if gross < lowest => Some(StateLeftOut::TooLow),
            Some(_) if gross > highest => Some(StateLeftOut::TooHigh),
            Some(_) => None,
        }
    }

    /// The same law where the other state's rule is applied.
    #[must_use]
    pub fn with_other(&self, case: StateCase<'_>) -> Option<Self> {
        match case {
            StateCase::Convenience(rule) => Some(Self { other: Some(rule.state), ..self.clone() }),
            _ => None,
        }
    }

    /// What is kept of each dollar of the next thousand, at most 1 but for credits.
    #[must_use]
    pub fn share_kept(&self, earnings: Earnings) -> f64 {
        const MORE: f64 = 1_000.0;
        let more = if earnings.profit > 0.0 {
            Earnings { profit: earnings.profit + MORE, ..earnings }
        } else {
            Earnings { wages: earnings.wages + MORE, ..earnings }
        };
        let rows = LawRows::new(self);
        (rows.left(more) - rows.left(earnings)) / MORE
    }
}

/// A law with its rows looked up once, for many earnings.
pub(super) struct LawRows<'l, 't> {
    law: &'l Law<'t>,
    federal: &'t FederalLaw,
    home: Option<StateRows<'t>>,
    other: Option<StateRows<'t>>,
    programs: &'t [Contribution],
}

impl<'l, 't> LawRows<'l, 't> {
    pub(super) fn new(law: &'l Law<'t>) -> Self {
        let (taxes, year) = (law.taxes, law.year);
        let rows = |state| StateRows::of(taxes, state, (year, law.filing));
        Self {
            law,
            federal: taxes.federal(year, law.filing),
            home: law.home.and_then(rows),
            other: law.other.and_then(rows),
            programs: law.home.map_or(&[], |home| taxes.programs(home, year)),
        }
    }

    /// The law of the home, or why it is left out.
    fn home(&self, earnings: Earnings) -> Result<StateRows<'t>, StateLeftOut> {
        match self.law.left_out(earnings.gross()) {
            Some(why) => Err(why),
            None => self.home.ok_or(StateLeftOut::NoHome),
        }
    }

    /// The programs but for those that an employer may charge and need not.
    fn programs(&self) -> impl Iterator<Item = &'t Contribution> {
        self.programs.iter().filter(|program| !program.is_optional)
    }

    /// What is left of earnings, in dollars a year.
    pub(super) fn left(&self, earnings: Earnings) -> f64 {
        let federal = FederalTax::new(self.federal, earnings);
        let mut taxes = federal.total();
        if let Ok(home) = self.home(earnings) {
            let state = home.sum(earnings, &federal);
            taxes += state.total();
            if let Some(other) = self.other {
                let tax = tax_of_nonresident(&other.sum(earnings, &federal));
                taxes += tax - credit(tax, &state);
            }
            if earnings.wages > 0.0 {
                taxes += self.programs().map(|program| program.of(earnings.wages)).sum::<f64>();
            }
            if !self.law.local.is_empty() {
                let parts = local_parts(&self.law.local, earnings, &state);
                taxes += parts.iter().map(|part| part.amount).sum::<f64>();
            }
        }
        earnings.gross() - taxes
    }

    /// What is left of earnings in a year, with every tax by name and how it came about.
    pub(super) fn take_home(&self, earnings: Earnings) -> TakeHome<'t> {
        let federal = FederalTax::new(self.federal, earnings);
        let state = self.home(earnings).map(|home| home.tax(earnings, &federal));
        let taxed = state.as_ref().ok();
        let other = taxed.and_then(|state| self.other_tax(earnings, &federal, &state.sum()));
        let contributed = taxed.filter(|_| earnings.wages > 0.0);
        let contributions = contributed
            .into_iter()
            .flat_map(|_| self.programs().map(|program| (program, program.of(earnings.wages))));
        let local = taxed.map(|state| local_parts(&self.law.local, earnings, &state.sum()));
        TakeHome {
            earnings,
            law: self.federal,
            federal,
            contributions: contributions.collect(),
            local: local.unwrap_or_default(),
            other,
            state,
        }
    }

    /// The other state's tax on all wages; the home state credits as much of it as its own tax is.
    fn other_tax(
        &self,
        earnings: Earnings,
        federal: &FederalTax,
        home: &StateSum,
    ) -> Option<OtherState<'t>> {
        let rows = self.other?;
        let of_resident: StateTax<'t> = rows.tax(earnings, federal);
        let tax = tax_of_nonresident(&of_resident.sum());
        let (state, two) = (rows.state.state, &self.law.taxes.two_states);
        let row = |kind| self.law.home.and_then(|home| two.credit(kind, home, state));
        Some(OtherState {
            state,
            of_resident,
            tax,
            credit: credit(tax, home),
            may_be_denied: home.before_refunds > 0.0
                && row(CreditKind::MayBeDenied).is_some()
                && row(CreditKind::Allowed).is_none(),
        })
    }
}

/// That of a resident without what is paid out.
fn tax_of_nonresident(of_resident: &StateSum) -> f64 {
    of_resident.before_refunds.max(0.0)
}

/// What the home state credits of another state's tax.
fn credit(tax: f64, home: &StateSum) -> f64 {
    tax.min(home.before_refunds)
}

impl<'t> TakeHome<'t> {
    /// What is left, in dollars a year.
    #[must_use]
    pub fn left(&self) -> f64 {
        let contributions: f64 = self.contributions.iter().map(|(_, amount)| amount).sum();
        let local: f64 = self.local.iter().map(|part| part.amount).sum();
        let taxes = self.federal.total() + self.state_total() + contributions + local;
        self.earnings.gross() - taxes
    }

    /// The tax of both states, in dollars a year.
    #[must_use]
    pub fn state_total(&self) -> f64 {
        let home = self.state.as_ref().map_or(0.0, StateTax::total);
        home + self.other.as_ref().map_or(0.0, |other| other.tax - other.credit)
    }

    /// Every tax by name; one of nothing is left out.
    #[must_use]
    pub fn parts(&self) -> Vec<TaxPart<'t>> {
        let law = self.law;
        let federal = &self.federal;
        let part = |id, label: &str, amount, evidence: Vec<&'t LawEvidence>| TaxPart {
            id,
            label: label.to_owned(),
            amount,
            evidence,
        };
        let mut parts = vec![
            part(
                "federal",
                "federal income tax",
                federal.after_credits(),
                vec![&law.brackets.1, &law.standard_deduction.evidence],
            ),
            part(
                "social_security",
                "social security",
                federal.social_security,
                vec![&law.social_security_rate.evidence, &law.social_security_wage_base.evidence],
            ),
            part("medicare", "Medicare", federal.medicare, vec![&law.medicare_rate.evidence]),
            part(
                "self_employment",
                "self-employment tax",
                federal.self_employment + federal.additional_medicare,
                vec![
                    &law.self_employment_social_security_rate.evidence,
                    &law.self_employment_medicare_rate.evidence,
                    &law.net_earnings_share.evidence,
                ],
            ),
        ];
        if let Ok(state) = &self.state {
            let credit = self.other.as_ref().map_or(0.0, |other| other.credit);
            let evidence = state.evidence().collect();
            parts.push(part("state", "state income tax", state.total() - credit, evidence));
        }
        if let Some(other) = &self.other {
            let label = format!("income tax of {}", other.state);
            let evidence = other.of_resident.evidence().collect();
            parts.push(part("other_state", &label, other.tax, evidence));
        }
        for (program, amount) in &self.contributions {
            parts.push(part("contribution", &program.label, *amount, vec![&program.evidence]));
        }
        for local in &self.local {
            let what = if local.amount < 0.0 { "credit of" } else { "tax of" };
            let label = format!("{what} {}", local.row.place);
            parts.push(part("local", &label, local.amount, vec![&local.row.evidence]));
        }
        parts.retain(|part| part.amount != 0.0);
        parts
    }

    /// What each of [`TaxPart::KINDS`] comes to, in dollars a year.
    #[must_use]
    pub fn by_kind(&self) -> [f64; TaxPart::KINDS.len()] {
        let parts = self.parts();
        TaxPart::KINDS
            .map(|kind| parts.iter().filter(|part| part.id == kind).map(|part| part.amount).sum())
    }

    /// The sources of every number in it, each once, in the sources of taxes.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceIndex> {
        let parts = self.parts();
        let evidence = parts.iter().flat_map(|part| part.evidence.iter());
        let mut sources: Vec<_> =
            evidence.flat_map(|evidence| evidence.sources.iter().copied()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}
