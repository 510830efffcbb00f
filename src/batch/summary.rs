use super::asked::Asked;
use super::groups::Groups;
use super::record::Refusal;

/// The counts of a stream, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Profiles that were answered.
    pub answered: u64,
    /// Profiles that could not be answered.
    pub refused: u64,
    /// Blank lines.
    pub blank: u64,
    /// What was wrong in the row that ended the stream, if one did.
    pub stopped: Option<String>,
    /// The names of columns and keys that state no fact: the first of them.
    pub others: Vec<String>,
    /// Whether they come back with the answers.
    pub keeps_others: bool,
    /// Cells that were not taken for what their column states, as a firm under `company`.
    pub passed_over: u64,
    /// The first column that had such cells.
    pub passed_over_in: Option<String>,
    /// Values that were counted as something near, as a range as its middle.
    pub counted_as: u64,
    /// How many profiles each fact refused first; of the first facts that did.
    pub refused_by: Vec<(String, u64)>,
    /// The groups of the answers, where they are asked for.
    pub groups: Option<Groups>,
}

impl Summary {
    /// Beyond so many names no more are kept.
    const MAX_NAMES: usize = 50;

    pub(super) fn add(&mut self, part: &Self) {
        self.answered += part.answered;
        self.refused += part.refused;
        self.blank += part.blank;
        self.passed_over += part.passed_over;
        self.counted_as += part.counted_as;
        if self.passed_over_in.is_none() {
            self.passed_over_in.clone_from(&part.passed_over_in);
        }
        if part.stopped.is_some() {
            self.stopped.clone_from(&part.stopped);
        }
        match (&mut self.groups, &part.groups) {
            (Some(groups), Some(more)) => groups.merge(more),
            (groups @ None, Some(_)) => groups.clone_from(&part.groups),
            (_, None) => {}
        }
        part.others.iter().for_each(|name| self.add_other(name));
        part.refused_by.iter().for_each(|(fact, count)| self.add_refused(fact, *count));
    }

    pub(super) fn add_other(&mut self, name: &str) {
        if self.others.len() < Self::MAX_NAMES && !self.others.iter().any(|other| other == name) {
            self.others.push(name.to_owned());
        }
    }

    /// Counts what a row holds apart from its facts; `has_keys` is whether each row names its own.
    pub(super) fn add_asked(&mut self, asked: &Asked<'_>, has_keys: bool) {
        if let Some((column, cells)) = asked.passed_over {
            self.passed_over += cells;
            self.passed_over_in.get_or_insert_with(|| column.to_owned());
        }
        if has_keys {
            asked.kept.iter().for_each(|kept| self.add_other(&kept.key));
        }
    }

    pub(super) fn refuse(&mut self, refusal: &Refusal) {
        self.refused += 1;
        let field = refusal.problems.first().and_then(|problem| problem.field.as_deref());
        if let Some(fact) = field {
            self.add_refused(fact, 1);
        }
    }

    fn add_refused(&mut self, fact: &str, count: u64) {
        if let Some((_, before)) = self.refused_by.iter_mut().find(|(other, _)| other == fact) {
            *before += count;
        } else if self.refused_by.len() < Self::MAX_NAMES {
            self.refused_by.push((fact.to_owned(), count));
        }
    }
}
