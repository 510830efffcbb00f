//! A law with its rows looked up once, for many earnings.

use super::federal::{Earnings, FederalTax};
use super::local::local_parts;
use super::state::{StateRows, StateSum, StateTax};
use super::take_home::{Law, OtherState, StateLeftOut, TakeHome};
use crate::data::{Contribution, CreditKind, FederalLaw};

/// A law with its rows.
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
