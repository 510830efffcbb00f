use super::answer::Answer;
use super::args::{ExplainArguments, OutputArguments};
use super::facts::Facts as _;
use super::failure::Failure;
use super::input;
use super::terminal::Terminal;
use crate::data::{Quoted, Tables};
use crate::engine;
use crate::report::{ExplanationShape, TermShape, explanation_document, term_document};

/// Where does this number come from, or what does this word mean?
pub(super) fn run(
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
