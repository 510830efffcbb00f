use std::fs::File;
use std::io::{self, Read, stdin};
use std::num::NonZeroUsize;

use super::args::{BatchArguments, OutputArguments};
use super::failure::Failure;
use super::output;
use super::terminal::Terminal;
use crate::batch::{self, BatchError, Summary};
use crate::data::Tables;

/// The same for a stream of profiles.
pub(super) fn run(
    tables: &Tables,
    command: &BatchArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let options = batch::Options {
        input: batch::Input::JsonLines,
        on_error: batch::OnError::Record,
        detail: batch::Detail::Figures,
        workers: command.threads,
    };
    let mut out = io::stdout().lock();
    let summary = batch::run(tables, options, stdin(), &mut out, |_| {}).map_err(|e| Failure::Usage{message: format!("{e:?}"), hint: String::new()})?;
    output::tell(&format!("{summary:?}\n"));
    Ok(())
}
