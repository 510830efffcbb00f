//! The programs of a state in order, for people and for programs.

use super::outcomes::{above, caution, outcomes_at, outcomes_line, shared_figures};
use super::rows::{
    bar, column, comparative, count, largest, not_counted, order, request_keys, shown, sources,
};
use crate::data::{CollegeProgram, EarningsYear, ProgramCell, Programs};
use crate::engine::{OutcomesOf, ProgramRanking, ProgramSort, Ranked, RankedRows};
use crate::profile::Asked;
use crate::quantity::Dollars;
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::json::{Json, head, question, receipt};

impl Report for ProgramRanking<'_> {
    fn document(&self) -> Document {
        let (tables, request) = (self.tables, self.request);
        let state = tables.geography.in_sentence(self.state);
        let mut document = Document::from_tables(tables);
        if let Some(text) = best(self) {
            document.prose("answer", text);
        }
        document.prose("outcomes", outcomes_line(tables, &self.outcomes));
        let figure = match request.sort {
            ProgramSort::Earnings => "what graduates earn a year, four years on",
            ProgramSort::Debt => "what graduates owe",
        };
        let longest = largest(&[&self.programs, &self.first_year]);
        document
            .heading(format!("Programs in {state} by {figure}, {}, US dollars", order(request)));
        if self.programs.all().is_empty() {
            document.prose("none", format!("No program in {state} has that figure."));
        } else {
            group(&mut document, self, "program", &self.programs, longest);
        }
        let shown = || self.programs.shown().iter().chain(self.first_year.shown());
        if shown().any(|ranked| is_less(ranked.row)) {
            let words = "Less: graduates earn less than high-school graduates of the state.";
            document.prose("less", words);
        }
        document.prose("caution", caution());
        not_counted(&mut document, &self.profile);
        document.details(|details| {
            let threshold = tables.programs.of_state(self.state).find_map(|row| row.threshold);
            if let (OutcomesOf::State(_), Some(threshold)) = (self.outcomes.of, threshold) {
                let above = above(&self.outcomes.outcomes, &state);
                let text = Text::words(format!("In {state}:")).then(above);
                details.prose("above", text.say(" (").dollars(threshold).say(")."));
            }
            if !self.first_year.all().is_empty() {
                details.heading("Earnings one year on: another statistic, ranked by itself");
                group(details, self, "first_year", &self.first_year, longest);
            }
            unranked(details, self);
            if shown().any(|ranked| ranked.row.debt.is_none() || ranked.row.completers.is_none()) {
                details.prose("empty", "An empty cell: the data set does not state it.");
            }
            details.prose("shared", shared_figures());
        });
        document.prose(
            "more",
            "Next: run `mbc-calc data show programs` with a part of a school's name, or add \
             `--details`.",
        );
        document
    }
}

/// The program that comes first, and how far it is from the next.
fn best(answer: &ProgramRanking<'_>) -> Option<Text> {
    let [first, next, ..] = answer.programs.all() else { return None };
    let what = match answer.request.sort {
        ProgramSort::Earnings => " earned ",
        ProgramSort::Debt => " owed ",
    };
    let text = Text::default()
        .stress(format!("First: {}. ", first.row.institution))
        .say(format!("Its graduates{what}"))
        .dollars(first.value)
        .say(match answer.request.sort {
            ProgramSort::Earnings => " a year, ",
            ProgramSort::Debt => ", ",
        })
        .figure(Figure::Apart { from: first.value, to: next.value });
    Some(text.say(format!(
        "{} than those of the next, {}.",
        comparative(answer.request),
        next.row.institution
    )))
}

fn group(
    document: &mut Document,
    answer: &ProgramRanking<'_>,
    id: &'static str,
    rows: &RankedRows<&CollegeProgram>,
    longest: f64,
) {
    let sort = answer.request.sort;
    let other = match sort {
        ProgramSort::Earnings => ProgramSort::Debt,
        ProgramSort::Debt => ProgramSort::Earnings,
    };
    let columns = [
        Column::new("rank", "#"),
        Column::new("value", column(sort)),
        Column::new("bar", ""),
        Column::new(other.name(), column(other)),
        Column::same("award"),
        Column::new("completers", "finished"),
        Column::new("mark", ""),
    ];
    let figure = |program: &CollegeProgram| match other {
        ProgramSort::Debt => program.debt,
        ProgramSort::Earnings => program.earnings.map(|(earnings, _)| earnings),
    };
    let rows_shown = rows.shown().iter().map(|ranked| {
        let program = ranked.row;
        let finished = program.completers.map(|number| Figure::Count(u64::from(number)));
        let cells = [
            Figure::Count(ranked.rank as u64).into(),
            ranked.value.into(),
            bar(ranked.value, longest),
            figure(program).into(),
            program.award.name().into(),
            finished.into(),
            mark(sort, program).into(),
        ];
        Row::new(format!("{id}.{}", program.id()), program.institution.clone(), cells)
    });
    document.table(id, columns, rows_shown);
    shown(document, rows);
}

/// What to know of a row.
fn mark(sort: ProgramSort, program: &CollegeProgram) -> &'static str {
    match (sort, program.earnings) {
        (ProgramSort::Debt, Some((_, EarningsYear::First))) => "earnings one year on",
        _ if is_less(program) => "less",
        _ => "",
    }
}

/// Whether graduates earn less than high-school graduates of the state, four years on.
fn is_less(program: &CollegeProgram) -> bool {
    let earnings = program.earnings_in(EarningsYear::Fourth);
    earnings.zip(program.threshold).is_some_and(|(earnings, threshold)| earnings < threshold)
}

/// How many programs lack the figure, and which where they are few.
fn unranked(document: &mut Document, answer: &ProgramRanking<'_>) {
    const FEW: usize = 5;
    let Some(first) = answer.unranked.first() else { return };
    let (programs, figure) = (answer.unranked.len() as u64, answer.request.sort.name());
    let text = Text::words(format!("Not ranked for want of {figure}: "))
        .figure(Figure::Count(programs))
        .say(format!(" ({})", first.reason));
    if answer.unranked.len() > FEW {
        document.prose("unranked", text.say("."));
        return;
    }
    let rows = answer.unranked.iter().map(|row| row.program);
    let names = rows.map(|row| format!("{} ({})", row.institution, row.award.name()));
    let names = names.collect::<Vec<_>>().join("; ");
    document.prose("unranked", text.say(format!(": {names}.")));
}

impl WriteJson for ProgramRanking<'_> {
    fn write(&self, json: &mut Json<'_>) {
        let programs = &self.tables.programs;
        json.object(|json| {
            head(json, "program_ranking", self.tables);
            receipt(json, self.tables, "rank", |json| {
                request_keys(json, self.tables, &self.profile, self.request);
            });
            question(json, self.tables, &self.profile, &[], Asked::Programs);
            json.plain_str_at("by", "program");
            json.plain_str_at("place", self.state.as_str());
            json.plain_str_at("sort", self.request.sort.name());
            json.plain_str_at("order", self.request.order.name());
            json.plain_str_at("unit", "USD/year");
            json.count_at("programs_of", count(self.programs.all().len()));
            json.count_at("first_year_of", count(self.first_year.all().len()));
            outcomes_at(json, "outcomes", self.tables, &self.outcomes);
            let groups = [("programs", &self.programs), ("first_year", &self.first_year)];
            for (key, group) in groups {
                json.array_at(key, group.shown(), |json, ranked| {
                    json.object(|json| ranked_keys(json, programs, ranked));
                });
            }
            json.array_at("unranked", &self.unranked, |json, row| {
                json.object(|json| {
                    program_keys(json, programs, row.program);
                    json.str_at("reason", row.reason);
                });
            });
            sources(json, self.tables, programs);
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for group in [&self.programs, &self.first_year] {
            for ranked in group.shown() {
                json.object(|json| ranked_keys(json, &self.tables.programs, ranked));
            }
        }
    }
}

fn ranked_keys(json: &mut Json<'_>, programs: &Programs, ranked: &Ranked<&CollegeProgram>) {
    json.count_at("rank", count(ranked.rank));
    json.figure_at("value", Figure::Dollars(ranked.value));
    program_keys(json, programs, ranked.row);
}

fn program_keys(json: &mut Json<'_>, programs: &Programs, program: &CollegeProgram) {
    json.str_at("id", &program.id());
    json.str_at("label", &program.institution);
    json.plain_str_at("award", program.award.name());
    json.plain_str_at("control", program.control.name());
    let completers = program.completers.map(|number| Figure::Count(u64::from(number)));
    let earnings = program.earnings.map(|(earnings, _)| earnings);
    let years = program.earnings.map(|(_, year)| year.years());
    let dollars = |amount: Option<Dollars>| amount.map(Figure::Dollars);
    let missing = |cell| move || programs.reason(cell);
    figure_at(
        json,
        ["completers", "completers_missing"],
        completers,
        missing(ProgramCell::Completers),
    );
    figure_at(
        json,
        ["earnings", "earnings_missing"],
        dollars(earnings),
        missing(ProgramCell::Earnings),
    );
    if let Some(years) = years {
        json.count_at("years_after", years);
    }
    let threshold = dollars(program.threshold);
    figure_at(json, ["threshold", "threshold_missing"], threshold, missing(ProgramCell::Threshold));
    figure_at(json, ["debt", "debt_missing"], dollars(program.debt), missing(ProgramCell::Debt));
}

/// A number, or null and the reason next to it.
fn figure_at<'p>(
    json: &mut Json<'_>,
    [key, reason_key]: [&'static str; 2],
    figure: Option<Figure>,
    reason: impl FnOnce() -> &'p str,
) {
    if let Some(figure) = figure {
        return json.figure_at(key, figure);
    }
    json.missing_at(key, reason_key, reason());
}
