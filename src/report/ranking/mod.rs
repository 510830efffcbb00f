//! The answer to `rank`: which of them is best, for people.

mod json;
mod notes;

use crate::data::GradeRule;
use crate::engine::{
    Order, RankBy, RankedGroup, RankedLevel, Ranking, SortFigure, SortedAmount, SortedPoint,
};
use crate::quantity::{Dollars, Percentile, Share};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::estimate::over;
use crate::report::words::introduction;
use notes::{everything, notes, unanswered};

impl Report for Ranking<'_> {
    fn document(&self) -> Document {
        let mut document = introduction(self.tables, &self.profile.without(self.by.key()));
        let order = match self.order {
            Order::HighestFirst => "highest first",
            Order::LowestFirst => "lowest first",
        };
        let what = format!("{} by {}, {order}", what(self.by), figure(self.sort));
        let years = over(self.tables, GradeRule::VeryOld);
        if self.levels.all().is_empty() {
            let none = format!("{what}: none has figures of the last {years} years.");
            document.prose("levels", none);
        } else {
            document.heading(format!("{what}, US dollars of {} a year", self.dollars_of));
            group(&mut document, self, "level", &self.levels);
        }
        if !self.old.all().is_empty() {
            document.heading(format!(
                "{}, ranked by themselves: their figures are over {years} years old",
                if self.levels.all().is_empty() { "All" } else { "Others" }
            ));
            group(&mut document, self, "old", &self.old);
        }
        unanswered(&mut document, self);
        notes(&mut document, self);
        document
    }
}

fn what(by: RankBy) -> &'static str {
    match by {
        RankBy::EmployerState => "Employers' states",
        RankBy::State => "Home states",
        RankBy::EmployerMetro => "Employers' areas",
        RankBy::Metro => "Home areas",
        RankBy::Certs => "Certifications",
        RankBy::Specialty => "Specialties and roles",
        RankBy::Setting => "Kinds of employer",
        RankBy::Education => "Schooling",
    }
}

const fn point(sort: SortFigure) -> &'static str {
    match sort.point {
        SortedPoint::At(Percentile::P50) => "median",
        SortedPoint::At(percentile) => percentile.name(),
        SortedPoint::Mean => "mean",
    }
}

fn figure(sort: SortFigure) -> String {
    let point = point(sort);
    match sort.of {
        SortedAmount::Pay => format!("{point} pay"),
        SortedAmount::HomeValue => format!("what the {point} pay buys at home"),
    }
}

/// What the pay buys at home, in a column.
const AT_HOME: &str = "at home";

/// The columns next to the one that is compared, as far as they do not repeat it.
const OTHER_COLUMNS: [(SortFigure, Column); 2] = [
    (SortFigure::PAY, Column::new("pay_p50", "median")),
    (SortFigure::HOME_VALUE, Column::new("home_value_p50", AT_HOME)),
];

fn group(
    document: &mut Document,
    answer: &Ranking<'_>,
    id: &'static str,
    levels: &RankedGroup<'_>,
) {
    let is_news = |figure: SortFigure| figure != answer.sort && has(answer, figure);
    let others: Vec<_> = OTHER_COLUMNS.into_iter().filter(|(figure, _)| is_news(*figure)).collect();
    let mut columns = vec![
        Column::new("rank", "#"),
        Column::new("value", value_label(answer.sort)),
        Column::new("bar", ""),
    ];
    columns.extend(others.iter().map(|(_, column)| column.clone()));
    columns.extend([Column::same("grade"), Column::new("mark", "")]);
    let longest = largest(answer);
    let rows = levels.shown().iter().map(|level| {
        let rank = Figure::Count(level.rank as u64);
        let mut cells = vec![rank.into(), level.value.into(), bar(level.value, longest)];
        cells.extend(others.iter().map(|(figure, _)| value(*figure, level).into()));
        cells.extend([level.grade.name().into(), mark(level).into()]);
        Row::new(format!("{id}.{}", level.id), level.label.to_owned(), cells)
    });
    document.table(id, columns, rows);
    let (shown, all) = (levels.shown().len(), levels.all().len());
    if shown < all {
        let text = format!("{shown} of {all} are shown; `--top {all}` shows all.");
        document.prose("shown", text);
    }
    if let Some(here) = levels.stated() {
        document.prose(
            "here",
            Text::words(format!("You are here: {}, rank {} of {all}, ", here.label, here.rank))
                .dollars(here.value)
                .say("."),
        );
    }
}

fn value(figure: SortFigure, level: &RankedLevel<'_>) -> Option<Dollars> {
    figure.value(&level.chosen.pay, level.chosen.home_value.as_ref())
}

/// Whether any level has the figure.
fn has(answer: &Ranking<'_>, figure: SortFigure) -> bool {
    everything(answer).any(|level| value(figure, level).is_some())
}

/// The largest value shown, to which all bars are scaled.
fn largest(answer: &Ranking<'_>) -> f64 {
    everything(answer).map(|level| level.value.get()).fold(0.0, f64::max)
}

fn bar(value: Dollars, longest: f64) -> Cell {
    Share::new(value.get() / longest).map_or(Cell::Empty, Cell::Bar)
}

/// The heading of the document says the rest.
const fn value_label(sort: SortFigure) -> &'static str {
    match sort.of {
        SortedAmount::HomeValue => AT_HOME,
        SortedAmount::Pay => point(sort),
    }
}

fn mark(level: &RankedLevel<'_>) -> String {
    let marks =
        [(level.is_stated, "you are here"), (level.is_thin, "thin"), (level.is_derived, "derived")];
    let marks: Vec<_> =
        marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| mark).collect();
    marks.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{RankingRequest, ranking};
    use crate::profile::Profile;
    use crate::report::document::Block;

    #[test]
    fn every_answer_by_every_fact_shows_all_its_levels_and_no_other_bar_than_the_longest_is_full() {
        let tables = crate::built_in();
        for by in RankBy::ALL {
            let request =
                RankingRequest { by, sort: None, order: Order::HighestFirst, top: usize::MAX };
            let answer = ranking(&tables, &Profile::default(), request).unwrap();
            let document = answer.document();
            let rows: Vec<&Row> = document
                .blocks()
                .filter_map(|block| match block {
                    Block::Table { id: "level" | "old", rows, .. } => Some(rows),
                    _ => None,
                })
                .flatten()
                .collect();
            assert_eq!(rows.len(), answer.levels.all().len() + answer.old.all().len());
            let full = Cell::Bar(Share::new(1.0).unwrap());
            let longest = rows.iter().filter(|row| row.cells.contains(&full)).count();
            assert_eq!(longest, 1, "{}", by.name());
        }
    }
}
