//! Careers side by side.

use serde_json::Value;

use crate::support::{json, run};

const BASE: [&str; 4] = ["--state", "OH", "--pay", "36000"];
const OTHER: [&str; 4] = ["--ai", "early", "--pivot", "compliance"];

fn compared() -> Value {
    let arguments = ["compare", "--timeline", "--vs", "ai=early,pivot=compliance,name=early"];
    json(&[&arguments[..], &BASE].concat())
}

#[test]
fn each_career_is_the_one_that_timeline_answers() {
    let answer = compared();
    assert_eq!(answer["kind"], "timeline_comparison");
    assert_eq!(answer["shared_luck"], true);
    let alone = [
        json(&[&["timeline"][..], &BASE].concat()),
        json(&[&["timeline"][..], &BASE, &OTHER].concat()),
    ];
    for (i, alone) in alone.iter().enumerate() {
        let record = answer["profiles"][i].as_object().expect("a record");
        let of_its_own = ["name", "difference"];
        for (key, value) in record.iter().filter(|(key, _)| !of_its_own.contains(&key.as_str())) {
            assert_eq!(value, &alone[key], "{key} of profile {i}");
        }
        let left_out = ["schema", "kind", "tool", "receipt", "assumptions", "sources"];
        let keys = alone.as_object().expect("a record").keys();
        for key in keys.filter(|key| !left_out.contains(&key.as_str())) {
            assert!(record.contains_key(key), "{key} is left out");
        }
    }
}

#[test]
fn a_difference_is_that_of_the_medians_and_of_the_mean_gains() {
    let answer = compared();
    let [base, other] = [0, 1].map(|i| answer["profiles"][i].clone());
    assert!(base.get("difference").is_none());
    let number = |value: &Value, path: &str| {
        value.pointer(path).and_then(Value::as_i64).unwrap_or_else(|| panic!("no {path}"))
    };
    let mut apart = 0;
    for (difference, path) in [
        ("months/first_job", "/milestones/3/p50"),
        ("months/specialist", "/milestones/5/p50"),
        ("months/pivot", "/milestones/6/p50"),
        ("in_field/year_5", "/years/4/in_field_pay/p50"),
        ("in_field/year_10", "/years/9/in_field_pay/p50"),
        ("pay/year_5", "/years/4/pay/p50"),
        ("pay/year_10", "/years/9/pay/p50"),
        ("gain/years_5", "/gain/years_5/mean"),
        ("gain/years_10", "/gain/years_10/mean"),
    ] {
        let actual = number(&other, &format!("/difference/{difference}"));
        let expected = number(&other, path) - number(&base, path);
        // A gain is rounded by itself, and so is the difference of two.
        let allowed = i64::from(difference.starts_with("gain"));
        assert!(
            (actual - expected).abs() <= allowed,
            "{difference}: {actual}, expected {expected}"
        );
        apart += i64::from(actual != 0);
    }
    assert!(apart >= 5, "{apart} differences");
}

#[test]
fn a_career_compared_with_itself_differs_in_nothing() {
    let arguments = ["compare", "--timeline", "--state", "MS", "--vs", "state=Mississippi"];
    let answer = json(&arguments);
    let difference = answer["profiles"][1]["difference"].as_object().expect("a record");
    for (key, part) in difference {
        for (name, value) in part.as_object().expect("a record") {
            assert_eq!(value, 0, "{key}.{name}");
        }
    }
}

#[test]
fn other_careers_or_another_seed_share_no_draws() {
    for change in ["seed=1", "careers=500"] {
        let answer = json(&["compare", "--timeline", "--vs", change]);
        assert_eq!(answer["shared_luck"], false, "{change}");
    }
}

#[test]
fn facts_of_a_career_need_the_flag() {
    let (out, message, code) = run(&["compare", "--ai", "early", "--vs", "certs=1"], "");
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(message.contains("add `--timeline`"), "{message}");
    let (out, message, code) = run(&["compare", "--vs", "certs=1,ai=early"], "");
    assert_eq!((out.as_str(), code), ("", Some(3)));
    assert!(message.contains("`ai` is about a career"), "{message}");
}
