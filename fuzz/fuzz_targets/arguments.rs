//! Words of a command line: understood, or refused in words. Nothing is run.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::cli::refusal;
use mbc_calc_fuzz::check_page;

fuzz_target!(|text: &str| {
    let words = ["mbc-calc"].into_iter().chain(text.split('\n').take(12));
    if let Some([page, json]) = refusal(words) {
        check_page(&page);
        assert!(json.ends_with('\n') && json.lines().count() == 1, "{json}");
        serde_json::from_str::<serde_json::Value>(&json).expect("an error is JSON");
    }
});
