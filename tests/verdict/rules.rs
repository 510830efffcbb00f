//! What follows from the criteria, with tables whose thresholds are changed.

use mbc_calc::data::Tables;
use mbc_calc::engine::verdict::Answer;
use mbc_calc::engine::{Verdict, verdicts};
use mbc_calc::quantity::LifeStage;

use super::{profile, suited};

/// The built-in tables with a text of the criteria replaced, which stands there once.
fn tables_with(from: &str, to: &str) -> Tables {
    let mut texts = mbc_calc::built_in_texts();
    let criteria = texts.text("verdicts").to_owned();
    assert_eq!(criteria.matches(from).count(), 1, "{from}");
    texts.replace("verdicts", "verdicts.toml".to_owned(), criteria.replace(from, to));
    Tables::read_texts(&texts).unwrap()
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
    let built_in = mbc_calc::built_in();
    let facts = suited("state=OH current_salary=36000 careers=1000");
    let before = holding(&verdicts(&built_in, &profile(&built_in, &facts)));
    for (stage, id, from, to) in [
        (
            LifeStage::CareerChanger,
            "affordable",
            "measure = \"entry-cost-over-current-pay\", comparison = \"at most\", threshold = 0.25",
            "measure = \"entry-cost-over-current-pay\", comparison = \"at most\", threshold = 0.01",
        ),
        (LifeStage::Remote, "remote-common", "threshold = 0.4,", "threshold = 0.6,"),
        (LifeStage::LongTerm, "pivot", "threshold = 0.3,", "threshold = 0.9,"),
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
    let tables = mbc_calc::built_in();
    let answer = |facts: &str| {
        let profile = profile(&tables, &format!("state=OH careers=1000 {facts}"));
        verdicts(&tables, &profile)[1].judgement.answer
    };
    // A graduate has four that should hold: the roles above and the low cost do.
    assert_eq!(answer("learning=no repetition=no"), Answer::Conditional);
    assert_eq!(answer("learning=yes repetition=no"), Answer::Yes);
}

#[test]
fn all_four_stages_are_answered_in_order() {
    let tables = mbc_calc::built_in();
    let stages: Vec<LifeStage> = verdicts(&tables, &profile(&tables, "state=OH careers=100"))
        .iter()
        .map(|v| v.stage)
        .collect();
    assert_eq!(stages, LifeStage::ALL);
}
