//! The file of a profile, or of several, in TOML, JSON or CSV: understood, or refused in words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::engine::estimate;
use mbc_calc::profile::{Draft, ProfileSet, ProfileText};
use mbc_calc::render::json;
use mbc_calc_fuzz::{TABLES, check_errors};

fuzz_target!(|bytes: &[u8]| {
    let [choices, bytes @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(bytes);
    let name = ["me.toml", "me.json", "-", "me.csv"][usize::from(choices & 3)];
    let file = ProfileText::new(name, &text);
    if choices & 4 == 0 {
        let draft = Draft::default().with_file(file);
        let read = if choices & 8 == 0 { draft.profile(&TABLES) } else { draft.career(&TABLES) };
        match read {
            Ok(profile) => assert!(!json(&estimate(&TABLES, &profile)).contains("null,\"p10\"")),
            Err(errors) => check_errors(&errors),
        }
    } else {
        match ProfileSet::default().with_file(file).profiles(&TABLES) {
            Ok(profiles) => assert!(!profiles.is_empty()),
            Err(errors) => errors.iter().for_each(check_errors),
        }
    }
});
