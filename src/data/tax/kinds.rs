use serde::{Deserialize, Serialize};

use crate::data::reading::{Fields, Literal};
use crate::quantity::named;

named! {
    /// The year of the tax law that is applied.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum TaxYear {
        /// The law of 2026.
        Of2026 = "2026",
        /// The law of 2025.
        Of2025 = "2025",
    }
}

named! {
    /// How the tax return is filed.
    #[derive(Serialize, Deserialize)]
    pub enum Filing {
        /// By one person.
        Single = "single",
        /// By a married couple together, of whom one earns.
        Joint = "joint",
    }
}

named! {
    /// What the tax of a state starts from.
    #[derive(Serialize, Deserialize)]
    pub enum StateBase {
        /// The federal adjusted gross income.
        AdjustedGross = "agi",
        /// Wages and profit, with nothing deducted.
        Gross = "gross",
    }
}

named! {
    /// The income that a rule looks at.
    #[derive(Serialize, Deserialize)]
    pub enum TaxIncome {
        /// The base of the state.
        Base = "base",
        /// Wages and profit.
        Gross = "gross",
        /// The federal adjusted gross income.
        FederalAdjustedGross = "federal_agi",
        /// Wages and profit less the deductible part of the self-employment tax.
        Earned = "earned",
        /// The taxable income of the state.
        Taxable = "taxable",
        /// The base less the exemption.
        BaseLessExemption = "base_less_exemption",
        /// Wages, profit and the federal credit for low earnings.
        GrossAndCredit = "gross_plus_eitc",
        /// The base as a multiple of the poverty line.
        BaseOverPoverty = "base_over_poverty",
        /// The base less the poverty line.
        BaseLessPoverty = "base_less_poverty",
    }
}

named! {
    /// How a number of steps is made whole.
    #[derive(Serialize, Deserialize)]
    pub enum Rounding {
        /// To the next whole number.
        Up = "up",
        /// To the whole number below.
        Down = "down",
    }
}

/// The year that a row names.
pub(super) fn read_year(row: &mut Fields<'_>) -> Option<TaxYear> {
    let year = row.whole("year")?;
    let found = TaxYear::named(&year.to_string());
    if found.is_none() {
        row.problem_at("year", format!("`year` is `{year}`, not one of `2025`, `2026`"));
    }
    found
}

/// An amount of dollars, 0 or more, as far as a bound of a law goes.
pub(super) fn amount(number: f64) -> Result<f64, String> {
    within(number, 100_000_000.0)
}

/// A share or a rate, 0 to 1.
pub(super) fn share(number: f64) -> Result<f64, String> {
    within(number, 1.0)
}

/// A share of a credit, which may be more than the whole.
pub(super) fn multiple(number: f64) -> Result<f64, String> {
    within(number, 2.0)
}

fn within(number: f64, most: f64) -> Result<f64, String> {
    if (0.0..=most).contains(&number) {
        Ok(number)
    } else {
        Err(format!("it must be between 0 and {}", Literal(most)))
    }
}
