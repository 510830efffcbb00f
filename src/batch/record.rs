use crate::profile::{Origin, ProfileErrors};
use crate::report::{Figure, Json, WriteJson};

/// The record of a line that could not be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ErrorRecord {
    pub(super) line: u64,
    /// The caller's id, as JSON.
    pub(super) id: Option<String>,
    pub(super) problems: Vec<RecordProblem>,
    /// The number of problems beyond those.
    pub(super) more: usize,
}

/// One problem of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RecordProblem {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) field: Option<String>,
    pub(super) hint: Option<String>,
}

impl ErrorRecord {
    pub(super) fn new(line: u64, id: Option<&str>, errors: &ProfileErrors) -> Self {
        let record = |problem: &crate::profile::ProfileProblem| {
            let at = match (&problem.origin, &problem.field) {
                (Origin::File(span), None) => format!(" (at byte {})", span.start + 1),
                _ => String::new(),
            };
            RecordProblem {
                code: problem.code.name(),
                message: format!("{}{at}", problem.message),
                field: problem.field.clone(),
                hint: problem.hint.clone(),
            }
        };
        let problems = errors.problems.iter().map(record).collect();
        Self { line, id: id.map(str::to_owned), problems, more: errors.more }
    }

    pub(super) fn too_long(line: u64) -> Self {
        Self::single(line, "too_long", "the line is longer than 1 MiB".to_owned())
    }

    /// `valid` is the number of valid bytes at the start of the line, if the line is as in the file.
    pub(super) fn not_utf8(line: u64, valid: Option<usize>) -> Self {
        let from = valid.map_or(String::new(), |valid| format!(" from byte {} on", valid + 1));
        Self::single(line, "not_text", format!("the line is not text in UTF-8{from}"))
    }

    /// The first problem in a sentence, with its line.
    pub(super) fn first(&self) -> String {
        let message = self.problems.first().map_or("", |problem| &problem.message);
        format!("line {}: {message}", self.line)
    }

    fn single(line: u64, code: &'static str, message: String) -> Self {
        let problem = RecordProblem { code, message, field: None, hint: None };
        Self { line, id: None, problems: vec![problem], more: 0 }
    }
}

impl WriteJson for ErrorRecord {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            json.figure_at("schema", Figure::Count(1));
            json.plain_str_at("kind", "error");
            json.figure_at("line", Figure::Count(self.line));
            if let Some(id) = &self.id {
                json.key("id");
                json.raw(id);
            }
            let mut problems = self.problems.iter();
            json.key("error");
            match problems.next() {
                Some(first) => first.write(json),
                None => json.null(),
            }
            if problems.len() > 0 {
                json.array_at("others", problems, |json, other| other.write(json));
            }
            if self.more > 0 {
                json.figure_at("more_problems", Figure::Count(self.more as u64));
            }
        });
    }
}

impl RecordProblem {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            json.plain_str_at("code", self.code);
            json.str_at("message", &self.message);
            json.optional_str_at("field", self.field.as_deref());
            json.optional_str_at("hint", self.hint.as_deref());
        });
    }
}
