//! What follows from the criteria, with changed thresholds in the tables.

use mbc_calc::data::Tables;
use mbc_calc::engine::verdict::{Answer, Measured, Reservation};
use mbc_calc::engine::{Verdict, verdicts};
use mbc_calc::quantity::LifeStage;

use super::{criterion, suited, verdict};
use crate::support::{TABLES, edited, profile};

/// The built-in tables with a text of the criteria replaced, which occurs there once.
fn tables_with(from: &str, to: &str) -> Tables {
    edited("verdicts", |criteria| {
        assert_eq!(criteria.matches(from).count(), 1, "{from}");
        criteria.replace(from, to)
    })
}

/// Stage, criterion and whether it holds, of every verdict.
fn holding(verdicts: &[Verdict<'_>]) -> Vec<(LifeStage, String, Option<bool>)> {
    let mut holding = Vec::new();
    for verdict in verdicts {
        for judged in &verdict.judgement.criteria {
            holding.push((verdict.stage, judged.criterion.id.clone(), judged.holds));
        }
    }
    holding
}

#[test]
fn a_changed_threshold_changes_only_the_criterion_that_has_it() {
    let facts = suited("state=OH pay=36000 careers=1000");
    let before = holding(&verdicts(&TABLES, &profile(&TABLES, &facts)));
    for (stage, id, from, to) in [
        (
            LifeStage::CareerChanger,
            "affordable",
            "measure = \"entry-cost-over-current-pay\", comparison = \"at most\", threshold = 0.25",
            "measure = \"entry-cost-over-current-pay\", comparison = \"at most\", threshold = 0.01",
        ),
        (LifeStage::Remote, "remote-common", "threshold = 0.4,", "threshold = 0.6,"),
        (LifeStage::LongTerm, "pivot", "threshold = 0.3,", "threshold = 0.01,"),
        (
            LifeStage::LongTerm,
            "real-pay",
            "measure = \"real-pay-growth\", comparison = \"at least\", threshold = 0,",
            "measure = \"real-pay-growth\", comparison = \"at least\", threshold = -0.2,",
        ),
    ] {
        let tables = tables_with(from, to);
        let after = holding(&verdicts(&tables, &profile(&tables, &facts)));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let changed = (before.0, before.1.as_str()) == (stage, id);
            assert_eq!(before.2 != after.2, changed, "{before:?} {after:?}");
        }
    }
}

#[test]
fn half_of_the_shoulds_is_not_enough_for_a_yes() {
    let answer = |facts: &str| {
        let profile = profile(&TABLES, &format!("state=MN certs=1 careers=1000 {facts}"));
        verdicts(&TABLES, &profile)[1].judgement.answer
    };
    // A graduate has four that should hold: the roles above and the low cost do.
    assert_eq!(answer("learning=no repetition=no"), Answer::Conditional);
    assert_eq!(answer("learning=yes repetition=no"), Answer::Yes);
}

#[test]
fn all_four_stages_are_answered_in_order() {
    let verdicts = verdicts(&TABLES, &profile(&TABLES, "state=OH careers=100"));
    assert_eq!(verdicts.iter().map(|v| v.stage).collect::<Vec<_>>(), LifeStage::ALL);
}

/// The answer for a stage, and a criterion's number and whether it holds.
fn judged(facts: &str, stage: LifeStage, id: &str) -> (Answer, Measured, Option<bool>) {
    let verdict = verdict(stage, facts);
    let found = criterion(&verdict, id);
    (verdict.judgement.answer, found.measured, found.holds)
}

#[test]
fn neither_dollars_nor_horizon_change_a_verdict() {
    const FACTS: &str = "state=OH pay=55000 careers=1600";
    let plain = judged(FACTS, LifeStage::Graduate, "stepping-stone");
    for more in ["nominal=yes", "horizon=3", "horizon=40 nominal=yes"] {
        let other = judged(&format!("{FACTS} {more}"), LifeStage::Graduate, "stepping-stone");
        assert_eq!(other, plain, "{more}");
    }
}

#[test]
fn any_pay_is_more_than_none() {
    let facts = "state=OH pay=1 careers=400";
    let (_, _, holds) = judged(facts, LifeStage::Graduate, "stepping-stone");
    assert_eq!(holds, Some(true));
    let (_, _, affordable) = judged(facts, LifeStage::CareerChanger, "affordable");
    assert_eq!(affordable, Some(false));
}

#[test]
fn a_yes_on_a_scale_that_is_not_that_of_home_is_conditional() {
    for facts in [
        "state=MS geo_pay=national pay=33000 certs=1 learning=yes",
        "employer_state=MA certs=1 learning=yes",
    ] {
        let judgement = verdict(LifeStage::CareerChanger, facts).judgement;
        assert_eq!(judgement.answer, Answer::Conditional, "{facts}");
        assert_eq!(judgement.reservations, [Reservation::EmployersScale], "{facts}");
    }
}

#[test]
fn a_first_pay_comes_a_month_after_the_first_job_begins() {
    let within = |wait: u32| {
        let facts = format!("state=OH certs=1 careers=1600 wait={wait}");
        match judged(&facts, LifeStage::CareerChanger, "income-soon").1 {
            Measured::Number(share) => share,
            other => panic!("{other:?}"),
        }
    };
    // The shortest search takes a month.
    assert!(within(1) <= 0.0);
    assert!(within(2) > 0.0);
    let working =
        judged("experience=3 wait=0 careers=400", LifeStage::CareerChanger, "income-soon");
    assert_eq!(working.1, Measured::Number(1.0));
}
