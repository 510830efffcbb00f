use crate::cli::{
    context::Context,
    facts::{Estimate, Facts},
    failure::Failure,
    input,
    rendered::Rendered,
    tables,
};
use crate::engine;
use crate::report::{EstimateShape, estimate_document};

/// What would I earn?
pub(crate) fn run(facts: &Facts<Estimate>, context: &Context<'_>) -> Result<Rendered, Failure> {
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, facts, context)?;
    let answer = engine::estimate(tables, &profile);
    Rendered::new(|| estimate_document(&answer), &EstimateShape(&answer), context)
}
