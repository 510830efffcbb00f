use crate::cli::facts::{Facts, TakeHome};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine;

/// What would be left of it?
pub(crate) fn run(facts: &Facts<TakeHome>, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let profile = input::profile(tables, facts, context)?;
    output::print(&engine::take_home(tables, &profile)?, context)
}
