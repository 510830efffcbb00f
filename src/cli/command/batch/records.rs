//! How the records of a stream are written, and that a path leads to something in them.

use std::path::Path;

use super::arguments::BatchArguments;
use crate::batch::{CsvLayout, GroupBy, Output, Question, Sum};
use crate::cli::failure::Failure;
use crate::cli::options::{Format, OutputArguments};
use crate::data::{Quoted, Tables};
use crate::engine::{self, plan::PlanRequest};
use crate::profile::{Draft, Key, Meaning};
use crate::quantity::LifeStage;
use crate::render::{FieldError, MAX_PATH_CHARACTERS, field};
use crate::report::{Explained, Record, RecordAnswer};

pub(super) fn written_as(
    tables: &Tables,
    command: &BatchArguments,
    to: &OutputArguments,
) -> Result<Output, Failure> {
    let BatchArguments { asked, writing, .. } = command;
    let csv =
        CsvLayout { without_header: writing.no_header, guards_formulas: writing.guard_formulas };
    // A spreadsheet is asked for by the name of its file.
    let to_csv =
        || to.file().and_then(Path::extension).is_some_and(|it| it.eq_ignore_ascii_case("csv"));
    if let Some(facts) = &writing.group_by {
        return grouped(tables, asked.command, facts, writing.sum.as_deref());
    }
    match (&to.field, to.format()) {
        (Some(paths), _) => {
            let paths: Vec<String> = paths.split(',').map(|path| path.trim().to_owned()).collect();
            for path in &paths {
                check_path(tables, asked.command, path)?;
            }
            Ok(Output::Fields(paths))
        }
        (None, Some(Format::Csv)) => Ok(Output::Csv(csv)),
        (None, None) if to_csv() => Ok(Output::Csv(csv)),
        (None, None | Some(Format::Json | Format::Jsonl)) => Ok(Output::JsonLines),
        (None, Some(_)) => Err(Failure::usage(
            "a stream is answered as JSON Lines or CSV",
            "use `--format jsonl` or `--format csv`",
        )),
    }
}

/// One row a group.
fn grouped(
    tables: &Tables,
    question: Question,
    facts: &str,
    sums: Option<&str>,
) -> Result<Output, Failure> {
    let fact = |name: &str| {
        if let Meaning::Fact(key) = Meaning::of(name) {
            Ok(key)
        } else {
            let hint = Meaning::near_miss(name).map_or_else(
                || "group by facts, as in `--group-by state,certs`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(Failure::usage(format!("a profile has no fact {}", Quoted(name)), hint))
        }
    };
    let facts = facts.split(',').map(str::trim).map(fact).collect::<Result<_, _>>()?;
    let default = match question {
        Question::Estimate => "count,pay.p50",
        Question::Timeline => "count,break_even.p50",
        Question::Verdict => "count,answer",
        Question::Plan => "count,now.yearly",
    };
    let sums = sums.unwrap_or(default).split(',').map(str::trim);
    let sums = sums.map(|sum| match sum {
        "count" => Ok(Sum::Count),
        path => check_path(tables, question, path).map(|()| Sum::Value(path.to_owned())),
    });
    Ok(Output::Groups(GroupBy { facts, sums: sums.collect::<Result<_, _>>()? }))
}

/// Rejects a path that no record has, before anything is read.
fn check_path(tables: &Tables, question: Question, path: &str) -> Result<(), Failure> {
    let of_the_caller_or_an_error = ["id", "errors", "more_problems", "kept"];
    let is_short = path.chars().nth(MAX_PATH_CHARACTERS).is_none();
    let first = path.split('.').next().filter(|_| is_short);
    if first.is_some_and(|first| of_the_caller_or_an_error.contains(&first)) {
        return Ok(());
    }
    let draft = Draft::default().state(Key::State, "MS").state(Key::EmployerState, "MA");
    // An apprentice is warned, so the record has all that a record may have.
    let draft = draft.state(Key::Certs, "CPC-A");
    let draft = draft.state(Key::Careers, "100").state(Key::Stage, "career-changer");
    let profile = &draft.clone().profile(tables)?;
    let has = |answer: RecordAnswer<'_>| {
        let record = Record { line: Some(1), id: None, tables, profile, answer, kept: &[] };
        match field(&record, path) {
            Err(error @ (FieldError::Unknown { .. } | FieldError::Several { .. })) => Err(error),
            Ok(_) | Err(FieldError::Absent { .. }) => Ok(()),
        }
    };
    let found = match question {
        Question::Estimate => {
            let answer = engine::estimate(tables, profile);
            has(RecordAnswer::Estimate(&answer.figures, Some(&answer)))
        }
        Question::Timeline => {
            has(RecordAnswer::Timeline(&engine::timeline(tables, profile), Explained::Yes))
        }
        // Who works in the field already has every key that a record has.
        Question::Plan => {
            let profile = draft.state(Key::Experience, "3").career(tables)?;
            let plan = engine::plan::plan(tables, &profile, PlanRequest::default())?;
            let answer = RecordAnswer::Plan(&plan);
            has(answer)
        }
        // Without a stage in the profile the record has those that fit.
        Question::Verdict => {
            let stage = LifeStage::CareerChanger;
            let one = engine::verdict(tables, profile, stage);
            let of_several = RecordAnswer::Verdicts;
            has(of_several(&engine::verdicts(tables, profile), Explained::Yes))
                .or_else(|_| has(RecordAnswer::Verdict(&one, Explained::Yes)))
        }
    };
    Ok(found?)
}
