//! Facts by their exact names, which programs send: each is found at once.

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

/// The fact of exactly that name.
pub(super) fn fact_named(name: &str) -> Option<Key> {
    let mut at = first_slot(name.as_bytes());
    while let Some(key) = SLOTS[at] {
        if key.name() == name {
            return Some(key);
        }
        at = (at + 1) % SLOT_COUNT;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_by_its_name_and_nothing_else_is() {
        for key in Key::ALL {
            assert_eq!(fact_named(key.name()), Some(key));
            assert_eq!(fact_named(&key.name()[1..]), None);
        }
        assert_eq!(fact_named(""), None);
    }
}
