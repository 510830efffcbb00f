//! What `explain take-home` prints is enough to work the answer out again, to the cent.

use mbc_calc::data::Tables;
use mbc_calc::engine::take_home;
use mbc_calc::engine::tax::Law;
use mbc_calc::render;
use mbc_calc::report::TakeHomeExplanation;
use serde_json::Value;

use super::arithmetic::value;
use super::code;
use crate::support::{TABLES, answer, json, profile};

/// What rounding each printed number to the cent may add up to.
const CENT: f64 = 0.01;

/// Incomes on both sides of the bounds of rules, within what states are applied to.
const INCOMES: [f64; 15] = [
    10_500.0, 14_000.0, 19_000.0, 26_000.0, 30_000.0, 38_000.0, 50_250.0, 65_000.0, 81_227.0,
    98_000.0, 126_000.0, 145_000.0, 230_000.0, 301_000.0, 390_000.0,
];

/// What a contractor keeps of an hour's rate in a year, before any tax.
const BILLED: f64 = 2_080.0 * 0.85 * 0.9;

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("it is a list")
}

fn amount(row: &Value) -> f64 {
    row["amount"].as_f64().expect("a row has an amount")
}

fn steps(tables: &Tables, facts: &str) -> Value {
    let found = take_home(tables, &profile(tables, facts)).expect("the law of a state is known");
    serde_json::from_str(&render::json(&TakeHomeExplanation(&found))).expect("answers are JSON")
}

/// Works out each step from what is printed, and then what is left from the taxes.
fn replay(answer: &Value, person: &str) -> f64 {
    let steps = list(&answer["steps"]);
    let (mut left, mut last) = (0.0, f64::NAN);
    for step in steps {
        let stated = amount(step);
        if let Some(formula) = step["formula"].as_str() {
            let numbers = formula.split_whitespace().filter(|word| word.contains('.')).count();
            let dust =
                CENT + 0.005 * f64::from(u32::try_from(numbers).expect("a formula is short"));
            let apart = (value(formula) - stated).abs();
            assert!(apart <= dust, "{person}: {step} is {apart} away");
        }
        match step["kind"].as_str().expect("a step has a kind") {
            "gross" => left = stated,
            "tax" => left -= stated,
            "left" => last = stated,
            _ => {}
        }
    }
    assert!((left - last).abs() < 1e-4, "{person}: {left} is left, {last} is printed");
    left
}

/// The sum of what the rules of a state do to its tax.
fn effects(answer: &Value) -> f64 {
    let rules = list(&answer["take_home"]["state_rules"]);
    let on_tax = rules.iter().filter(|rule| rule["stage"] != "deduct");
    on_tax.map(amount).sum()
}

#[test]
fn the_steps_of_every_state_give_what_is_left_to_the_cent() {
    let tables = &*TABLES;
    let mut replayed = 0;
    for place in tables.geography.iter().map(|place| place.code) {
        if tables.taxes.state(place).is_none() {
            continue;
        }
        for year in ["2026", "2025"] {
            for filing in ["single", "joint"] {
                for income in INCOMES {
                    let rate = income / BILLED;
                    for earned in [
                        format!("pay={income}"),
                        format!("employment=contract hourly-rate={rate:.2}"),
                    ] {
                        let facts =
                            format!("state={place} tax-year={year} filing={filing} {earned}");
                        if facts.contains("contract") && rate < 7.5 {
                            continue;
                        }
                        let answer = steps(tables, &facts);
                        let left = replay(&answer, &facts);
                        let headline =
                            answer["take_home"]["headline"]["take_home"].as_f64().unwrap();
                        assert!((left.max(0.0) - headline).abs() <= 0.5001, "{facts}");
                        let state = answer["steps"].as_array().unwrap().iter();
                        let state = state.clone().find(|step| step["id"] == "state");
                        let tax = state.map_or(0.0, |step| step["amount"].as_f64().unwrap());
                        assert!((tax - effects(&answer)).abs() < 1e-4, "{facts}");
                        replayed += 1;
                    }
                }
            }
        }
    }
    assert!(replayed > 5_500, "{replayed}");
}

#[test]
fn the_steps_of_two_states_give_what_is_left_to_the_cent() {
    let tables = &*TABLES;
    for home in ["MS", "TX", "NJ", "CA", "NY", "OR", "CT"] {
        for employer in ["NY", "DE", "PA", "NE", "NJ", "CT", "MA"] {
            for rule in ["apply", "ignore"] {
                let facts =
                    format!("state={home} employer-state={employer} convenience={rule} pay=81227");
                let answer = steps(tables, &facts);
                replay(&answer, &facts);
                let credit = answer["steps"].as_array().unwrap().iter();
                let ids: Vec<_> = credit.filter_map(|step| step["id"].as_str()).collect();
                assert!(
                    rule == "apply" || !ids.contains(&"other_state"),
                    "{facts} pays a second state: {ids:?}"
                );
            }
        }
    }
}

#[test]
fn the_steps_of_every_place_with_a_local_tax_give_what_is_left_to_the_cent() {
    let tables = &*TABLES;
    let mut places = 0;
    for year in mbc_calc::data::TaxYear::ALL {
        for place in tables.geography.iter().map(|place| place.code) {
            for name in tables.taxes.local_names(year, place) {
                for income in [30_000.0, 81_227.0, 260_000.0] {
                    let (year, name) = (year.name(), name.replace(' ', "+"));
                    let facts = format!("state={place} local={name} tax-year={year} pay={income}");
                    replay(&steps(tables, &facts), &facts);
                }
                places += 1;
            }
        }
    }
    assert!(places > 200, "{places}");
}

#[test]
fn the_printed_steps_are_those_of_the_json() {
    for person in [
        "--state MS --employer-state MA --certs 3",
        "--state CA --pay 81227",
        "--state NY --pay 120000 --local yonkers",
        "--state MA --employment contract --hourly-rate 45",
        "--state MS --employment contract",
        "--state TX --employer-state NY --convenience apply --pay 81227",
        "--pay 50000",
    ] {
        let arguments: Vec<&str> = person.split_whitespace().collect();
        let plain =
            answer([&["explain", "take-home", "--format", "plain"], &arguments[..]].concat());
        let found = json(&[&["explain", "take_home"], &arguments[..]].concat());
        assert_eq!(found, json(&[&["take-home"], &arguments[..]].concat()), "{person}");
        replay(&found, person);
        let lines = plain.lines().filter_map(|line| line.strip_prefix("step\t"));
        let lines: Vec<&str> = lines.collect();
        let steps = found["steps"].as_array().unwrap();
        assert_eq!(lines.len(), steps.len(), "{person}");
        let mut left = 0.0;
        for (line, step) in lines.iter().zip(steps) {
            let printed = line.rsplit([' ']).next().unwrap();
            let printed = value(printed);
            let amount = step["amount"].as_f64().unwrap();
            assert!((printed - amount).abs() <= 0.005_001, "{person}: {line}, {step}");
            match step["kind"].as_str().unwrap() {
                "gross" => left = printed,
                "tax" => left -= printed,
                "left" => assert!((left - printed).abs() < 0.05, "{person}: {left}, {line}"),
                _ => {}
            }
            if let Some(formula) = step["formula"].as_str() {
                assert!(line.contains(formula), "{line} has no {formula}");
            }
        }
    }
}

#[test]
fn each_number_of_a_step_has_a_basis_and_a_source() {
    let found = json(&["explain", "take", "home", "--state", "OR", "--pay", "130000"]);
    let sources = found["sources"].as_array().unwrap();
    let known: Vec<&Value> = sources.iter().map(|source| &source["id"]).collect();
    for step in found["steps"].as_array().unwrap() {
        let is_of_the_law = step["formula"].as_str().is_some_and(|formula| formula.contains('%'));
        let cited = step["sources"].as_array();
        assert_eq!(step["basis"].is_string(), cited.is_some(), "{step}");
        assert!(!is_of_the_law || cited.is_some_and(|cited| !cited.is_empty()), "{step}");
        assert!(cited.into_iter().flatten().all(|id| known.contains(&id)), "{step}");
    }
}

#[test]
fn a_law_leaves_the_same_whether_or_not_its_taxes_are_named() {
    let tables = &*TABLES;
    for home in ["", "MS", "NY", "CA", "MD", "OH", "VT", "IA"] {
        for other in [None, Some("NY"), Some("DE")] {
            for local in [None, Some(("MD", "Montgomery")), Some(("NY", "New York City"))] {
                let plain = super::law(&tables.taxes, home);
                let rows = local.filter(|(state, _)| *state == home).map(|(state, place)| {
                    let law = (plain.year, plain.filing);
                    tables.taxes.local_rows(law, code(state), place).unwrap()
                });
                let other = other.map(code);
                let law = Law { other, local: rows.unwrap_or_default(), ..plain };
                for income in INCOMES {
                    for earned in [
                        mbc_calc::engine::tax::Earnings::wages(income),
                        mbc_calc::engine::tax::Earnings::profit(income),
                    ] {
                        let apart = law.left(earned) - law.take_home(earned).left();
                        assert!(apart.abs() < 1e-6, "{home} {other:?} {income}: {apart}");
                    }
                }
            }
        }
    }
}
