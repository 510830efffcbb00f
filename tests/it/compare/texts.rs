//! Every way to write many profiles: the same answer, and no text that is neither read nor refused.

use mbc_calc::data::is_unprintable;
use mbc_calc::engine::compare;
use mbc_calc::profile::{Draft, ProfileSet, ProfileText};
use mbc_calc::render::plain;
use mbc_calc::report::Report;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::{TABLES, config};
use crate::support::run;

const JSON_LINES: &str = r#"{"id": "now", "state": "MS", "certs": 1}

{"name": "remote, to \"MA\"", "state": "MS", "employer_state": "MA", "certs": "3"}
{"state": "Texas", "experience": 2.5, "certs": null}
"#;
const JSON_ARRAY: &str = r#"[
  {"certs": 1, "name": "now", "id": 7, "state": "MS"},
  {"name": "remote, to \"MA\"", "state": "MS", "employer_state": "MA", "certs": 3},
  {"state": "Texas", "experience": 2.5}
]"#;
const CSV: &str = "\u{FEFF}name,state,employer_state,certs,experience\r\n\
now,MS,,1,\r\n\
\r\n\
\"remote, to \"\"MA\"\"\", MS ,MA,3,\r\n\
,Texas,,,2.5";
const TOML: &str = r#"# people
[[profile]]
name = "now"
state = "MS"
certs = 1
[[profile]]
name = 'remote, to "MA"'
state = "MS"
employer_state = "MA"
certs = 3
[[profile]]
state = "Texas"
experience = 2.5
"#;
const FORMATS: [(&str, &str); 4] =
    [("p.jsonl", JSON_LINES), ("p.json", JSON_ARRAY), ("p.csv", CSV), ("p.toml", TOML)];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn profiles_of_any_text_are_read_or_refused(text in any::<String>(), ending in 0..6_usize) {
        refused_or_read(["a", "a.json", "a.jsonl", "a.csv", "a.toml", "-"][ending], &text);
    }

    #[test]
    fn mangled_profiles_are_read_or_refused(
        which in 0..FORMATS.len(),
        from in any::<Index>(),
        length in 0..20_usize,
        put in "[\\[\\]{}\",=:\\n\\r\ta-z0-9é\u{1b}\u{202e}]{0,6}",
    ) {
        let (name, text) = FORMATS[which];
        let boundary = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at));
        let from = boundary(from.index(text.len() + 1)).expect("0 is a boundary");
        let to = boundary((from + length).min(text.len())).expect("0 is a boundary");
        refused_or_read(name, &format!("{}{put}{}", &text[..from], &text[to.max(from)..]));
    }
}

/// What is read can be answered in one line a row, and what is refused is reported with a position.
fn refused_or_read(name: &str, text: &str) {
    let set = ProfileSet::default()
        .with_base(Draft::default())
        .with_variation("certs=1")
        .with_file(ProfileText::new(name, text));
    match set.profiles(&TABLES) {
        Ok(profiles) => {
            let comparison = compare(&TABLES, &profiles[0], &profiles[1..]);
            let lines = plain(&comparison.document());
            assert_eq!(lines.lines().filter(|l| l.starts_with("pay.")).count(), profiles.len());
            assert!(profiles.iter().all(|p| !p.name.chars().any(is_unprintable)));
        }
        Err(errors) => {
            assert!(!errors.is_empty(), "nothing is said");
            for problem in errors.iter().flat_map(|errors| &errors.problems) {
                assert!(!problem.message.is_empty());
            }
        }
    }
}

#[test]
fn every_way_to_write_profiles_gives_the_same_bytes() {
    for format in ["plain", "json", "table"] {
        let answers =
            FORMATS.map(|(_, text)| run(&["compare", "--profiles", "-", "--format", format], text));
        assert_eq!(answers[0].2, Some(0), "{}", answers[0].1);
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
    }
    let (json, ..) = run(&["compare", "--profiles", "-", "--format", "json"], CSV);
    let answer: Value = serde_json::from_str(&json).expect("JSON");
    let names: Vec<_> =
        answer["profiles"].as_array().expect("a list").iter().map(|p| &p["name"]).collect();
    assert_eq!(names, ["now", "remote, to \"MA\"", "profile 3"]);
}

#[test]
fn what_is_wrong_in_a_file_is_reported_where_it_is() {
    for (text, expected) in [
        ("name,stat\na,MA\n", &["a profile has no key `stat`\n --> standard input:1:6"][..]),
        (
            "name,certs\na,3\na,x\nb,1,5\n",
            &[
                "the name `a` is taken by profile 1 of the file\n --> standard input:3:1",
                "no credential is called `x`\n --> standard input:3:3",
                "this row has 3 cells, the header has 2 cells\n --> standard input:4:1",
            ],
        ),
        (
            "{\"certs\":1}\n[1]\n{\"x\":2}\n",
            &[
                "a profile is one JSON object\n --> standard input:2:1",
                "a profile has no key `x`\n --> standard input:3:3",
            ],
        ),
        ("[[profile]]\nstate = true\n", &["`state` must be a text"]),
        ("state = 'MS'\n", &["`state` stands outside the profiles\n --> standard input:1:1"]),
    ] {
        let (_, message, code) = run(&["compare", "--profiles", "-"], text);
        assert_eq!(code, Some(3), "{message}");
        for part in expected {
            assert!(message.contains(part), "{part}\nin\n{message}");
        }
    }
}
