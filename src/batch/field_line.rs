//! Records as lines of bare values: one for each path, with tabs between them.

use super::record::ErrorRecord;
use crate::render::RecordValues;
use crate::report::{Pieces, Record, WriteJson};

/// Appends the values of an answer.
pub(super) fn push_fields(
    record: Record<'_>,
    paths: &[String],
    out: &mut Vec<u8>,
    pieces: &mut Pieces,
) {
    // Where no path leads there, what the caller added need not be read again.
    let is_read = |part: &str| paths.iter().any(|path| path.split('.').next() == Some(part));
    let id = record.id.filter(|_| is_read("id"));
    let kept = if is_read("kept") { record.kept } else { &[] };
    push_values(&Record { id, kept, ..record }, paths, out, pieces);
    out.push(b'\n');
}

/// Appends the values that an error has; behind them, unless a path leads to it, what is wrong.
pub(super) fn push_refused_fields(record: &ErrorRecord<'_>, paths: &[String], out: &mut Vec<u8>) {
    push_values(record, paths, out, &mut Pieces::default());
    let is_read = paths.iter().any(|path| path.split('.').next() == Some("errors"));
    if let Some(problem) = record.refusal.problems.first().filter(|_| !is_read) {
        out.push(b'\t');
        push_on_one_line(&problem.message, out);
    }
    out.push(b'\n');
}

fn push_values(record: &dyn WriteJson, paths: &[String], out: &mut Vec<u8>, pieces: &mut Pieces) {
    let values = RecordValues::new(record, pieces);
    for (i, path) in paths.iter().enumerate() {
        if i > 0 {
            out.push(b'\t');
        }
        push_on_one_line(&values.at(path).unwrap_or_default(), out);
    }
}

/// Appends a text without line ends and tabs.
fn push_on_one_line(text: &str, out: &mut Vec<u8>) {
    let on_one_line = |byte| if matches!(byte, b'\n' | b'\r' | b'\t') { b' ' } else { byte };
    out.extend(text.bytes().map(on_one_line));
}
