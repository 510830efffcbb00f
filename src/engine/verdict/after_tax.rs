//! Pay after taxes on both sides of a comparison, where that is asked for.

use super::measures::ratio;
use crate::data::Tables;
use crate::engine::tax::{AppliedLaw, Earnings, Law, gross_of_pay, law_at_home};
use crate::profile::Profile;

const NO_LAW: &str = "the tax law of your home is not in the tables";

/// The laws that two pays are compared by.
pub(super) struct AfterTax<'t> {
    /// That of work in the field.
    in_field: Law<'t>,
    /// That of the home alone, on wages.
    at_home: Law<'t>,
    gross_of_pay: f64,
    is_contract: bool,
}

impl<'t> AfterTax<'t> {
    /// The laws of a profile that asks for them.
    pub(super) fn of(tables: &'t Tables, profile: &Profile) -> Option<Result<Self, &'static str>> {
        profile.taxes().is_asked().then(|| {
            Ok(Self {
                in_field: AppliedLaw::new(tables, profile).map_err(|_| NO_LAW)?.law,
                at_home: law_at_home(tables, profile).map_err(|_| NO_LAW)?,
                gross_of_pay: gross_of_pay(tables, profile),
                is_contract: profile.work().is_contract(),
            })
        })
    }

    /// What is left of a year's pay in the field.
    fn in_field(&self, pay: f64) -> f64 {
        let gross = pay * self.gross_of_pay;
        let earned =
            if self.is_contract { Earnings::profit(gross) } else { Earnings::wages(gross) };
        self.in_field.left(earned)
    }

    /// What is left of a year's wages in another job at home.
    fn elsewhere(&self, pay: f64) -> f64 {
        self.at_home.left(Earnings::wages(pay))
    }
}

/// Pay in the field over pay without it, after taxes where that is asked for.
pub(super) fn over_other_job(
    tables: &Tables,
    profile: &Profile,
    [pay, other]: [f64; 2],
    why: &'static str,
) -> Result<f64, &'static str> {
    match AfterTax::of(tables, profile).transpose()? {
        Some(taxes) => ratio(taxes.in_field(pay), taxes.elsewhere(other), why),
        None => ratio(pay, other, why),
    }
}

/// Pay in the field over the pay there now, after taxes where that is asked for.
pub(super) fn over_now(
    tables: &Tables,
    profile: &Profile,
    [pay, now]: [f64; 2],
    why: &'static str,
) -> Result<f64, &'static str> {
    match AfterTax::of(tables, profile).transpose()? {
        Some(taxes) => ratio(taxes.in_field(pay), taxes.in_field(now), why),
        None => ratio(pay, now, why),
    }
}
