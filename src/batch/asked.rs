use std::borrow::Cow;

use super::input::{ColumnNames, Columns, MAX_ROW_BYTES, Row};
use super::record::Refusal;
use crate::data::{Quoted, Tables};
use crate::profile::{Draft, Meaning, Others, StreamLine};
use crate::report::{Kept, KeptValue};

/// A row as it was read: what it asks, and what comes back with the answer.
pub(super) struct Asked<'r> {
    /// The facts, or why they cannot be read.
    pub(super) draft: Result<Draft<'r>, Refusal>,
    /// The caller's id, as JSON.
    pub(super) id: Option<Cow<'r, str>>,
    /// What states no fact.
    pub(super) kept: Vec<Kept<'r>>,
    /// The first column of which a cell was not taken for what it states, and how many were not.
    pub(super) passed_over: Option<(&'r str, u64)>,
}

impl<'r> Asked<'r> {
    fn refused(refusal: Refusal) -> Self {
        Self { draft: Err(refusal), id: None, kept: Vec::new(), passed_over: None }
    }

    /// A row that is a JSON object.
    pub(super) fn of_json(row: Row<'r>, names: &ColumnNames, others: Others) -> Self {
        if row.bytes.len() > MAX_ROW_BYTES {
            return Self::refused(Refusal::too_long());
        }
        let text = match std::str::from_utf8(row.bytes) {
            Ok(text) => text,
            Err(error) => return Self::refused(Refusal::not_text(error.valid_up_to())),
        };
        let line = StreamLine::of_json(text, |key| names.meaning(key), others);
        let kept = |(key, value)| Kept { key: Cow::Owned(key), value: KeptValue::Json(value) };
        Self {
            draft: row.fault.map_or_else(|| Ok(line.draft), |fault| Err(fault.into())),
            id: line.id.map(Cow::Borrowed),
            kept: line.others.into_iter().map(kept).collect(),
            passed_over: None,
        }
    }

    /// A row of cells.
    pub(super) fn of_cells(
        row: Row<'r>,
        cells: &'r [Cow<'r, [u8]>],
        columns: &'r Columns,
        tables: &Tables,
    ) -> Self {
        if row.bytes.len() > MAX_ROW_BYTES {
            return Self::refused(Refusal::too_long());
        }
        let mut asked =
            Self { draft: Ok(Draft::default()), id: None, kept: Vec::new(), passed_over: None };
        for (at, (column, cell)) in columns.all.iter().zip(cells).enumerate() {
            match column.meaning {
                Meaning::Other => {
                    let value = KeptValue::Text(String::from_utf8_lossy(cell));
                    asked.kept.push(Kept { key: Cow::Borrowed(&column.key), value });
                }
                Meaning::Id => {
                    let id = String::from_utf8_lossy(cell.trim_ascii());
                    let json = || Cow::Owned(serde_json::Value::from(&*id).to_string());
                    asked.id = (!id.is_empty()).then(json);
                }
                meaning => match (std::str::from_utf8(cell), &mut asked.draft) {
                    (Ok(text), _) if !column.is_stated_by(text, tables) => {
                        if !text.trim().is_empty() {
                            asked.passed_over.get_or_insert((&column.key, 0)).1 += 1;
                        }
                        let value = KeptValue::Text(Cow::Borrowed(text));
                        asked.kept.push(Kept { key: Cow::Borrowed(&column.key), value });
                    }
                    (Ok(text), Ok(draft)) => draft.add_cell(meaning, text, at),
                    (Err(_), Ok(_)) => asked.draft = Err(Refusal::cell_not_text(&column.key)),
                    (_, Err(_)) => {}
                },
            }
        }
        if cells.len() != columns.all.len() {
            let beyond = cells.iter().skip(columns.all.len());
            let beyond: Vec<_> = beyond.map(|cell| String::from_utf8_lossy(cell)).collect();
            let beyond = beyond.iter().map(|cell| Quoted(cell).to_string());
            let beyond = beyond.take(3).collect::<Vec<_>>().join(", ");
            asked.draft = Err(Refusal::of_length(cells.len(), columns.all.len(), &beyond));
        }
        if let Some(fault) = row.fault {
            asked.draft = Err(fault.into());
        }
        asked
    }
}
