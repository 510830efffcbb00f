use crate::cli::facts::{Facts, Timeline};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine;

/// How does the career unfold?
pub(crate) fn run(facts: &Facts<Timeline>, context: &Context<'_>) -> Result<(), Failure> {
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, facts, context)?;
    output::print(&engine::timeline(tables, &profile), context)
}
