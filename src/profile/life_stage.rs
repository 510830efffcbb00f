//! Who asks whether the career is worth it, and what they say of themselves.

use crate::quantity::WaitMonths;

/// What a person says of themselves, for a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seeker {
    /// The stage of life.
    pub stage: Option<LifeStage>,
    /// How long the person can wait for a first pay.
    pub wait: Option<WaitMonths>,
    pub(super) traits: [Option<bool>; Trait::ALL.len()],
}

impl Seeker {
    /// Whether a trait is there, if the person said so.
    #[must_use]
    pub const fn has(&self, the: Trait) -> Option<bool> {
        self.traits[the as usize]
    }

    /// The same with a trait said to be there, not there, or not known.
    #[must_use]
    pub const fn with(mut self, the: Trait, said: Option<bool>) -> Self {
        self.traits[the as usize] = said;
        self
    }
}

/// The stage of life in which someone asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// Other words that people type.
    pub(super) const ALIASES: [(&'static str, Self); 14] = [
        ("changer", Self::CareerChanger),
        ("career-change", Self::CareerChanger),
        ("change", Self::CareerChanger),
        ("switcher", Self::CareerChanger),
        ("high-school", Self::Graduate),
        ("high-school-graduate", Self::Graduate),
        ("recent-graduate", Self::Graduate),
        ("student", Self::Graduate),
        ("long-term-security", Self::LongTerm),
        ("security", Self::LongTerm),
        ("stability", Self::LongTerm),
        ("remote-seeker", Self::Remote),
        ("work-from-home", Self::Remote),
        ("home", Self::Remote),
    ];
}

/// Something about a person that the work asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
