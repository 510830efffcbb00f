//! The answers differ between people and places.

use std::collections::BTreeSet;

use mbc_calc::engine::verdict::{Answer, Measured};
use mbc_calc::engine::verdicts;
use mbc_calc::quantity::{LifeStage, PlaceCode};

use super::{criterion, suited, verdict};
use crate::support::{TABLES, profile};

/// The answers of each stage to everyone who states these facts, in every place with wages.
fn answers_everywhere(facts: &str) -> Vec<(LifeStage, Answer)> {
    let mut answers = Vec::new();
    for row in TABLES.salaries.iter().filter(|row| row.place != PlaceCode::NATION) {
        let facts = suited(&format!("state={} {facts} careers=1000", row.place.as_str()));
        for verdict in verdicts(&TABLES, &profile(&TABLES, &facts)) {
            answers.push((verdict.stage, verdict.judgment.answer));
        }
    }
    answers
}

#[test]
fn places_are_not_all_answered_alike() {
    let mut seen = answers_everywhere("ai=average wait=36");
    for pay in [28_000, 34_000, 40_000] {
        seen.append(&mut answers_everywhere(&format!("ai=average wait=36 pay={pay}")));
    }
    for stage in [LifeStage::CareerChanger, LifeStage::Graduate] {
        let of = |answer| seen.iter().filter(|&&found| found == (stage, answer)).count();
        assert!(of(Answer::Yes) > 0 && of(Answer::No) > 0, "{stage:?}");
    }
    let everyone: BTreeSet<&str> = seen.iter().map(|(_, answer)| answer.name()).collect();
    assert!(everyone.contains("yes") && everyone.contains("no"), "{everyone:?}");
    let open = answers_everywhere("ai=average");
    let changers = open.iter().filter(|(stage, _)| *stage == LifeStage::CareerChanger);
    assert!(changers.clone().any(|(_, answer)| *answer == Answer::Conditional), "without a wait");
    assert!(changers.clone().all(|(_, answer)| *answer != Answer::Yes), "without a wait");
}

#[test]
fn the_four_worked_newcomers_get_answers_of_their_own() {
    let gain = |facts: &str| {
        let verdict = verdict(LifeStage::CareerChanger, &suited(&format!("{facts} wait=24")));
        match criterion(&verdict, "worth-the-risk").measured {
            Measured::Number(gain) => (gain, verdict.judgment.answer),
            other => panic!("{other:?}"),
        }
    };
    for (facts, expected, answer) in [
        ("state=OH pay=31000", 8_586.0, Answer::Yes),
        ("state=MS pay=34000", -3_313.0, Answer::No),
        ("state=CA pay=40000", 9_687.0, Answer::Yes),
        ("state=OH", -1_641.0, Answer::No),
    ] {
        let (found, given) = gain(facts);
        assert!((found - expected).abs() < 600.0, "{facts}: {found}");
        assert_eq!(given, answer, "{facts}");
    }
}
