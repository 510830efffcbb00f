//! Federal tax: social security and Medicare, the tax of the self-employed, income tax.

use crate::data::{Bands, FederalLaw};

/// What is earned in a year, in dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Earnings {
    /// Wages of an employee.
    pub wages: f64,
    /// Profit of a contractor.
    pub profit: f64,
}

/// Federal tax of a year, in dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FederalTax {
    /// Social security on wages.
    pub social_security: f64,
    /// Medicare on wages, with what it adds at high wages.
    pub medicare: f64,
    /// Medicare on wages without that.
    pub plain_medicare: f64,
    /// The profit that the tax of the self-employed is on.
    pub net_earnings: f64,
    /// Both halves of social security and Medicare on net earnings.
    pub self_employment: f64,
    /// What Medicare adds to it at high earnings.
    pub additional_medicare: f64,
    /// The part of the self-employment tax that is deducted from income.
    pub half: f64,
    /// Adjusted gross income.
    pub adjusted_gross: f64,
    /// The deduction for qualified business income.
    pub qualified_business: f64,
    /// Taxable income.
    pub taxable: f64,
    /// Income tax before credits.
    pub income_tax: f64,
    /// The credit for low earnings without a child.
    pub low_earnings_credit: f64,
}

impl Earnings {
    /// Wages alone.
    #[must_use]
    pub const fn wages(amount: f64) -> Self {
        Self { wages: amount, profit: 0.0 }
    }

    /// Profit alone.
    #[must_use]
    pub const fn profit(amount: f64) -> Self {
        Self { wages: 0.0, profit: amount }
    }

    /// Wages and profit.
    #[must_use]
    pub fn gross(self) -> f64 {
        self.wages + self.profit
    }
}

impl FederalTax {
    /// The federal tax on earnings.
    pub(super) fn new(law: &FederalLaw, earnings: Earnings) -> Self {
        let Earnings { wages, profit } = earnings;
        let wage_base = law.social_security_wage_base.value;
        let threshold = law.additional_medicare_threshold.value;
        let social_security = wages.min(wage_base) * law.social_security_rate.value;
        let plain_medicare = law.medicare_rate.value * wages;
        let medicare =
            plain_medicare + law.additional_medicare_rate.value * above(wages, threshold);
        let all_net = law.net_earnings_share.value * profit;
        let net_earnings = if all_net < law.self_employment_minimum.value { 0.0 } else { all_net };
        let self_employment = law.self_employment_social_security_rate.value
            * net_earnings.min(above(wage_base, wages))
            + law.self_employment_medicare_rate.value * net_earnings;
        let additional_medicare =
            law.additional_medicare_rate.value * above(net_earnings, above(threshold, wages));
        let half = law.deductible_share_of_self_employment_tax.value * self_employment;
        let adjusted_gross = wages + profit - half;
        let before = above(adjusted_gross, law.standard_deduction.value);
        let qualified_business = qualified_business(law, above(profit, half), before);
        let taxable = before - qualified_business;
        let earned = wages + profit - half;
        Self {
            social_security,
            medicare,
            plain_medicare,
            net_earnings,
            self_employment,
            additional_medicare,
            half,
            adjusted_gross,
            qualified_business,
            taxable,
            income_tax: on_brackets(&law.brackets.0, taxable),
            low_earnings_credit: low_earnings_credit(law, earned, adjusted_gross),
        }
    }

    /// Income tax after credits; below 0 where more is paid out than is owed.
    #[must_use]
    pub fn after_credits(&self) -> f64 {
        self.income_tax - self.low_earnings_credit
    }

    /// Everything federal, in dollars.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.after_credits()
            + self.social_security
            + self.medicare
            + self.self_employment
            + self.additional_medicare
    }
}

/// The deduction for qualified business income of a sole owner without staff, taken as no specified
/// trade (26 U.S.C. 199A).
fn qualified_business(law: &FederalLaw, income: f64, before: f64) -> f64 {
    let gone = (above(before, law.qbi_limit_start.value) / law.qbi_limit_length.value).min(1.0);
    let rate = law.qbi_rate.value;
    let deduction = (rate * income * (1.0 - gone)).min(rate * before);
    match (&law.qbi_minimum, &law.qbi_minimum_income) {
        (Some(least), Some(needed)) if income >= needed.value => {
            deduction.max(least.value).min(before)
        }
        _ => deduction,
    }
}

/// The credit for low earnings of somebody of 25 to 64 years without a child (26 U.S.C. 32).
fn low_earnings_credit(law: &FederalLaw, earned: f64, adjusted_gross: f64) -> f64 {
    let rate = law.eitc_rate.value;
    let grown = (rate * earned).min(law.eitc_maximum.value);
    let start = law.eitc_phase_out_start.value;
    above(grown, rate * above(adjusted_gross.max(earned), start))
}

/// The rate of each bracket on the income in it.
pub(super) fn on_brackets(brackets: &Bands, income: f64) -> f64 {
    let (mut tax, mut lower, mut rate) = (0.0, 0.0, 0.0);
    for band in brackets.iter().take_while(|band| band.lower < income) {
        let from = band.lower.max(0.0);
        tax += rate * (from - lower);
        (lower, rate) = (from, band.value);
    }
    tax + rate * above(income, lower)
}

/// What an amount is above another, at least 0.
pub(super) fn above(amount: f64, bound: f64) -> f64 {
    (amount - bound).max(0.0)
}
