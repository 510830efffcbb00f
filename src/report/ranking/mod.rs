//! The answer to `rank`: which of them is best, for people.

mod careers;
mod credentials;
mod json;
mod notes;

use crate::engine::{
    FigureAge, Order, PlaceOf, RankBy, RankedLevel, Ranking, SortFigure, SortedAmount, SortedPoint,
};
use crate::profile::Asked;
use crate::quantity::{Dollars, Percentile, Share};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text, whole};
use crate::report::words::{a_year, capitalized, more, person, unused};
use notes::{background, everything, notes, unanswered};

impl Report for Ranking<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        document.prose("answer", first_line(self));
        let order = match self.order {
            Order::HighestFirst => "highest first",
            Order::LowestFirst => "lowest first",
        };
        document.heading(format!(
            "{} by {}, {order}, in {} dollars a year",
            what(self.by),
            figure(self.sort),
            self.dollars_of
        ));
        levels(&mut document, self);
        notes(&mut document, self);
        document.prose("unused", unused(&self.profile, asked(self)));
        document.details(|details| {
            let profile = self.profile.without(self.by.key());
            details.prose("who", person(self.tables, &profile));
            unanswered(details, self);
            background(details, self);
        });
        document.prose(
            "more",
            format!(
                "Next: run `mbc-calc estimate` with `{}` and the same flags for one of them, or add \
                 `--details`.",
                self.by.key().flag()
            ),
        );
        document
    }
}

/// What the profile is asked about: pay, and where homes are ranked the taxes of each.
fn asked(answer: &Ranking<'_>) -> Asked {
    match answer.by.place_of() {
        Some(PlaceOf::Home) => Asked::ManyHomes,
        _ => Asked::ManyPays,
    }
}

/// The one that comes first, and how far it is from the next.
fn first_line(answer: &Ranking<'_>) -> Text {
    let all = answer.levels.all();
    let Some(first) = all.first() else {
        return Text::words(format!("{}: none has a figure.", what(answer.by)));
    };
    let work = answer.profile.work();
    let [best, comparative] = match answer.order {
        Order::HighestFirst => ["Best", "more"],
        Order::LowestFirst => ["Lowest", "less"],
    };
    let text = Text::default().stress(format!("{best}: {}. ", first.label));
    let text = match answer.sort.of {
        SortedAmount::Pay | SortedAmount::TakeHome => {
            text.say(capitalized(&figure(answer.sort))).say(" is about ")
        }
        SortedAmount::HomeValue => {
            let point = point(answer.sort);
            text.say(format!("The {point} pay buys about as much at home as "))
        }
        SortedAmount::TakeHomeValue => {
            let point = point(answer.sort);
            text.say(format!("After taxes the {point} pay buys about as much at home as "))
        }
    };
    let text = text.then(a_year(first.value, work));
    let text = match mark_words(first) {
        Some(mark) => text.say(format!(", but {mark}")),
        None => text,
    };
    let Some(next) = all.get(1) else { return text.say(".") };
    if whole(first.value.get()) == whole(next.value.get()) {
        return text.say(format!("; {} is level with it.", next.label));
    }
    text.say("; that is ")
        .then(more(next.value, first.value))
        .say(format!(" {comparative} than {}, the next.", next.label))
}

/// What to know of a level where it is named.
fn mark_words(level: &RankedLevel<'_>) -> Option<&'static str> {
    [
        (level.is_thin, "few people were surveyed there"),
        (level.is_derived, "that is worked out from the nation's figures"),
        (level.age == FigureAge::Old, "that rests on data over ten years old"),
    ]
    .into_iter()
    .find_map(|(is_so, words)| is_so.then_some(words))
}

fn what(by: RankBy) -> &'static str {
    match by {
        RankBy::EmployerState => "Employers' states",
        RankBy::State => "Home states",
        RankBy::EmployerMetro => "Employers' areas",
        RankBy::Metro => "Home areas",
        RankBy::Certs => "Certifications",
        RankBy::Credential => "Credentials",
        RankBy::Specialty => "Specialties and roles",
        RankBy::Role => "Occupations",
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
        SortedAmount::HomeValue => format!("what {point} pay buys at home"),
        SortedAmount::TakeHome => format!("what is left of {point} pay after taxes"),
        SortedAmount::TakeHomeValue => format!("what {point} pay buys at home after taxes"),
    }
}

/// What the pay buys at home, in a column.
const AT_HOME: &str = "at home";

/// The columns next to the one that is compared, as far as they do not repeat it.
const OTHER_COLUMNS: [(SortFigure, Column); 4] = [
    (SortFigure::PAY, Column::new("pay_p50", "median")),
    (SortFigure::HOME_VALUE, Column::new("home_value_p50", AT_HOME)),
    (SortFigure::TAKE_HOME, Column::new("take_home_p50", AFTER_TAXES)),
    (SortFigure::TAKE_HOME_VALUE, Column::new("take_home_home_value_p50", "then at home")),
];

/// What is left after taxes, in a column.
const AFTER_TAXES: &str = "after taxes";

fn levels(document: &mut Document, answer: &Ranking<'_>) {
    let levels = &answer.levels;
    let is_news = |figure: SortFigure| figure != answer.sort && has(answer, figure);
    let others: Vec<_> = OTHER_COLUMNS.into_iter().filter(|(figure, _)| is_news(*figure)).collect();
    let mut columns = vec![
        Column::new("rank", "#"),
        Column::new("value", value_label(answer.sort)),
        Column::new("bar", ""),
    ];
    columns.extend(others.iter().map(|(_, column)| column.clone()));
    let of_credentials = answer.by == RankBy::Credential;
    if of_credentials {
        columns.extend(credentials::COLUMNS);
    }
    columns.extend((!of_credentials).then(|| Column::same("grade")));
    columns.push(Column::new("mark", ""));
    let longest = largest(answer);
    let rows = levels.shown().iter().map(|level| {
        let rank = Figure::Count(level.rank as u64);
        let mut cells = vec![rank.into(), level.value.into(), bar(level.value, longest)];
        cells.extend(others.iter().map(|(figure, _)| value(*figure, level).into()));
        if of_credentials {
            cells.extend(credentials::cells(answer.tables, level));
        } else {
            cells.push(level.grade.name().into());
        }
        cells.push(mark(level).into());
        let label = match answer.by {
            // The names of occupations are long.
            RankBy::Role => level.id.replace('-', " "),
            _ => level.label.to_owned(),
        };
        Row::new(format!("level.{}", level.id), label, cells)
    });
    document.table("level", columns, rows);
    let (shown, all) = (levels.shown().len(), levels.all().len());
    if shown < all {
        let text = format!("{shown} of {all} shown; `--top {all}` shows all.");
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
    let after_tax = level.take_home.as_ref().and_then(|after| after.as_deref().ok());
    figure.value(&level.chosen, after_tax)
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
        SortedAmount::HomeValue | SortedAmount::TakeHomeValue => AT_HOME,
        SortedAmount::TakeHome => AFTER_TAXES,
        SortedAmount::Pay => point(sort),
    }
}

fn mark(level: &RankedLevel<'_>) -> String {
    let marks = [
        (level.is_stated, "you are here"),
        (level.is_thin, "few surveyed"),
        (level.is_derived, "derived"),
        (level.age == FigureAge::Old, "old data"),
    ];
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
                    Block::Table { id: "level", rows, .. } => Some(rows),
                    _ => None,
                })
                .flatten()
                .collect();
            assert_eq!(rows.len(), answer.levels.all().len());
            let full = Cell::Bar(Share::new(1.0).unwrap());
            let longest = rows.iter().filter(|row| row.cells.contains(&full)).count();
            assert_eq!(longest, 1, "{}", by.name());
        }
    }
}
