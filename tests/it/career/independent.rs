//! The simulation against `tests/independent/career.py`, which works out the same averages, shares
//! and months without simulating, from the tables as plain TOML.

use serde_json::Value;

use super::{TABLES, ask, assert_close};

#[test]
fn every_case_of_the_independent_career_agrees() {
    let cases: Vec<Value> = include_str!("../../independent/careers.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case is JSON"))
        .collect();
    assert!(cases.len() >= 20, "{} cases", cases.len());
    for case in &cases {
        let facts = case["profile"].as_object().expect("a profile is an object");
        let fact = |(key, text): (&String, &Value)| format!("{key}={} ", text.as_str().unwrap());
        compare(&facts.iter().map(fact).collect::<String>(), case);
    }
}

/// Compares the answer to `facts` with exact figures.
fn compare(facts: &str, case: &Value) {
    let answer = ask(&TABLES, facts);
    let value = |cell: &Value| cell.as_f64().unwrap_or_else(|| panic!("{facts}: {cell}"));
    let milestones = case["milestones"].as_object().expect("milestones are an object");
    assert_eq!(answer.milestones.len(), milestones.len(), "{facts}: milestones");
    for actual in &answer.milestones {
        let name = actual.milestone.name();
        let exact = &milestones[name];
        let what = format!("{facts}: {name}");
        assert_close(actual.share.get(), value(&exact["share"]), 0.002, &what);
        let Some(months) = actual.months else {
            assert!(exact["months"].is_null(), "{what}");
            continue;
        };
        for (actual, exact) in months.into_iter().zip(exact["months"].as_array().expect("months")) {
            assert_close(f64::from(actual), value(exact), 1.0, &what);
        }
    }
    let years = case["years"].as_array().expect("years are a list");
    assert_eq!(answer.years.len(), years.len(), "{facts}: years");
    let mut paid = 0.0;
    for (actual, exact) in answer.years.iter().zip(years) {
        let what = |what: &str| format!("{facts}: {what} of year {}", actual.year);
        let pay = value(&exact["pay"]);
        paid += pay;
        assert_close(actual.employed.get(), value(&exact["employed"]), 0.002, &what("employed"));
        assert_close(actual.pay.mean.get(), pay, pay * TOLERANCE, &what("pay"));
        assert_close(
            actual.gain.mean.get(),
            value(&exact["gain"]),
            paid * TOLERANCE,
            &what("gain"),
        );
    }
    for (actual, exact) in [(&answer.gain_5, &case["gain_5"]), (&answer.gain_10, &case["gain_10"])]
    {
        let actual = actual.as_ref().expect("ten years are followed").mean.get();
        assert_close(actual, value(exact), paid * TOLERANCE, &format!("{facts}: present value"));
    }
}

/// Ten thousand ranks and paths, spread evenly, against all of them.
const TOLERANCE: f64 = 0.001;
