//! Random careers, as facts.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn fact(key: &'static str, words: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    let words = words.to_vec();
    option::of(select(words))
        .prop_map(move |word| word.map_or_else(String::new, |word| format!("{key}={word} ")))
}

/// Where somebody lives, learns and aims, without where they stand.
fn anyone() -> impl Strategy<Value = String> {
    (
        fact("state", &["OH", "MS", "MA", "CA", "PR", "AL"]),
        fact("employer_state", &["NY", "MS", "WA"]),
        fact("hours", &["20", "32"]),
        fact("education", &["high-school", "bachelor"]),
        fact("level", &["oews", "survey"]),
        fact("pay", &["12000", "29000", "41000", "65000"]),
        fact("certs_plan", &["path", "none", "2", "5/6", "3/24"]),
        fact("causal_share", &["0", "0.8", "1"]),
        (1..=16_u32, 0..=9_u32)
            .prop_map(|(h, seed)| format!("horizon={h} seed={seed} careers=400 ")),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| [a, b, c, d, e, f, g, h, i].concat())
}

/// Someone who has everything ahead.
fn newcomer() -> impl Strategy<Value = String> {
    (
        anyone(),
        fact("program", &["standard", "accelerated"]),
        fact("study", &["while-working", "full-time"]),
        fact("tuition", &["0", "12000"]),
        fact("ai", &["early", "average", "avoid"]),
        fact("remote", &["yes", "no"]),
        fact("aid", &["1500", "8000"]),
    )
        .prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].concat())
}

/// Someone anywhere on the way, who says nothing of AI tools.
pub(super) fn on_the_way() -> impl Strategy<Value = String> {
    let stage = select(vec![
        "",
        "certs=1 ",
        "certs=3 specialty=billing ",
        "experience=0.75 ",
        "certs=2 experience=1.5 standing=apprentice ",
        "certs=1 experience=6 ",
        "certs=2 experience=12 specialty=cardiology ",
        "certs=4 experience=30 specialty=auditing pivot=compliance ",
    ]);
    (anyone(), stage).prop_map(|(anyone, stage)| anyone + stage)
}

/// A newcomer who earns so little that each month in the field pays more, at every rank.
pub(super) fn poor_newcomer() -> impl Strategy<Value = String> {
    (
        select(vec!["OH", "MA", "CA", "AL"]),
        fact("ai", &["early", "average", "avoid"]),
        fact("certs_plan", &["none", "path"]),
        fact("program", &["accelerated"]),
        0..=9_u32,
    )
        .prop_map(|(state, ai, plan, program, seed)| {
            format!("state={state} pay=4000 {ai}{plan}{program}seed={seed} careers=400")
        })
}

/// A coder at work, with or without a stated pay.
pub(super) fn coder() -> impl Strategy<Value = String> {
    let stage = select(vec![
        "experience=0.75 ",
        "certs=2 experience=1.5 standing=apprentice ",
        "certs=1 experience=6 ",
        "certs=0 experience=9 ",
        "certs=2 experience=12 specialty=cardiology pivot=none ",
    ]);
    (
        stage,
        fact("state", &["OH", "MS", "PR", "AL"]),
        fact("pay", &["19000", "52000", "140000"]),
        fact("ai", &["early", "average", "avoid"]),
        fact("hours", &["20", "32"]),
        fact("certs_plan", &["none", "path"]),
        fact("nominal", &["yes"]),
        (1..=16_u32, 0..=9_u32)
            .prop_map(|(h, seed)| format!("horizon={h} seed={seed} careers=400 ")),
    )
        .prop_map(|(a, b, c, d, e, f, g, h)| [a.to_owned(), b, c, d, e, f, g, h].concat())
}

/// Anyone.
pub(super) fn anybody() -> impl Strategy<Value = String> {
    prop_oneof![newcomer(), on_the_way()]
}
