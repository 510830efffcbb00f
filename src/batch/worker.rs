use crate::data::Tables;
use crate::engine::Estimator;
use crate::profile::Draft;
use crate::render::push_json_line;
use crate::report::RecordShape;

use super::chunks::{Chunk, Chunks};
use super::options::{Detail, OnError, Options};
use super::record::ErrorRecord;

/// Answers chunks of lines.
pub(super) struct Worker<'t> {
    tables: &'t Tables,
    options: Options,
    estimator: Estimator<'t>,
}

/// The records of a chunk.
#[derive(Debug, Default)]
pub(super) struct Answered {
    /// The records, one a line.
    pub(super) records: Vec<u8>,
    pub(super) count: Count,
    /// Whether the stream must end after these records.
    pub(super) stop: bool,
}

/// How many lines there were of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) answered: u64,
    pub(super) refused: u64,
    pub(super) blank: u64,
}

impl<'t> Worker<'t> {
    pub(super) fn new(tables: &'t Tables, options: Options) -> Self {
        Self { tables, options, estimator: Estimator::new(tables) }
    }

    /// Answers every line of a chunk, or those up to the first error where that ends the stream.
    pub(super) fn answer(&mut self, chunk: &Chunk, out: &mut Answered) {
        out.records.clear();
        out.count = Count::default();
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
            match self.record(number, line, &mut out.records) {
                Ok(()) => out.count.answered += 1,
                Err(refused) => {
                    out.count.refused += 1;
                    if self.options.on_error != OnError::Skip {
                        push_json_line(&refused, &mut out.records);
                    }
                    if self.options.on_error == OnError::Fail {
                        out.stop = true;
                        return;
                    }
                }
            }
        }
    }

    fn record(&mut self, number: u64, line: &[u8], out: &mut Vec<u8>) -> Result<(), ErrorRecord> {
        if line.len() > Chunks::<&[u8]>::LONGEST_LINE {
            return Err(ErrorRecord::too_long(number));
        }
        let line = std::str::from_utf8(line)
            .map_err(|error| ErrorRecord::not_text(number, error.valid_up_to()))?;
        let (draft, id) = Draft::of_json_line(line);
        let profile = draft
            .profile(self.tables)
            .map_err(|errors| ErrorRecord::of(number, id, &errors))?;
        match self.options.detail {
            Detail::Figures => {
                let figures = self.estimator.figures(&profile);
                let tables = self.tables;
                let shape = RecordShape { line: number, id, tables, profile: &profile, figures: &figures, answer: None };
                push_json_line(&shape, out);
            }
            Detail::Explained => {
                let answer = self.estimator.estimate(&profile);
                let shape = RecordShape { line: number, id, tables: self.tables, profile: &profile, figures: &answer.figures, answer: Some(&answer) };
                push_json_line(&shape, out);
            }
        }
        Ok(())
    }
}

