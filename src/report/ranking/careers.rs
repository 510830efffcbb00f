//! Other careers next to this one, for people and in the JSON contract.

use crate::data::Tables;
use crate::engine::{CareerRanking, CareerSort, Order, RankedCareer};
use crate::profile::{Asked, Work};
use crate::quantity::{Dollars, Percentile, Share};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::{Json, head, pay_and_hourly, question, source_ids};
use crate::report::words::{a_year, capitalized, more, unused};

impl Report for CareerRanking<'_> {
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", first_line(self));
        document.own_tables(self.tables);
        let order = match self.request.order {
            Order::HighestFirst => "highest first",
            Order::LowestFirst => "lowest first",
        };
        document.heading(format!(
            "Short careers by {}, {order}; pay in {} in {} dollars a year",
            what(self.request.sort),
            self.tables.geography.in_sentence(self.place),
            self.tables.salaries.dollars_of
        ));
        table(&mut document, self);
        notes(&mut document, self);
        document.prose("unused", unused(&self.profile, Asked::OtherCareers));
        document.details(|details| background(details, self));
        document.prose(
            "more",
            "Next: add `--sort growth`, `openings` or `earnings`, or run `mbc-calc verdict` with the same \
             flags.",
        );
        document
    }
}

const fn what(sort: CareerSort) -> &'static str {
    match sort {
        CareerSort::P10 => "10th percentile of pay",
        CareerSort::P25 => "25th percentile of pay",
        CareerSort::P50 => "median pay",
        CareerSort::P75 => "75th percentile of pay",
        CareerSort::P90 => "90th percentile of pay",
        CareerSort::Mean => "mean pay",
        CareerSort::Growth => "growth from 2024 to 2034",
        CareerSort::Openings => "openings a year",
        CareerSort::Earnings => "what graduates of certificate programs earn",
    }
}

/// The one that comes first, how far it is from the next, and where medical coding comes.
fn first_line(answer: &CareerRanking<'_>) -> Text {
    let [first, rest @ ..] = answer.careers.as_slice() else {
        return Text::words("No career here has that figure.");
    };
    let best = match answer.request.order {
        Order::HighestFirst => "First",
        Order::LowestFirst => "Lowest",
    };
    let text = Text::default().stress(format!("{best}: {}. ", named(first)));
    let text = text.then(value_words(answer, first));
    let text = match rest.first() {
        Some(next) => text.say("; that is ").then(apart(answer, first, next)),
        None => text,
    };
    match rest.iter().skip(1).find(|career| career.is_coding) {
        Some(coding) => text
            .say(format!(". {} are ", capitalized(&named(coding))))
            .say(format!("{} of {}, with ", ordinal(coding.rank), answer.careers.len()))
            .then(amount(answer, coding))
            .say("."),
        None => text.say("."),
    }
}

/// The workers, with coders named where they are among them.
fn named(career: &RankedCareer<'_>) -> String {
    let coders = if career.is_coding { " (coders among them)" } else { "" };
    format!("{}{coders}", career.workers)
}

fn ordinal(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

/// The figure in a sentence.
fn value_words(answer: &CareerRanking<'_>, career: &RankedCareer<'_>) -> Text {
    let value = amount(answer, career);
    let place = || format!("in {}", answer.tables.geography.in_sentence(answer.place));
    match answer.request.sort {
        CareerSort::Growth => Text::words("Their jobs change by ").then(value).say(" until 2034"),
        CareerSort::Openings => Text::words("They have ").then(value),
        CareerSort::Earnings => Text::words("Graduates of certificates in its field earn ")
            .then(value)
            .say(", in any job"),
        CareerSort::P50 => {
            Text::words("Half earn about ").then(value).say(format!(" or more {}", place()))
        }
        _ => Text::words("That is about ").then(value).say(format!(" {}", place())),
    }
}

/// The figure with its unit.
fn amount(answer: &CareerRanking<'_>, career: &RankedCareer<'_>) -> Text {
    let text = Text::default();
    match answer.request.sort {
        CareerSort::Growth => text.figure(Figure::Percent(career.value)),
        CareerSort::Openings => text.figure(count(career.value)).say(" openings a year"),
        CareerSort::Earnings => text.dollars(dollars(career.value)).say(" a year"),
        _ => a_year(dollars(career.value), &Work::default()),
    }
}

/// How far the first is from the next.
fn apart(answer: &CareerRanking<'_>, first: &RankedCareer<'_>, next: &RankedCareer<'_>) -> Text {
    let comparative = match answer.request.order {
        Order::HighestFirst => "more",
        Order::LowestFirst => "less",
    };
    let text = match answer.request.sort {
        CareerSort::Growth => Text::default()
            .number((first.value - next.value).abs(), 1)
            .say(format!(" points {comparative}")),
        CareerSort::Openings => Text::default()
            .figure(count((first.value - next.value).abs()))
            .say(format!(" {comparative}")),
        _ => more(dollars(next.value), dollars(first.value)).say(format!(" {comparative}")),
    };
    text.say(format!(" than {}, the next", named(next)))
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount).unwrap_or(Dollars::ZERO)
}

/// A number of openings.
fn count(openings: f64) -> Figure {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "openings are whole, above 0 and far below 2^32"
    )]
    Figure::Count(openings as u64)
}

fn table(document: &mut Document, answer: &CareerRanking<'_>) {
    let longest = answer
        .shown()
        .iter()
        .map(|one| one.pay.percentiles.at(Percentile::P50).get())
        .fold(0.0, f64::max);
    let rows = answer.shown().iter().map(|career| {
        let pay = &career.pay.percentiles;
        let bar =
            Share::new(pay.at(Percentile::P50).get() / longest).map_or(Cell::Empty, Cell::Bar);
        let outlook = career.outlook;
        let cells: Vec<Cell> = vec![
            Figure::Count(career.rank as u64).into(),
            pay.at(Percentile::P50).into(),
            bar,
            outlook.map(|it| Figure::Percent(it.growth)).into(),
            outlook.map(|it| Figure::Count(u64::from(it.openings))).into(),
            career.field.ok().map(|field| field.earnings.p50).into(),
            mark(career).into(),
        ];
        Row::new(format!("career.{}", career.id), career.id.replace('-', " "), cells)
    });
    let columns = [
        Column::new("rank", "#"),
        Column::new("p50", "median"),
        Column::new("bar", ""),
        Column::same("growth"),
        Column::new("openings", "openings"),
        Column::new("earnings", "graduates earn"),
        Column::new("mark", ""),
    ];
    document.table("career", columns, rows);
    let (shown, all) = (answer.shown().len(), answer.careers.len());
    if shown < all {
        document.prose("shown", format!("{shown} of {all} shown; `--top {all}` shows all."));
    }
}

fn mark(career: &RankedCareer<'_>) -> String {
    let marks = [
        (career.is_coding, "this field"),
        (career.is_thin, "few surveyed"),
        (career.is_derived, "derived"),
    ];
    marks
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, mark)| mark)
        .collect::<Vec<_>>()
        .join(", ")
}

/// What to know before relying on it.
fn notes(document: &mut Document, answer: &CareerRanking<'_>) {
    document.prose("everyone", "Pay is that of everyone in the job there, beginners or not.");
    document.prose(
        "columns",
        "Growth and openings: the nation, 2024 to 2034. Graduates earn: those of certificate programs of \
         the whole field of study, four years on, in any job. Blank: no figure was found.",
    );
    let missing = answer.unranked.iter().filter(|_| answer.request.sort.of_pay().is_some());
    let missing: Vec<&str> = missing.map(|career| career.workers).collect();
    if !missing.is_empty() {
        document.prose("without", format!("No pay is published here: {}.", missing.join(", ")));
    }
}

fn background(document: &mut Document, answer: &CareerRanking<'_>) {
    let rows = answer.shown().iter().map(|career| {
        let at = |percentile| Cell::from(career.pay.percentiles.at(percentile));
        let completers = career.completers;
        let cells: [Cell; 6] = [
            at(Percentile::P25),
            at(Percentile::P75),
            career.employment.map(|jobs| Figure::Count(u64::from(jobs))).into(),
            career.field.ok().map(|field| field.debt).into(),
            completers.map(|it| Figure::Share(it.employed)).into(),
            completers.map(|it| it.quarter_pay).into(),
        ];
        Row::new(format!("figures.{}", career.id), career.id.replace('-', " "), cells)
    });
    let columns = [
        Column::new("p25", "quarter below"),
        Column::new("p75", "quarter above"),
        Column::new("employment", "jobs there"),
        Column::new("debt", "graduates owe"),
        Column::new("employed", "at work"),
        Column::new("quarter_pay", "paid in a quarter"),
    ];
    document.heading("More of each");
    document.table("figures", columns, rows);
    document.prose(
        "completers",
        "At work: of those who finished a short program in New Jersey, how many had any job a year later, \
         and what these were paid (of about 2016 to 2019).",
    );
    if !answer.unranked.is_empty() {
        document.heading("Without the figure");
        let rows = answer.unranked.iter().map(|career| {
            let cells = [Cell::from(career.reason.to_owned())];
            Row::new(career.id.to_owned(), career.workers.to_owned(), cells)
        });
        document.table("unranked", [Column::same("reason")], rows);
    }
}

impl WriteJson for CareerRanking<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "career_ranking", self.tables);
            question(json, self.tables, &self.profile, &self.notices, Asked::OtherCareers);
            json.plain_str_at("by", "career");
            json.plain_str_at("sort", self.request.sort.name());
            json.plain_str_at("order", self.request.order.name());
            json.str_at("unit", "USD/year");
            json.count_at("dollars_of", self.tables.salaries.dollars_of);
            json.plain_str_at("place", self.place.as_str());
            json.count_at("careers_of", u32::try_from(self.careers.len()).unwrap_or(u32::MAX));
            if let Some(coding) = self.coding() {
                json.object_at("coding", |json| career_keys(json, self.tables, coding));
            }
            json.array_at("careers", self.shown(), |json, career| {
                json.object(|json| career_keys(json, self.tables, career));
            });
            json.array_at("unranked", &self.unranked, |json, career| {
                json.object(|json| {
                    json.str_at("id", career.id);
                    json.str_at("label", career.workers);
                    json.str_at("reason", career.reason);
                });
            });
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for career in self.shown() {
            json.object(|json| career_keys(json, self.tables, career));
        }
    }
}

fn career_keys(json: &mut Json<'_>, tables: &Tables, career: &RankedCareer<'_>) {
    json.count_at("rank", u32::try_from(career.rank).unwrap_or(u32::MAX));
    json.str_at("id", career.id);
    json.str_at("label", career.workers);
    json.str_at("code", career.code);
    json.number_at("value", career.value);
    pay_and_hourly(json, &career.pay, &Work::default());
    match career.employment {
        Some(jobs) => json.count_at("employment", jobs),
        None => json.missing_at("employment", "employment_missing", "not published there"),
    }
    match career.outlook {
        Some(outlook) => {
            json.number_at("growth", outlook.growth);
            json.count_at("openings", outlook.openings);
        }
        None => json.missing_at("growth", "growth_missing", "no projection of it was found"),
    }
    match career.field {
        Ok(field) => {
            json.str_at("field", &field.cip);
            json.figure_at("earnings", Figure::Dollars(field.earnings.p50));
            json.figure_at("debt", Figure::Dollars(field.debt));
            json.figure_at("below_high_school", Figure::Share(field.below_threshold));
        }
        Err(reason) => json.missing_at("earnings", "earnings_missing", reason),
    }
    if let Some(completers) = career.completers {
        json.object_at("completers", |json| {
            json.str_at("program", &completers.program);
            json.figure_at("employed", Figure::Share(completers.employed));
            json.figure_at("quarter_pay", Figure::Dollars(completers.quarter_pay));
        });
    }
    json.bool_at("coding", career.is_coding);
    json.bool_at("thin", career.is_thin);
    json.bool_at("derived", career.is_derived);
    source_ids(json, tables, &career.sources);
}
