use super::context::Context;
use super::failure::Failure;
use super::options::Format;
use crate::render;
use crate::report::{Document, WriteJson};

/// An answer as text, ready to be written.
#[derive(Debug)]
pub(super) struct Rendered(pub(super) String);

impl Rendered {
    /// The answer in the format of `--format`; by default a table on a screen and plain in a file.
    pub(super) fn new(
        document: impl FnOnce() -> Document,
        shape: &impl WriteJson,
        context: &Context<'_>,
    ) -> Result<Self, Failure> {
        if let Some(path) = &context.output.field {
            return Ok(Self(render::field(shape, path)?));
        }
        let default = if context.writes_to_screen() { Format::Table } else { Format::Plain };
        Ok(Self(match context.output.format.unwrap_or(default) {
            Format::Table => render::table(&document(), context.screen()),
            Format::Plain => render::plain(&document()),
            Format::Json => render::json(shape),
            Format::Jsonl => render::jsonl(shape),
            Format::Csv => render::csv(shape),
            Format::Markdown => render::markdown(&document()),
        }))
    }

    /// A text with one format, which `--format` and `--field` cannot change.
    pub(super) fn fixed_format(
        what: &'static str,
        context: &Context<'_>,
        write: impl FnOnce() -> String,
    ) -> Result<Self, Failure> {
        let output = context.output;
        let flag = [("--format", output.format.is_some()), ("--field", output.field.is_some())]
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
