//! The amount of a deduction or credit of a state.

use super::federal::{Earnings, FederalTax, above};
use crate::data::{Band, Bands, Rounding, RuleKind, TaxIncome};

/// What the rules of a state look at, in dollars.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looked<'f> {
    pub(super) earnings: Earnings,
    pub(super) federal: &'f FederalTax,
    /// The base of the state.
    pub(super) base: f64,
    /// The taxable income, once it is known.
    pub(super) taxable: f64,
    /// The tax so far.
    pub(super) tax: f64,
    /// The exemption, where there is one.
    pub(super) exemption: f64,
}

impl Looked<'_> {
    /// The income that a rule looks at.
    pub(super) fn income(&self, on: TaxIncome, poverty_line: Option<f64>) -> f64 {
        let line = poverty_line.unwrap_or(f64::INFINITY);
        match on {
            TaxIncome::Base => self.base,
            TaxIncome::Gross => self.earnings.gross(),
            TaxIncome::FederalAdjustedGross => self.federal.adjusted_gross,
            TaxIncome::Earned => self.earned(),
            TaxIncome::Taxable => self.taxable,
            TaxIncome::BaseLessExemption => self.base - self.exemption,
            TaxIncome::GrossAndCredit => self.earnings.gross() + self.federal.low_earnings_credit,
            TaxIncome::BaseOverPoverty => self.base / line,
            TaxIncome::BaseLessPoverty => self.base - line,
        }
    }

    fn earned(&self) -> f64 {
        self.earnings.gross() - self.federal.half
    }

    /// The income that a rule of a kind looks at; 0 where it looks at none.
    pub(super) fn income_of(&self, kind: &RuleKind) -> f64 {
        match kind {
            RuleKind::ShareOfTax { on, poverty_line, .. } => self.income(*on, *poverty_line),
            RuleKind::InOut { on, .. } => self.earned().max(self.income(*on, None)),
            RuleKind::CaliforniaEitc { .. } => self.earned(),
            RuleKind::FirstExempt { .. } | RuleKind::NewYorkRecapture { .. } => self.base,
            RuleKind::Brackets { .. }
            | RuleKind::BracketsAbove { .. }
            | RuleKind::TableLess { .. }
            | RuleKind::StatedBases { .. } => self.taxable,
            RuleKind::ShareOfNetEarnings { .. } => self.federal.net_earnings,
            _ => kind.on().map_or(0.0, |on| self.income(on, None)),
        }
    }

    /// The amount of a deduction or credit; `named` is the amount of the credit that it names.
    pub(super) fn amount(&self, kind: &RuleKind, named: f64) -> f64 {
        let income = |on: &TaxIncome| self.income(*on, None);
        let credit = self.federal.low_earnings_credit;
        match kind {
            RuleKind::Flat { amount } => *amount,
            RuleKind::Step { on, rounding, amount, start, increment, per, floor } => {
                floor.max(amount - per * steps(income(on), *start, *increment, *rounding))
            }
            RuleKind::StepShare { on, rounding, amount, start, increment, share } => {
                amount * above(1.0, share * steps(income(on), *start, *increment, *rounding))
            }
            RuleKind::Width { on, by_tens, amount, start, width } => {
                let reduction = amount * (above(income(on), *start) / width).min(1.0);
                amount - if *by_tens { down(reduction / 10.0) * 10.0 } else { reduction }
            }
            RuleKind::RatePhase { on, amount, rate, start, limit } => {
                let income = income(on);
                match limit {
                    Some(limit) if income > *limit => 0.0,
                    _ => above(*amount, rate * above(income, *start)),
                }
            }
            RuleKind::RatePhaseOfShare { on, share, of, rate, start } => {
                above(share * of, rate * above(income(on), *start))
            }
            RuleKind::RatePhaseFloored { on, amount, limit, below_limit, floor } => {
                floored(income(on), *amount, *limit, *below_limit, *floor)
            }
            RuleKind::TwoRates { on, amount, max_share, low, low_rate, high, high_rate } => {
                let income = income(on);
                let reduction = low_rate * above(income, *low).min(high - low)
                    + high_rate * above(income, *high);
                amount - (max_share * amount).min(reduction)
            }
            RuleKind::Cliff { on, amount, limit } if income(on) <= *limit => *amount,
            RuleKind::CappedAbove { on, amount, limit, cap } => {
                if income(on) < *limit {
                    *amount
                } else {
                    amount.min(*cap)
                }
            }
            RuleKind::Table { on, is_exceeded, bands } => {
                value(row(bands, income(on), *is_exceeded))
            }
            RuleKind::FederalTax => self.federal.after_credits().max(0.0),
            RuleKind::FederalTaxCapped { on, bands } => {
                self.federal.income_tax.min(value(bands.reached(income(on))))
            }
            RuleKind::FederalTaxShare { on, bands, cap } => {
                cap.min(self.federal.income_tax * value(bands.reached(income(on))))
            }
            RuleKind::PayrollCapped { cap } => cap.min(self.payroll()),
            RuleKind::EitcShare { share, cap } => {
                (share * credit).min(cap.unwrap_or(f64::INFINITY))
            }
            RuleKind::EitcShareLess { share, .. } => above(share * credit, named),
            RuleKind::ShareOfTax { on, is_exceeded, bands, poverty_line } => {
                let income = self.income(*on, *poverty_line);
                self.tax * value(row(bands, income, *is_exceeded))
            }
            RuleKind::FallingShareOfTax { on, rounding, per, start, increment } => {
                let fall = per * steps(income(on), *start, *increment, *rounding);
                self.tax * above(1.0, fall).min(1.0)
            }
            RuleKind::InOut { on, in_rate, earned_limit, out_rate, start } => {
                let earned = self.earned();
                above(
                    in_rate * earned.min(*earned_limit),
                    out_rate * above(earned.max(income(on)), *start),
                )
            }
            RuleKind::CaliforniaEitc {
                factor,
                phase_in_rate,
                out_rate,
                earned_limit,
                second_amount,
                end,
            } => california(
                self.earned(),
                [phase_in_rate * factor, out_rate * factor],
                [*earned_limit, *second_amount, *end],
            ),
            // Above its limit, and of the types that act on the tax, there is no amount.
            _ => 0.0,
        }
    }

    /// Social security and Medicare, without what high earnings add.
    fn payroll(&self) -> f64 {
        let federal = self.federal;
        federal.social_security + federal.plain_medicare + federal.self_employment
    }
}

/// The row of an income, where one has it.
fn row(bands: &Bands, income: f64, is_exceeded: bool) -> Option<Band> {
    if is_exceeded { bands.exceeded(income) } else { bands.reached(income) }
}

fn value(band: Option<Band>) -> f64 {
    band.map_or(0.0, |band| band.value)
}

/// How many increments an income is above the start. What a division leaves of a whole number is no
/// step of its own.
pub(super) fn steps(income: f64, start: f64, increment: f64, rounding: Rounding) -> f64 {
    let count = above(income, start) / increment;
    match rounding {
        Rounding::Up => (count - 1e-9).ceil().max(0.0),
        Rounding::Down => down(count),
    }
}

fn down(number: f64) -> f64 {
    (number + 1e-9).floor()
}

/// Washington's credit: in whole dollars, at least the floor as long as anything is left.
fn floored(income: f64, amount: f64, limit: f64, below_limit: f64, floor: f64) -> f64 {
    if income >= limit {
        return 0.0;
    }
    let left = amount * (1.0 - above(income, limit - below_limit) / below_limit);
    if left > 0.0 { floor.max(down(left + 0.5)) } else { 0.0 }
}

/// California's credit for low earnings, without a child.
fn california(earned: f64, [grows, shrinks]: [f64; 2], [limit, second, end]: [f64; 3]) -> f64 {
    let turn = limit + (limit * grows - second) / shrinks;
    if earned <= turn {
        return grows * earned.min(limit) - shrinks * above(earned, limit);
    }
    second * above(1.0, (earned - turn) / (end - turn))
}
