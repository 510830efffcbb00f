use super::answer::Answer;
use super::args::OutputArguments;
use super::facts::TimelineArguments;
use super::failure::Failure;
use super::input;
use super::terminal::Terminal;
use crate::data::Tables;
use crate::engine;
use crate::report::{TimelineShape, timeline_document};

/// How does the career unfold?
pub(super) fn run(
    tables: &Tables,
    command: &TimelineArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let profile = input::profile(tables, command, to, terminal)?;
    let answer = engine::timeline(tables, &profile);
    Answer::of(|| timeline_document(&answer), &TimelineShape(&answer), to, terminal)
}
