use std::borrow::Cow;

use super::asked::Asked;
use super::csv_table::{Cells, CsvRecords};
use super::field_line::{push_fields, push_refused_fields};
use super::groups::Groups;
use super::input::{Chunk, Columns, Dialect, Row};
use super::options::{Lines, OnError, Options, Output, Question};
use super::record::{ErrorRecord, Refusal};
use super::summary::Summary;
use crate::data::Tables;
use crate::engine::plan::{PlanRequest, plan};
use crate::engine::{Estimator, timeline, verdict, verdict_without_flips, verdicts};
use crate::profile::Profile;
use crate::render::{push_json_line, push_json_line_of_many};
use crate::report::{Explained, Kept, Pieces, Record, RecordAnswer};

/// Answers chunks of rows.
pub(super) struct Worker<'t> {
    tables: &'t Tables,
    setup: &'t Setup<'t>,
    estimator: Estimator<'t>,
    /// What the records have in common.
    pieces: Pieces,
}

/// How every row is read and answered.
pub(super) struct Setup<'t> {
    pub(super) options: &'t Options,
    /// The columns of CSV.
    pub(super) columns: Option<Columns>,
    /// How records are rows of CSV.
    pub(super) table: CsvRecords,
    /// Whether what would change a verdict is shown.
    pub(super) shows_flips: bool,
}

/// The records of a chunk.
#[derive(Debug, Default)]
pub(super) struct Answered {
    /// The records, one a line.
    pub(super) records: Vec<u8>,
    pub(super) summary: Summary,
}

/// Where an answer goes, and what comes back with it.
struct Place<'r> {
    line: Option<u64>,
    id: Option<&'r str>,
    kept: &'r [Kept<'r>],
    cells: &'r Cells<'r>,
}

impl<'t> Worker<'t> {
    pub(super) fn new(tables: &'t Tables, setup: &'t Setup<'t>) -> Self {
        Self { tables, setup, estimator: Estimator::new(tables), pieces: Pieces::default() }
    }

    /// Answers every row of a chunk, or those up to the first error where that ends the stream.
    pub(super) fn answer(&mut self, chunk: &Chunk, out: &mut Answered) {
        // Buffers that grew for a few long records are given back.
        const KEPT_BYTES: usize = 1 << 20;
        out.records.clear();
        out.records.shrink_to(KEPT_BYTES);
        out.summary = Summary::default();
        if let Output::Groups(by) = &self.setup.options.output {
            out.summary.groups = Some(Groups::new(by.clone()));
        }
        let lines = Dialect { delimiter: b',', end: b'\n' };
        let dialect = self.setup.columns.as_ref().map_or(lines, |columns| columns.dialect);
        for row in chunk.rows(dialect) {
            if row.bytes.trim_ascii().is_empty() && row.fault.is_none() {
                out.summary.blank += 1;
                continue;
            }
            let Err(refusal) = self.answer_row(row, out) else {
                out.summary.answered += 1;
                continue;
            };
            out.summary.refuse(&refusal);
            if self.setup.options.on_error == OnError::Fail {
                out.summary.stopped = Some(refusal.first(row.line));
                return;
            }
        }
    }

    fn answer_row(&mut self, row: Row<'_>, out: &mut Answered) -> Result<(), Refusal> {
        let Setup { options, columns, .. } = self.setup;
        let cells: Vec<Cow<'_, [u8]>> = match columns {
            Some(columns) => columns.dialect.cells(row.bytes).collect(),
            None => Vec::new(),
        };
        let asked = match columns {
            Some(columns) => Asked::of_cells(row, &cells, columns, self.tables),
            None => Asked::of_json(row, &options.columns, options.others),
        };
        out.summary.add_asked(&asked, columns.is_none());
        let line = (options.lines == Lines::Numbered).then_some(row.line);
        let Asked { draft, id, kept, .. } = asked;
        let place = Place { line, id: id.as_deref(), kept: &kept, cells: &cells };
        let profile = match draft {
            Ok(draft) => {
                let draft = draft.over(&options.base);
                let read = match options.question {
                    Question::Estimate => draft.profile(self.tables),
                    Question::Timeline | Question::Verdict | Question::Plan => {
                        draft.career(self.tables)
                    }
                };
                read.map_err(|errors| Refusal::from(&errors))
            }
            Err(refusal) => Err(refusal),
        };
        let answered = profile.and_then(|profile| {
            out.summary.counted_as += profile.counted_as_near() as u64;
            self.answer_profile(&profile, &place, out)
        });
        if let Err(refusal) = &answered {
            self.refuse(refusal, &place, &mut out.records);
        }
        answered
    }

    fn answer_profile(
        &mut self,
        profile: &Profile,
        place: &Place<'_>,
        out: &mut Answered,
    ) -> Result<(), Refusal> {
        let tables = self.tables;
        let explained = self.setup.options.explained;
        let setup = self.setup;
        let pieces = &mut self.pieces;
        let mut push = |answer| push((setup, place), tables, profile, answer, (out, pieces));
        match (setup.options.question, profile.seeker().stage) {
            (Question::Estimate, _) if explained == Explained::No => {
                let figures = self.estimator.figures(profile);
                push(RecordAnswer::Estimate(&figures, None));
            }
            (Question::Estimate, _) => {
                let answer = self.estimator.estimate(profile);
                push(RecordAnswer::Estimate(&answer.figures, Some(&answer)));
            }
            (Question::Timeline, _) => {
                push(RecordAnswer::Timeline(&timeline(tables, profile), explained));
            }
            (Question::Verdict, Some(stage)) => {
                let answer = if setup.shows_flips { verdict } else { verdict_without_flips };
                push(RecordAnswer::Verdict(&answer(tables, profile, stage), explained));
            }
            (Question::Verdict, None) => {
                push(RecordAnswer::Verdicts(&verdicts(tables, profile), explained));
            }
            (Question::Plan, _) => {
                push(RecordAnswer::Plan(&plan(tables, profile, PlanRequest::default())?));
            }
        }
        Ok(())
    }

    fn refuse(&self, refusal: &Refusal, place: &Place<'_>, out: &mut Vec<u8>) {
        let Setup { options, table, .. } = self.setup;
        if options.on_error == OnError::Skip {
            return;
        }
        let &Place { line, id, kept, cells } = place;
        let record = ErrorRecord { line, id, refusal, kept };
        match &options.output {
            Output::JsonLines => push_json_line(&record, out),
            Output::Csv(_) => table.refused(&record, cells, out),
            Output::Fields(paths) => push_refused_fields(&record, paths, out),
            Output::Groups(_) => {}
        }
    }
}

fn push(
    (setup, place): (&Setup<'_>, &Place<'_>),
    tables: &Tables,
    profile: &Profile,
    answer: RecordAnswer<'_>,
    (Answered { records: out, summary }, pieces): (&mut Answered, &mut Pieces),
) {
    let &Place { line, id, kept, cells } = place;
    let record = Record { line, id, tables, profile, answer, kept };
    match &setup.options.output {
        Output::JsonLines => push_json_line_of_many(&record, out, pieces),
        Output::Csv(_) => setup.table.answered(&record, cells, out),
        Output::Fields(paths) => push_fields(record, paths, out, pieces),
        Output::Groups(_) => {
            summary.groups.iter_mut().for_each(|groups| groups.add(&record, pieces));
        }
    }
}
