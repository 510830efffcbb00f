//! The answer to `replay`: whether a saved answer still holds.

mod compared;
mod json;

use serde_json::Value;

use crate::data::{Tables, is_unprintable};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use compared::{Moved, differences, is_of_the_question};

/// A saved answer, and the answer to its question now.
#[derive(Clone, Debug)]
pub(crate) struct Replay<'t> {
    /// The tables of now.
    pub tables: &'t Tables,
    /// The `kind` of the answer.
    pub kind: String,
    /// The edition of the tables of then.
    pub edition: String,
    /// The tables that have another text now; nothing when the receipt is of other tables.
    pub changed: Option<Vec<&'static str>>,
    /// How many values were compared.
    pub values: usize,
    /// The values that are others now.
    pub moved: Vec<Moved>,
    /// What is found.
    pub finding: Finding,
}

/// What is found of a saved answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Every value is as it was.
    Same,
    /// Values are others, since tables are.
    Moved,
    /// Values are others, and no table is.
    ValuesEdited,
    /// The question is not the one that was asked.
    QuestionEdited,
}

impl<'t> Replay<'t> {
    /// A saved answer with a question that is not the one of its hash; it is not asked again.
    pub(crate) fn of_edited_question(tables: &'t Tables, kind: &str, edition: &str) -> Self {
        Self {
            tables,
            kind: kind.to_owned(),
            edition: edition.to_owned(),
            changed: None,
            values: 0,
            moved: Vec::new(),
            finding: Finding::QuestionEdited,
        }
    }

    /// A saved answer, and the same answer now, as JSON; `fingerprints` are those of the tables of then.
    pub(crate) fn new(
        tables: &'t Tables,
        [saved, now]: [&Value; 2],
        edition: &str,
        fingerprints: &str,
    ) -> Self {
        let (values, moved) = differences(saved, now);
        let is_same_edition = edition == tables.edition.name();
        let finding = match () {
            () if moved.is_empty() => Finding::Same,
            () if is_same_edition || moved.iter().any(|one| is_of_the_question(&one.path)) => {
                Finding::ValuesEdited
            }
            () => Finding::Moved,
        };
        Self {
            tables,
            kind: saved["kind"].as_str().unwrap_or_default().to_owned(),
            edition: edition.to_owned(),
            changed: tables.edition.changed_since(fingerprints),
            values,
            moved,
            finding,
        }
    }

    /// Whether every value is as it was.
    pub(crate) fn is_same(&self) -> bool {
        self.finding == Finding::Same
    }

    /// The tables that have another text now, in words.
    fn changed_tables(&self) -> String {
        match self.changed.as_deref() {
            None | Some([]) => "the tables".to_owned(),
            Some([one]) => format!("the table `{one}`"),
            Some([all @ .., last]) => format!("the tables `{}` and `{last}`", all.join("`, `")),
        }
    }

    fn is_of_other_tables(&self) -> bool {
        self.edition != self.tables.edition.name()
    }
}

impl Report for Replay<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        document.prose("answer", first_line(self));
        if self.is_of_other_tables() {
            let editions =
                format!("Edition then {}, now {}.", printable(&self.edition), self.tables.edition);
            document.prose("editions", editions);
        }
        if !self.moved.is_empty() {
            let columns = ["then", "now", "change"].map(Column::same);
            document.table("moved", columns, self.moved.iter().enumerate().map(row));
            if self.moved.len() > AT_FIRST {
                let more = format!("{AT_FIRST} of them are shown; `--details` shows all.");
                document.prose("shown", more);
            }
        }
        document
    }
}

/// How many values a first reading shows.
const AT_FIRST: usize = 15;

fn first_line(replay: &Replay<'_>) -> Text {
    let count = |count: usize| Figure::Count(count as u64);
    let (moved, values) = (count(replay.moved.len()), count(replay.values));
    match replay.finding {
        Finding::Same => {
            let text = Text::default().stress("Same. ").say("Asked again, all ").figure(values);
            let text = text.say(" values of this answer are as they were");
            if replay.is_of_other_tables() {
                let tables = replay.changed_tables();
                return text.say(format!(", though {tables} changed since."));
            }
            text.say(".")
        }
        Finding::Moved => {
            Text::default().stress("Changed. ").figure(moved).say(" of ").figure(values).say(
                format!(" values are different now, because {} changed.", replay.changed_tables()),
            )
        }
        Finding::ValuesEdited => Text::default()
            .stress("Edited. ")
            .figure(moved)
            .say(" of ")
            .figure(values)
            .say(" values in this file are not what the program answers to its question."),
        Finding::QuestionEdited => Text::default()
            .stress("Edited. ")
            .say("The question in this file does not match its hash, so it was not asked again."),
    }
}

fn row((at, moved): (usize, &Moved)) -> Row {
    let cell = |value: &Option<Value>| match value {
        None => Cell::from("absent"),
        Some(Value::Number(number)) => number.as_f64().map(number_cell).into(),
        Some(Value::String(text)) => shortened(&printable(text)).into(),
        Some(value) => shortened(&printable(&value.to_string())).into(),
    };
    let path = printable(&moved.path);
    let cells = [cell(&moved.before), cell(&moved.now), moved.change().map(number_cell).into()];
    let row = Row::new(path.clone(), path, cells);
    if at < AT_FIRST { row } else { row.in_details() }
}

/// A number with as many decimals as answers have.
fn number_cell(number: f64) -> Figure {
    const MOST: u8 = 6;
    let decimals = (0..MOST).find(|&decimals| {
        let scaled = number * 10_f64.powi(i32::from(decimals));
        (scaled - scaled.round()).abs() < 1e-6
    });
    Figure::Number(number, decimals.unwrap_or(MOST))
}

/// Words short enough for a cell.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 32;
    if words.chars().nth(LONGEST).is_none() {
        return words.to_owned();
    }
    words.chars().take(LONGEST).chain(['…']).collect()
}

/// Words of a file, fit to be shown.
fn printable(words: &str) -> String {
    words.chars().map(|c| if is_unprintable(c) { '\u{FFFD}' } else { c }).collect()
}
