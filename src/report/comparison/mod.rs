//! The answer to `compare`: profiles side by side, for people.

mod json;

use crate::data::{Locality, Occupation};
use crate::engine::{Compared, Comparison, Contribution, Estimate, StepKind};
use crate::quantity::{Change, Dollars, Factor, Pay, Percentile};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text, pay_cells, pay_columns};
use crate::report::estimate::in_short;
use crate::report::words::{
    amounts_of_a_year, causal_line, differ_by_credential, factor_label, my_pay, other_hours,
    person, population, scale_name,
};

impl Report for Comparison<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.base.tables);
        people(&mut document, self);
        figures(&mut document, self);
        differences(&mut document, self);
        parts(&mut document, self);
        document.prose(
            "more",
            "For every number of one of them with its formula and source, run `mbc-calc explain` \
             with its facts.",
        );
        document
    }
}

/// Every profile with its name, the base first.
fn all<'c, 't>(
    comparison: &'c Comparison<'t>,
) -> impl Iterator<Item = (&'c str, &'c Estimate<'t>)> {
    let others = comparison.others.iter().map(|other| (other.name.as_str(), &other.estimate));
    std::iter::once((comparison.base_name.as_str(), &comparison.base)).chain(others)
}

fn people(document: &mut Document, comparison: &Comparison<'_>) {
    let people = all(comparison).map(|(name, answer)| {
        let chosen = answer.figures.chosen();
        let scale = scale_name(answer.tables, chosen.scenario, &chosen.wages);
        let text = Text::default()
            .stress(format!("{name}: "))
            .then(person(answer.tables, &answer.profile));
        let text = match population(answer.tables, &answer.profile) {
            Some(population) => text.say(" ").then(population),
            None => text,
        };
        let text = text.say(format!(" Paid on {scale}; grade {}.", answer.figures.grade.name()));
        match &answer.figures.my_pay {
            Some(mine) => text.say(" ").then(my_pay(mine)),
            None => text,
        }
    });
    document.list("profile", people);
}

/// What makes the difference from the base.
fn parts(document: &mut Document, comparison: &Comparison<'_>) {
    document
        .heading(format!("What makes the difference in the mean, from `{}`", comparison.base_name));
    for compared in &comparison.others {
        document.prose("cause", causes(&comparison.base, compared));
    }
    document.prose(
        "method",
        "Each part is the share of its step in the difference of the logs of the two means (a \
         place by its published mean), in dollars, so the parts add up to the whole but for rounding.",
    );
    let base = &comparison.base;
    let differs =
        |other: &Compared<'_>| differ_by_credential(&base.profile, &other.estimate.profile);
    if comparison.others.iter().any(differs) {
        document.prose("causal", causal_line(base.tables, base.profile.plan().causal_share));
    }
}

fn row(block: &str, name: &str, cells: Vec<Cell>) -> Row {
    Row::new(format!("{block}.{name}"), name.to_owned(), cells)
}

fn figures(document: &mut Document, comparison: &Comparison<'_>) {
    let base = &comparison.base;
    let hours = base.profile.work().other_hours();
    let alike = all(comparison).all(|(_, answer)| answer.profile.work().other_hours() == hours);
    let text = if alike {
        amounts_of_a_year(base.profile.work())
    } else {
        Text::words("US dollars a year, each for the hours worked, before tax")
    };
    document.heading(
        Text::words("Pay in ")
            .then(text)
            .say(format!(", in dollars of {}", base.figures.dollars_of)),
    );
    let rows = all(comparison)
        .map(|(name, answer)| row("pay", name, pay_cells(&answer.figures.chosen().pay)));
    document.table("pay", pay_columns(), rows);
    for (name, answer) in all(comparison) {
        if let Some(contract) = &answer.figures.contract {
            let text = Text::default().stress(format!("{name}: "));
            document.prose(
                "contract",
                text.say("pay is that of an employee. ").then(in_short(contract)),
            );
        }
    }
    let values = all(comparison).filter_map(|(name, answer)| {
        let value = answer.figures.chosen().home_value?;
        Some(row("home_value", name, pay_cells(&value)))
    });
    let values: Vec<Row> = values.collect();
    if !values.is_empty() {
        document.heading("What it buys at each one's home, in dollars of the average US place");
        document.table("home_value", pay_columns(), values);
    }
    for (name, answer) in all(comparison) {
        if let Err(reason) = answer.figures.price_level {
            let text = format!("No purchasing power is given for `{name}`: {reason}.");
            document.prose("home_value_missing", text);
        }
    }
}

fn differences(document: &mut Document, comparison: &Comparison<'_>) {
    document.heading(format!("Difference from `{}`", comparison.base_name));
    let base = comparison.base.figures.chosen();
    let at_home = base.home_value.is_some()
        && comparison.others.iter().any(|o| o.estimate.figures.chosen().home_value.is_some());
    let mut columns = vec![
        Column::new("p50", "median"),
        Column::new("p50_percent", "%"),
        Column::same("mean"),
        Column::new("mean_percent", "%"),
    ];
    if at_home {
        columns.push(Column::new("home_value_p50", "buys, median"));
        columns.push(Column::new("home_value_p50_percent", "%"));
    }
    let rows = comparison.others.iter().map(|other| {
        let chosen = other.estimate.figures.chosen();
        let median = |pay: &Pay| pay.percentiles.at(Percentile::P50);
        let mut cells = Vec::new();
        cells.extend(difference(median(&base.pay), median(&chosen.pay)));
        cells.extend(difference(base.pay.mean, chosen.pay.mean));
        if at_home {
            let values = base.home_value.zip(chosen.home_value);
            cells.extend(values.map_or([Cell::Empty, Cell::Empty], |(from, to)| {
                difference(median(&from), median(&to))
            }));
        }
        row("difference", &other.name, cells)
    });
    document.table("difference", columns, rows);
}

/// The difference in dollars and in percent.
fn difference(from: Dollars, to: Dollars) -> [Cell; 2] {
    let percent = Change::between(from, to).percent_of(from);
    [Figure::Difference { from, to }.into(), percent.map(Figure::Percent).into()]
}

/// What makes the difference of the means, the largest part first.
fn causes(base: &Estimate<'_>, other: &Compared<'_>) -> Text {
    const NOTICEABLE: f64 = 0.5;
    let (from, to) = (base.figures.chosen().pay.mean, other.estimate.figures.chosen().pay.mean);
    let text = Text::default().stress(format!("{}: ", other.name));
    let mut parts: Vec<&Contribution> =
        other.contributions.iter().filter(|part| part.dollars.get().abs() >= NOTICEABLE).collect();
    parts.sort_by(|a, b| b.dollars.get().abs().total_cmp(&a.dollars.get().abs()));
    if parts.is_empty() {
        return text.say("no step makes a difference of a dollar.");
    }
    let text = text.figure(Figure::Difference { from, to }).say(" in the mean: ");
    let last = parts.len() - 1;
    parts.into_iter().enumerate().fold(text, |text, (i, part)| {
        text.then(cause(base, &other.estimate, part.kind))
            .say(" ")
            .figure(Figure::Change(part.dollars))
            .say(if i == last { "." } else { "; " })
    })
}

fn not_counted(answer: &Estimate<'_>, factor: Factor) -> bool {
    answer.profile.not_counted().contains(factor)
}

/// What differs in a step, in words.
pub(super) fn cause(base: &Estimate<'_>, other: &Estimate<'_>, kind: StepKind) -> Text {
    let step = |answer: &'_ Estimate<'_>| {
        answer.steps.iter().find(|step| step.kind.name() == kind.name()).map(|step| step.factor)
    };
    match (kind, step(base), step(other)) {
        (StepKind::Place(_), ..) => {
            let roles = [base.profile.role(), other.profile.role()];
            let [from_role, to_role] = roles;
            let [from, to] = [base, other].map(|answer| answer.figures.chosen().wages.of);
            let words = |of: Locality, role: Option<Occupation>| {
                let place = of.in_sentence(base.tables);
                let field = base.tables.occupations.field_name();
                match roles {
                    [None, None] => place,
                    _ => format!("{place} ({})", role.map_or(field, |role| role.name())),
                }
            };
            let now = format!("wages in {}", words(to, to_role));
            if from == to && from_role == to_role {
                return now.into();
            }
            format!("{now} instead of {}", words(from, from_role)).into()
        }
        (StepKind::SurveyLevel, Some(_), None) => {
            "pay level of all employers instead of the AAPC survey's".into()
        }
        (StepKind::Hours, ..) => other_hours(base.profile.work().hours, other.profile.work().hours),
        (StepKind::SurveyLevel, ..) => "pay level of the AAPC survey".into(),
        (StepKind::Factor(factor), before, after) => {
            let stated =
                |answer: &Estimate<'_>| factor_label(answer.tables, &answer.profile, factor);
            let (from, to) = (stated(base), stated(other));
            match (before, after) {
                (Some(_), None) if not_counted(other, factor) => from.say(" not counted"),
                (Some(_), None) => from.say(" not stated"),
                (None, Some(_)) if not_counted(base, factor) => to.say(" counted"),
                (Some(_), Some(_)) if from != to => to.say(" instead of ").then(from),
                (Some(before), Some(after)) if before.total_cmp(&after).is_ne() => {
                    to.say(" (weighed beside other facts)")
                }
                _ => to,
            }
        }
    }
}
