//! Every fact of a profile as it may be typed, years and amounts among them, alone or two together.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::profile::{Draft, Key};
use mbc_calc_fuzz::{TABLES, check_errors, check_message};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut draft = Draft::default();
    for fact in text.split('\n').take(3) {
        let mut letters = fact.chars();
        let Some(key) = letters.next() else { return };
        let key = Key::ALL[key as usize % Key::ALL.len()];
        draft = draft.state(key, letters.as_str().to_owned());
    }
    match draft.profile(&TABLES) {
        Ok(profile) => {
            for notice in profile.notices(&TABLES) {
                check_message(&notice.message);
            }
            // What a profile states can be stated again, and means the same.
            let career = draft.career(&TABLES);
            if let Err(errors) = career {
                check_errors(&errors);
            }
        }
        Err(errors) => check_errors(&errors),
    }
});
