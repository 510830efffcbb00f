//! The keys at the head of a table.

use super::edition::Edition;
use super::reading::{Basis, Citations, Fields, Problem, Quoted};
use crate::quantity::Named;

/// The date of the tables and their sources.
pub(super) fn read_sources(table: &mut Fields<'_>) -> Option<(String, Citations)> {
    let date = table.text("edition");
    if let Some(date) = &date
        && !Edition::is_date(date.get_ref())
    {
        let message =
            format!("`edition` is {}, not a date such as `2026-11-23`", Quoted(date.get_ref()));
        table.problem_at("edition", message);
    }
    let sources = Citations::read(table);
    Some(((*date?.get_ref()).to_owned(), sources))
}

/// A table of another schema has other keys: a problem for each would help nobody.
pub(super) fn check_schema(table: &mut Fields<'_>) -> Result<(), Problem> {
    match table.whole("schema") {
        Some(schema) if schema != 1 => {
            let message = format!("`schema` is `{schema}`; this program reads schema 1");
            Err(Problem::new(table.span_of("schema"), message))
        }
        _ => Ok(()),
    }
}

/// The other keys at the head of every table.
pub(super) fn check_header(table: &mut Fields<'_>, name: &str) {
    if let Some(id) = table.text("id")
        && *id.get_ref() != name
    {
        let message = format!("`id` is {}; the file is called `{name}.toml`", Quoted(id.get_ref()));
        table.problem_at("id", message);
    }
    table.text("title");
    table.optional_text("unit");
    table.optional_one_of("basis", Basis::NAMES);
}
