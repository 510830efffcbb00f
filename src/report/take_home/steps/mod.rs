//! How a take-home pay came about, step by step: the rule as arithmetic, the amount, the source.

mod federal;
mod formula;
mod home;
mod rule;
mod step;

use super::parts::capital;
use crate::engine::TakeHomeAnswer;
use crate::engine::tax::TakenAt;
pub(super) use formula::cents;
use formula::{percent, plain};
pub(super) use step::{Step, StepKind};

/// Every step of the amount that an answer begins with, from the gross to what is left.
pub(super) fn steps<'t>(answer: &TakeHomeAnswer<'t>) -> Vec<Step<'t>> {
    let after = &answer.after_tax;
    let taken = after.taken();
    let name = |state| after.tables.geography.in_sentence(state);
    let mut steps = vec![gross(answer)];
    federal::steps(&mut steps, &taken);
    if let (Ok(state), Some(home)) = (&taken.state, after.law.home) {
        let (name, capital) = (name(home), capital(after.tables, home));
        let taxes_pay = after.law.taxes.state(home).is_some_and(|state| state.base.is_some());
        if taxes_pay || !state.applied.is_empty() {
            home::of_state(&mut steps, "state", &capital, state, &taken);
            steps.push(home::total(state, &name));
        }
        if let Some(other) = &taken.other {
            home::of_other(&mut steps, after.tables, other, &taken, &name);
        }
        home::contributions(&mut steps, &taken, &name);
        home::local(&mut steps, &taken, state);
    }
    let taxes: Vec<f64> =
        steps.iter().filter(|step| step.kind == StepKind::Tax).map(|step| step.amount).collect();
    let mut formula = cents(taken.earnings.gross());
    for tax in taxes.into_iter().filter(|tax| cents(*tax) != "0.00") {
        let (sign, amount) = if tax < 0.0 { ('+', -tax) } else { ('−', tax) };
        formula = format!("{formula} {sign} {}", cents(amount));
    }
    steps.push(Step::new(StepKind::Left, "take_home", "what is left", taken.left()).by(formula));
    steps
}

/// The pay before taxes: of a contractor what is billed less overhead.
fn gross<'t>(answer: &TakeHomeAnswer<'t>) -> Step<'t> {
    let headline = answer.after_tax.headline();
    let amount = headline.earnings.gross();
    let label = match headline.at {
        TakenAt::Rate => "what your rate brings after overhead",
        TakenAt::Pay => "your pay",
        _ if answer.after_tax.is_contract => "what the median rate brings after overhead",
        _ => "the median pay of people like you",
    };
    let step = Step::new(StepKind::Gross, "gross", label, amount);
    let Some(contract) = &answer.figures.contract else { return step };
    if let (TakenAt::Rate, Some(stated)) = (headline.at, contract.stated) {
        let hours = plain(contract.hours, 2);
        let [billed, overhead] = [contract.billable, contract.overhead].map(percent);
        let rate = cents(stated.rate.get());
        return step.by(format!("{rate} × {hours} × {billed} × (100% − {overhead})")).noted(
            "rate × hours a year × the share that is billed × what overhead leaves, the last two assumed",
        );
    }
    let pay = amount / (1.0 + contract.payroll_tax);
    let tax = percent(contract.payroll_tax);
    step.by(format!("{} × (100% + {tax})", cents(pay)))
        .noted("the pay of employees, and the half of payroll tax that employers pay on it")
}
