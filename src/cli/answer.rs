use super::failure::Failure;
use super::options::{Format, OutputArguments};
use super::terminal::Terminal;
use crate::render;
use crate::report::{Document, Shape};

/// An answer as bytes, ready to be written.
#[derive(Debug)]
pub(super) struct Answer(pub(super) String);

impl Answer {
    /// The answer in the format that was asked for, or that suits where it goes.
    pub(super) fn of(
        document: impl FnOnce() -> Document,
        shape: &impl Shape,
        to: &OutputArguments,
        terminal: &Terminal,
    ) -> Result<Self, Failure> {
        if let Some(path) = &to.field {
            return Ok(Self(render::field(shape, path)?));
        }
        let suited = if terminal.shows(to) { Format::Table } else { Format::Plain };
        Ok(Self(match to.format.unwrap_or(suited) {
            Format::Table => render::table(&document(), terminal.screen(to)),
            Format::Plain => render::plain(&document()),
            Format::Json => render::json(shape),
            Format::Jsonl => render::jsonl(shape),
            Format::Csv => render::csv(shape),
            Format::Markdown => render::markdown(&document()),
        }))
    }

    /// What is written in one form only, which `--format` and `--field` cannot change.
    pub(super) fn in_one_form(
        what: &'static str,
        to: &OutputArguments,
        write: impl FnOnce() -> String,
    ) -> Result<Self, Failure> {
        let flag = [("--format", to.format.is_some()), ("--field", to.field.is_some())]
            .into_iter()
            .find_map(|(flag, is_given)| is_given.then_some(flag));
        match flag {
            Some(flag) => Err(Failure::Usage {
                message: format!("{what} has one form, which `{flag}` cannot change"),
                hint: format!("leave `{flag}` out"),
            }),
            None => Ok(Self(write())),
        }
    }
}
