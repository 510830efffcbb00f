//! Amounts of money as people write them: a number in bounds, or a refusal in words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::profile::{money_a_year, money_an_hour};
use mbc_calc_fuzz::check_message;

fuzz_target!(|text: &str| {
    for read in [money_a_year(text), money_an_hour(text)] {
        match read {
            Ok(dollars) => {
                let dollars = dollars.get();
                assert!((0.0..=1e9).contains(&dollars), "{dollars}");
            }
            Err(message) => check_message(&message),
        }
    }
});
