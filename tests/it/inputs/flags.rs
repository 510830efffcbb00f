//! Natural names of flags and keys.

use mbc_calc::profile::{Draft, Key, ProfileText};
use serde_json::Value;

use crate::support::{self, TABLES};

/// A question as people type it, and as the help writes it.
const SAME: &[(&str, &str)] = &[
    ("--state TX --certs CPC --years 4", "--state TX --certs CPC --experience 4"),
    ("--state TX --credential CPC", "--state TX --certs CPC"),
    ("--state TX --cert CPC", "--state TX --certs CPC"),
    ("--state TX --certifications CPC", "--state TX --certs CPC"),
    ("--location TX", "--state TX"),
    ("--state TX --exp 2 --current-salary 34000", "--state TX --experience 2 --pay 34000"),
    ("--state TX --years-of-experience 2 --salary 34000", "--state TX --experience 2 --pay 34000"),
    ("--home-state TX --income 34000", "--state TX --pay 34000"),
    ("--state TX --wage 34000", "--state TX --pay 34000"),
    ("--state TX --employer MA", "--state TX --employer-state MA"),
    ("--state TX --work-state MA", "--state TX --employer-state MA"),
    ("--job manager --degree bachelor", "--role manager --education bachelor"),
    ("--hours-per-week 20 --schooling associate", "--hours 20 --education associate"),
    ("--employment contract --contract-rate 45", "--employment contract --hourly-rate 45"),
];

#[test]
fn a_natural_flag_is_the_flag_of_the_fact() {
    for (typed, meant) in SAME.iter().copied() {
        let answer = |flags: &str| {
            let arguments: Vec<&str> =
                ["estimate", "--format", "json"].into_iter().chain(flags.split(' ')).collect();
            support::answer(arguments)
        };
        assert_eq!(answer(typed), answer(meant), "{typed}");
    }
}

#[test]
fn a_natural_key_is_the_key_of_the_fact_in_every_file() {
    let of_file = |name: &str, text: &str| {
        Draft::default().with_file(ProfileText::new(name, text)).profile(&TABLES).unwrap()
    };
    let meant = of_file("me.toml", "state = \"TX\"\nexperience = 4\npay = 34000\n");
    for (name, text) in [
        ("me.toml", "home-state = \"TX\"\nyears = 4\nsalary = 34000\n"),
        ("me.json", r#"{"Location": "TX", "Years of Experience": 4, "Current Salary": "34k"}"#),
        ("me.toml", "State = \"TX\"\nEXP = \"4 years\"\ncurrent-salary = \"$34,000\"\n"),
    ] {
        assert_eq!(of_file(name, text), meant, "{text}");
    }
}

#[test]
fn no_natural_name_is_in_the_help_or_means_two_things() {
    let help = support::answer(["verdict", "--help"]);
    for key in Key::ALL {
        for alias in key.row().aliases {
            assert!(!help.contains(&format!("--{} ", alias.replace('_', "-"))), "{alias}");
            assert_eq!(Key::named(alias), Some(key), "{alias}");
        }
    }
}

#[test]
fn what_is_stated_is_answered_back_as_it_was_understood() {
    let record: Value = support::json(&["estimate", "--state", "TX", "--years", "4"]);
    assert_eq!(record["profile"], serde_json::json!({"state": "TX", "experience": 4}));
}
