//! Facts by their names: those that programs send are found at once.

use super::facts::Key;

/// Over twice as many as there are facts, so that few share one.
const SLOT_COUNT: usize = 128;

/// Every fact where its name is looked for, or in the next slot that was free.
static SLOTS: [Option<Key>; SLOT_COUNT] = {
    let mut slots = [None; SLOT_COUNT];
    let mut next = 0;
    while next < Key::ALL.len() {
        let mut at = first_slot(Key::ALL[next].name().as_bytes());
        while slots[at].is_some() {
            at = (at + 1) % SLOT_COUNT;
        }
        slots[at] = Some(Key::ALL[next]);
        next += 1;
    }
    slots
};

/// The slot where a name is looked for first.
const fn first_slot(name: &[u8]) -> usize {
    match name {
        [first, .., last] => {
            let middle = name[name.len() / 2] as usize;
            (name.len() * 37 + *first as usize * 11 + middle * 5 + *last as usize) % SLOT_COUNT
        }
        _ => 0,
    }
}

impl Key {
    /// The fact of exactly that name.
    pub(super) fn spelled(name: &str) -> Option<Self> {
        let mut at = first_slot(name.as_bytes());
        while let Some(key) = SLOTS[at] {
            if key.name() == name {
                return Some(key);
            }
            at = (at + 1) % SLOT_COUNT;
        }
        None
    }

    /// The fact of that name in a file, or of another name for it, in any case and with hyphens or
    /// spaces too.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        // What programs send is the name itself.
        if let Some(key) = Self::spelled(name) {
            return Some(key);
        }
        let name = name.trim().to_lowercase().replace(['-', ' '], "_");
        let has = |key: &Self| key.name() == name || key.row().aliases.contains(&name.as_str());
        Self::ALL.into_iter().find(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_by_its_name_and_nothing_else_is() {
        for key in Key::ALL {
            assert_eq!(Key::spelled(key.name()), Some(key));
            assert_eq!(Key::spelled(&key.name()[1..]), None);
        }
        assert_eq!(Key::spelled(""), None);
    }
}
