//! Records as rows of CSV under one header: the figures of an answer, or what is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::engine::career::Milestone;
use crate::engine::{Figures, ScenarioPay, Timeline, Verdict};
use crate::profile::Others;
use crate::quantity::{Pay, Percentile};
use crate::render::field;
use crate::report::number::bare;
use crate::report::{ErrorProblem, Figure, Record, RecordAnswer};

use super::input::Columns;
use super::options::{CsvLayout, Lines, Options, Question};
use super::record::ErrorRecord;

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

/// Paths in a record.
const PLAN: [&str; 9] = [
    "now.yearly",
    "steps.0.id",
    "steps.0.label",
    "steps.0.cost",
    "steps.0.months",
    "steps.0.odds",
    "steps.0.my_pay.yearly",
    "steps.0.gain.after_5",
    "if_found.0.label",
];

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
        Question::Plan => [&PLAN, &WARNINGS],
    }
}

/// What the rows of a stream have in common.
#[derive(Clone, Debug)]
pub(super) struct CsvRecords {
    question: Question,
    layout: CsvLayout,
    lines: Lines,
    /// The header of the input, where its cells come back.
    kept: Option<Vec<Vec<u8>>>,
}

/// The cells of an input row.
pub(super) type Cells<'r> = [Cow<'r, [u8]>];

impl CsvRecords {
    pub(super) fn new(options: &Options, layout: CsvLayout, columns: Option<&Columns>) -> Self {
        let header = |columns: &Columns| {
            columns.all.iter().map(|column| column.header.clone()).collect::<Vec<_>>()
        };
        let kept = columns.filter(|_| options.others == Others::Kept).map(header);
        Self { question: options.question, layout, lines: options.lines, kept }
    }

    /// The header. A name that the input has already gets `answer.` before it.
    pub(super) fn header(&self) -> Vec<u8> {
        if self.layout.without_header {
            return Vec::new();
        }
        let [figures, after] = columns(self.question);
        let line = (self.lines == Lines::Numbered).then_some("line");
        let id = self.kept.is_none().then_some("id");
        let own = line.into_iter().chain(id);
        let own = own.chain(figures.iter().chain(&ERROR).chain(after).copied());
        let kept = self.kept.as_deref().unwrap_or_default();
        let taken: BTreeSet<&[u8]> = kept.iter().map(|name| name.trim_ascii()).collect();
        let renamed = own.map(|name| {
            let mut name = name.to_owned();
            while taken.contains(name.as_bytes()) {
                name.insert_str(0, "answer.");
            }
            name.into_bytes()
        });
        let mut out = Vec::new();
        self.row(&mut out, kept.iter().cloned().chain(renamed));
        out
    }

    /// Appends the row of an answer. Of several verdicts a cell has them all, each with its stage.
    pub(super) fn answered(&self, record: &Record<'_>, cells: &Cells<'_>, out: &mut Vec<u8>) {
        let (figures, after) = match record.answer {
            RecordAnswer::Estimate(figures, _) => {
                (estimate_cells(figures), places_and_role(record, figures))
            }
            RecordAnswer::Timeline(answer, _) => (timeline_cells(answer), Vec::new()),
            RecordAnswer::Verdict(verdict, _) => (verdict_cells(record, verdict, ""), Vec::new()),
            RecordAnswer::Verdicts(verdicts, _) => (verdicts_cells(record, verdicts), Vec::new()),
            RecordAnswer::Plan(_) => (PLAN.map(|path| cell(record, path)).to_vec(), Vec::new()),
        };
        let no_error = ERROR.map(|_| String::new());
        let notices = record.answer.notices();
        let codes: Vec<&str> = notices.iter().map(|notice| notice.code.name()).collect();
        let own = figures.into_iter().chain(no_error).chain([codes.join("; ")]).chain(after);
        self.record(out, cells, record.line, record.id, own);
    }

    /// Appends the row of what could not be answered.
    pub(super) fn refused(&self, record: &ErrorRecord<'_>, cells: &Cells<'_>, out: &mut Vec<u8>) {
        let [figures, after] = columns(self.question);
        let mut own: Vec<String> = figures.iter().map(|_| String::new()).collect();
        if let Some(ErrorProblem { code, message, field, hint }) = record.refusal.problems.first() {
            let optional = |text: &Option<String>| text.clone().unwrap_or_default();
            own.extend([(*code).to_owned(), message.clone(), optional(field), optional(hint)]);
        }
        own.push((record.refusal.problems.len() + record.refusal.more).to_string());
        own.extend(after.iter().map(|_| String::new()));
        self.record(out, cells, record.line, record.id, own);
    }

    fn record(
        &self,
        out: &mut Vec<u8>,
        cells: &Cells<'_>,
        line: Option<u64>,
        id: Option<&str>,
        own: impl IntoIterator<Item = String>,
    ) {
        let columns = self.kept.as_ref().map_or(0, Vec::len);
        let kept = (0..columns).map(|at| cells.get(at).map(|cell| cell.to_vec()));
        let kept = kept.map(Option::unwrap_or_default);
        let id = self.kept.is_none().then(|| id_text(id));
        let line = line.map(|line| line.to_string());
        let own = line.into_iter().chain(id).chain(own).map(String::into_bytes);
        self.row(out, kept.chain(own));
    }

    fn row(&self, out: &mut Vec<u8>, cells: impl Iterator<Item = Vec<u8>>) {
        let mut writer = csv::Writer::from_writer(std::mem::take(out));
        let cells = cells.map(|cell| {
            let is_guarded = self.layout.guards_formulas && is_formula(&cell);
            if is_guarded { [b"'", &*cell].concat() } else { cell }
        });
        writer.write_record(cells).expect("a vector can always be written to");
        *out = writer.into_inner().expect("a vector can always be written to");
    }
}

/// Whether a spreadsheet would run a cell; a number with a sign is a number.
fn is_formula(cell: &[u8]) -> bool {
    let begins = matches!(cell, [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..]);
    let is_number = |text: &str| {
        let digits = text.trim_start_matches(['+', '-']);
        text.len() - digits.len() == 1
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && digits.parse::<f64>().is_ok()
    };
    begins && !std::str::from_utf8(cell).is_ok_and(is_number)
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

/// What a record has at a path; nothing where it has no such value.
fn cell(record: &Record<'_>, path: &str) -> String {
    field(record, path).unwrap_or_default().trim_end().to_owned()
}

/// `prefix` is the path of the verdict in its record.
fn verdict_cells(record: &Record<'_>, verdict: &Verdict<'_>, prefix: &str) -> Vec<String> {
    let text = |key: &str| cell(record, &format!("{prefix}{key}"));
    let (stage, answer) = (verdict.stage.name(), verdict.judgment.answer.name());
    let reasons = ["in_favor.0.text", "against.0.text"].map(text);
    let mut cells = vec![stage.to_owned(), answer.to_owned()];
    cells.extend(reasons);
    let open = verdict.judgment.open();
    let open: Vec<&str> = open.iter().map(|judged| judged.criterion.id.as_str()).collect();
    cells.push(open.join("; "));
    cells
}

/// The cells of several verdicts: in each what every verdict has there, behind its stage.
fn verdicts_cells(record: &Record<'_>, verdicts: &[Verdict<'_>]) -> Vec<String> {
    let mut joined = vec![String::new(); VERDICT.len()];
    for (i, verdict) in verdicts.iter().enumerate() {
        let cells = verdict_cells(record, verdict, &format!("verdicts.{i}."));
        for (at, (all, cell)) in joined.iter_mut().zip(cells).enumerate() {
            let between = if all.is_empty() { "" } else { "; " };
            match at {
                0 => all.extend([between, &cell]),
                _ if cell.is_empty() => {}
                _ => all.extend([between, verdict.stage.name(), ": ", &cell]),
            }
        }
    }
    joined
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
