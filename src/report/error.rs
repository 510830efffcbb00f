//! What is wrong with a question, for programs.

use super::answer::WriteJson;
use super::document::Figure;
use super::json::{Json, head_without_tables};
use crate::engine::TakeHomeError;
use crate::engine::plan::PlanError;
use crate::profile::{Origin, ProfileProblem};

/// The answer to a question that cannot be answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorAnswer<'a> {
    /// The problems, the first hundred of them.
    pub problems: &'a [ErrorProblem],
    /// The number of problems beyond those.
    pub more: usize,
}

/// One thing that is wrong with a question.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ErrorProblem {
    /// What is wrong, by a name that stays the same.
    pub code: &'static str,
    /// One lower-case sentence.
    pub message: String,
    /// The fact or flag that it is about.
    pub field: Option<String>,
    /// What may help.
    pub hint: Option<String>,
}

impl From<&TakeHomeError> for ErrorProblem {
    fn from(error: &TakeHomeError) -> Self {
        let (message, hint) = (error.to_string(), Some(error.hint()));
        Self { code: "cannot_tax", message, field: None, hint }
    }
}

impl From<&PlanError> for ErrorProblem {
    fn from(error: &PlanError) -> Self {
        let (message, hint) = (error.to_string(), Some(error.hint()));
        Self { code: "cannot_plan", message, field: None, hint }
    }
}

impl ErrorProblem {
    /// A problem of a profile.
    pub(crate) fn of(problem: &ProfileProblem) -> Self {
        let at = match (&problem.origin, &problem.field) {
            (Origin::File(span), None) => format!(" (at byte {})", span.start + 1),
            _ => String::new(),
        };
        Self {
            code: problem.code.name(),
            message: format!("{}{at}", problem.message),
            field: problem.field.clone(),
            hint: problem.hint.clone(),
        }
    }

    /// The right word, where the hint has one.
    fn did_you_mean(&self) -> Option<&str> {
        self.hint.as_deref()?.strip_prefix("did you mean `")?.strip_suffix("`?")
    }

    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            json.plain_str_at("code", self.code);
            json.str_at("message", &self.message);
            json.optional_str_at("field", self.field.as_deref());
            json.optional_str_at("hint", self.hint.as_deref());
            json.optional_str_at("did_you_mean", self.did_you_mean());
        });
    }
}

/// Writes the problems under the keys that an error and a record of a stream have for them, and the
/// number of those beyond them.
pub(crate) fn write_problems(json: &mut Json<'_>, problems: &[ErrorProblem], more: usize) {
    json.array_at("errors", problems, |json, problem| problem.write(json));
    if more > 0 {
        json.figure_at("more_problems", Figure::Count(more as u64));
    }
}

impl WriteJson for ErrorAnswer<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head_without_tables(json, "error");
            write_problems(json, self.problems, self.more);
        });
    }
}
