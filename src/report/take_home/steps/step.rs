//! A step of a take-home pay.

use crate::data::LawEvidence;

/// A step.
#[derive(Clone, Debug)]
pub(in crate::report::take_home) struct Step<'t> {
    /// Its name for programs.
    pub(in crate::report::take_home) id: String,
    pub(in crate::report::take_home) kind: StepKind,
    /// Its name for people.
    pub(in crate::report::take_home) label: String,
    /// Its arithmetic; nothing of a number that is given.
    pub(in crate::report::take_home) formula: Option<String>,
    /// What the formula does not say.
    pub(in crate::report::take_home) note: Option<String>,
    /// Dollars a year.
    pub(in crate::report::take_home) amount: f64,
    pub(in crate::report::take_home) evidence: Vec<&'t LawEvidence>,
}

/// What becomes of the amount of a step. Gross pay less every tax is what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report::take_home) enum StepKind {
    /// It is the pay before taxes.
    Gross,
    /// A later step uses it.
    Figure,
    /// It is taken off; below 0 it is added.
    Tax,
    /// It is what is left.
    Left,
}

impl StepKind {
    pub(in crate::report::take_home) const fn name(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::Figure => "figure",
            Self::Tax => "tax",
            Self::Left => "left",
        }
    }
}

impl<'t> Step<'t> {
    pub(super) fn new(
        kind: StepKind,
        id: impl Into<String>,
        label: impl Into<String>,
        amount: f64,
    ) -> Self {
        Self {
            id: id.into(),
            kind,
            label: label.into(),
            formula: None,
            note: None,
            amount,
            evidence: Vec::new(),
        }
    }

    pub(super) fn figure(id: impl Into<String>, label: impl Into<String>, amount: f64) -> Self {
        Self::new(StepKind::Figure, id, label, amount)
    }

    pub(super) fn tax(id: impl Into<String>, label: impl Into<String>, amount: f64) -> Self {
        Self::new(StepKind::Tax, id, label, amount)
    }

    pub(super) fn by(mut self, formula: impl Into<String>) -> Self {
        let formula = formula.into();
        let inside = formula.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let is_plain = |text: &&str| !text.contains(['(', ')']) && !text.contains(" of ");
        self.formula = Some(inside.filter(is_plain).map_or_else(|| formula.clone(), str::to_owned));
        self
    }

    pub(super) fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    pub(super) fn from(mut self, evidence: impl IntoIterator<Item = &'t LawEvidence>) -> Self {
        self.evidence.extend(evidence);
        self
    }
}
