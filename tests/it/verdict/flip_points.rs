//! Each flip point is put to the test: the changed profile is asked anew, and so is the one a step
//! before it.

use mbc_calc::engine::verdict::{FLIP_INPUTS, Flip, FlipKind, InputValue};
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
        (LifeStage::CareerChanger, suited("state=MS pay=34000 careers=1600 wait=12")),
        (
            LifeStage::CareerChanger,
            suited("state=MS employer_state=MA careers=1600 study=full-time"),
        ),
        (LifeStage::Graduate, suited("careers=1600 employer_state=MA")),
        (LifeStage::Graduate, "state=MS careers=1600".to_owned()),
        (LifeStage::LongTerm, "state=TX pay=40000 ai=avoid careers=800".to_owned()),
        (LifeStage::Remote, suited("state=MS pay=36000 remote=no careers=1600")),
        (LifeStage::Coder, suited("state=CO certs=1 experience=7 pay=45000 careers=800")),
    ] {
        let before = verdict(stage, &facts);
        for flip in &before.flips {
            let text = typed(&flip.to).unwrap();
            let facts = changed(&facts, flip.input, &text);
            let after = verdict(stage, &facts);
            let what = format!("{stage:?} {facts} {flip:?}");
            assert_eq!(criterion(&after, &flip.criterion).holds, Some(true), "{what}");
            assert_eq!(after.judgment.answer, flip.answer, "{what}");
            seen.push(flip.input);
        }
        let rank = |flip: &Flip| flip.kind as u8;
        for pair in before.flips.windows(2).filter(|pair| pair[0].criterion == pair[1].criterion) {
            assert!(rank(&pair[0]) <= rank(&pair[1]), "{pair:?}");
        }
    }
    for input in [
        Key::Wait,
        Key::Pay,
        Key::Aid,
        Key::Tuition,
        Key::Program,
        Key::Study,
        Key::Certs,
        Key::Ai,
        Key::State,
        Key::Remote,
        Key::Setting,
        Key::Learning,
    ] {
        assert!(seen.contains(&input), "no flip of {input:?} in {seen:?}");
    }
}

#[test]
fn a_number_is_the_nearest_that_turns() {
    let facts = suited("state=MS pay=34000 careers=1600 wait=12");
    let stage = LifeStage::CareerChanger;
    let before = verdict(stage, &facts);
    let mut tried = 0;
    for flip in &before.flips {
        let nearer = match (flip.input, &flip.to) {
            (Key::Wait, InputValue::Months(months)) => f64::from(months - 1),
            (Key::Pay | Key::Tuition, InputValue::Dollars(amount)) => amount.get() + 100.0,
            (Key::Aid, InputValue::Dollars(amount)) => amount.get() - 100.0,
            _ => continue,
        };
        tried += 1;
        assert!(!holds_with(stage, &facts, flip, &nearer.to_string()), "{flip:?}");
    }
    assert!(tried > 3, "{:?}", before.flips);
}

#[test]
fn a_pay_that_turns_it_by_being_stated_is_the_last_that_does() {
    for (stage, facts, id, worse) in [
        (LifeStage::Graduate, "state=MS careers=1600", "worth-the-risk", 100.0),
        (LifeStage::Coder, "state=CO certs=1 experience=7 careers=400", "fair-pay", -100.0),
    ] {
        let found = verdict(stage, facts);
        let flip = found.flips.iter().find(|f| f.criterion == id && f.input == Key::Pay).unwrap();
        let InputValue::Dollars(pay) = flip.to else { panic!("{flip:?}") };
        assert!(holds_with(stage, facts, flip, &pay.get().to_string()), "{flip:?}");
        let further = (pay.get() + worse).to_string();
        assert!(!holds_with(stage, facts, flip, &further), "{flip:?}");
    }
}

#[test]
fn what_is_true_of_the_world_has_no_flip_point() {
    let verdict = verdict(LifeStage::LongTerm, &suited("state=TX careers=400"));
    assert_eq!(criterion(&verdict, "real-pay").holds, Some(false));
    assert!(verdict.flips.iter().all(|flip| flip.criterion != "real-pay"));
}

#[test]
fn an_open_answer_is_no_step_and_no_fact() {
    let verdict = verdict(LifeStage::LongTerm, "state=TX careers=400 learning=no");
    let kind = |id: &str| {
        let flip = verdict.flips.iter().find(|flip| flip.criterion == id);
        flip.unwrap_or_else(|| panic!("{id}: {:?}", verdict.flips)).kind
    };
    assert_eq!(kind("detail"), FlipKind::Answer);
    assert_eq!(kind("ai-adoption"), FlipKind::Answer);
    assert_eq!(kind("learning"), FlipKind::Fact);
}

#[test]
fn no_choice_before_the_one_that_is_reported_turns_its_criterion() {
    let facts = "state=MS pay=34000 careers=10000";
    let stage = LifeStage::Graduate;
    let found = verdict(stage, facts);
    let flip = |flip: &&Flip| flip.criterion == "worth-the-risk" && flip.input == Key::Setting;
    let flip = found.flips.iter().find(flip).unwrap();
    let InputValue::Word(chosen) = &flip.to else { panic!("{flip:?}") };
    let mut settings: Vec<_> = TABLES.settings.iter().map(|(_, level)| level).collect();
    settings.sort_by(|a, b| a.effect.get().total_cmp(&b.effect.get()));
    for level in settings.iter().take_while(|level| level.id != *chosen) {
        assert!(!holds_with(stage, facts, flip, &level.id), "{} turns it", level.id);
    }
}

#[test]
fn the_inputs_are_those_that_the_method_lists() {
    let method = include_str!("../../../docs/METHOD.md");
    let (_, page) = method.split_once("### Flip points").expect("METHOD has the section");
    let (_, list) = page.split_once("are tried one at a time: ").expect("it lists the inputs");
    let (list, _) = list.split_once("\n(one,").expect("the last is explained");
    let listed: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    assert_eq!(listed, FLIP_INPUTS.map(Key::flag));
}
