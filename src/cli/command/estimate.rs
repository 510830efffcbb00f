use crate::cli::{
    answer::Answer, facts::ProfileArguments, failure::Failure, input, options::OutputArguments,
    terminal::Terminal,
};
use crate::data::Tables;
use crate::engine;
use crate::report::{EstimateShape, estimate_document};

/// What would I earn?
pub(crate) fn run(
    tables: &Tables,
    command: &ProfileArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let profile = input::profile(tables, command, to, terminal)?;
    let answer = engine::estimate(tables, &profile);
    Answer::of(|| estimate_document(&answer), &EstimateShape(&answer), to, terminal)
}
