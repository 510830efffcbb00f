use crate::cli::{
    context::Context, facts::ProfileArguments, failure::Failure, input, rendered::Rendered, tables,
};
use crate::engine;
use crate::report::{EstimateShape, estimate_document};

/// What would I earn?
pub(crate) fn run(command: &ProfileArguments, context: &Context<'_>) -> Result<Rendered, Failure> {
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, command, context)?;
    let answer = engine::estimate(tables, &profile);
    Rendered::new(|| estimate_document(&answer), &EstimateShape(&answer), context)
}
