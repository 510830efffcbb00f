use serde::{Deserialize, Serialize};

use super::named::named;

named! {
    /// A fact about a person that changes pay, in the order of answers.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Factor {
        /// The number of certifications held.
        Certifications = "certifications",
        /// Years of work in the field.
        Experience = "experience",
        /// What is coded, or the role.
        Specialty = "specialty",
        /// The kind of employer.
        Setting = "setting",
        /// The highest schooling.
        Education = "education",
    }
}

impl Factor {
    /// The position of the factor in [`Factor::ALL`], and so in every array indexed by factor.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The factors that a profile states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactorSet(u8);

impl FactorSet {
    /// The factors that count in an occupation outside the field, where credentials, specialties and
    /// employers differ.
    pub const OF_ANY_OCCUPATION: Self =
        Self(1 << Factor::Experience.index() | 1 << Factor::Education.index());

    /// The number of sets.
    pub const COUNT: usize = 1 << Factor::ALL.len();

    /// Every set.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(Self::COUNT)
    }

    /// The position of the set among all, and so in every array indexed by set.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The set with a factor added.
    #[must_use]
    pub const fn with(self, factor: Factor) -> Self {
        Self(self.0 | 1 << factor.index())
    }

    /// The set with a factor added where something is so.
    #[must_use]
    pub(crate) const fn with_if(self, factor: Factor, is_so: bool) -> Self {
        Self(self.0 | (is_so as u8) << factor.index())
    }

    /// The set with a factor removed.
    #[must_use]
    pub const fn without(self, factor: Factor) -> Self {
        Self(self.0 & !(1 << factor.index()))
    }

    /// The factors in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The factors that are in this set and not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the factor is in the set.
    #[must_use]
    pub const fn contains(self, factor: Factor) -> bool {
        self.0 & (1 << factor.index()) != 0
    }

    /// The factors of the set in order.
    pub fn iter(self) -> impl Iterator<Item = Factor> + Clone {
        Factor::ALL.into_iter().filter(move |&factor| self.contains(factor))
    }

    /// The number of factors in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Factor> for FactorSet {
    fn from_iter<I: IntoIterator<Item = Factor>>(factors: I) -> Self {
        factors.into_iter().fold(Self::default(), Self::with)
    }
}
