//! The arithmetic of each rule of a state, with its numbers.

use super::formula::{above, brackets, cents, larger, percent, plain, smaller, steps};
use crate::data::{Band, Bands, RuleKind, TaxStage};
use crate::engine::tax::{AppliedRule, TakeHome};

/// What a rule comes to, as arithmetic: a deduction, or by how much the tax changes.
pub(super) fn formula(applied: &AppliedRule<'_>, taken: &TakeHome<'_>) -> String {
    let amount = || amount(applied, taken);
    let tax = cents(applied.tax_before);
    match applied.rule.stage {
        TaxStage::Deduct | TaxStage::Contribution => amount(),
        TaxStage::Refund => format!("−({})", amount()),
        // A credit leaves no tax below 0.
        TaxStage::Credit => format!("−{}", smaller(&tax, &amount())),
        _ => on_the_tax(applied),
    }
}

/// Why a number of a formula is what it is, where the formula does not say it.
pub(super) fn note(applied: &AppliedRule<'_>) -> Option<String> {
    let income = cents(applied.income);
    let (rule, tax) = (applied.rule, cents(applied.tax_before));
    let note = match &rule.kind {
        RuleKind::Table { .. } => format!("its row for an income of {income}"),
        RuleKind::Cliff { limit, .. } => {
            format!("for an income up to {}, and this is {income}", cents(*limit))
        }
        RuleKind::RatePhase { limit: Some(limit), .. } => {
            format!("for an income up to {}", cents(*limit))
        }
        RuleKind::FederalTax => "federal income tax after credits, as above".to_owned(),
        RuleKind::FederalTaxCapped { .. } => {
            format!("federal income tax before credits, at most the row for {income}")
        }
        RuleKind::FederalTaxShare { .. } => {
            format!("a share of federal income tax, by the row for {income}")
        }
        RuleKind::PayrollCapped { .. } => {
            "social security and Medicare, or self-employment tax, up to a cap".to_owned()
        }
        RuleKind::EitcShare { .. } => "a share of the federal credit for low earnings".to_owned(),
        RuleKind::EitcShareLess { less, .. } => {
            format!("a share of the federal credit for low earnings, less the state's `{less}`")
        }
        RuleKind::ShareOfTax { poverty_line: Some(line), .. } => format!(
            "a share of the tax so far, by income over the poverty line of {}",
            cents(*line)
        ),
        RuleKind::ShareOfTax { .. } => {
            format!("a share of the tax so far, by the row for {income}")
        }
        RuleKind::FallingShareOfTax { .. } => "a share of the tax so far".to_owned(),
        RuleKind::BracketsAbove { above, .. } => {
            format!("above {} this schedule replaces the tax so far, {tax}", cents(*above))
        }
        RuleKind::TableLess { .. } => format!("its row for a taxable income of {income}"),
        RuleKind::CapTable { .. } => {
            format!("the table of low incomes has less than the tax so far, {tax}")
        }
        RuleKind::StatedBases { .. } => "the row's amount and rate, as printed".to_owned(),
        RuleKind::FirstExempt { .. } => "a contractor's own schedule".to_owned(),
        RuleKind::FlatIfTaxable { .. } => "where anything is taxable".to_owned(),
        RuleKind::NewYorkRecapture { .. } => {
            "takes the benefit of the lower rates back as income rises".to_owned()
        }
        RuleKind::ShareOfIncome { limit, .. } => {
            format!("above {} the tax is at least this; so far it is {tax}", cents(*limit))
        }
        RuleKind::RateOver { limit, .. } => {
            format!("up to {} the tax is at most this; so far it is {tax}", cents(*limit))
        }
        RuleKind::AtMost { limit, .. } => format!("no tax up to an income of {}", cents(*limit)),
        RuleKind::Below { limit, .. } => format!("no tax below an income of {}", cents(*limit)),
        _ => return None,
    };
    Some(note)
}

/// The amount of a deduction, a credit or a contribution.
fn amount(applied: &AppliedRule<'_>, taken: &TakeHome<'_>) -> String {
    let (x, tax) = (applied.income, applied.tax_before);
    let federal = &taken.federal;
    let credit = federal.low_earnings_credit;
    let share_of = |share: f64, of: f64| format!("{} × {}", percent(share), cents(of));
    match &applied.rule.kind {
        RuleKind::Flat { amount } | RuleKind::Cliff { amount, .. } => cents(*amount),
        RuleKind::Step { rounding, amount, start, increment, per, floor, .. } => {
            let left = format!(
                "{} − {} × {}",
                cents(*amount),
                cents(*per),
                steps(x, *start, *increment, *rounding)
            );
            larger(&cents(*floor), &left)
        }
        RuleKind::StepShare { rounding, amount, start, increment, share, .. } => format!(
            "{} × (100% − {} × {})",
            cents(*amount),
            percent(*share),
            steps(x, *start, *increment, *rounding)
        ),
        RuleKind::Width { by_tens, amount, start, width, .. } => {
            let fall = format!("{} × {} / {}", cents(*amount), above(x, *start), cents(*width));
            if *by_tens {
                format!("{} − 10 × ({fall} / 10 rounded down)", cents(*amount))
            } else {
                format!("{} − {fall}", cents(*amount))
            }
        }
        RuleKind::RatePhase { amount, rate, start, .. } => {
            format!("{} − {} × {}", cents(*amount), percent(*rate), above(x, *start))
        }
        RuleKind::RatePhaseOfShare { share, of, rate, start, .. } => {
            format!("{} − {} × {}", share_of(*share, *of), percent(*rate), above(x, *start))
        }
        RuleKind::RatePhaseFloored { amount, limit, below_limit, floor, .. } => {
            let fall = format!("{} / {}", above(x, limit - below_limit), cents(*below_limit));
            larger(&cents(*floor), &format!("({} × (1 − {fall}) rounded)", cents(*amount)))
        }
        RuleKind::TwoRates { amount, max_share, low, low_rate, high, high_rate, .. } => {
            let slow = format!("{} × {}", percent(*low_rate), above(x.min(*high), *low));
            let fast = format!("{} × {}", percent(*high_rate), above(x, *high));
            let most = share_of(*max_share, *amount);
            format!("{} − {}", cents(*amount), smaller(&most, &format!("{slow} + {fast}")))
        }
        RuleKind::CappedAbove { amount, limit, cap, .. } => {
            if x < *limit {
                cents(*amount)
            } else {
                smaller(&cents(*amount), &cents(*cap))
            }
        }
        RuleKind::Table { is_exceeded, bands, .. } => cents(value(bands, x, *is_exceeded)),
        RuleKind::FederalTax => cents(federal.after_credits().max(0.0)),
        RuleKind::FederalTaxCapped { bands, .. } => {
            smaller(&cents(federal.income_tax), &cents(value(bands, x, false)))
        }
        RuleKind::FederalTaxShare { bands, cap, .. } => {
            smaller(&cents(*cap), &share_of(value(bands, x, false), federal.income_tax))
        }
        RuleKind::PayrollCapped { cap } => {
            let payroll = federal.social_security + federal.plain_medicare;
            smaller(&cents(*cap), &cents(payroll + federal.self_employment))
        }
        RuleKind::EitcShare { share, cap: None } => share_of(*share, credit),
        RuleKind::EitcShare { share, cap: Some(cap) } => {
            smaller(&cents(*cap), &share_of(*share, credit))
        }
        RuleKind::EitcShareLess { share, .. } => {
            format!("{} − {}", share_of(*share, credit), cents(applied.named_credit))
        }
        RuleKind::ShareOfTax { is_exceeded, bands, .. } => {
            share_of(value(bands, x, *is_exceeded), tax)
        }
        RuleKind::FallingShareOfTax { rounding, per, start, increment, .. } => format!(
            "(100% − {} × {}) × {}",
            percent(*per),
            steps(x, *start, *increment, *rounding),
            cents(tax)
        ),
        RuleKind::InOut { in_rate, earned_limit, out_rate, start, .. } => {
            let earned = taken.earnings.gross() - federal.half;
            let grown = share_of(*in_rate, earned.min(*earned_limit));
            format!("{grown} − {} × {}", percent(*out_rate), above(x, *start))
        }
        RuleKind::CaliforniaEitc { .. } => california(&applied.rule.kind, x),
        RuleKind::ShareOfNetEarnings { share } => share_of(*share, federal.net_earnings),
        _ => cents(applied.amount),
    }
}

fn california(kind: &RuleKind, earned: f64) -> String {
    let &RuleKind::CaliforniaEitc {
        factor,
        phase_in_rate,
        out_rate,
        earned_limit: limit,
        second_amount: second,
        end,
    } = kind
    else {
        return cents(0.0);
    };
    let [grows, shrinks] = [phase_in_rate * factor, out_rate * factor];
    let turn = limit + (limit * grows - second) / shrinks;
    if earned <= turn {
        let most = format!("{} × {}", percent(grows), cents(earned.min(limit)));
        return format!("{most} − {} × {}", percent(shrinks), above(earned, limit));
    }
    let (fall, width) = (above(earned, turn), above(end, turn));
    format!("{} × (1 − {fall} / {width})", cents(second))
}

/// By how much a schedule or a bound changes the tax.
fn on_the_tax(applied: &AppliedRule<'_>) -> String {
    let (x, tax) = (applied.income, applied.tax_before);
    let instead = |new: String| {
        if tax == 0.0 { new } else { format!("{new} − {}", cents(tax)) }
    };
    match &applied.rule.kind {
        RuleKind::Brackets { bands } | RuleKind::BracketsAbove { bands, .. } => {
            instead(brackets(bands, x))
        }
        RuleKind::TableLess { bands } => format!("−{}", cents(value(bands, x, true))),
        RuleKind::CapTable { bands, .. } => instead(cents(value(bands, x, true))),
        RuleKind::StatedBases { bands } => {
            let Band { lower, value, base } = exceeded_or_first(bands, x);
            let rest = format!("({} − {})", cents(x), cents(lower.max(0.0)));
            instead(format!("{} + {} × {rest}", cents(base), percent(value)))
        }
        RuleKind::FirstExempt { exempt, rate } => {
            instead(format!("{} × {}", percent(*rate), above(x, exempt + applied.exemption)))
        }
        RuleKind::Ladder { rounding, max, per, start, increment, .. } => {
            let rungs = steps(x, *start, *increment, *rounding);
            smaller(&cents(*max), &format!("{} × {rungs}", cents(*per)))
        }
        RuleKind::NewYorkRecapture { minimum, length, bands } => {
            let band = exceeded_or_first(bands, applied.taxable);
            let part = format!("{} / {}", above(x, band.lower.max(*minimum)), cents(*length));
            format!("{} + {} × {}", cents(band.base), cents(band.value), smaller("1", &part))
        }
        RuleKind::ShareOfIncome { share, .. } => {
            instead(format!("{} × {}", percent(*share), cents(x)))
        }
        RuleKind::RateOver { rate, start, .. } => {
            instead(format!("{} × {}", percent(*rate), above(x, *start)))
        }
        RuleKind::AtMost { .. } | RuleKind::Below { .. } => format!("−{}", cents(tax)),
        RuleKind::FlatIfTaxable { amount } => cents(*amount),
        _ => plain(applied.amount, 2),
    }
}

fn value(bands: &Bands, income: f64, is_exceeded: bool) -> f64 {
    let row = if is_exceeded { bands.exceeded(income) } else { bands.reached(income) };
    row.map_or(0.0, |band| band.value)
}

fn exceeded_or_first(bands: &Bands, income: f64) -> Band {
    bands.exceeded(income).unwrap_or(bands.ends()[0])
}
