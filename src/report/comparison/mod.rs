//! The answer to `compare`: profiles side by side, for people.

mod after_tax;
mod causes;
mod first_line;
mod json;
mod named;

use crate::engine::{Compared, Comparison, Estimate};
use crate::profile::Asked;
use crate::quantity::{Change, Dollars, Pay, Percentile, Share};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text, pay_cells, pay_columns};
use crate::report::estimate::in_short;
use crate::report::words::{
    amounts_of_a_year, causal_line, differ_by_credential, my_pay, person, population, rates,
    unused_by,
};
use causes::causes;
use first_line::{at_home, first_line};
use named::{all, row};

impl Report for Comparison<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.base.tables);
        document.prose("answer", first_line(self));
        after_tax::in_short(&mut document, self);
        side_by_side(&mut document, self);
        if let Some(text) = at_home(self) {
            document.prose("at_home", text);
        }
        parts(&mut document, self);
        document.prose("doubt", grades(self));
        document.list(
            "unused",
            unused_by(all(self).map(|(name, answer)| (name, &answer.profile)), Asked::ManyPays),
        );
        document.details(|details| {
            people(details, self);
            figures(details, self);
            differences(details, self);
            after_tax::table(details, self);
        });
        document.prose(
            "more",
            "Next: add `--details` for every amount, or run `mbc-calc explain` with the facts of one of \
             them to see where its numbers come from.",
        );
        document
    }
}

/// The median of each with its difference from the base.
fn side_by_side(document: &mut Document, comparison: &Comparison<'_>) {
    document.heading(heading(comparison));
    let median = |pay: &Pay| pay.percentiles.at(Percentile::P50);
    let base = &comparison.base.figures.compared_pay();
    let of = |answer: &Estimate<'_>| answer.figures.compared_pay();
    let largest = all(comparison).map(|(_, answer)| median(&of(answer)).get()).fold(0.0, f64::max);
    let columns = [
        Column::new("p50", "median"),
        Column::new("bar", ""),
        Column::new("p50_difference", "difference"),
        Column::new("p50_percent", "%"),
        Column::new("p25", "quarter below"),
        Column::new("p75", "quarter above"),
    ];
    let rows = all(comparison).enumerate().map(|(i, (name, answer))| {
        let pay = of(answer);
        let share = Share::new(median(&pay).get() / largest);
        let mut cells = vec![median(&pay).into(), share.map_or(Cell::Empty, Cell::Bar)];
        cells.extend(match i {
            0 => [Cell::Empty, Cell::Empty],
            _ => difference(median(base), median(&pay)),
        });
        cells.extend([Percentile::P25, Percentile::P75].map(|at| pay.percentiles.at(at).into()));
        row("median", name, cells)
    });
    document.table("median", columns, rows);
    for (name, answer) in all(comparison) {
        if let Some(contract) = &answer.figures.contract {
            let text = Text::default().stress(format!("{name}: "));
            document.prose("contract", text.then(in_short(contract)));
        }
        if let Some(mine) = &answer.figures.my_pay {
            let text = Text::default().stress(format!("{name}: "));
            document.prose("my_pay", text.then(my_pay(mine)));
        }
    }
}

/// How sure each is.
fn grades(comparison: &Comparison<'_>) -> Text {
    let grades = all(comparison).map(|(name, answer)| {
        Text::words(format!("`{name}` grade {}", answer.figures.grade.name()))
    });
    Text::default()
        .stress("How sure? ")
        .then(Text::joined(", ", grades))
        .say(" (A is the best, D is rough).")
}

fn people(document: &mut Document, comparison: &Comparison<'_>) {
    let people = all(comparison).map(|(name, answer)| {
        let chosen = answer.figures.chosen();
        let rates = rates(answer.tables, chosen.wages.of);
        let text = Text::default()
            .stress(format!("{name}: "))
            .then(person(answer.tables, &answer.profile));
        let text = match population(answer.tables, &answer.profile) {
            Some(population) => text.say(" ").then(population),
            None => text,
        };
        text.say(format!(" Paid at {rates}."))
    });
    document.list("profile", people);
}

/// What makes the difference from the base.
fn parts(document: &mut Document, comparison: &Comparison<'_>) {
    for compared in &comparison.others {
        document.prose("cause", causes(&comparison.base, compared));
    }
    let base = &comparison.base;
    let differs =
        |other: &Compared<'_>| differ_by_credential(&base.profile, &other.estimate.profile);
    if comparison.others.iter().any(differs) {
        document.prose("causal", causal_line(base.tables, base.profile.plan().causal_share));
    }
}

fn heading(comparison: &Comparison<'_>) -> Text {
    let base = &comparison.base;
    let hours = base.profile.work().other_hours();
    let alike = all(comparison).all(|(_, answer)| answer.profile.work().other_hours() == hours);
    let text = if alike {
        amounts_of_a_year(base.profile.work())
    } else {
        Text::words("US dollars a year, each for the hours worked, before tax")
    };
    Text::words("Pay in ").then(text).say(format!(", in {} dollars", base.figures.dollars_of))
}

fn figures(document: &mut Document, comparison: &Comparison<'_>) {
    document.heading(heading(comparison));
    let rows = all(comparison)
        .map(|(name, answer)| row("pay", name, pay_cells(&answer.figures.compared_pay())));
    document.table("pay", pay_columns(), rows);
    let values = all(comparison).filter_map(|(name, answer)| {
        let value = answer.figures.compared_home_value()?;
        Some(row("home_value", name, pay_cells(&value)))
    });
    let values: Vec<Row> = values.collect();
    if !values.is_empty() {
        document.heading("What it buys at each one's home, in dollars of the average US place");
        document.table("home_value", pay_columns(), values);
    }
    for (name, answer) in all(comparison) {
        if let Err(reason) = answer.figures.price_level {
            let text = format!("What `{name}` buys at home isn't shown: {reason}.");
            document.prose("home_value_missing", text);
        }
    }
}

fn differences(document: &mut Document, comparison: &Comparison<'_>) {
    document.heading(format!("Difference from `{}`", comparison.base_name));
    let base = &comparison.base.figures;
    let base_value = base.compared_home_value();
    let at_home = base_value.is_some()
        && comparison.others.iter().any(|o| o.estimate.figures.price_level.is_ok());
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
        let [from, to] = [base.compared_pay(), other.estimate.figures.compared_pay()];
        let median = |pay: &Pay| pay.percentiles.at(Percentile::P50);
        let mut cells = Vec::new();
        cells.extend(difference(median(&from), median(&to)));
        cells.extend(difference(from.mean, to.mean));
        if at_home {
            let values = base_value.zip(other.estimate.figures.compared_home_value());
            cells.extend(values.map_or([Cell::Empty, Cell::Empty], |(from, to)| {
                difference(median(&from), median(&to))
            }));
        }
        row("difference", &other.name, cells)
    });
    document.table("difference", columns, rows);
    document.prose(
        "method",
        "Each part of a difference in the mean is the share of its step in the difference of the logs \
         of the two means (a place by its published mean), in dollars. So the parts add up to the \
         whole but for rounding.",
    );
}

/// The difference in dollars and in percent.
fn difference(from: Dollars, to: Dollars) -> [Cell; 2] {
    let percent = Change::between(from, to).percent_of(from);
    [Figure::Difference { from, to }.into(), percent.map(Figure::Percent).into()]
}
