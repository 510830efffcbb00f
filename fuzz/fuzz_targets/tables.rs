//! Tables of one's own: each can be used, or is refused with every problem at its position.
//!
//! The first byte names the table, the next two a line of the built-in one, the fourth how many
//! lines go; what follows takes their place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::data::{TABLE_NAMES, Tables};
use mbc_calc::engine::{timeline, verdicts};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::render::{Style, json, table_errors};
use mbc_calc_fuzz::check_page;

fuzz_target!(|bytes: &[u8]| {
    let [table, high, low, count, text @ ..] = bytes else { return };
    let table = TABLE_NAMES[usize::from(*table) % TABLE_NAMES.len()];
    let mut texts = mbc_calc::built_in_texts();
    // The tables of places are long lists of the same: a few rows of each are enough.
    for long in ["cities", "counties", "zip_codes"] {
        let few: Vec<&str> = texts.text(long).split_inclusive('\n').take(25).collect();
        let few = few.concat() + "]\n";
        texts.replace(long, format!("{long}.toml"), few);
    }
    let lines: Vec<&str> = texts.text(table).split_inclusive('\n').collect();
    let at = usize::from(u16::from_be_bytes([*high, *low])) % (lines.len() + 1);
    let after = (at + usize::from(*count)).min(lines.len());
    let text = String::from_utf8_lossy(text);
    let text = [&lines[..at].concat(), &*text, &lines[after..].concat()].concat();
    texts.replace(table, format!("{table}.toml"), text);
    let errors = match Tables::read_texts(&texts) {
        Ok(tables) => return answer(&tables),
        Err(errors) => errors,
    };
    assert!(!errors.0.is_empty(), "nothing is said");
    for error in &errors.0 {
        assert!(!error.problems.is_empty(), "nothing is said of {}", error.file);
        for problem in &error.problems {
            assert!(error.text.get(problem.span.clone()).is_some(), "{problem:?}");
        }
    }
    table_errors(&errors, Style::Plain).take(100).for_each(|page| check_page(&page));
});

/// Asks for what the tables promise to hold once they are read.
fn answer(tables: &Tables) {
    let profile = Draft::default().state(Key::Careers, "100").profile(tables);
    let profile = profile.expect("it states a number of careers");
    assert_eq!(verdicts(tables, &profile).len(), 4);
    let text = json(&timeline(tables, &profile));
    serde_json::from_str::<serde_json::Value>(&text).expect("an answer is JSON");
}
