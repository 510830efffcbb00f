//! A profile of a text of several, and what it is called.

use std::ops::Range;

use crate::profile::draft::{Draft, Entry};
use crate::profile::errors::{ProblemCode, Problems, ProfileProblem};

/// One profile of a file of several: its draft, and its name.
#[derive(Clone, Debug)]
pub(in crate::profile) struct NamedDraft<'t> {
    pub(in crate::profile) draft: Draft<'t>,
    whole: Range<usize>,
    name: Option<Called>,
    id: Option<Called>,
}

/// What a profile is called, and where its text says so.
type Called = (String, Range<usize>);

impl<'t> NamedDraft<'t> {
    /// A draft without facts; `whole` are its bytes in the text.
    pub(in crate::profile) fn new(whole: Range<usize>) -> Self {
        Self { draft: Draft::default(), whole, name: None, id: None }
    }

    /// Adds a fact, a `name` or, which counts where there is no name, an `id`.
    pub(in crate::profile) fn add(&mut self, mut entry: Entry<'_, 't>) {
        let called = match entry.name {
            "name" => &mut self.name,
            "id" => &mut self.id,
            _ => return self.draft.add(entry),
        };
        let (code, wrong) = match entry.text.take() {
            None => (ProblemCode::WrongType, "must be a text or a decimal number"),
            Some(_) if called.is_some() => (ProblemCode::DuplicateKey, "is stated twice"),
            Some(text) => {
                *called = Some((text.trim().to_owned(), entry.span));
                return;
            }
        };
        self.refuse(entry.problem_of_value(code, format!("`{}` {wrong}", entry.name)));
    }

    /// Adds something that is wrong with the profile.
    pub(in crate::profile) fn refuse(&mut self, problem: ProfileProblem) {
        self.draft.file_problems.add(|| problem);
    }

    fn called(&self) -> Option<&Called> {
        [&self.name, &self.id].into_iter().flatten().find(|(name, _)| !name.is_empty())
    }

    /// Its name.
    pub(in crate::profile) fn name(&self) -> Option<&str> {
        self.called().map(|(name, _)| name.as_str())
    }

    /// The bytes of its name, or else of the whole draft.
    pub(in crate::profile) fn span(&self) -> Range<usize> {
        self.called().map_or(&self.whole, |(_, span)| span).clone()
    }
}

/// The profiles of a text, and what is wrong with the text as a whole.
#[derive(Clone, Debug, Default)]
pub(in crate::profile) struct ProfileList<'t> {
    pub(in crate::profile) records: Vec<NamedDraft<'t>>,
    pub(in crate::profile) problems: Problems,
}
