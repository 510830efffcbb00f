//! A plan in words: the answer, the steps, the ways to a pay.

use super::label::label;
use super::rows::{StepRow, row_label, step_rows};
use crate::data::Tables;
use crate::engine::StepTo;
use crate::engine::plan::{Path, PathGoal, Plan, PlanStep, StepKind, Target};
use crate::quantity::{Dollars, WeeklyHours};
use crate::report::document::{Figure, Text};
use crate::report::words::{joined, step_words};

/// A pay of a year by the hour of full-time work.
pub(super) fn hourly(amount: Dollars) -> Dollars {
    amount.times(1.0 / WeeklyHours::FULL_TIME.hours_a_year())
}

/// `$55,100 a year ($26.49 an hour)`.
pub(super) fn pay_of(amount: Dollars) -> Text {
    Text::default()
        .dollars(amount)
        .say(" a year (")
        .figure(Figure::Cents(hourly(amount)))
        .say(" an hour)")
}

/// The answer in a few sentences.
pub(super) fn in_short(plan: &Plan<'_>) -> Text {
    if let Some(target) = &plan.target {
        return to_target(plan, target);
    }
    let rows = step_rows(plan);
    let Some(best) = rows.first().map(|row| row.step) else {
        let text = Text::words("No step keeps within your limits: ");
        return text.figure(Figure::Count(plan.left_out as u64)).say(" cost more or take longer.");
    };
    if !plan.in_the_field {
        return way_in(plan, best);
    }
    let gain = best.gain[0];
    if gain.mean.get() <= 0.0 || gain.is_noise() {
        return Text::words("No step here pays off on average within five years: the best, ")
            .say(label(plan.tables, best))
            .say(", changes your pay by ")
            .figure(Figure::Change(gain.mean))
            .say(".");
    }
    let text = Text::words(format!("Best next step: {}. ", label(plan.tables, best)))
        .say("It would take you from ")
        .dollars(plan.now)
        .say(" to about ")
        .then(pay_of(best.my_pay));
    let text = match best.odds {
        Some(odds) => {
            text.say("; ").figure(Figure::Share(odds)).say(" of those who try get there.")
        }
        None if best.step.kind() == StepKind::Degree => text.say(", once you have it."),
        None => text.say(", if you find such a job."),
    };
    let cost = match best.cost.amount {
        Some(_) => " in five years, after its cost.",
        None => " in five years, before its cost, which no figure here states.",
    };
    text.say(" On average it brings ").figure(Figure::Change(gain.mean)).say(cost)
}

fn way_in(plan: &Plan<'_>, best: &PlanStep) -> Text {
    let text = Text::words(format!("Best way in: {}. ", label(plan.tables, best)));
    let text = match best.odds {
        Some(odds) => text
            .figure(Figure::Share(odds))
            .say(" of those who start have a coding job within five years, which pays about "),
        None => text.say("A first coding job pays about "),
    };
    text.then(pay_of(best.my_pay))
        .say(". On average it brings ")
        .figure(Figure::Change(best.gain[0].mean))
        .say(" in five years over staying out, after its cost.")
}

fn to_target(plan: &Plan<'_>, target: &Target) -> Text {
    let mut goal = Text::words("").then(pay_of(target.amount));
    if let Some(left) = plan.request.target_take_home {
        goal = goal.say(", which leaves ").dollars(left).say(" after taxes,");
    }
    if target.by_time == Some(0) && target.paths.is_empty() {
        return Text::words("You earn ").then(goal).say(" already.");
    }
    let Some(first) = target.paths.first() else {
        return goal.say(" is out of reach with these steps.");
    };
    if first.goal == PathGoal::Closest {
        return goal
            .say(" is out of reach with at most four of these steps. The closest: ")
            .then(path_text(plan.tables, first))
            .say(", for about ")
            .then(pay_of(first.pay))
            .say(".");
    }
    let best = if is_one_way(target) { "cheapest and fastest" } else { "cheapest" };
    let comma = if plan.request.target_take_home.is_some() { "" } else { "," };
    let text = Text::words("To earn ").then(goal).say(format!("{comma} the {best} way is "));
    text.then(path_text(plan.tables, first)).say(": ").then(takes(first)).say(".")
}

/// The credentials that are no steps, since their exams ask for a degree that is not stated.
pub(super) fn needs_degree(plan: &Plan<'_>) -> Vec<String> {
    let education = plan.profile.education();
    let held = plan.profile.credentials();
    let closed = plan
        .tables
        .credentials
        .iter()
        .filter(|(index, one)| !one.is_open_to(education) && !held.contains(index));
    closed.map(|(_, one)| one.id.clone()).collect()
}

/// Whether the cheapest way is the fastest too.
pub(super) fn is_one_way(target: &Target) -> bool {
    target.paths.windows(2).all(|pair| pair[0].steps == pair[1].steps)
}

/// What a way costs and takes.
pub(super) fn takes(path: &Path) -> Text {
    let text =
        Text::default().dollars(path.cost).say(" and about ").figure(Figure::Months(path.months));
    match path.odds {
        Some(_) => text
            .say("; ")
            .figure(Figure::Share(path.reached))
            .say(" of those who try get there within ten years"),
        None => text.say(", if you find such a job"),
    }
}

/// The steps of a way, one after another.
pub(super) fn path_text(tables: &Tables, path: &Path) -> Text {
    let steps = path.steps.iter().map(|&step| Text::from(of_path(tables, step)));
    Text::joined(" → ", steps)
}

/// The same as words alone.
pub(super) fn path_words(tables: &Tables, path: &Path) -> String {
    let steps: Vec<String> = path.steps.iter().map(|&step| of_path(tables, step)).collect();
    steps.join(" → ")
}

fn of_path(tables: &Tables, step: StepTo) -> String {
    match step {
        StepTo::Credential(index) => match tables.credentials.get(index).specialty {
            Ok(level) => {
                format!("{} ({})", step_words(tables, step), tables.specialties.get(level).label)
            }
            Err(_) => step_words(tables, step),
        },
        _ => step_words(tables, step),
    }
}

/// The rows of a rank without a real difference, where there are several: their names.
pub(super) fn tied(plan: &Plan<'_>, rows: &[StepRow<'_>]) -> Option<Text> {
    let of_rank = |rank: usize| {
        rows.iter().filter(move |row| row.step.odds.is_some() && row.step.rank == rank)
    };
    let ranks = rows.iter().filter(|row| row.step.odds.is_some()).map(|row| row.step.rank);
    let largest = ranks.max_by_key(|&rank| (of_rank(rank).count(), usize::MAX - rank))?;
    let mut names: Vec<Text> = of_rank(largest).map(|row| row_label(plan, row).into()).collect();
    if names.len() < 2 {
        return None;
    }
    let more = names.len().saturating_sub(3);
    names.truncate(3);
    if more > 0 {
        names.push(format!("{more} more").into());
    }
    let careers = Figure::Count(u64::from(plan.settings.careers.get()));
    Some(
        Text::words("Same rank, no real difference: between ")
            .then(joined(names))
            .say(" it is within the noise of ")
            .figure(careers)
            .say(" simulated careers."),
    )
}
