mod question;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::Message;
use crate::render::json;
use crate::report::{Replay, SCHEMA, question_hash};

/// What is asked again.
#[derive(Debug, Args)]
pub(crate) struct ReplayArguments {
    /// The answer, as `--format json` wrote it (`-`: standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// The version of this program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Does this saved answer still hold? The exit code is 1 where it does not.
pub(crate) fn run(command: &ReplayArguments, context: &Context<'_>) -> Result<ExitCode, Failure> {
    let name = input::name(&command.file);
    let wrong = |message: Message| Failure::Input { name: name.clone(), message };
    let saved = answer(&input::answer(&command.file, context)?).map_err(wrong)?;
    let receipt = &saved["receipt"];
    let text = |key: &str| receipt[key].as_str().unwrap_or_default();
    let tables = &tables::read(context)?;
    let question = text("question");
    let replay = if question_hash(question) == text("question_sha256") {
        let again = question::ask(question, tables, &name)?;
        let again: Value = serde_json::from_str(&json(&*again)).expect("answers are JSON");
        Replay::new(tables, [&saved, &again], text("edition"), text("tables"))
    } else {
        let kind = saved["kind"].as_str().unwrap_or_default();
        Replay::of_edited_question(tables, kind, text("edition"))
    };
    output::print(&replay, context)?;
    Ok(if replay.is_same() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The saved answer, where its question can be asked again.
fn answer(text: &str) -> Result<Value, Message> {
    let saved: Value =
        serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| {
            let hint = if error.to_string().starts_with("trailing characters") {
                "give one answer at a time; of JSON Lines, one line".to_owned()
            } else {
                "`--format json` writes one".to_owned()
            };
            Message::new(format!("this is not an answer as JSON: {error}")).with_hint(hint)
        })?;
    let Some(schema) = saved.get("schema").and_then(Value::as_u64) else {
        let message = Message::new("this is JSON, but not an answer of `mbc-calc`");
        return Err(message.with_hint("`--format json` writes one".to_owned()));
    };
    if schema != u64::from(SCHEMA) {
        let message =
            format!("the answer has schema {schema}, and this program reads schema {SCHEMA}");
        let hint = "use the version of `mbc-calc` that wrote it".to_owned();
        return Err(Message::new(message).with_hint(hint));
    }
    if !saved["receipt"].is_object() {
        return Err(no_receipt(&saved));
    }
    match saved["receipt"]["version"].as_str() {
        Some(VERSION) => Ok(saved),
        version => {
            let version = version.unwrap_or("of no version");
            let message = format!("the answer is of mbc-calc {version}, and this is {VERSION}");
            let hint = "figures are compared within one version: use that one".to_owned();
            Err(Message::new(message).with_hint(hint))
        }
    }
}

/// Why an answer has no receipt.
fn no_receipt(saved: &Value) -> Message {
    let (why, hint) = match saved["kind"].as_str() {
        Some("error") => ("it is an error, and no question was answered", None),
        Some("groups") => {
            ("it sums up a stream, which it does not hold", Some("run `mbc-calc batch` again"))
        }
        Some(
            "tables" | "table" | "sources" | "assumptions" | "check" | "diff" | "export" | "term",
        ) => ("it lists tables", Some("`mbc-calc data diff` compares tables")),
        Some("replay") => ("it is itself a replay", None),
        Some("estimate" | "timeline" | "verdict" | "verdicts") if saved.get("line").is_some() => {
            ("it is a record in short", Some("`mbc-calc batch --explain` writes receipts"))
        }
        _ => ("it has no receipt", Some("answers of this version have one")),
    };
    let message = Message::new(format!("this answer cannot be asked again: {why}"));
    message.with_hint(hint.map(str::to_owned))
}
