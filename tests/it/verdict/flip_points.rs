//! Each flip point is put to the test: the changed profile is asked anew, and so is the one a step
//! before it.

use mbc_calc::engine::verdict::{Flip, InputValue};
use mbc_calc::profile::Key;
use mbc_calc::quantity::LifeStage;

use super::{criterion, suited, verdict};
use crate::support::TABLES;

/// A value as one would type it.
fn typed(value: &InputValue) -> Option<String> {
    match value {
        InputValue::NotStated => None,
        InputValue::Dollars(amount) => Some(amount.get().to_string()),
        InputValue::Months(number) | InputValue::Count(number) => Some(number.to_string()),
        InputValue::Word(word) => Some(word.clone()),
        InputValue::Place(place) => Some(place.to_string()),
    }
}

/// The facts with one of them changed.
fn changed(facts: &str, key: Key, text: &str) -> String {
    let kept =
        facts.split_whitespace().filter(|fact| !fact.starts_with(&format!("{}=", key.name())));
    kept.chain([format!("{}={text}", key.name()).as_str()]).collect::<Vec<_>>().join(" ")
}

fn holds_with(stage: LifeStage, facts: &str, flip: &Flip, text: &str) -> bool {
    let verdict = verdict(stage, &changed(facts, flip.input, text));
    criterion(&verdict, &flip.criterion).holds == Some(true)
}

#[test]
fn every_flip_point_turns_its_criterion_and_gives_the_answer_that_it_says() {
    let mut seen = Vec::new();
    for (stage, facts) in [
        (LifeStage::CareerChanger, suited("state=CA pay=60000 careers=1600")),
        (LifeStage::CareerChanger, suited("state=OH certs=1 pay=36000 wait=2 careers=1600")),
        (LifeStage::Graduate, "state=MS pay=60000 careers=1600".to_owned()),
        (LifeStage::LongTerm, "state=TX ai=avoid careers=1600".to_owned()),
        (LifeStage::Remote, suited("state=MS pay=52000 careers=1600")),
    ] {
        let before = verdict(stage, &facts);
        for flip in &before.flips {
            let text = typed(&flip.to).unwrap();
            let facts = changed(&facts, flip.input, &text);
            let after = verdict(stage, &facts);
            let what = format!("{stage:?} {flip:?}");
            assert_eq!(criterion(&after, &flip.criterion).holds, Some(true), "{what}");
            assert_eq!(after.judgement.answer, flip.answer, "{what}");
            seen.push(flip.input);
        }
    }
    for input in [Key::Wait, Key::Pay, Key::Program, Key::Certs, Key::Ai, Key::EmployerState] {
        assert!(seen.contains(&input), "no flip of {input:?} in {seen:?}");
    }
}

#[test]
fn a_number_is_the_nearest_that_turns() {
    let facts = suited("state=OH certs=1 pay=60000 wait=2 careers=1600");
    let stage = LifeStage::CareerChanger;
    let before = verdict(stage, &facts);
    let mut tried = 0;
    for flip in &before.flips {
        let nearer = match (flip.input, &flip.to) {
            (Key::Wait, InputValue::Months(months)) => f64::from(months - 1),
            (Key::Pay, InputValue::Dollars(amount)) => amount.get() + 100.0,
            _ => continue,
        };
        tried += 1;
        assert!(!holds_with(stage, &facts, flip, &nearer.to_string()), "{flip:?}");
    }
    assert!(tried > 1, "{:?}", before.flips);
}

#[test]
fn what_is_true_of_the_world_has_no_flip_point() {
    let facts = suited("state=TX careers=1600");
    let verdict = verdict(LifeStage::LongTerm, &facts);
    assert_eq!(criterion(&verdict, "real-pay").holds, Some(false));
    assert!(verdict.flips.iter().all(|flip| flip.criterion != "real-pay"));
}

#[test]
fn the_present_salary_is_a_way_out_where_pay_is_measured_against_it() {
    for (stage, facts, id) in [
        (LifeStage::CareerChanger, "state=MS pay=60000 wait=24", "beats-current-pay"),
        (LifeStage::Graduate, "state=MS pay=45000", "stepping-stone"),
        (LifeStage::Remote, "state=MS pay=90000", "holds-at-home-pay"),
    ] {
        let facts = format!("{facts} careers=1600");
        let found = verdict(stage, &facts);
        let flip = found
            .flips
            .iter()
            .find(|flip| flip.criterion == id && flip.input == Key::Pay)
            .unwrap_or_else(|| panic!("{facts}: no flip"));
        let InputValue::Dollars(salary) = flip.to else { panic!("{flip:?}") };
        let with = |salary: f64| holds_with(stage, &facts, flip, &salary.to_string());
        assert!(with(salary.get()) && !with(salary.get() + 100.0), "{flip:?}");
    }
}

#[test]
fn a_salary_between_two_hundreds_flips_at_the_next() {
    for (facts, input, to) in [
        ("state=OH pay=24150 careers=400", Key::Pay, 24_200.0),
        ("state=OH pay=19792 tuition=3940 careers=400", Key::Tuition, 3_900.0),
    ] {
        let found = verdict(LifeStage::CareerChanger, facts);
        let flip = found.flips.iter().find(|f| f.criterion == "affordable" && f.input == input);
        let InputValue::Dollars(amount) = flip.unwrap().to else { panic!("{flip:?}") };
        assert!((amount.get() - to).abs() < 0.5, "{flip:?}");
    }
}

#[test]
fn no_choice_before_the_one_that_is_reported_turns_its_criterion() {
    let facts = "state=OH certs=1 pay=40000";
    let stage = LifeStage::CareerChanger;
    let found = verdict(stage, facts);
    let flip = |flip: &&Flip| flip.criterion == "pays-back" && flip.input == Key::Setting;
    let flip = found.flips.iter().find(flip).unwrap();
    let InputValue::Word(chosen) = &flip.to else { panic!("{flip:?}") };
    let mut settings: Vec<_> = TABLES.settings.iter().map(|(_, level)| level).collect();
    settings.sort_by(|a, b| a.effect.get().total_cmp(&b.effect.get()));
    for level in settings.iter().take_while(|level| level.id != *chosen) {
        assert!(!holds_with(stage, facts, flip, &level.id), "{} turns it", level.id);
    }
}

#[test]
fn a_specialty_is_no_way_out_where_it_would_make_a_specialist() {
    let facts = "state=OH experience=0.5 pay=60000 careers=1600";
    let found = verdict(LifeStage::Remote, facts);
    assert!(found.flips.iter().all(|flip| flip.input != Key::Specialty), "{:?}", found.flips);
}
