//! The answer to `plan`: what a person could do next, for people.

pub(super) mod json;
mod label;
mod rows;
mod words;

use crate::engine::plan::{PathGoal, Plan, StepKind};
use crate::profile::ConvenienceRule;
use crate::report::answer::Report;
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::take_home::law_in_short;
use crate::report::words::{causal_line, joined, scale_fact, seeker};
use rows::{step_rows, steps_table};
use words::{hourly, in_short, is_one_way, needs_degree, path_text, tied};

impl Report for Plan<'_> {
    /// The first line is the answer; then the steps, and what to know of them.
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", in_short(self));
        document.own_tables(self.tables);
        document.details(|details| {
            details.prose("who", seeker(self.tables, &self.profile, self.career_stage));
        });
        paths(&mut document, self);
        if self.target.is_some() {
            document.details(|details| steps(details, self));
        } else {
            steps(&mut document, self);
        }
        notes(&mut document, self);
        document
    }
}

/// The ways to a pay.
fn paths(document: &mut Document, plan: &Plan<'_>) {
    let Some(target) = plan.target.as_ref().filter(|target| !target.paths.is_empty()) else {
        return;
    };
    let columns = ["cost", "time", "get there", "pay then", "an hour"];
    let ids = ["cost", "months", "reached", "my_pay", "hourly"];
    let columns = ids.into_iter().zip(columns).map(|(id, label)| Column::new(id, label));
    let is_one = is_one_way(target);
    let paths = target.paths.iter().take(if is_one { 1 } else { usize::MAX });
    let rows = paths.map(|path| {
        let goal = match path.goal {
            PathGoal::Cheapest if is_one => "cheapest and fastest",
            PathGoal::Cheapest => "cheapest",
            PathGoal::Fastest => "fastest",
            PathGoal::Closest => "closest",
        };
        let cells = [
            path.cost.into(),
            Figure::Months(path.months).into(),
            Figure::Share(path.reached).into(),
            path.pay.into(),
            Figure::Cents(hourly(path.pay)).into(),
        ];
        let name = Text::words(format!("{goal}: ")).then(path_text(plan.tables, path));
        Row::new(format!("path.{}", path.goal.name()), name, cells)
    });
    document.table("path", columns, rows);
    if target.paths.iter().any(|path| path.odds.is_none()) {
        document.prose(
            "path_odds",
            "How many find another kind of employer, nobody publishes: \"get there\" counts everyone \
             who looks.",
        );
    }
    if let Some(months) = target.by_time.filter(|&months| months > 0) {
        document.prose(
            "by_experience",
            Text::words("Experience alone brings it in ").figure(Figure::Months(months)).say("."),
        );
    }
}

fn steps(document: &mut Document, plan: &Plan<'_>) {
    let rows = step_rows(plan);
    if rows.is_empty() {
        return;
    }
    steps_table(document, plan, &rows);
    if !plan.if_found.is_empty() {
        document.prose(
            "no_odds",
            "No odds: nobody publishes how many get there; the gain is that of those who do.",
        );
    }
    if let Some(tied) = tied(plan, &rows) {
        document.prose("tied", tied);
    }
}

/// What to know of the steps before relying on them.
fn notes(document: &mut Document, plan: &Plan<'_>) {
    match &plan.take_home {
        None => {}
        Some(Ok(taxes)) => {
            let text = Text::words("Of your pay now, ")
                .dollars(plan.now)
                .say(", you keep about ")
                .dollars(taxes.now)
                .say(" after taxes. Gains, costs and targets are before taxes. ");
            let applies = plan.profile.taxes().convenience == Some(ConvenienceRule::Apply);
            document.prose("take_home", text.say(law_in_short(&taxes.law, applies)));
        }
        Some(Err(why)) => {
            document.prose("take_home", format!("What is left after taxes is not known: {why}."));
        }
    }
    // With a target only what its ways are made of counts.
    let has = |kind: StepKind| match &plan.target {
        Some(target) => target.paths.iter().flat_map(|p| &p.steps).any(|step| step.kind() == kind),
        None => plan.steps.iter().chain(&plan.if_found).any(|step| step.step.kind() == kind),
    };
    if has(StepKind::Credential) || has(StepKind::Specialty) || has(StepKind::Role) {
        document.prose("causal", causal_line(plan.tables, plan.profile.plan().causal_share));
    }
    if has(StepKind::EmployerState) {
        document.prose(
            "remote",
            "A remote employer pays this only if it pays its own state's rates; many pay by where you live.",
        );
        document.details(|details| details.prose("scale_fact", scale_fact(plan.tables)));
    }
    if has(StepKind::Credential) && !plan.in_the_field {
        document.prose(
            "pass_rates",
            "Pass rates are of those who take the exam now; many of them have worked in the field.",
        );
    }
    if let Some(rate) = plan.contract_from.filter(|_| plan.request.is_plain()) {
        document.prose(
            "contract",
            Text::words("Contract work pays more than your job from ")
                .figure(Figure::Cents(rate))
                .say(" an hour on; weigh a rate with `--contract 45`."),
        );
    }
    if plan.left_out > 0 {
        document.prose(
            "left_out",
            Text::default()
                .figure(Figure::Count(plan.left_out as u64))
                .say(" more cost more or take longer than you said."),
        );
    }
    document.details(|details| {
        details.prose(
            "columns",
            "Cost: the exam with a second attempt, or the way into the field; courses and dues for \
             education are not in it. Time: half of those who get there have by then. Odds: those who \
             get there within five years if they stay in the field. Pay then: at your place in the \
             range, as of now. Gains: on average over everyone who tries, in today's dollars.",
        );
        if plan.steps.iter().any(|step| step.cost.is_stand_in) {
            details.prose(
                "price",
                "Where no price of an exam is published, that of the CPC exam stands in.",
            );
        }
        let closed = needs_degree(plan);
        if has(StepKind::Credential) && !closed.is_empty() {
            let names = joined(closed.into_iter().map(Text::from).collect());
            details.prose(
                "needs_degree",
                Text::words("Left out, as the exam asks for a degree in health information: ")
                    .then(names)
                    .say(". If you have one, add `--education`."),
            );
        }
    });
    document.prose(
        "more",
        if plan.in_the_field {
            "Next: `--by credential` lists each one, `--target 65000` finds a way to a pay, `--details` \
             explains."
        } else {
            "Next: `mbc-calc timeline` with the same flags shows how it unfolds; `--by credential` \
             compares exams, `--details` explains."
        },
    );
}
