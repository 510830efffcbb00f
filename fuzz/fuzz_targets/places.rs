//! Names of states, cities, counties and areas, and ZIP codes: found, or refused in words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::data::NoPlace;
use mbc_calc_fuzz::{TABLES, check_message};

fuzz_target!(|bytes: &[u8]| {
    let [choices, bytes @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(bytes);
    let state = (choices & 8 != 0).then(|| TABLES.geography.find("OH").expect("a state").code);
    let refused = match choices % 5 {
        0 => TABLES.geography.find(&text).map(|_| ()).map_err(NoPlace::Unknown),
        1 => TABLES.find_city(&text, state).map(|_| ()),
        2 => TABLES.find_county(&text, state).map(|_| ()),
        3 => TABLES.find_zip(&text, state).map(|_| ()),
        _ => TABLES.find_area(&text, state).map(|_| ()),
    };
    if let Err(
        NoPlace::Unknown(message) | NoPlace::Several(message) | NoPlace::Elsewhere(message),
    ) = refused
    {
        check_message(&message.text);
        message.hint.iter().for_each(|hint| check_message(hint));
    }
});
