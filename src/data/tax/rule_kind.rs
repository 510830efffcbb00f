use serde::{Deserialize, Serialize};

use super::bands::Bands;
use super::kinds::{Rounding, TaxIncome};

/// How the amount of a rule is found, with its numbers in dollars and shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RuleKind {
    /// An amount.
    Flat {
        /// The amount.
        amount: f64,
    },
    /// An amount that falls by `per` for each increment above the start, to the floor.
    Step {
        /// The income that it looks at.
        on: TaxIncome,
        /// How its steps are made whole.
        rounding: Rounding,
        /// The amount.
        amount: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The income of one step.
        increment: f64,
        /// What one step changes.
        per: f64,
        /// The least that is left.
        floor: f64,
    },
    /// An amount that falls by a share of it for each increment above the start.
    StepShare {
        /// The income that it looks at.
        on: TaxIncome,
        /// How its steps are made whole.
        rounding: Rounding,
        /// The amount.
        amount: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The income of one step.
        increment: f64,
        /// The share.
        share: f64,
    },
    /// An amount that falls to nothing over a width of income; `by_tens`: what it falls by is rounded
    /// down to tens.
    Width {
        /// The income that it looks at.
        on: TaxIncome,
        /// Whether the reduction is rounded down to tens.
        by_tens: bool,
        /// The amount.
        amount: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The income over which it falls to nothing.
        width: f64,
    },
    /// An amount that falls at a rate, and is nothing above the limit.
    RatePhase {
        /// The income that it looks at.
        on: TaxIncome,
        /// The amount.
        amount: f64,
        /// The rate.
        rate: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The bound.
        limit: Option<f64>,
    },
    /// A share of an amount that falls at a rate.
    RatePhaseOfShare {
        /// The income that it looks at.
        on: TaxIncome,
        /// The share.
        share: f64,
        /// What the share is of.
        of: f64,
        /// The rate.
        rate: f64,
        /// Where it begins to fall or rise.
        start: f64,
    },
    /// An amount that falls to nothing below the limit and is then at least the floor, in whole dollars.
    RatePhaseFloored {
        /// The income that it looks at.
        on: TaxIncome,
        /// The amount.
        amount: f64,
        /// The bound.
        limit: f64,
        /// How far below the limit it begins to fall.
        below_limit: f64,
        /// The least that is left.
        floor: f64,
    },
    /// An amount that falls at one rate and then at another, by at most a share of it.
    TwoRates {
        /// The income that it looks at.
        on: TaxIncome,
        /// The amount.
        amount: f64,
        /// The most that it falls by, as a share.
        max_share: f64,
        /// Where it begins to fall.
        low: f64,
        /// How fast.
        low_rate: f64,
        /// Where it falls faster.
        high: f64,
        /// How fast then.
        high_rate: f64,
    },
    /// An amount up to the limit.
    Cliff {
        /// The income that it looks at.
        on: TaxIncome,
        /// The amount.
        amount: f64,
        /// The bound.
        limit: f64,
    },
    /// An amount that has a cap from the limit on.
    CappedAbove {
        /// The income that it looks at.
        on: TaxIncome,
        /// The amount.
        amount: f64,
        /// The bound.
        limit: f64,
        /// The most that it is.
        cap: f64,
    },
    /// The amount of a row; `is_exceeded`: its bound is passed, not reached.
    Table {
        /// The income that it looks at.
        on: TaxIncome,
        /// Whether the bound of a row is passed and not reached.
        is_exceeded: bool,
        /// The rows.
        bands: Bands,
    },
    /// The federal tax after credits.
    FederalTax,
    /// The federal tax before credits, at most the amount of a row.
    FederalTaxCapped {
        /// The income that it looks at.
        on: TaxIncome,
        /// The rows.
        bands: Bands,
    },
    /// A row's share of the federal tax before credits, at most the cap.
    FederalTaxShare {
        /// The income that it looks at.
        on: TaxIncome,
        /// The rows.
        bands: Bands,
        /// The most that it is.
        cap: f64,
    },
    /// Social security, Medicare and self-employment tax, at most the cap.
    PayrollCapped {
        /// The most that it is.
        cap: f64,
    },
    /// A share of the federal credit for low earnings.
    EitcShare {
        /// The share.
        share: f64,
        /// The most that it is.
        cap: Option<f64>,
    },
    /// A share of that credit less another credit of the state.
    EitcShareLess {
        /// The share.
        share: f64,
        /// The other credit.
        less: String,
    },
    /// A row's share of the tax so far.
    ShareOfTax {
        /// The income that it looks at.
        on: TaxIncome,
        /// Whether the bound of a row is passed and not reached.
        is_exceeded: bool,
        /// The rows.
        bands: Bands,
        /// The poverty line, where the income is measured by it.
        poverty_line: Option<f64>,
    },
    /// A share of the tax so far that falls for each increment above the start.
    FallingShareOfTax {
        /// The income that it looks at.
        on: TaxIncome,
        /// How its steps are made whole.
        rounding: Rounding,
        /// What one step changes.
        per: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The income of one step.
        increment: f64,
    },
    /// A credit that grows at one rate and shrinks at another.
    InOut {
        /// The income that it looks at.
        on: TaxIncome,
        /// How fast it grows.
        in_rate: f64,
        /// The earnings up to which it grows.
        earned_limit: f64,
        /// How fast it shrinks.
        out_rate: f64,
        /// Where it begins to fall or rise.
        start: f64,
    },
    /// California's credit for low earnings.
    CaliforniaEitc {
        /// What both rates are multiplied by.
        factor: f64,
        /// How fast it grows.
        phase_in_rate: f64,
        /// How fast it shrinks.
        out_rate: f64,
        /// The earnings up to which it grows.
        earned_limit: f64,
        /// The credit where it turns.
        second_amount: f64,
        /// Where it ends.
        end: f64,
    },
    /// The rate of each bracket on the income in it.
    Brackets {
        /// The rows.
        bands: Bands,
    },
    /// Another schedule of income above a bound.
    BracketsAbove {
        /// The bound.
        above: f64,
        /// The rows.
        bands: Bands,
    },
    /// The amount of a row off the tax.
    TableLess {
        /// The rows.
        bands: Bands,
    },
    /// The tax is at most the amount of a row, up to the last bound.
    CapTable {
        /// The income that it looks at.
        on: TaxIncome,
        /// The rows.
        bands: Bands,
    },
    /// Brackets with the tax at their lower bounds as printed.
    StatedBases {
        /// The rows.
        bands: Bands,
    },
    /// A contractor's income above an exempt amount at one rate.
    FirstExempt {
        /// What is free.
        exempt: f64,
        /// The rate.
        rate: f64,
    },
    /// An amount for each increment above the start, at most the maximum.
    Ladder {
        /// The income that it looks at.
        on: TaxIncome,
        /// How its steps are made whole.
        rounding: Rounding,
        /// The most that it adds.
        max: f64,
        /// What one step changes.
        per: f64,
        /// Where it begins to fall or rise.
        start: f64,
        /// The income of one step.
        increment: f64,
    },
    /// An amount where anything is taxable.
    FlatIfTaxable {
        /// The amount.
        amount: f64,
    },
    /// New York's recapture of the benefit of its lower rates.
    NewYorkRecapture {
        /// The least income that it reaches.
        minimum: f64,
        /// The income over which it is complete.
        length: f64,
        /// The rows.
        bands: Bands,
    },
    /// At least a share of an income above the limit.
    ShareOfIncome {
        /// The income that it looks at.
        on: TaxIncome,
        /// The bound.
        limit: f64,
        /// The share.
        share: f64,
    },
    /// At most a rate on income above the start, up to the limit.
    RateOver {
        /// The income that it looks at.
        on: TaxIncome,
        /// The bound.
        limit: f64,
        /// The rate.
        rate: f64,
        /// Where it begins to fall or rise.
        start: f64,
    },
    /// No tax up to the limit.
    AtMost {
        /// The income that it looks at.
        on: TaxIncome,
        /// The bound.
        limit: f64,
    },
    /// No tax below the limit.
    Below {
        /// The income that it looks at.
        on: TaxIncome,
        /// The bound.
        limit: f64,
    },
    /// A share of net earnings from self-employment.
    ShareOfNetEarnings {
        /// The share.
        share: f64,
    },
}

impl RuleKind {
    /// The income that the rule looks at, where it names one.
    #[must_use]
    pub const fn on(&self) -> Option<TaxIncome> {
        match self {
            Self::Step { on, .. }
            | Self::StepShare { on, .. }
            | Self::Width { on, .. }
            | Self::RatePhase { on, .. }
            | Self::RatePhaseOfShare { on, .. }
            | Self::RatePhaseFloored { on, .. }
            | Self::TwoRates { on, .. }
            | Self::Cliff { on, .. }
            | Self::CappedAbove { on, .. }
            | Self::Table { on, .. }
            | Self::FederalTaxCapped { on, .. }
            | Self::FederalTaxShare { on, .. }
            | Self::ShareOfTax { on, .. }
            | Self::FallingShareOfTax { on, .. }
            | Self::InOut { on, .. }
            | Self::CapTable { on, .. }
            | Self::Ladder { on, .. }
            | Self::ShareOfIncome { on, .. }
            | Self::RateOver { on, .. }
            | Self::AtMost { on, .. }
            | Self::Below { on, .. } => Some(*on),
            _ => None,
        }
    }
}
