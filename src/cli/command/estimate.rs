use crate::cli::facts::{Estimate, Facts};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine;

/// What would I earn?
pub(crate) fn run(facts: &Facts<Estimate>, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let profile = input::profile(tables, facts, context)?;
    output::print(&engine::estimate(tables, &profile), context)
}
