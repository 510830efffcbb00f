//! The steps of a plan in a table.

use super::label::label;
use crate::engine::StepTo;
use crate::engine::plan::{Plan, PlanStep, StepKind};
use crate::report::document::{Cell, Column, Document, Figure, Row};
use crate::report::words::step_words;

/// A row: a step, and the others that it is written for.
pub(super) struct StepRow<'p> {
    pub(super) step: &'p PlanStep,
    others: Vec<&'p PlanStep>,
    has_odds: bool,
    /// Whether it is written for certifications that lead to no better specialty, but the best of them.
    is_rest: bool,
}

impl<'p> StepRow<'p> {
    const fn new(step: &'p PlanStep, has_odds: bool) -> Self {
        Self { step, others: Vec::new(), has_odds, is_rest: false }
    }
}

/// How many kinds of employer are shown where every kind of step is.
const SETTINGS: usize = 2;

/// The steps to show, those of which figures say how many get there first. Where every kind is asked for,
/// old figures are left out, the best kinds of employer are enough, and credentials with the same outcome
/// have one row.
pub(super) fn step_rows<'p>(plan: &'p Plan<'_>) -> Vec<StepRow<'p>> {
    let every = plan.request.by.is_none() && plan.in_the_field;
    let mut known = Vec::new();
    for step in &plan.steps {
        if !every {
            known.push(StepRow::new(step, true));
        } else if !step.is_old {
            // The first certification that leads nowhere else is the best of them.
            let is_after_first = known.iter().any(|row: &StepRow<'_>| is_plain(row.step));
            let twin = known.iter_mut().rev().find(|row| is_twin(row.step, step));
            let twin = twin.filter(|row| !is_plain(step) || row.is_rest);
            let is_rest = is_plain(step) && is_after_first;
            match twin {
                Some(row) => row.others.push(step),
                None => known.push(StepRow { is_rest, ..StepRow::new(step, true) }),
            }
        }
    }
    known.truncate(plan.request.top);
    let found = plan.if_found.iter().filter(|step| !every || step.step.kind() != StepKind::Setting);
    let settings = plan.if_found.iter().filter(|step| step.step.kind() == StepKind::Setting);
    let settings = settings.take(if every { SETTINGS } else { 0 });
    let mut unknown: Vec<StepRow<'p>> =
        settings.chain(found).map(|step| StepRow::new(step, false)).collect();
    unknown.truncate(plan.request.top);
    known.extend(unknown);
    known
}

/// Whether a credential leads to no better specialty.
fn is_plain(step: &PlanStep) -> bool {
    matches!(step.step, StepTo::Credential(_)) && step.leads_to.is_none()
}

/// Whether two credentials have one row: those that lead to the same specialty at the same rank, and those
/// that lead to none.
fn is_twin(one: &PlanStep, other: &PlanStep) -> bool {
    let are_credentials =
        [one, other].iter().all(|step| matches!(step.step, StepTo::Credential(_)));
    let is_same = one.rank == other.rank || one.leads_to.is_none();
    are_credentials && one.leads_to == other.leads_to && is_same
}

/// The name of a row.
pub(super) fn row_label(plan: &Plan<'_>, row: &StepRow<'_>) -> String {
    let name = label(plan.tables, row.step);
    let rough = if row.step.is_thin { " (rough figure)" } else { "" };
    if row.is_rest && !row.others.is_empty() {
        return format!("{} other certifications", row.others.len() + 1);
    }
    match row.others.as_slice() {
        [] => format!("{name}{rough}"),
        [other] => {
            let (one, rest) = name.split_at(step_words(plan.tables, row.step.step).len());
            format!("{one} or {}{rest}", step_words(plan.tables, other.step))
        }
        others => format!("{name}, or {} others", others.len()),
    }
}

/// A table of steps.
pub(super) fn steps_table(document: &mut Document, plan: &Plan<'_>, rows: &[StepRow<'_>]) {
    let of_credentials = plan.request.by == Some(StepKind::Credential);
    let mut columns = vec![
        Column::new("rank", "#"),
        Column::same("cost"),
        Column::new("months", "months"),
        Column::same("odds"),
    ];
    if of_credentials {
        columns.extend([Column::new("passes", "pass"), Column::new("holders", "holders earn")]);
    }
    let taxed = matches!(plan.take_home, Some(Ok(_)));
    columns.push(Column::new("my_pay", "pay then"));
    if taxed {
        columns.push(Column::new("take_home", "after taxes"));
    }
    columns.extend([
        Column::new("gain_5", "5 years"),
        Column::new("gain_10", "10 years"),
        Column::new("pays_back", "paid back"),
    ]);
    let rows = rows.iter().map(|row| {
        let step = row.step;
        let rank = row.has_odds.then_some(Figure::Count(step.rank as u64));
        let mut cells: Vec<Cell> = vec![
            rank.into(),
            step.cost.amount.into(),
            step.months.map(|months| Figure::Count(u64::from(months))).into(),
            step.odds.map(Figure::Share).into(),
        ];
        if of_credentials {
            let first = step.exam.map(|[first, _]| Figure::Share(first));
            cells.extend([first.into(), step.holders.into()]);
        }
        cells.push(step.my_pay.into());
        if taxed {
            cells.push(step.take_home.into());
        }
        cells.extend([
            Figure::Change(step.gain[0].mean).into(),
            Figure::Change(step.gain[1].mean).into(),
            step.pays_back.map(|months| Figure::Count(u64::from(months))).into(),
        ]);
        let id = format!("step.{}", step.step.id(plan.tables));
        Row::new(id, row_label(plan, row), cells)
    });
    document.table("step", columns, rows);
}
