//! Records as rows of CSV under one header: the figures of an answer, or what is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::csv_row::Row;
use crate::data::Occupation;
use crate::engine::career::Milestone;
use crate::engine::{Figures, ScenarioPay, Timeline, Verdict};
use crate::profile::Others;
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
        let mut row = self.row(&mut out);
        for name in kept {
            row.cell(name);
        }
        for name in renamed {
            row.cell(&name);
        }
        row.end();
        out
    }

    /// Appends the row of an answer. Of several verdicts a cell has them all, each with its stage.
    pub(super) fn answered(&self, record: &Record<'_>, cells: &Cells<'_>, out: &mut Vec<u8>) {
        let mut row = self.begun(out, cells, record.line, record.id);
        match record.answer {
            RecordAnswer::Estimate(figures, _) => estimate_cells(figures, &mut row),
            RecordAnswer::Timeline(answer, _) => row.texts(&timeline_cells(answer)),
            RecordAnswer::Verdict(verdict, _) => row.texts(&verdict_cells(record, verdict, "")),
            RecordAnswer::Plan(_) => row.texts(&PLAN.map(|path| cell(record, path))),
            RecordAnswer::Verdicts(verdicts, _) => row.texts(&verdicts_cells(record, verdicts)),
        }
        row.empty(ERROR.len());
        let notices = record.answer.notices();
        let codes: Vec<&str> = notices.iter().map(|notice| notice.code.name()).collect();
        row.text(&codes.join("; "));
        if let RecordAnswer::Estimate(figures, _) = record.answer {
            places_and_role(record, figures, &mut row);
        }
        row.end();
    }

    /// Appends the row of what could not be answered.
    pub(super) fn refused(&self, record: &ErrorRecord<'_>, cells: &Cells<'_>, out: &mut Vec<u8>) {
        let [figures, after] = columns(self.question);
        let mut row = self.begun(out, cells, record.line, record.id);
        row.empty(figures.len());
        if let Some(ErrorProblem { code, message, field, hint }) = record.refusal.problems.first() {
            row.text(code);
            row.text(message);
            for text in [field, hint] {
                row.text(text.as_deref().unwrap_or_default());
            }
        }
        row.text(&(record.refusal.problems.len() + record.refusal.more).to_string());
        row.empty(after.len());
        row.end();
    }

    /// A row with what came with the profile: the cells of the input or the id, and the line.
    fn begun<'o>(
        &self,
        out: &'o mut Vec<u8>,
        cells: &Cells<'_>,
        line: Option<u64>,
        id: Option<&str>,
    ) -> Row<'o> {
        let mut row = self.row(out);
        let columns = self.kept.as_ref().map_or(0, Vec::len);
        for at in 0..columns {
            row.cell(cells.get(at).map_or(b"", |cell| cell));
        }
        if let Some(line) = line {
            row.figure(Figure::Count(line));
        }
        if self.kept.is_none() {
            row.text(&id_text(id));
        }
        row
    }

    const fn row<'o>(&self, out: &'o mut Vec<u8>) -> Row<'o> {
        Row { out, is_begun: false, guards_formulas: self.layout.guards_formulas }
    }
}

fn estimate_cells(figures: &Figures<'_>, row: &mut Row<'_>) {
    let ScenarioPay { scenario, pay, home_value, .. } = figures.chosen();
    row.text(scenario.place.as_str());
    row.text(scenario.geo_pay.name());
    row.text(figures.level.name());
    row.amounts(pay);
    match (figures.price_level, home_value) {
        (Ok(price), Some(value)) => {
            row.figure(Figure::Number(price.get(), 3));
            row.amounts(value);
        }
        _ => row.empty(7),
    }
    row.text(figures.grade.name());
}

fn places_and_role(record: &Record<'_>, figures: &Figures<'_>, row: &mut Row<'_>) {
    let &Record { tables, profile, .. } = record;
    let wages = &figures.chosen().wages;
    match (wages.without, wages.of.area(tables)) {
        (Some(without), _) => {
            row.empty(2);
            row.text(without.reason);
        }
        (None, Some(area)) => {
            row.text(&area.code.to_string());
            row.text(&area.name);
            row.empty(1);
        }
        (None, None) => row.empty(3),
    }
    row.text(profile.role().map_or("", Occupation::name));
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

/// The caller's id, without quotes if it is a JSON string.
fn id_text(id: Option<&str>) -> String {
    let id = id.unwrap_or_default();
    serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned())
}
