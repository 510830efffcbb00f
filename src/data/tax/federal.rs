use serde::{Deserialize, Serialize};

use super::bands::Bands;
use super::evidence::{LawEvidence, LawNumber};
use super::kinds::{Filing, TaxYear, read_year};
use crate::data::reading::{Citations, Fields, record};

/// Federal tax law of a year for a filing, in dollars and shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FederalLaw {
    /// The tax year.
    pub year: TaxYear,
    /// How the return is filed.
    pub filing: Filing,
    /// The rates of the income tax, and where they come from.
    pub brackets: (Bands, LawEvidence),
    /// The employee's rate of social security.
    pub social_security_rate: LawNumber,
    /// The pay above which no social security is due.
    pub social_security_wage_base: LawNumber,
    /// The employee's rate of Medicare.
    pub medicare_rate: LawNumber,
    /// What is added to it above the threshold.
    pub additional_medicare_rate: LawNumber,
    /// The threshold.
    pub additional_medicare_threshold: LawNumber,
    /// The share of profit that is net earnings.
    pub net_earnings_share: LawNumber,
    /// Net earnings below which no self-employment tax is due.
    pub self_employment_minimum: LawNumber,
    /// Both halves of social security.
    pub self_employment_social_security_rate: LawNumber,
    /// Both halves of Medicare.
    pub self_employment_medicare_rate: LawNumber,
    /// The share of the self-employment tax that is deducted from income.
    pub deductible_share_of_self_employment_tax: LawNumber,
    /// The deduction for qualified business income, as a share of it.
    pub qbi_rate: LawNumber,
    /// The taxable income from which that deduction shrinks.
    pub qbi_limit_start: LawNumber,
    /// The income over which it shrinks to nothing.
    pub qbi_limit_length: LawNumber,
    /// The least deduction, where the law has one.
    pub qbi_minimum: Option<LawNumber>,
    /// The qualified business income that the least deduction takes.
    pub qbi_minimum_income: Option<LawNumber>,
    /// The rate at which the credit for low earnings without a child grows and shrinks.
    pub eitc_rate: LawNumber,
    /// The most that this credit is.
    pub eitc_maximum: LawNumber,
    /// The income from which it shrinks.
    pub eitc_phase_out_start: LawNumber,
    /// The standard deduction.
    pub standard_deduction: LawNumber,
}

impl FederalLaw {
    pub(super) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let number =
            |row: &mut Fields<'_>, key| row.table(key, |row| LawNumber::read(row, sources));
        let optional = |row: &mut Fields<'_>, key| {
            row.optional_table(key, |row| LawNumber::read(row, sources))
        };
        record!(Self {
            year: read_year(row),
            filing: row.choice("filing"),
            brackets: row.table("brackets", |row| {
                let bands = Bands::read(row, "rate", None);
                bands.zip(LawEvidence::read(row, sources))
            }),
            social_security_rate: number(row, "social_security_rate"),
            social_security_wage_base: number(row, "social_security_wage_base"),
            medicare_rate: number(row, "medicare_rate"),
            additional_medicare_rate: number(row, "additional_medicare_rate"),
            additional_medicare_threshold: number(row, "additional_medicare_threshold"),
            net_earnings_share: number(row, "net_earnings_share"),
            self_employment_minimum: number(row, "self_employment_minimum"),
            self_employment_social_security_rate: number(
                row,
                "self_employment_social_security_rate"
            ),
            self_employment_medicare_rate: number(row, "self_employment_medicare_rate"),
            deductible_share_of_self_employment_tax: number(
                row,
                "deductible_share_of_self_employment_tax"
            ),
            qbi_rate: number(row, "qbi_rate"),
            qbi_limit_start: number(row, "qbi_limit_start"),
            qbi_limit_length: number(row, "qbi_limit_length"),
            qbi_minimum: Some(optional(row, "qbi_minimum")),
            qbi_minimum_income: Some(optional(row, "qbi_minimum_income")),
            eitc_rate: number(row, "eitc_rate"),
            eitc_maximum: number(row, "eitc_maximum"),
            eitc_phase_out_start: number(row, "eitc_phase_out_start"),
            standard_deduction: number(row, "standard_deduction"),
        })
    }
}
