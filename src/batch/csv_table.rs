//! Records as rows of CSV under one header: the figures of an answer, or what is wrong.

use crate::engine::career::Milestone;
use crate::engine::{Figures, ScenarioPay, Timeline, Verdict};
use crate::quantity::{Pay, Percentile};
use crate::render::field;
use crate::report::number::bare;
use crate::report::{Figure, Record, RecordAnswer};

use super::options::Question;
use super::record::{ErrorRecord, RecordProblem};

/// The first columns of every row.
const ROW: [&str; 2] = ["line", "id"];

const ESTIMATE: [&str; 17] = [
    "place",
    "geo_pay",
    "level",
    "pay.p10",
    "pay.p25",
    "pay.p50",
    "pay.p75",
    "pay.p90",
    "pay.mean",
    "home_value.price_level",
    "home_value.p10",
    "home_value.p25",
    "home_value.p50",
    "home_value.p75",
    "home_value.p90",
    "home_value.mean",
    "grade",
];

const TIMELINE: [&str; 16] = [
    "standing",
    "place",
    "geo_pay",
    "first_job.reached",
    "first_job.p50",
    "remote.reached",
    "remote.p50",
    "break_even.p10",
    "break_even.p50",
    "break_even.p90",
    "break_even.never",
    "gain.years_5.p50",
    "gain.years_10.p50",
    "year_1.p50",
    "year_5.p50",
    "year_10.p50",
];

const VERDICT: [&str; 5] = ["stage", "answer", "in_favor", "against", "open"];

const ERROR: [&str; 5] = ["error.code", "error.message", "error.field", "error.hint", "errors"];

/// Columns added after the first release, so that those before keep their places.
const ESTIMATE_LATER: [&str; 5] =
    ["warnings", "area.code", "area.name", "area_missing", "profile.role"];

const WARNINGS: [&str; 1] = ["warnings"];

/// The columns of the figures and those after the error.
const fn columns(question: Question) -> [&'static [&'static str]; 2] {
    match question {
        Question::Estimate => [&ESTIMATE, &ESTIMATE_LATER],
        Question::Timeline => [&TIMELINE, &WARNINGS],
        Question::Verdict => [&VERDICT, &WARNINGS],
    }
}

/// Appends rows to a buffer.
pub(super) struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    /// The header.
    pub(super) fn header(question: Question) -> Vec<u8> {
        let mut table = Self::new(Vec::new());
        let [figures, after] = columns(question);
        let all = [&ROW, figures, &ERROR, after].concat();
        table.row(all.into_iter().map(str::to_owned));
        table.into_bytes()
    }

    pub(super) fn new(out: Vec<u8>) -> Self {
        Self(csv::WriterBuilder::new().flexible(true).from_writer(out))
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().expect("a vector can always be written to")
    }

    /// Writes the row of an answer; of several verdicts, a row for each.
    pub(super) fn answered(&mut self, record: &Record<'_>) {
        match record.answer {
            RecordAnswer::Estimate(figures, _) => {
                self.answer(record, estimate_cells(figures), places_and_role(record, figures));
            }
            RecordAnswer::Timeline(answer, _) => {
                self.answer(record, timeline_cells(answer), Vec::new());
            }
            RecordAnswer::Verdict(verdict, _) => {
                self.answer(record, verdict_cells(record, verdict, ""), Vec::new());
            }
            RecordAnswer::Verdicts(verdicts, _) => {
                for (i, verdict) in verdicts.iter().enumerate() {
                    let prefix = format!("verdicts.{i}.");
                    self.answer(record, verdict_cells(record, verdict, &prefix), Vec::new());
                }
            }
        }
    }

    fn answer(&mut self, record: &Record<'_>, figures: Vec<String>, after: Vec<String>) {
        let row = [record.line.to_string(), id_text(record.id)];
        let no_error = ERROR.map(|_| String::new());
        let notices = record.answer.notices();
        let codes: Vec<&str> = notices.iter().map(|notice| notice.code.name()).collect();
        let cells = row.into_iter().chain(figures).chain(no_error).chain([codes.join("; ")]);
        self.row(cells.chain(after));
    }

    pub(super) fn refused(&mut self, question: Question, record: &ErrorRecord) {
        let [figures, after] = columns(question);
        let mut cells = vec![record.line.to_string(), id_text(record.id.as_deref())];
        cells.extend(figures.iter().map(|_| String::new()));
        if let Some(RecordProblem { code, message, field, hint }) = record.problems.first() {
            let optional = |text: &Option<String>| text.clone().unwrap_or_default();
            cells.extend([(*code).to_owned(), message.clone(), optional(field), optional(hint)]);
        }
        cells.push((record.problems.len() + record.more).to_string());
        cells.extend(after.iter().map(|_| String::new()));
        self.row(cells);
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.0.write_record(cells).expect("a vector can always be written to");
    }
}

fn estimate_cells(figures: &Figures<'_>) -> Vec<String> {
    let ScenarioPay { scenario, pay, home_value, .. } = figures.chosen();
    let mut cells = vec![
        scenario.place.to_string(),
        scenario.geo_pay.name().to_owned(),
        figures.level.name().to_owned(),
    ];
    cells.extend(amounts(pay));
    match (figures.price_level, home_value) {
        (Ok(price), Some(value)) => {
            cells.push(bare(Figure::Number(price.get(), 3)));
            cells.extend(amounts(value));
        }
        _ => cells.resize(cells.len() + 7, String::new()),
    }
    cells.push(figures.grade.name().to_owned());
    cells
}

fn places_and_role(record: &Record<'_>, figures: &Figures<'_>) -> Vec<String> {
    let &Record { tables, profile, .. } = record;
    let wages = &figures.chosen().wages;
    let mut cells = match (wages.without, wages.of.area(tables)) {
        (Some(without), _) => vec![String::new(), String::new(), without.reason.to_owned()],
        (None, Some(area)) => vec![area.code.to_string(), area.name.clone(), String::new()],
        (None, None) => vec![String::new(); 3],
    };
    cells.push(profile.role().map_or(String::new(), |role| role.name().to_owned()));
    cells
}

fn timeline_cells(answer: &Timeline<'_>) -> Vec<String> {
    let months = |month: Option<u32>| month.map_or(String::new(), |month| month.to_string());
    let mut cells = vec![
        answer.career_stage.name().to_owned(),
        answer.scenario.place.to_string(),
        answer.scenario.geo_pay.name().to_owned(),
    ];
    for milestone in [Milestone::FirstJob, Milestone::Remote] {
        let reached = answer.milestones.iter().find(|reached| reached.milestone == milestone);
        cells.push(reached.map_or(String::new(), |it| bare(Figure::Share(it.share))));
        cells.push(months(reached.and_then(|it| it.months).map(|[_, p50, _]| p50)));
    }
    cells.extend(answer.break_even.months.map(months));
    cells.push(bare(Figure::Share(answer.break_even.never)));
    for gain in [&answer.gain_5, &answer.gain_10] {
        cells.push(gain.as_ref().map_or(String::new(), |gain| bare(Figure::Change(gain.p50))));
    }
    for year in [1, 5, 10] {
        let found = answer.years.iter().find(|found| found.year == year);
        cells.push(found.map_or(String::new(), |found| bare(Figure::Dollars(found.pay.p50))));
    }
    cells
}

/// `prefix` is the path of the verdict in its record.
fn verdict_cells(record: &Record<'_>, verdict: &Verdict<'_>, prefix: &str) -> Vec<String> {
    let text = |key: &str| {
        let text = field(record, &format!("{prefix}{key}")).unwrap_or_default();
        text.trim_end().to_owned()
    };
    let (stage, answer) = (verdict.stage.name(), verdict.judgment.answer.name());
    let reasons = ["in_favor.0.text", "against.0.text"].map(text);
    let mut cells = vec![stage.to_owned(), answer.to_owned()];
    cells.extend(reasons);
    let open = verdict.judgment.open();
    let open: Vec<&str> = open.iter().map(|judged| judged.criterion.id.as_str()).collect();
    cells.push(open.join("; "));
    cells
}

fn amounts(pay: &Pay) -> impl Iterator<Item = String> {
    let percentiles = Percentile::ALL.map(|percentile| pay.percentiles.at(percentile));
    percentiles.into_iter().chain([pay.mean]).map(|amount| bare(Figure::Dollars(amount)))
}

/// The caller's id, without quotes if it is a JSON string.
fn id_text(id: Option<&str>) -> String {
    let id = id.unwrap_or_default();
    serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned())
}
