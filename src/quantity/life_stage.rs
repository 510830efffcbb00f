use serde::{Deserialize, Serialize};

/// The stage of life in which someone asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LifeStage {
    /// Someone who works in another field.
    CareerChanger,
    /// Someone who has just left high school.
    Graduate,
    /// Someone who wants work that lasts.
    LongTerm,
    /// Someone who wants to work at home.
    Remote,
}

impl LifeStage {
    /// Every stage, in the order of answers.
    pub const ALL: [Self; 4] = [Self::CareerChanger, Self::Graduate, Self::LongTerm, Self::Remote];

    /// The name in tables, profiles and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CareerChanger => "career-changer",
            Self::Graduate => "graduate",
            Self::LongTerm => "long-term",
            Self::Remote => "remote",
        }
    }
}

/// Something about a person that the work asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trait {
    /// Works well without being watched.
    SelfDiscipline,
    /// Bears doing the same thing again and again.
    Repetition,
    /// Is willing to keep learning.
    Learning,
    /// Is at ease with new software.
    Technology,
    /// Needs company at work.
    Company,
    /// Is at ease with detail.
    Detail,
    /// Copes with short deadlines.
    Deadlines,
    /// Can lock a room and a screen away from others.
    HomeOffice,
}

impl Trait {
    /// Every trait, in the order of the flags.
    pub const ALL: [Self; 8] = [
        Self::SelfDiscipline,
        Self::Repetition,
        Self::Learning,
        Self::Technology,
        Self::Company,
        Self::Detail,
        Self::Deadlines,
        Self::HomeOffice,
    ];

    /// The name in files and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SelfDiscipline => "self_discipline",
            Self::Repetition => "repetition",
            Self::Learning => "learning",
            Self::Technology => "technology",
            Self::Company => "company",
            Self::Detail => "detail",
            Self::Deadlines => "deadlines",
            Self::HomeOffice => "home_office",
        }
    }
}

impl Trait {
    /// The trait of that name, with hyphens as tables write it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|the| the.name().replace('_', "-") == name)
    }
}
