//! What `--field` is given: a value on one line, or a refusal in words.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mbc_calc::engine::{Comparison, Estimate, compare, estimate};
use mbc_calc::profile::{Draft, Key, NamedProfile, ProfileSet};
use mbc_calc::render::field;
use mbc_calc::report::WriteJson;
use mbc_calc_fuzz::{TABLES, check_message, check_page};

static ESTIMATE: LazyLock<Estimate<'static>> = LazyLock::new(|| {
    let draft = Draft::default().state(Key::State, "MS").state(Key::EmployerState, "MA");
    estimate(&TABLES, &draft.profile(&TABLES).expect("both are states"))
});

static PROFILES: LazyLock<Vec<NamedProfile>> = LazyLock::new(|| {
    let base = Draft::default().state(Key::State, "MS");
    let set = ProfileSet::default().with_base(base).with_variation("certs=3,name=more");
    set.profiles(&TABLES).expect("both are profiles")
});

static COMPARISON: LazyLock<Comparison<'static>> =
    LazyLock::new(|| compare(&TABLES, &PROFILES[0], &PROFILES[1..]));

fuzz_target!(|path: &str| {
    let report: &dyn WriteJson = if path.len() % 4 == 0 { &*COMPARISON } else { &*ESTIMATE };
    match field(report, path) {
        Ok(value) => assert!(value.ends_with('\n'), "{value:?}"),
        Err(error) => {
            check_message(&error.to_string());
            error.hint().into_iter().for_each(check_page);
        }
    }
});
