//! What `--vs` is given: facts of another profile, understood or refused in words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::data::is_unprintable;
use mbc_calc::profile::{Draft, Key, ProfileSet};
use mbc_calc_fuzz::{TABLES, check_errors};

fuzz_target!(|text: &str| {
    let base = Draft::default().state(Key::State, "MS").state(Key::Certs, "1");
    let set = ProfileSet::default().with_base(base);
    let set = text.split('\n').take(3).fold(set, ProfileSet::with_variation);
    match set.profiles(&TABLES) {
        Ok(profiles) => {
            for (at, profile) in profiles.iter().enumerate() {
                assert!(!profile.name.chars().any(is_unprintable), "{:?}", profile.name);
                assert!(profiles[..at].iter().all(|other| other.name != profile.name));
            }
        }
        Err(errors) => errors.iter().for_each(check_errors),
    }
});
