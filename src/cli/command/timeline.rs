use crate::cli::{
    context::Context,
    facts::{Facts, Timeline},
    failure::Failure,
    input,
    rendered::Rendered,
    tables,
};
use crate::engine;
use crate::report::{TimelineShape, timeline_document};

/// How does the career unfold?
pub(crate) fn run(facts: &Facts<Timeline>, context: &Context<'_>) -> Result<Rendered, Failure> {
    let tables = &tables::read(context)?;
    let profile = input::career(tables, facts, context)?;
    let answer = engine::timeline(tables, &profile);
    Rendered::new(|| timeline_document(&answer), &TimelineShape(&answer), context)
}
