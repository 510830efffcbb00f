//! What must hold for every two people.

use mbc_calc::data::LevelTable;
use mbc_calc::engine::estimate;
use mbc_calc::profile::{Draft, Key, PayLevel, ProfileSet};
use mbc_calc::quantity::{Pay, PlaceCode};
use mbc_calc::render::{json, jsonl};
use mbc_calc::report::WriteJson;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::{TABLES, comparison, config};
use crate::support::draft;

fn place() -> impl Strategy<Value = String> {
    let places = TABLES.salaries.iter().map(|row| row.place);
    let places = places.filter(|place| *place != PlaceCode::NATION);
    select(places.map(|place| place.to_string()).collect::<Vec<_>>())
}

fn level(table: &LevelTable) -> impl Strategy<Value = String> + use<> {
    select(table.iter().map(|(_, level)| level.id.clone()).collect::<Vec<_>>())
}

fn role() -> impl Strategy<Value = String> {
    let roles = TABLES.occupations.roles().map(|role| role.occupation.name().to_owned());
    select(roles.collect::<Vec<_>>())
}

/// Facts as they are written after `--vs`.
fn person() -> impl Strategy<Value = Vec<(Key, String)>> {
    let facts = (
        option::of(place()),
        option::of(place()),
        option::of(select(PayLevel::ALL.map(|level| level.name().to_owned()).to_vec())),
        option::of((0..=6_u8).prop_map(|count| count.to_string())),
        option::of((0.0..=60.0).prop_map(|years: f64| years.to_string())),
        option::of(level(&TABLES.specialties)),
        option::of(level(&TABLES.settings)),
        option::of(level(&TABLES.education)),
        option::weighted(0.25, role()),
    );
    facts.prop_map(
        |(home, employer, level, certs, experience, specialty, setting, education, role)| {
            let level = level.filter(|_| role.is_none());
            let facts = [
                (Key::Role, role),
                (Key::State, home),
                (Key::EmployerState, employer),
                (Key::Level, level),
                (Key::Certs, certs),
                (Key::Experience, experience),
                (Key::Specialty, specialty),
                (Key::Setting, setting),
                (Key::Education, education),
            ];
            facts.into_iter().filter_map(|(key, fact)| Some((key, fact?))).collect()
        },
    )
}

/// The whole of a person as a variation: what another one states is taken away.
fn variation(facts: &[(Key, String)]) -> String {
    let fact = |key: Key| facts.iter().find(|(known, _)| *known == key).map(|(_, text)| text);
    let pairs =
        Key::ALL.map(|key| format!("{}={}", key.name(), fact(key).map_or("", String::as_str)));
    format!("name=other,{}", pairs.join(","))
}

fn written(report: &dyn WriteJson) -> Value {
    serde_json::from_str(&json(report)).expect("an answer is written as JSON")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn contributions_add_up_to_the_difference_of_the_means(base in person(), other in person()) {
        let set = ProfileSet::default().with_base(draft(&base)).with_variation(variation(&other));
        let comparison = comparison(&set);
        let compared = &comparison.others[0];
        let mean = |pay: &Pay| pay.mean.get();
        let difference = mean(&compared.estimate.figures.chosen().pay)
            - mean(&comparison.base.figures.chosen().pay);
        let sum: f64 = compared.contributions.iter().map(|part| part.dollars.get()).sum();
        prop_assert!((sum - difference).abs() < 0.01, "{sum} of {difference}");
    }

    #[test]
    fn a_contribution_turns_its_sign_when_the_two_change_places(a in person(), b in person()) {
        let parts = |base: &[(Key, String)], other: &[(Key, String)]| {
            let set = ProfileSet::default().with_base(draft(base)).with_variation(variation(other));
            let parts = comparison(&set).others.remove(0).contributions;
            parts.into_iter().map(|part| (part.kind.name(), part.dollars.get())).collect::<Vec<_>>()
        };
        for ((there, gained), (back, lost)) in parts(&a, &b).into_iter().zip(parts(&b, &a)) {
            prop_assert_eq!(there, back);
            prop_assert!((gained + lost).abs() < 0.01, "{there}: {gained} and {lost}");
        }
    }

    #[test]
    fn the_same_profile_differs_in_nothing(facts in person()) {
        let set = ProfileSet::default().with_base(draft(&facts)).with_variation(variation(&facts));
        let comparison = comparison(&set);
        let answer = written(&comparison);
        let other = &answer["profiles"][1];
        for key in ["pay", "pay_percent", "home_value", "home_value_percent"] {
            let figures = other["difference"][key].as_object().into_iter().flatten();
            for (name, figure) in figures {
                prop_assert_eq!(figure, &Value::from(0), "{} {}", key, name);
            }
        }
        for part in other["contributions"].as_array().expect("a list") {
            prop_assert_eq!(&part["dollars"], &Value::from(0));
        }
    }

    #[test]
    fn figures_are_those_of_estimate_and_differences_agree_with_them(
        base in person(),
        other in person(),
    ) {
        let set = ProfileSet::default().with_base(draft(&base)).with_variation(variation(&other));
        let comparison = comparison(&set);
        let answer = written(&comparison);
        for (i, facts) in [&base, &other].into_iter().enumerate() {
            let profile = draft(facts).profile(&TABLES).expect("it was compared");
            let estimate = estimate(&TABLES, &profile);
            let alone = written(&estimate);
            for key in ["profile", "pay", "home_value", "geo_pay", "place", "level", "grade"] {
                prop_assert_eq!(&answer["profiles"][i][key], &alone[key], "{}", key);
            }
        }
        let [from, to] = [0, 1].map(|i| &answer["profiles"][i]["pay"]);
        let difference = &answer["profiles"][1]["difference"]["pay"];
        for key in ["p10", "p25", "p50", "p75", "p90", "mean"] {
            let dollars = |pay: &Value| pay[key].as_i64().expect("whole dollars");
            prop_assert_eq!(dollars(difference), dollars(to) - dollars(from), "{}", key);
        }
    }
}

#[test]
fn figures_of_one_step_are_the_whole_difference() {
    let set = ProfileSet::default()
        .with_base(Draft::default().state(Key::State, "MS"))
        .with_variation("state=MA");
    let comparison = comparison(&set);
    let [place] = comparison.others[0].contributions.as_slice() else { panic!("one step") };
    let from = comparison.base.figures.chosen().pay.mean.get();
    let to = comparison.others[0].estimate.figures.chosen().pay.mean.get();
    assert!((place.dollars.get() - (to - from)).abs() < 1e-6);
}

#[test]
fn a_comparison_is_one_record_a_profile_with_the_same_keys() {
    let set = ProfileSet::default()
        .with_base(Draft::default().state(Key::State, "MS"))
        .with_variation("certs=3")
        .with_variation("state=MA");
    let lines = jsonl(&comparison(&set));
    let keys = |line: &str| -> Vec<String> {
        let record: serde_json::Map<String, Value> = serde_json::from_str(line).unwrap();
        let is_flat = |(key, value): (&String, &Value)| key == "unused" || !value.is_array();
        assert!(record.iter().all(is_flat), "{line}");
        record.keys().cloned().collect()
    };
    let records: Vec<_> = lines.lines().map(keys).collect();
    assert_eq!(records.len(), 3);
    assert!(records.iter().all(|record| *record == records[0]), "{records:?}");
}
