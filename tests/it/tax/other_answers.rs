//! Taxes in the answers of other commands, and what is refused.

use mbc_calc::engine::tax::{Earnings, Law};
use serde_json::Value;

use super::{code, law, left};
use crate::support::{TABLES, json, mbc_calc, run, text};

const CODER: &str = "--state MS --certs CPC --experience 4 --specialty outpatient --pay 52000 \
    --careers 500";

fn asked(command: &str, more: &str) -> Value {
    let line = format!("{command} {CODER} {more}");
    json(&line.split_whitespace().collect::<Vec<_>>())
}

fn dollars(value: &Value) -> f64 {
    value.as_f64().expect("it is an amount")
}

fn steps(plan: &Value) -> Vec<&Value> {
    let lists = ["steps", "if_found"].map(|key| plan[key].as_array().expect("it is a list"));
    lists.into_iter().flatten().collect()
}

#[test]
fn a_plan_has_what_is_left_of_each_pay_that_a_step_leads_to() {
    let at_home = law(&TABLES.taxes, "MS");
    let plan = asked("plan", "--take-home --contract 45 --convenience apply");
    assert!((dollars(&plan["take_home"]["now"]) - left(&at_home, 52_000.0)).abs() <= 1.0);
    let mut kinds = Vec::new();
    for step in steps(&plan) {
        let pay = dollars(&step["my_pay"]["yearly"]);
        let kind = step["kind"].as_str().unwrap();
        let id = step["id"].as_str().unwrap();
        let expected = match kind {
            "contract" => {
                let profit = 45.0 * 2_080.0 * 0.85 * 0.9;
                at_home.take_home(Earnings::profit(profit)).left()
            }
            "employer-state" if id.ends_with("NY") || id.ends_with("DE") => {
                let other = Some(code(&id[id.len() - 2..]));
                left(&Law { other, ..at_home.clone() }, pay)
            }
            _ => left(&at_home, pay),
        };
        let found = dollars(&step["take_home"]);
        assert!((found - expected).abs() <= 1.5, "{id}: {found}, not {expected}");
        kinds.push(kind.to_owned());
    }
    for kind in ["credential", "contract", "employer-state", "setting"] {
        assert!(kinds.iter().any(|found| found == kind), "no {kind}");
    }
    assert!(steps(&asked("plan", "")).iter().all(|step| step.get("take_home").is_none()));
}

#[test]
fn a_target_after_taxes_is_the_pay_that_leaves_it() {
    let plan = asked("plan", "--target-take-home 50000");
    let pay = dollars(&plan["target"]["amount"]);
    let at_home = law(&TABLES.taxes, "MS");
    assert!((left(&at_home, pay) - 50_000.0).abs() < 2.0, "{pay}");
    assert_eq!(plan["asked"]["target_take_home"], 50_000);
    let before = asked("plan", &format!("--target {pay}"));
    assert_eq!(plan["paths"], before["paths"]);
    let refused = mbc_calc(
        format!("plan {CODER} --target-take-home 50000").replace("MS", "PR").split_whitespace(),
    );
    assert!(text(&refused.stderr).contains("the tax law of Puerto Rico"), "{refused:?}");
}

#[test]
fn a_verdict_compares_pays_after_taxes_on_both_sides() {
    let of = |more: &str| {
        let line =
            format!("verdict --stage career-changer --state CA --pay 40000 --careers 500 {more}");
        json(&line.split_whitespace().collect::<Vec<_>>())
    };
    let (before, after) = (of(""), of("--take-home"));
    let criteria = |answer: &Value| answer["criteria"].as_array().unwrap().clone();
    let mut compared = 0;
    for (before, after) in criteria(&before).iter().zip(criteria(&after)) {
        if after.get("after_tax").is_none() {
            assert_eq!(*before, after);
            continue;
        }
        assert_eq!((&before["id"], before.get("after_tax")), (&after["id"], None));
        let [gross, kept] = [before, &after].map(|criterion| dollars(&criterion["value"]));
        // Higher pay is taxed more, so a ratio comes closer to 1.
        assert!((kept - 1.0).abs() < (gross - 1.0).abs(), "{gross} before taxes, {kept} after");
        compared += 1;
    }
    assert_eq!(compared, 1);
}

#[test]
fn a_flag_of_batch_asks_for_taxes_in_every_row() {
    let (records, _, exit) =
        run(&["batch", "--take-home"], "{\"state\":\"MS\"}\n{\"state\":\"OH\"}\n");
    assert_eq!((exit, records.lines().count()), (Some(0), 2));
    for record in records.lines() {
        let record: Value = serde_json::from_str(record).unwrap();
        assert!(record["take_home"]["p50"].is_u64(), "{record}");
    }
}

#[test]
fn a_local_tax_that_other_homes_do_not_have_is_named() {
    let line = "rank --by state --state MD --local Montgomery --top 60";
    let words: Vec<&str> = line.split_whitespace().collect();
    let found = json(&words);
    assert_eq!(found["unused"][0]["fact"], "local", "{}", found["unused"]);
    let levels = found["levels"].as_array().unwrap();
    let of = |state: &str| levels.iter().find(|level| level["id"] == state);
    let maryland = of("MD").unwrap_or_else(|| panic!("no MD in {}", levels[0]));
    let plain = json(&["rank", "--by", "state", "--state", "MD", "--take-home", "--top", "60"]);
    let plain = plain["levels"].as_array().unwrap().clone();
    let without = plain.iter().find(|level| level["id"] == "MD").unwrap();
    let [with, without] = [maryland, without].map(|row| dollars(&row["take_home"]["p50"]));
    assert!(with < without, "{with} with the county's tax, {without} without");
}

#[test]
fn what_is_not_computed_is_refused_in_a_sentence() {
    for (line, says) in [
        (
            "take-home --state MS --filing joint --spouse-income 40000",
            "the tax of a couple is worked out for one earner alone",
        ),
        ("take-home --state PR", "the tax law of Puerto Rico is not in the tables"),
        ("take-home --state GU --pay 40000", "the tax law of Guam is not in the tables"),
        ("take-home --state MS --pay -5", "must be a number of dollars between 0"),
        (
            "take-home --state MD --local Philadelphia",
            "is in Pennsylvania, and you live in Maryland",
        ),
        ("explain take-home --state PR", "the tax law of Puerto Rico is not in the tables"),
    ] {
        let output = mbc_calc(line.split_whitespace());
        let message = text(&output.stderr);
        let first = message.lines().next().unwrap_or_default();
        assert!(first.contains(says), "{line}: {message}");
        assert!(!output.status.success() && output.stdout.is_empty(), "{line}");
        assert!(message.lines().count() <= 2, "{line}: {message}");
    }
}
