use clap::Args;

use crate::cli::{
    answer::Answer,
    facts::{Facts as _, ProfileArguments},
    failure::Failure,
    input,
    options::OutputArguments,
    terminal::Terminal,
};
use crate::data::{Quoted, Tables};
use crate::engine;
use crate::report::{ExplanationShape, TermShape, explanation_document, term_document};

/// What is explained.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// A word of the output, such as `p25`, `mean`, `k` or `grade`
    #[arg(value_name = "TERM")]
    term: Option<String>,
    #[command(flatten)]
    profile: ProfileArguments,
}

/// Where does this number come from, or what does this word mean?
pub(crate) fn run(
    tables: &Tables,
    command: &ExplainArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    if let Some(name) = &command.term {
        if !command.profile.is_empty() {
            return Err(Failure::Usage {
                message: "a word is explained without a profile".to_owned(),
                hint: format!("leave out {} or the flags", Quoted(name)),
            });
        }
        let term = tables.terms.find(name)?;
        return Answer::of(|| term_document(term), &TermShape { tables, term }, to, terminal);
    }
    let profile = input::profile(tables, &command.profile, to, terminal)?;
    let answer = engine::estimate(tables, &profile);
    Answer::of(|| explanation_document(&answer), &ExplanationShape(&answer), to, terminal)
}
