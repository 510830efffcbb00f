use crate::cli::{
    answer::Answer, facts::TimelineArguments, failure::Failure, input, options::OutputArguments,
    terminal::Terminal,
};
use crate::data::Tables;
use crate::engine;
use crate::report::{TimelineShape, timeline_document};

/// How does the career unfold?
pub(crate) fn run(
    tables: &Tables,
    command: &TimelineArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let profile = input::career(tables, command, to, terminal)?;
    let answer = engine::timeline(tables, &profile);
    Answer::of(|| timeline_document(&answer), &TimelineShape(&answer), to, terminal)
}
