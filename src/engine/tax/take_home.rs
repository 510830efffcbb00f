//! What is left of earnings: every tax by name, by one law.

use super::federal::{Earnings, FederalTax};
use super::law_rows::LawRows;
use super::local::LocalPart;
use super::state::StateTax;
use super::two_states::StateCase;
use crate::data::{
    Contribution, FederalLaw, Filing, LawEvidence, LocalTax, SourceIndex, TaxYear, Taxes,
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
