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
    pub(super) count: Count,
    /// Whether the stream ends after these records.
    pub(super) stop: bool,
}

/// The number of lines of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) answered: u64,
    pub(super) refused: u64,
    pub(super) blank: u64,
}

impl<'t> Worker<'t> {
    pub(super) fn new(tables: &'t Tables, options: &'t Options) -> Self {
        Self { tables, options, estimator: Estimator::new(tables) }
    }

    /// Answers every line of a chunk, or those up to the first error where that ends the stream.
    pub(super) fn answer(&mut self, chunk: &Chunk, out: &mut Answered) {
        out.records.clear();
        out.count = Count { blank: chunk.blank, ..Count::default() };
        out.stop = false;
        for (number, line) in chunk.lines() {
            let line = match number {
                1 => line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line),
                _ => line,
            };
            if line.trim_ascii().is_empty() {
                out.count.blank += 1;
                continue;
            }
            match self.answer_line(number, line, &mut out.records) {
                Ok(()) => out.count.answered += 1,
                Err(record) => {
                    out.count.refused += 1;
                    if self.options.on_error != OnError::Skip {
                        self.push_error(&record, &mut out.records);
                    }
                    if self.options.on_error == OnError::Fail {
                        out.stop = true;
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
        Output::Field(path) if is_id_path(path) => push_value(field(&record, path).ok(), out),
        // The path leads elsewhere, so that the id need not be parsed.
        Output::Field(path) => {
            push_value(field(&Record { id: None, ..record }, path).ok(), out);
        }
    }
}

/// Whether a path leads to the caller's id or into it.
fn is_id_path(path: &str) -> bool {
    path == "id" || path.starts_with("id.")
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
