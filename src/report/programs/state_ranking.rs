//! The states in order of what graduates of their certificate programs earn or owe.

use super::outcomes::{
    above, caution, outcomes_at, outcomes_keys, outcomes_line, programs_of, quartiles_at,
    shared_figures,
};
use super::rows::{
    bar, column, comparative, count, largest, not_counted, order, request_keys, shown, sources,
};
use crate::data::{GraduateOutcomes, Place, StudyField};
use crate::engine::{NotRanked, ProgramRankingRequest, ProgramSort, Ranked, StateRanking};
use crate::profile::Asked;
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::json::{Json, head, question, receipt};

impl Report for StateRanking<'_> {
    fn document(&self) -> Document {
        let (tables, request) = (self.tables, self.request);
        let mut document = Document::from_tables(tables);
        if let [first, next, ..] = self.states.all() {
            document.prose("answer", best(request, first, next));
        }
        document.prose("outcomes", outcomes_line(tables, &self.nation));
        let figure = match request.sort {
            ProgramSort::Earnings => "earn a year",
            ProgramSort::Debt => "owe",
        };
        document.heading(format!(
            "What graduates of the middle certificate program {figure}, four years on, {}",
            order(request)
        ));
        states(&mut document, self);
        document.prose("caution", caution());
        not_counted(&mut document, &self.profile);
        document.details(|details| background(details, self));
        document.prose(
            "more",
            "Next: add `--state` for the programs of one state, or `--details` for more.",
        );
        document
    }
}

/// A state with what graduates of its programs earn and owe.
type State<'t> = (&'t Place, GraduateOutcomes);

/// The state that comes first, and how far it is from the next.
fn best(
    request: ProgramRankingRequest,
    first: &Ranked<State<'_>>,
    next: &Ranked<State<'_>>,
) -> Text {
    let what = match request.sort {
        ProgramSort::Earnings => "earned",
        ProgramSort::Debt => "owed",
    };
    Text::default()
        .stress(format!("First: {}. ", first.row.0.name))
        .say(format!("Graduates of its middle certificate program {what} "))
        .dollars(first.value)
        .say(", ")
        .figure(Figure::Apart { from: first.value, to: next.value })
        .say(format!("{} than in {}, the next.", comparative(request), next.row.0.name))
}

/// How they compare with others, and which states are not ranked.
fn background(document: &mut Document, answer: &StateRanking<'_>) {
    let above = above(&answer.nation.outcomes, "their state").say(".");
    document.prose("above", Text::words("Nationwide:").then(above));
    document.heading("Certificates of other fields in the nation, four years on, US dollars");
    fields(document, answer.tables.programs.fields());
    for (is_meant, why) in [
        (is_too_few as fn(NotRanked) -> bool, "fewer than five such programs"),
        (|reason| !is_too_few(reason), "no debt of such programs"),
    ] {
        let rows = answer.unranked.iter().filter(|row| is_meant(row.reason));
        let codes = rows.map(|row| row.place.code.to_string()).collect::<Vec<_>>();
        if !codes.is_empty() {
            document.prose("unranked", format!("Not ranked, with {why}: {}.", codes.join(", ")));
        }
    }
    document.prose("shared", shared_figures());
}

fn states(document: &mut Document, answer: &StateRanking<'_>) {
    let sort = answer.request.sort;
    let mut columns = vec![
        Column::new("rank", "#"),
        Column::new("value", column(sort)),
        Column::new("bar", ""),
        Column::new("p25", "a quarter below"),
        Column::new("p75", "a quarter above"),
        Column::new("above_high_school", "over high school"),
    ];
    if sort == ProgramSort::Earnings {
        columns.push(Column::same("debt"));
    }
    columns.push(Column::same("programs"));
    let longest = largest(&[&answer.states]);
    let rows = answer.states.shown().iter().map(|ranked| {
        let (place, outcomes) = &ranked.row;
        let mut cells = vec![
            Figure::Count(ranked.rank as u64).into(),
            ranked.value.into(),
            bar(ranked.value, longest),
            outcomes.earnings.p25.into(),
            outcomes.earnings.p75.into(),
            Figure::Share(outcomes.above_threshold).into(),
        ];
        if sort == ProgramSort::Earnings {
            cells.push(outcomes.debt.into());
        }
        cells.push(Figure::Count(outcomes.programs as u64).into());
        Row::new(format!("state.{}", place.code), place.name.clone(), cells)
    });
    document.table("state", columns, rows);
    shown(document, &answer.states);
}

fn fields(document: &mut Document, fields: &[StudyField]) {
    let columns = ["earnings", "p25", "p75", "debt", "programs"].map(Column::of_key);
    let rows = fields.iter().map(|field| {
        let cells = [
            field.earnings.p50.into(),
            field.earnings.p25.into(),
            field.earnings.p75.into(),
            field.debt.into(),
            Figure::Count(u64::from(field.programs)).into(),
        ];
        Row::new(format!("field.{}", field.cip), field.name.clone(), cells)
    });
    document.table("field", columns, rows);
}

impl WriteJson for StateRanking<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "program_state_ranking", self.tables);
            receipt(json, self.tables, "rank", |json| {
                request_keys(json, self.tables, &self.profile, self.request);
            });
            question(json, self.tables, &self.profile, &[], Asked::Programs);
            json.plain_str_at("by", "program");
            json.plain_str_at("sort", self.request.sort.name());
            json.plain_str_at("order", self.request.order.name());
            json.plain_str_at("unit", "USD/year");
            json.count_at("states_of", count(self.states.all().len()));
            outcomes_at(json, "nation", self.tables, &self.nation);
            json.array_at("states", self.states.shown(), |json, ranked| {
                json.object(|json| ranked_keys(json, ranked));
            });
            json.array_at("unranked", &self.unranked, |json, row| {
                json.object(|json| {
                    json.plain_str_at("id", row.place.code.as_str());
                    json.str_at("label", &row.place.name);
                    json.str_at("reason", &reason(row.reason));
                });
            });
            json.array_at("fields", self.tables.programs.fields(), |json, field| {
                json.object(|json| field_keys(json, field));
            });
            sources(json, self.tables, &self.tables.programs);
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for ranked in self.states.shown() {
            json.object(|json| ranked_keys(json, ranked));
        }
    }
}

const fn is_too_few(reason: NotRanked) -> bool {
    matches!(reason, NotRanked::TooFew(_))
}

fn reason(reason: NotRanked) -> String {
    match reason {
        NotRanked::TooFew(programs) => {
            format!("{} with the figures: fewer than five", programs_of(programs))
        }
        NotRanked::NoDebt => "no program with earnings has a debt".to_owned(),
    }
}

fn ranked_keys(json: &mut Json<'_>, ranked: &Ranked<(&Place, GraduateOutcomes)>) {
    let (place, outcomes) = &ranked.row;
    json.count_at("rank", count(ranked.rank));
    json.figure_at("value", Figure::Dollars(ranked.value));
    json.plain_str_at("id", place.code.as_str());
    json.str_at("label", &place.name);
    outcomes_keys(json, outcomes);
}

fn field_keys(json: &mut Json<'_>, field: &StudyField) {
    json.str_at("id", &field.cip);
    json.str_at("label", &field.name);
    json.count_at("years_after", 4);
    json.count_at("programs", field.programs);
    quartiles_at(json, &field.earnings);
    json.figure_at("below_high_school", Figure::Share(field.below_threshold));
    json.figure_at("debt", Figure::Dollars(field.debt));
}
