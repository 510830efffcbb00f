use super::input::Fault;
use crate::engine::plan::PlanError;
use crate::profile::ProfileErrors;
use crate::report::{ErrorProblem, Figure, Json, Kept, WriteJson, write_kept, write_problems};

/// The record of a row that could not be answered.
#[derive(Clone, Debug)]
pub(super) struct ErrorRecord<'r> {
    pub(super) line: Option<u64>,
    /// The caller's id, as JSON.
    pub(super) id: Option<&'r str>,
    pub(super) refusal: &'r Refusal,
    /// What stated no fact.
    pub(super) kept: &'r [Kept<'r>],
}

/// Why a row could not be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) problems: Vec<ErrorProblem>,
    /// The number of problems beyond those.
    pub(super) more: usize,
}

impl Refusal {
    pub(super) fn too_long() -> Self {
        Self::single("too_long", "the line is longer than 1 MiB".to_owned())
    }

    /// `valid` is the number of valid bytes at the start of the line.
    pub(super) fn not_text(valid: usize) -> Self {
        let message = format!("the line is not text in UTF-8 from byte {} on", valid + 1);
        Self::single("not_text", message)
    }

    pub(super) fn cell_not_text(column: &str) -> Self {
        let message = format!("the cell under `{column}` is not text in UTF-8");
        let mut refusal = Self::single("not_text", message);
        refusal.problems[0].hint = Some("save the file as UTF-8".to_owned());
        refusal
    }

    /// A row of another length than the header; `beyond` are the cells under no name.
    pub(super) fn of_length(cells: usize, columns: usize, beyond: &str) -> Self {
        const SHOWN: usize = 60;
        let counted =
            |count: usize| format!("{count} {}", if count == 1 { "cell" } else { "cells" });
        let mut message =
            format!("this row has {}, the header has {}", counted(cells), counted(columns));
        if !beyond.trim().is_empty() {
            let shown: String = beyond.trim().chars().take(SHOWN).collect();
            message = format!("{message}; under no name: {shown}");
        }
        Self::single("malformed", message)
    }

    fn single(code: &'static str, message: String) -> Self {
        let problem = ErrorProblem { code, message, field: None, hint: None };
        Self { problems: vec![problem], more: 0 }
    }

    /// The first problem in a sentence, with its line.
    pub(super) fn first(&self, line: u64) -> String {
        let message = self.problems.first().map_or("", |problem| &problem.message);
        format!("line {line}: {message}")
    }
}

impl From<&ProfileErrors> for Refusal {
    fn from(errors: &ProfileErrors) -> Self {
        Self { problems: errors.problems.iter().map(ErrorProblem::of).collect(), more: errors.more }
    }
}

impl From<PlanError> for Refusal {
    fn from(error: PlanError) -> Self {
        let mut refusal = Self::single("cannot_plan", error.to_string());
        refusal.problems[0].hint = Some(error.hint());
        refusal
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        let message = match fault {
            Fault::OpenQuote => "a quote is opened in this row and not closed",
            Fault::OpenList => "the list ends without `]`",
            Fault::AfterList => "something follows the list",
        };
        Self::single("malformed", message.to_owned())
    }
}

impl WriteJson for ErrorRecord<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            json.figure_at("schema", Figure::Count(1));
            json.plain_str_at("kind", "error");
            if let Some(line) = self.line {
                json.figure_at("line", Figure::Count(line));
            }
            if let Some(id) = self.id {
                json.key("id");
                json.raw(id);
            }
            write_kept(json, self.kept);
            write_problems(json, &self.refusal.problems, self.refusal.more);
        });
    }
}
