//! What a key or the name of a column of a stream states.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::data::{folded, folds};
use crate::profile::draft::NAMES;
use crate::profile::facts::Key;

/// What a key or the name of a column states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A fact of a profile.
    Fact(Key),
    /// The names of certifications, as answers repeat them.
    CertificationNames,
    /// What the caller calls the profile.
    Id,
    /// Nothing that an answer depends on.
    Other,
}

/// The key of a profile's name in a stream.
const ID: &str = "id";

/// The most bytes of a name that can be known.
const LONGEST: usize = 100;

/// Every known name, folded.
static KNOWN: LazyLock<BTreeMap<String, Meaning>> = LazyLock::new(|| {
    let mut known =
        BTreeMap::from([(folded(ID), Meaning::Id), (folded(NAMES), Meaning::CertificationNames)]);
    for key in Key::ALL {
        for name in std::iter::once(key.name()).chain(key.row().aliases.iter().copied()) {
            known.entry(folded(name)).or_insert(Meaning::Fact(key));
        }
    }
    known
});

impl Meaning {
    /// The meaning of a name in any case, with spaces or hyphens in place of underscores.
    #[must_use]
    pub fn of(name: &str) -> Self {
        // What programs send is the name itself.
        if let Some(key) = Key::spelled(name) {
            return Self::Fact(key);
        }
        if name == ID {
            return Self::Id;
        }
        let is_long = name.len() > LONGEST;
        let known = (!is_long).then(|| KNOWN.get(&folded(name)).copied()).flatten();
        known.unwrap_or(Self::Other)
    }

    /// The name under which a profile states it.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Fact(key) => Some(key.name()),
            Self::CertificationNames => Some(NAMES),
            Self::Id => Some(ID),
            Self::Other => None,
        }
    }

    /// The known name that is all but the same as one that states nothing.
    #[must_use]
    pub fn near_miss(name: &str) -> Option<&'static str> {
        const SHORTEST: usize = 4;
        if name.len() > LONGEST {
            return None;
        }
        let typed: String = folds(name).collect();
        let letters = typed.chars().count();
        if !(SHORTEST..=2 * SHORTEST * SHORTEST).contains(&letters) || Self::of(name) != Self::Other
        {
            return None;
        }
        let most = if letters > 2 * SHORTEST { 2 } else { 1 };
        let keys = Key::ALL.into_iter().map(Key::name);
        let distance = |known: &&str| {
            let known: String = folds(known).collect();
            strsim::damerau_levenshtein(&typed, &known)
        };
        keys.min_by_key(distance).filter(|near| distance(near) <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_however_it_is_written() {
        for name in ["employer_state", "Employer State", "EMPLOYER-STATE", "employerState"] {
            assert_eq!(Meaning::of(name), Meaning::Fact(Key::EmployerState), "{name}");
        }
        assert_eq!(Meaning::of("ID"), Meaning::Id);
        assert_eq!(Meaning::of("Credentials"), Meaning::CertificationNames);
        assert_eq!(Meaning::of("name"), Meaning::Other);
        assert_eq!(Meaning::of(""), Meaning::Other);
    }

    #[test]
    fn only_a_slip_is_a_near_miss() {
        for (name, near) in [
            ("sate", Some("state")),
            ("Experiance", Some("experience")),
            ("employr state", Some("employer_state")),
            ("state", None),
            ("date", None),
            ("name", None),
            ("uid", None),
        ] {
            assert_eq!(Meaning::near_miss(name), near, "{name}");
        }
    }
}
