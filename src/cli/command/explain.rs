use clap::Args;

use crate::cli::{
    context::Context,
    facts::{Explain, Facts},
    failure::Failure,
    input,
    rendered::Rendered,
    tables,
};
use crate::data::Quoted;
use crate::engine;
use crate::report::{ExplanationShape, TermShape, explanation_document, term_document};

/// What is explained.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// A word of the output, such as `p25`, `mean`, `k` or `grade`
    #[arg(value_name = "TERM")]
    term: Option<String>,
    #[command(flatten)]
    facts: Facts<Explain>,
}

/// Where does this number come from, or what does this word mean?
pub(crate) fn run(command: &ExplainArguments, context: &Context<'_>) -> Result<Rendered, Failure> {
    let tables = &tables::read(context)?;
    if let Some(name) = &command.term {
        if !command.facts.is_empty() {
            return Err(Failure::Usage {
                message: "a word is explained without a profile".to_owned(),
                hint: format!("leave out {} or the flags", Quoted(name)),
            });
        }
        let term = tables.terms.find(name)?;
        return Rendered::new(|| term_document(term), &TermShape { tables, term }, context);
    }
    let profile = input::profile(tables, &command.facts, context)?;
    let answer = engine::estimate(tables, &profile);
    Rendered::new(|| explanation_document(&answer), &ExplanationShape(&answer), context)
}
