//! One of many profiles while its text is read: its facts, and what it is called.

use std::borrow::Cow;
use std::ops::Range;

use super::draft::Draft;
use super::errors::{ProblemCode, ProfileProblem};
use super::file::Facts;

/// One profile of a file of several: draft, name and span.
#[derive(Clone, Debug)]
pub(super) struct NamedDraft<'t> {
    pub(super) name: Option<String>,
    /// The bytes of its name, or else of the whole draft.
    pub(super) span: Range<usize>,
    pub(super) draft: Draft<'t>,
}

/// One profile while it is read: facts, and what it is called.
#[derive(Default)]
pub(super) struct ProfileRow<'t> {
    facts: Facts<'t>,
    name: Option<(String, Range<usize>)>,
    id: Option<(String, Range<usize>)>,
}

impl<'t> ProfileRow<'t> {
    /// Adds a fact, a `name` or, which counts where there is no name, an `id`.
    pub(super) fn add(
        &mut self,
        key: &str,
        key_span: &Range<usize>,
        stated: Option<Cow<'t, str>>,
        span: &Range<usize>,
    ) {
        let called = match key {
            "name" => &mut self.name,
            "id" => &mut self.id,
            _ => return self.facts.add(key, key_span, stated, span),
        };
        let (code, problem) = match stated {
            None => {
                let message = format!("`{key}` must be a text or a decimal number");
                (ProblemCode::WrongType, message)
            }
            Some(_) if called.is_some() => {
                (ProblemCode::DuplicateKey, format!("`{key}` is stated twice"))
            }
            Some(text) => {
                *called = Some((text.trim().to_owned(), span.clone()));
                return;
            }
        };
        self.refuse(ProfileProblem::in_file(code, Some(key), span.clone(), problem));
    }

    /// Adds something that is wrong with the profile.
    pub(super) fn refuse(&mut self, problem: ProfileProblem) {
        self.facts.problems.push(problem);
    }

    /// Everything that is wrong so far.
    pub(super) fn problems(&self) -> &[ProfileProblem] {
        &self.facts.problems
    }

    pub(super) fn finish(self, whole: Range<usize>) -> NamedDraft<'t> {
        let stated = |called: &(String, Range<usize>)| !called.0.is_empty();
        let (name, span) = match self.name.filter(stated).or(self.id.filter(stated)) {
            Some((name, span)) => (Some(name), span),
            None => (None, whole),
        };
        NamedDraft { name, span, draft: Draft::of_facts(self.facts.in_order()) }
    }
}

/// The profiles of a text, and what is wrong with the text as a whole.
#[derive(Clone, Debug, Default)]
pub(super) struct ProfileList<'t> {
    pub(super) records: Vec<NamedDraft<'t>>,
    pub(super) problems: Vec<ProfileProblem>,
}
