//! The steps of states, their contributions, and cities and counties.

use super::formula::{above, brackets, cents, percent, plain, smaller};
use super::rule;
use super::step::Step;
use crate::data::{Contribution, LocalKind, Tables, TaxStage};
use crate::engine::tax::{AppliedRule, LocalPart, OtherState, StateTax, TakeHome};
use crate::report::take_home::parts::capital;

/// From what a state starts from to its tax, rule by rule.
pub(super) fn of_state<'t>(
    steps: &mut Vec<Step<'t>>,
    prefix: &str,
    name: &str,
    state: &StateTax<'t>,
    taken: &TakeHome<'t>,
) {
    let id = |rule: &str| format!("{prefix}.{rule}");
    steps.push(
        Step::figure(id("base"), format!("{name} starts from"), state.base)
            .by(cents(state.base))
            .noted(if (state.base - taken.federal.adjusted_gross).abs() < f64::EPSILON {
                "adjusted gross income"
            } else {
                "gross pay: the half of self-employment tax is not deducted"
            }),
    );
    let (deductions, rest): (Vec<_>, Vec<_>) =
        state.applied.iter().partition(|applied| applied.rule.stage == TaxStage::Deduct);
    let of_rule = |applied: &AppliedRule<'t>| {
        let rule = applied.rule;
        let step = Step::figure(id(&rule.id), format!("{name}: {}", rule.label), applied.amount)
            .by(rule::formula(applied, taken))
            .from(rule.evidence.as_ref());
        rule::note(applied).map_or(step.clone(), |note| step.noted(note))
    };
    steps.extend(deductions.iter().map(|applied| of_rule(applied)));
    let mut deducted: f64 = deductions.iter().map(|applied| applied.amount).sum();
    if state.business > 0.0 {
        let share = percent(state.business / taken.federal.qualified_business);
        let label = format!("{name}: deduction for business income");
        steps.push(
            Step::figure(id("business"), label, state.business)
                .by(format!("{share} × {}", cents(taken.federal.qualified_business))),
        );
        deducted += state.business;
    }
    // A contractor's own schedule leaves no taxable income.
    let has_own_schedule = (state.taxable - (state.base - deducted).max(0.0)).abs() > 0.005;
    let is_paid_out_alone = !rest.is_empty()
        && rest.iter().all(|applied| applied.rule.stage == TaxStage::Refund)
        && deductions.is_empty();
    if !has_own_schedule && !is_paid_out_alone {
        steps.push(
            Step::figure(id("taxable"), format!("{name}: taxable income"), state.taxable)
                .by(above(state.base, deducted)),
        );
    }
    steps.extend(rest.iter().map(|applied| of_rule(applied)));
}

/// The tax of the home state: what its rules come to together.
pub(super) fn total<'t>(state: &StateTax<'t>, name: &str) -> Step<'t> {
    let step = Step::tax("state", format!("income tax of {name}"), state.total());
    step.by(sum_of_effects(state, |_| true))
}

/// What the rules that act on the tax come to, one after another.
fn sum_of_effects(state: &StateTax<'_>, counts: impl Fn(TaxStage) -> bool) -> String {
    let on_tax = state.applied.iter().filter(|applied| applied.rule.stage != TaxStage::Deduct);
    let on_tax = on_tax.filter(|applied| counts(applied.rule.stage));
    let sum = on_tax.fold(String::new(), |sum, applied| match (sum.as_str(), applied.amount) {
        ("", amount) => cents(amount),
        (_, amount) if amount < 0.0 => format!("{sum} − {}", cents(-amount)),
        (_, amount) => format!("{sum} + {}", cents(amount)),
    });
    if sum.is_empty() { cents(0.0) } else { sum }
}

/// The tax of the state of the employer, and what home credits of it.
pub(super) fn of_other<'t>(
    steps: &mut Vec<Step<'t>>,
    tables: &Tables,
    other: &OtherState<'t>,
    taken: &TakeHome<'t>,
    home: &str,
) {
    let there = tables.geography.in_sentence(other.state);
    let capital = capital(tables, other.state);
    of_state(steps, "other_state", &capital, &other.of_resident, taken);
    let is_paid = |stage| !matches!(stage, TaxStage::Refund | TaxStage::Contribution);
    steps.push(
        Step::tax("other_state", format!("income tax of {there}"), other.tax)
            .by(sum_of_effects(&other.of_resident, is_paid))
            .noted("on all wages, as of a resident, with nothing paid out"),
    );
    if other.credit > 0.0 {
        let own = taken.state.as_ref().map_or(0.0, |state| state.before_refunds);
        steps.push(
            Step::tax("resident_credit", format!("credit of {home} for that tax"), -other.credit)
                .by(format!("−{}", smaller(&cents(other.tax), &cents(own))))
                .noted("never more than its own tax"),
        );
    }
}

/// What an employee pays into the programs of the home state.
pub(super) fn contributions<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>, home: &str) {
    let wages = taken.earnings.wages;
    for &(program, amount) in &taken.contributions {
        let Contribution { rate, wage_base, cap, flat, .. } = *program;
        let mut formula = if rate > 0.0 {
            let taxed = if wage_base.is_finite() {
                smaller(&cents(wages), &cents(wage_base))
            } else {
                cents(wages)
            };
            format!("{} × {taxed}", percent(rate))
        } else {
            cents(flat)
        };
        if rate > 0.0 && flat > 0.0 {
            formula = format!("{} + {formula}", cents(flat));
        }
        if cap.is_finite() {
            formula = smaller(&formula, &cents(cap));
        }
        let id = format!("contribution.{}", program.program);
        let label = format!("{} of {home}", program.label);
        steps.push(Step::tax(id, label, amount).by(formula).from([&program.evidence]));
    }
}

/// The taxes and credits of the place that was named.
pub(super) fn local<'t>(steps: &mut Vec<Step<'t>>, taken: &TakeHome<'t>, state: &StateTax<'t>) {
    let mut due = 0.0;
    for part in &taken.local {
        let &LocalPart { row, amount } = part;
        let formula = local_formula(part, taken, state, due);
        let what = if amount < 0.0 { "credit of" } else { "tax of" };
        let is_credit =
            matches!(row.kind, LocalKind::Credit { .. } | LocalKind::CreditBrackets { .. });
        due += amount;
        if amount == 0.0 && is_credit {
            continue;
        }
        let id = format!("local.{}", row.place.to_lowercase().replace(' ', "-"));
        let step = Step::tax(id, format!("{what} {}", row.place), amount).by(formula);
        steps.push(step.from([&row.evidence]));
    }
}

fn local_formula(
    part: &LocalPart<'_>,
    taken: &TakeHome<'_>,
    state: &StateTax<'_>,
    due: f64,
) -> String {
    let taxable = cents(state.taxable);
    match &part.row.kind {
        LocalKind::RateOfTaxable(rate) => format!("{} × {taxable}", percent(*rate)),
        LocalKind::RateOfEarnings(rate) => {
            format!("{} × {}", percent(*rate), cents(taken.earnings.gross()))
        }
        LocalKind::Brackets(bands) => brackets(bands, state.taxable),
        LocalKind::Tier(bands) => {
            let rate = bands.reached(state.taxable).map_or(0.0, |band| band.value);
            format!("{} × {taxable}", percent(rate))
        }
        LocalKind::Surcharge(rate) => {
            format!("{} × {}", percent(*rate), cents(state.total().max(0.0)))
        }
        LocalKind::Monthly(amount) => format!("{} × {}", cents(*amount), plain(12.0, 0)),
        LocalKind::Credit { amount, .. } => format!("−{}", smaller(&cents(*amount), &cents(due))),
        LocalKind::CreditBrackets { bands, .. } => {
            format!("−{}", smaller(&brackets(bands, state.taxable), &cents(due)))
        }
    }
}
