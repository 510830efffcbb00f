use crate::data::Tables;
use crate::engine::{Estimator, timeline, verdict, verdicts};
use crate::profile::Draft;
use crate::render::{field, push_json_line};
use crate::report::{Explained, Record, RecordAnswer};

use super::chunks::{Chunk, MAX_LINE_BYTES};
use super::csv_table::CsvTable;
use super::options::{Input, OnError, Options, Output, Question};
use super::record::ErrorRecord;

/// Answers chunks of lines.
pub(super) struct Worker<'t> {
    tables: &'t Tables,
    options: &'t Options,
    estimator: Estimator<'t>,
}

/// The records of a chunk.
#[derive(Debug, Default)]
pub(super) struct Answered {
    /// The records, one a line.
    pub(super) records: Vec<u8>,
    pub(super) summary: Summary,
}

/// The counts of a stream, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Profiles that were answered.
    pub answered: u64,
    /// Profiles that could not be answered.
    pub refused: u64,
    /// Blank lines.
    pub blank: u64,
    /// What was wrong in the line that ended the stream, if one did.
    pub stopped: Option<String>,
}

impl Summary {
    pub(super) fn add(&mut self, part: &Self) {
        self.answered += part.answered;
        self.refused += part.refused;
        self.blank += part.blank;
        if part.stopped.is_some() {
            self.stopped.clone_from(&part.stopped);
        }
    }
}

impl<'t> Worker<'t> {
    pub(super) fn new(tables: &'t Tables, options: &'t Options) -> Self {
        Self { tables, options, estimator: Estimator::new(tables) }
    }

    /// Answers every line of a chunk, or those up to the first error where that ends the stream.
    pub(super) fn answer(&mut self, chunk: &Chunk, out: &mut Answered) {
        out.records.clear();
        out.summary = Summary { blank: chunk.blank, ..Summary::default() };
        for (at, (number, line)) in chunk.lines().enumerate() {
            let line = match number {
                1 => line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line),
                _ => line,
            };
            if line.trim_ascii().is_empty() {
                out.summary.blank += 1;
                continue;
            }
            match self.answer_line(number, line, &mut out.records) {
                Ok(()) => out.summary.answered += 1,
                Err(record) => {
                    out.summary.refused += 1;
                    if self.options.on_error != OnError::Skip {
                        self.push_error(&record, &mut out.records);
                    }
                    if self.options.on_error == OnError::Fail {
                        out.summary.stopped = Some(record.first());
                        // What is skipped after it is not read.
                        let skipped = chunk.blank_before.get(at).copied().unwrap_or_default();
                        out.summary.blank -= chunk.blank - skipped;
                        return;
                    }
                }
            }
        }
    }

    fn answer_line(
        &mut self,
        line: u64,
        text: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(), ErrorRecord> {
        if text.len() > MAX_LINE_BYTES {
            return Err(ErrorRecord::too_long(line));
        }
        let text = std::str::from_utf8(text)
            .map_err(|error| ErrorRecord::not_utf8(line, self.position_of(error.valid_up_to())))?;
        let (draft, id) = Draft::of_json_line(text);
        let tables = self.tables;
        let read = match self.options.question {
            Question::Estimate => draft.profile(tables),
            Question::Timeline | Question::Verdict => draft.career(tables),
        };
        let profile = &read.map_err(|errors| ErrorRecord::new(line, id, &errors))?;
        let Options { explained, ref output, .. } = *self.options;
        let mut push = |answer| push(output, Record { line, id, tables, profile, answer }, out);
        match (self.options.question, profile.seeker().stage) {
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
                push(RecordAnswer::Verdict(&verdict(tables, profile, stage), explained));
            }
            (Question::Verdict, None) => {
                push(RecordAnswer::Verdicts(&verdicts(tables, profile), explained));
            }
        }
        Ok(())
    }

    fn push_error(&self, record: &ErrorRecord, out: &mut Vec<u8>) {
        match &self.options.output {
            Output::JsonLines => push_json_line(record, out),
            Output::Csv => in_csv(out, |table| table.refused(self.options.question, record)),
            Output::Field(path) => push_value(field(record, path).ok(), out),
        }
    }

    /// The position of a byte of the line, unless the line was made from a row of CSV.
    fn position_of(&self, byte: usize) -> Option<usize> {
        (self.options.input == Input::JsonLines).then_some(byte)
    }
}

fn push(output: &Output, record: Record<'_>, out: &mut Vec<u8>) {
    match output {
        Output::JsonLines => push_json_line(&record, out),
        Output::Csv => in_csv(out, |table| table.answered(&record)),
        Output::Field(path) => {
            // Where the path leads elsewhere, the id need not be parsed.
            let id = record.id.filter(|_| path.split('.').next() == Some("id"));
            push_value(field(&Record { id, ..record }, path).ok(), out);
        }
    }
}

/// Appends a value on one line, or an empty line without a value.
fn push_value(value: Option<String>, out: &mut Vec<u8>) {
    let value = value.unwrap_or_default();
    let value = value.strip_suffix('\n').unwrap_or(&value);
    let on_one_line = |byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { byte };
    out.extend(value.bytes().map(on_one_line));
    out.push(b'\n');
}

fn in_csv(out: &mut Vec<u8>, write: impl FnOnce(&mut CsvTable)) {
    let mut table = CsvTable::new(std::mem::take(out));
    write(&mut table);
    *out = table.into_bytes();
}
