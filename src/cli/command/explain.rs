use clap::Args;

use crate::cli::facts::{Explain, Facts};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::Quoted;
use crate::engine;
use crate::report::{Explanation, TermMeaning};

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
pub(crate) fn run(command: &ExplainArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = &tables::read(context)?;
    if let Some(name) = &command.term {
        if !command.facts.is_empty() {
            let hint = format!("leave out {} or the flags", Quoted(name));
            return Err(Failure::usage("a word is explained without a profile", hint));
        }
        let term = tables.terms.find(name)?;
        return output::print(&TermMeaning { tables, term }, context);
    }
    let profile = input::profile(tables, &command.facts, context)?;
    output::print(&Explanation(&engine::estimate(tables, &profile)), context)
}
