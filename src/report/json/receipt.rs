//! What an answer was asked, so that it can be asked again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::writer::Json;
use crate::data::Tables;

/// Which program and tables answered which question. `ask` writes what the command was asked: the
/// stated facts and whatever else a figure depends on.
pub(crate) fn receipt(
    json: &mut Json<'_>,
    tables: &Tables,
    command: &'static str,
    ask: impl FnOnce(&mut Json<'_>),
) {
    let mut question = Vec::new();
    Json::new(&mut question).object(|json| {
        json.plain_str_at("command", command);
        ask(json);
    });
    let question = String::from_utf8_lossy(question.trim_ascii_end());
    json.object_at("receipt", |json| {
        json.plain_str_at("tool", env!("CARGO_PKG_NAME"));
        json.plain_str_at("version", env!("CARGO_PKG_VERSION"));
        json.plain_str_at("edition", tables.edition.name());
        json.plain_str_at("question_sha256", &question_hash(&question));
        json.str_at("question", &question);
        json.plain_str_at("tables", tables.edition.fingerprints());
    });
}

/// The SHA-256 of a question, in hexadecimal digits.
pub(crate) fn question_hash(question: &str) -> String {
    Sha256::digest(question).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
