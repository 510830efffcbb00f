//! The rules that act on the tax of a state.

use super::amounts::{Looked, steps};
use super::federal::{above, on_brackets};
use crate::data::{Band, Bands, RuleKind};

impl Looked<'_> {
    /// The tax after a rule that is, changes or bounds it.
    pub(super) fn after(&self, kind: &RuleKind) -> f64 {
        let income = |on| self.income(on, None);
        let tax = self.tax;
        match kind {
            RuleKind::Brackets { bands } => on_brackets(bands, self.taxable),
            RuleKind::BracketsAbove { above: bound, bands } if self.taxable > *bound => {
                on_brackets(bands, self.taxable)
            }
            RuleKind::TableLess { bands } => {
                tax - bands.exceeded(self.taxable).map_or(0.0, |band| band.value)
            }
            RuleKind::CapTable { on, bands } => cap_table(bands, income(*on), tax),
            RuleKind::StatedBases { bands } => {
                let band = exceeded_or_first(bands, self.taxable);
                band.base + band.value * (self.taxable - band.lower)
            }
            RuleKind::FirstExempt { exempt, rate } if self.earnings.profit > 0.0 => {
                rate * above(self.base, exempt + self.exemption)
            }
            RuleKind::Ladder { on, rounding, max, per, start, increment } => {
                tax + max.min(per * steps(income(*on), *start, *increment, *rounding))
            }
            RuleKind::FlatIfTaxable { amount } if self.taxable > 0.0 => tax + amount,
            RuleKind::NewYorkRecapture { minimum, length, bands } => {
                let band = exceeded_or_first(bands, self.taxable);
                let part = above(self.base, band.lower.max(*minimum)) / length;
                tax + band.base + band.value * part.min(1.0)
            }
            RuleKind::ShareOfIncome { on, limit, share } if income(*on) > *limit => {
                tax.max(share * income(*on))
            }
            RuleKind::RateOver { on, limit, rate, start } if income(*on) <= *limit => {
                tax.min(rate * above(income(*on), *start))
            }
            RuleKind::AtMost { on, limit } if income(*on) <= *limit => 0.0,
            RuleKind::Below { on, limit } if income(*on) < *limit => 0.0,
            _ => tax,
        }
    }
}

fn exceeded_or_first(bands: &Bands, income: f64) -> Band {
    bands.exceeded(income).unwrap_or(bands.ends()[0])
}

/// A table of low incomes: up to its last bound the tax is at most the amount of the row.
fn cap_table(bands: &Bands, income: f64, tax: f64) -> f64 {
    let [_, last] = bands.ends();
    match bands.exceeded(income) {
        Some(band) if income <= last.lower => tax.min(band.value),
        _ => tax,
    }
}
