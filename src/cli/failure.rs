use std::io;
use std::process::ExitCode;

use super::terminal::printable;
use crate::data::{Message, Problem, TableErrors, position};
use crate::engine::plan::PlanError;
use crate::engine::{RankingError, TakeHomeError};
use crate::profile::{Origin, ProfileErrors};
use crate::quantity::named;
use crate::render::{FieldError, Style, diagnostic, error_line, push_json_line, table_errors};
use crate::report::{ErrorAnswer, ErrorProblem};

/// Problems beyond these are counted, not listed.
const MAX_LISTED: usize = 100;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Profiles(Vec<ProfileErrors>),
    #[error("{message}")]
    NothingToCompare { message: String, hint: String },
    #[error(transparent)]
    Profile(#[from] ProfileErrors),
    #[error("{}", problem.message)]
    NotText { name: String, readable: String, problem: Problem },
    #[error("the tables cannot be used")]
    Tables { unknown: Vec<Message>, errors: TableErrors },
    #[error("something is wrong with the tables")]
    Findings { unknown: Vec<Message>, errors: TableErrors },
    #[error(transparent)]
    Term(#[from] Message),
    #[error(transparent)]
    Plan(#[from] PlanError),
    #[error(transparent)]
    Ranking(#[from] RankingError),
    #[error(transparent)]
    TakeHome(#[from] TakeHomeError),
    #[error(transparent)]
    Field(#[from] FieldError),
    #[error("part of the stream could not be answered")]
    Partly,
    #[error("{}", why.as_deref().unwrap_or_default())]
    Stopped { why: Option<String> },
    #[error("{message}")]
    Usage { code: UsageCode, message: String, field: Option<String>, hint: Option<String> },
    #[error("{}: {message}", path(name))]
    Input { name: String, message: Message },
    #[error("cannot read {}: {}", path(name), reason(source))]
    Read { name: String, source: io::Error },
    #[error("{}", exist(names))]
    Exists { names: Vec<String> },
    #[error("cannot write {}: {}", path(name), reason(source))]
    Write { name: String, source: io::Error },
}

named! {
    /// What is wrong with the words of the command line, by a name that stays the same.
    pub(super) enum UsageCode {
        /// There is no such command.
        UnknownCommand = "unknown_command",
        /// The command has no such flag.
        UnknownFlag = "unknown_flag",
        /// The flag does not take this value.
        BadValue = "bad_value",
        /// Anything else.
        Usage = "usage",
    }
}

/// The name of a file, fit to be shown; of a very long one the end, which distinguishes files.
fn path(name: &str) -> String {
    const SHOWN: usize = 200;
    let cut = name.chars().count().saturating_sub(SHOWN);
    let before = if cut > 0 { "…" } else { "" };
    format!("`{before}{}`", printable(&name.chars().skip(cut).collect::<String>()))
}

/// The message for files that exist already.
fn exist(names: &[String]) -> String {
    const LISTED: usize = 3;
    let more = names.len().saturating_sub(LISTED);
    let mut listed: Vec<String> = names.iter().take(LISTED).map(|name| path(name)).collect();
    listed.extend((more > 0).then(|| format!("{more} more")));
    let (are, it) = if names.len() == 1 { ("is", "it") } else { ("are", "they") };
    let stay = if names.len() == 1 { "stays" } else { "stay" };
    format!("{} {are} there already; {it} {stay} as {it} {are}", listed.join(", "))
}

/// The message of the system, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error").map_or(text.as_str(), |(before, _)| before);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Failure {
    /// A flag or choice that cannot be used.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        let (message, hint) = (message.into(), Some(hint.into()));
        Self::Usage { code: UsageCode::Usage, message, field: None, hint }
    }

    /// The exit code, as `--help` lists them.
    pub(super) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Partly | Self::Findings { .. } | Self::Field(FieldError::Absent { .. }) => 1,
            Self::Usage { .. }
            | Self::Field(FieldError::Unknown { .. } | FieldError::Several { .. }) => 2,
            Self::Stopped { .. }
            | Self::NothingToCompare { .. }
            | Self::Profile(_)
            | Self::Profiles(_)
            | Self::NotText { .. }
            | Self::Tables { .. }
            | Self::Term(_)
            | Self::Input { .. }
            | Self::Plan(_)
            | Self::Ranking(_)
            | Self::TakeHome(_) => 3,
            Self::Read { .. } | Self::Write { .. } | Self::Exists { .. } => 4,
        })
    }

    /// The message for the user: every problem, each with its place and at most one hint.
    pub(super) fn message(&self, style: Style) -> String {
        let hint = match self {
            // The summary and the records report it.
            Self::Partly | Self::Stopped { why: None } => return String::new(),
            Self::Profile(errors) => return profile_message(errors, style),
            Self::Profiles(all) => {
                let messages = all.iter().map(|errors| profile_message(errors, style));
                return messages.collect::<Vec<_>>().join("\n");
            }
            Self::NotText { name, readable, problem } => {
                return diagnostic(name, readable, problem, style);
            }
            Self::Tables { unknown, errors } | Self::Findings { unknown, errors } => {
                return tables_message(unknown, errors, style);
            }
            Self::Term(message) | Self::Input { message, .. } => message.hint.as_deref(),
            Self::Usage { hint, .. } => hint.as_deref(),
            Self::NothingToCompare { hint, .. } => Some(hint.as_str()),
            Self::Plan(error) => {
                return error_line(&error.to_string(), Some(&error.hint()), style);
            }
            Self::Ranking(error) => {
                return error_line(&error.to_string(), Some(&error.hint()), style);
            }
            Self::TakeHome(error) => {
                return error_line(&error.to_string(), Some(&error.hint()), style);
            }
            Self::Field(error) => error.hint(),
            Self::Exists { .. } => Some("`--overwrite` replaces what is there"),
            Self::Stopped { why: Some(_) } | Self::Read { .. } | Self::Write { .. } => None,
        };
        error_line(&self.to_string(), hint, style)
    }

    /// The message for a program: an object with every problem, or nothing where the records of the
    /// answer report them.
    pub(super) fn json(&self) -> String {
        let (problems, more) = self.problems();
        if problems.is_empty() {
            return String::new();
        }
        let mut json = Vec::new();
        push_json_line(&ErrorAnswer { problems: &problems, more }, &mut json);
        String::from_utf8(json).expect("JSON is text")
    }

    /// Every problem by its code, and the number of those beyond the first hundred.
    fn problems(&self) -> (Vec<ErrorProblem>, usize) {
        let one = |code: &'static str, field: Option<&str>, hint: Option<&str>| {
            let (field, hint) = (field.map(str::to_owned), hint.map(str::to_owned));
            (vec![ErrorProblem { code, message: self.to_string(), field, hint }], 0)
        };
        match self {
            Self::Partly | Self::Stopped { why: None } => (Vec::new(), 0),
            Self::Profile(errors) => {
                (errors.problems.iter().map(ErrorProblem::of).collect(), errors.more)
            }
            Self::Profiles(all) => {
                let problems = all.iter().flat_map(|errors| &errors.problems);
                let more = all.iter().map(|errors| errors.more).sum();
                (problems.map(ErrorProblem::of).collect(), more)
            }
            Self::Tables { unknown, errors } | Self::Findings { unknown, errors } => {
                table_problems(unknown, errors)
            }
            Self::NothingToCompare { hint, .. } => one("nothing_to_compare", None, Some(hint)),
            Self::NotText { .. } => one("not_text", None, None),
            Self::Term(unknown) => one("unknown_name", None, unknown.hint.as_deref()),
            Self::Input { message, .. } => one("malformed", None, message.hint.as_deref()),
            Self::Ranking(error) => one("cannot_rank", None, Some(&error.hint())),
            Self::TakeHome(error) => (vec![error.into()], 0),
            Self::Plan(error) => (vec![error.into()], 0),
            Self::Field(error) => one(error.code(), Some("field"), error.hint()),
            Self::Usage { code, field, hint, .. } => {
                one(code.name(), field.as_deref(), hint.as_deref())
            }
            Self::Stopped { why: Some(_) } => one("stopped", None, None),
            Self::Read { .. } => one("cannot_read", None, None),
            Self::Write { .. } => one("cannot_write", None, None),
            Self::Exists { .. } => {
                one("exists", None, Some("`--overwrite` replaces what is there"))
            }
        }
    }
}

fn table_problems(unknown: &[Message], errors: &TableErrors) -> (Vec<ErrorProblem>, usize) {
    let problem = |message, hint: &Option<String>| ErrorProblem {
        code: "table",
        message,
        field: None,
        hint: hint.clone(),
    };
    let unknown = unknown.iter().map(|unknown| problem(unknown.text.clone(), &unknown.hint));
    let of_tables = errors.0.iter().flat_map(|error| {
        error.problems.iter().map(|wrong| {
            let (line, column) = position(&error.text, wrong.span.start);
            let message = format!("{}:{line}:{column}: {}", error.file, wrong.message);
            problem(message, &wrong.hint)
        })
    });
    // Each looks for its line, so those that are only counted are not made.
    let all = unknown.len() + errors.0.iter().map(|error| error.problems.len()).sum::<usize>();
    (unknown.chain(of_tables).take(MAX_LISTED).collect(), all.saturating_sub(MAX_LISTED))
}

fn profile_message(errors: &ProfileErrors, style: Style) -> String {
    let messages = errors.problems.iter().map(|problem| {
        let message = &problem.message;
        let message = match (&problem.origin, &errors.file) {
            (Origin::File(span), Some(file)) => {
                let shown = Problem::new(span.clone(), &**message);
                let problem = shown.with_hint(problem.hint.clone());
                return diagnostic(&file.name, &file.text, &problem, style);
            }
            (Origin::Flag(key), _) => format!("`{}`: {message}", key.flag()),
            (Origin::Variation(number), _) => format!("`--vs` {number}: {message}"),
            (Origin::File(_), None) => message.clone(),
        };
        error_line(&message, problem.hint.as_deref(), style)
    });
    let mut messages: Vec<String> = messages.collect();
    messages.extend(more_problems(errors.problems.len() + errors.more, style));
    messages.join("\n")
}

fn tables_message(unknown: &[Message], errors: &TableErrors, style: Style) -> String {
    let named = |unknown: &Message| error_line(&unknown.text, unknown.hint.as_deref(), style);
    let mut messages: Vec<String> = unknown.iter().map(named).collect();
    messages.extend(table_errors(errors, style).take(MAX_LISTED));
    let all = errors.0.iter().map(|error| error.problems.len()).sum();
    messages.extend(more_problems(all, style));
    messages.join("\n")
}

/// A line with the number of problems that are not listed, if any.
fn more_problems(problems: usize, style: Style) -> Option<String> {
    let more = problems.checked_sub(MAX_LISTED).filter(|&more| more > 0)?;
    let things = if more == 1 { "problem" } else { "problems" };
    Some(error_line(&format!("and {more} more {things}"), None, style))
}
