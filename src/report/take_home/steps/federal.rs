//! The federal steps: social security and Medicare or the tax of the self-employed, income, tax.

use super::formula::{above, brackets, cents, larger, percent, plain, smaller};
use super::step::Step;
use crate::engine::tax::TakeHome;

/// The federal steps of a pay.
pub(super) fn steps<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>) {
    if taken.earnings.wages > 0.0 {
        on_wages(steps, taken);
    }
    if taken.earnings.profit > 0.0 {
        on_profit(steps, taken);
    }
    income(steps, taken);
    tax(steps, taken);
}

fn on_wages<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>) {
    let (law, federal, wages) = (taken.law, &taken.federal, taken.earnings.wages);
    let [rate, base] = [&law.social_security_rate, &law.social_security_wage_base];
    let taxed = smaller(&cents(wages), &cents(base.value));
    steps.push(
        Step::tax("social_security", "social security", federal.social_security)
            .by(format!("{} × {taxed}", percent(rate.value)))
            .from([&rate.evidence, &base.evidence]),
    );
    let mut formula = format!("{} × {}", percent(law.medicare_rate.value), cents(wages));
    let mut medicare = Step::tax("medicare", "Medicare", federal.medicare);
    let threshold = law.additional_medicare_threshold.value;
    if wages > threshold {
        let more = percent(law.additional_medicare_rate.value);
        formula = format!("{formula} + {more} × {}", above(wages, threshold));
        medicare = medicare.from([&law.additional_medicare_rate.evidence]);
    }
    steps.push(medicare.by(formula).from([&law.medicare_rate.evidence]));
}

fn on_profit<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>) {
    let (law, federal, profit) = (taken.law, &taken.federal, taken.earnings.profit);
    let share = &law.net_earnings_share;
    let net = Step::figure(
        "net_earnings",
        "net earnings, which the tax of the self-employed is on",
        federal.net_earnings,
    );
    steps.push(if federal.net_earnings > 0.0 {
        net.by(format!("{} × {}", percent(share.value), cents(profit))).from([&share.evidence])
    } else {
        let least = &law.self_employment_minimum;
        net.noted(format!("none below {}", cents(least.value))).from([&least.evidence])
    });
    let (net, base) = (cents(federal.net_earnings), &law.social_security_wage_base);
    let both = [&law.self_employment_social_security_rate, &law.self_employment_medicare_rate];
    let [social, medicare] = both.map(|rate| percent(rate.value));
    let capped = smaller(&net, &cents(base.value));
    steps.push(
        Step::tax("self_employment", "self-employment tax", federal.self_employment)
            .by(format!("{social} × {capped} + {medicare} × {net}"))
            .noted("both halves of social security and of Medicare")
            .from(both.map(|rate| &rate.evidence))
            .from([&base.evidence]),
    );
    if federal.additional_medicare > 0.0 {
        let (rate, threshold) = (&law.additional_medicare_rate, &law.additional_medicare_threshold);
        let over = above(federal.net_earnings, threshold.value);
        steps.push(
            Step::tax("additional_medicare", "additional Medicare", federal.additional_medicare)
                .by(format!("{} × {over}", percent(rate.value)))
                .from([&rate.evidence, &threshold.evidence]),
        );
    }
    let half = &law.deductible_share_of_self_employment_tax;
    steps.push(
        Step::figure("half", "the half of self-employment tax that is deducted", federal.half)
            .by(format!("{} × {}", percent(half.value), cents(federal.self_employment)))
            .from([&half.evidence]),
    );
}

/// From the gross to federal taxable income.
fn income<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>) {
    let (law, federal, gross) = (taken.law, &taken.federal, taken.earnings.gross());
    let adjusted =
        Step::figure("adjusted_gross", "adjusted gross income (AGI)", federal.adjusted_gross);
    steps.push(if federal.half > 0.0 {
        adjusted.by(format!("{} − {}", cents(gross), cents(federal.half)))
    } else {
        adjusted.by(cents(gross))
    });
    let deduction = &law.standard_deduction;
    steps.push(
        Step::figure("standard_deduction", "federal standard deduction", deduction.value)
            .from([&deduction.evidence]),
    );
    let before = above(federal.adjusted_gross, deduction.value);
    let mut deducted = deduction.value;
    if federal.qualified_business > 0.0 {
        business(steps, taken, &before);
        deducted += federal.qualified_business;
    }
    steps.push(
        Step::figure("federal_taxable", "federal taxable income", federal.taxable)
            .by(above(federal.adjusted_gross, deducted)),
    );
}

/// The deduction for business income of a sole owner without staff.
fn business<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>, before: &str) {
    let (law, federal) = (taken.law, &taken.federal);
    let income_before = (federal.adjusted_gross - law.standard_deduction.value).max(0.0);
    let gone = (income_before - law.qbi_limit_start.value) / law.qbi_limit_length.value;
    let rate = percent(law.qbi_rate.value);
    let mut own = format!("{rate} × {}", above(taken.earnings.profit, federal.half));
    if gone > 0.0 {
        own = format!("{own} × (1 − {})", plain(gone.min(1.0), 9));
    }
    let mut formula = smaller(&own, &format!("{rate} × {before}"));
    let mut step = Step::figure(
        "qualified_business",
        "deduction for qualified business income",
        federal.qualified_business,
    )
    .from([&law.qbi_rate.evidence]);
    if let Some(least) = law.qbi_minimum.as_ref() {
        let is_reached = law
            .qbi_minimum_income
            .as_ref()
            .is_some_and(|needed| taken.earnings.profit - federal.half >= needed.value);
        if is_reached {
            formula = smaller(&larger(&formula, &cents(least.value)), before);
            step = step.from([&least.evidence]);
        }
    }
    if gone > 0.0 {
        step = step
            .noted(format!(
                "it shrinks over {} of taxable income above {}",
                cents(law.qbi_limit_length.value),
                cents(law.qbi_limit_start.value)
            ))
            .from([&law.qbi_limit_start.evidence, &law.qbi_limit_length.evidence]);
    }
    steps.push(step.by(formula));
}

fn tax<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>) {
    let (law, federal) = (taken.law, &taken.federal);
    let (bands, evidence) = &law.brackets;
    steps.push(
        Step::figure(
            "federal_brackets",
            "each rate on the income in its bracket",
            federal.income_tax,
        )
        .by(brackets(bands, federal.taxable))
        .from([evidence]),
    );
    let credit = federal.low_earnings_credit;
    let mut formula = cents(federal.income_tax);
    if credit > 0.0 {
        let earned = taken.earnings.gross() - federal.half;
        let rate = percent(law.eitc_rate.value);
        let most = &law.eitc_maximum;
        let grown = smaller(&format!("{rate} × {}", cents(earned)), &cents(most.value));
        let start = &law.eitc_phase_out_start;
        let income = federal.adjusted_gross.max(earned);
        steps.push(
            Step::figure("low_earnings_credit", "credit for low earnings (EITC), no child", credit)
                .by(format!("{grown} − {rate} × {}", above(income, start.value)))
                .noted("for ages 25 to 64")
                .from([&law.eitc_rate.evidence, &most.evidence, &start.evidence]),
        );
        formula = format!("{formula} − {}", cents(credit));
    }
    steps.push(Step::tax("federal", "federal income tax", federal.after_credits()).by(formula));
}
