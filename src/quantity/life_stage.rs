use serde::{Deserialize, Serialize};

use super::named::named;

named! {
    /// A stage of life in which someone considers the career.
    #[derive(Serialize, Deserialize)]
    pub enum LifeStage {
        /// Someone who works in another field.
        CareerChanger = "career-changer",
        /// Someone who has just left high school.
        Graduate = "graduate",
        /// Someone who seeks long-term security.
        LongTerm = "long-term",
        /// Someone who wants to work remotely.
        Remote = "remote",
        /// Someone who works in the field.
        Coder = "coder",
    }
}

named! {
    /// A work style or working condition that the work requires, named as the flags are.
    #[derive(Serialize, Deserialize)]
    pub enum WorkStyle {
        /// Works well without supervision.
        SelfDiscipline = "self_discipline",
        /// Tolerates repetitive work.
        Repetition = "repetition",
        /// Is willing to keep learning.
        Learning = "learning",
        /// Is at ease with new software.
        Technology = "technology",
        /// Needs company at work.
        Company = "company",
        /// Is at ease with detail.
        Detail = "detail",
        /// Copes with short deadlines.
        Deadlines = "deadlines",
        /// Can lock a room and a screen away from others.
        HomeOffice = "home_office",
    }
}

impl WorkStyle {
    /// The work style of a name with hyphens, as tables write it.
    #[must_use]
    pub fn in_table(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name().replace('_', "-") == name)
    }
}
