//! What follows from the criteria, with changed thresholds in the tables.

use mbc_calc::data::Tables;
use mbc_calc::engine::career::Milestone;
use mbc_calc::engine::verdict::{Answer, Measured, Reservation};
use mbc_calc::engine::{Verdict, timeline, verdicts};
use mbc_calc::quantity::{LifeStage, PlaceCode};

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
        for judged in &verdict.judgment.criteria {
            holding.push((verdict.stage, judged.criterion.id.clone(), judged.holds));
        }
    }
    holding
}

#[test]
fn a_changed_threshold_changes_only_the_criterion_that_has_it() {
    let facts = suited("state=OH pay=31000 careers=1000");
    let before = holding(&verdicts(&TABLES, &profile(&TABLES, &facts)));
    for (stage, id, from, to) in [
        (
            LifeStage::CareerChanger,
            "affordable",
            "measure = \"loss-over-present-pay\", comparison = \"at most\", threshold = 0.25",
            "measure = \"loss-over-present-pay\", comparison = \"at most\", threshold = 0.01",
        ),
        (LifeStage::Remote, "remote-common", "threshold = 0.4,", "threshold = 0.6,"),
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
    let judged = |facts: &str| {
        let facts = suited(&format!("state=OH pay=29000 careers=1000 {facts}"));
        verdict(LifeStage::Graduate, &facts).judgment
    };
    let asked = |judged: &[Option<bool>]| judged.iter().filter(|h| **h == Some(true)).count();
    let yes = judged("");
    assert_eq!(yes.answer, Answer::Yes);
    // Thresholds that nobody meets, one after the other, until half of the shoulds is left.
    let few = edited("verdicts", |criteria| {
        criteria
            .replace("threshold = 0.2,", "threshold = 2.0,")
            .replace(
                "measure = \"gain-in-5-years\", comparison = \"at least\", threshold = 0.25,",
                "measure = \"gain-in-5-years\", comparison = \"at least\", threshold = 2.0,",
            )
            .replace("threshold = 0.8,", "threshold = 80.0,")
            .replace("threshold = 0.5,", "threshold = 5.0,")
            .replace("threshold = 1.15,", "threshold = 11.5,")
    });
    let facts = suited("state=OH pay=29000 careers=1000");
    let judgment = mbc_calc::engine::verdict(&few, &profile(&few, &facts), LifeStage::Graduate);
    let shoulds: Vec<Option<bool>> = judgment
        .judgment
        .criteria
        .iter()
        .filter(|judged| judged.criterion.kind.name() == "should")
        .map(|judged| judged.holds)
        .collect();
    assert!(asked(&shoulds) * 2 <= shoulds.len(), "{shoulds:?}");
    assert_eq!(judgment.judgment.answer, Answer::Conditional);
    assert_eq!(judgment.judgment.reservations, [Reservation::FewShoulds]);
}

#[test]
fn the_stages_that_fit_are_answered_in_order() {
    let stages = |facts: &str| -> Vec<_> {
        verdicts(&TABLES, &profile(&TABLES, facts)).iter().map(|v| v.stage.name()).collect()
    };
    let of_beginners = ["career-changer", "graduate", "long-term", "remote"];
    assert_eq!(stages("state=OH careers=100"), of_beginners);
    assert_eq!(stages("state=OH certs=1 careers=100"), of_beginners);
    let at_work = ["long-term", "remote", "coder"];
    assert_eq!(stages("state=OH certs=1 experience=2 careers=100"), at_work);
}

#[test]
fn every_stage_asks_about_the_person() {
    const MUSTS: [&str; 5] = ["learning", "detail", "repetition", "technology", "company"];
    for stage in LifeStage::ALL {
        let kind = |id: &str| {
            let asked = TABLES.verdicts.of(stage).find(|criterion| criterion.id == id);
            asked.unwrap_or_else(|| panic!("{stage:?} does not ask for {id}")).kind.name()
        };
        assert!(MUSTS.iter().all(|id| kind(id) == "must"), "{stage:?}");
        assert_eq!(kind("deadlines"), "should");
        let at_home = if stage == LifeStage::Remote { "must" } else { "should" };
        assert_eq!([kind("self-discipline"), kind("home-office")], [at_home; 2], "{stage:?}");
    }
}

/// The answer for a stage, and a criterion's number and whether it holds.
fn judged(facts: &str, stage: LifeStage, id: &str) -> (Answer, Measured, Option<bool>) {
    let verdict = verdict(stage, facts);
    let found = criterion(&verdict, id);
    (verdict.judgment.answer, found.measured, found.holds)
}

#[test]
fn without_a_wait_the_months_are_measured_and_nothing_is_decided() {
    for (stage, id) in
        [(LifeStage::CareerChanger, "in-time"), (LifeStage::Remote, "remote-in-time")]
    {
        let facts = "state=OH careers=1600";
        let (answer, measured, holds) = judged(facts, stage, id);
        assert!(matches!(measured, Measured::Number(months) if months > 12.0), "{measured:?}");
        assert_eq!(holds, None, "{stage:?}");
        assert_ne!(answer, Answer::Yes);
        let Measured::Number(months) = measured else { panic!() };
        for (wait, expected) in [(months - 1.0, Some(false)), (months, Some(true))] {
            let (_, _, holds) = judged(&format!("{facts} wait={wait}"), stage, id);
            assert_eq!(holds, expected, "{wait}");
        }
    }
}

#[test]
fn a_first_pay_comes_a_month_after_work_begins() {
    let facts = "state=OH certs=1 careers=1600";
    let begun = timeline(&TABLES, &profile(&TABLES, facts));
    let month = |milestone| {
        let reached = begun.milestones.iter().find(|m| m.milestone == milestone).unwrap();
        reached.months.unwrap()[1]
    };
    let earliest = month(Milestone::FirstJob).min(month(Milestone::AdjacentJob));
    let (_, measured, _) = judged(facts, LifeStage::CareerChanger, "in-time");
    let Measured::Number(months) = measured else { panic!("{measured:?}") };
    assert!((months - f64::from(earliest) - 1.0).abs() <= 1.0, "{months}, begun at {earliest}");
}

#[test]
fn a_loss_is_what_the_whole_way_costs_in_vain() {
    // $5,000 for the program, $310 for books, $499 for the exam and $229 of dues, by hand.
    let (_, measured, _) =
        judged("state=OH pay=31000 careers=100", LifeStage::CareerChanger, "affordable");
    let Measured::Number(part) = measured else { panic!("{measured:?}") };
    assert!((part - 6_038.0 / 31_000.0).abs() < 1e-9, "{part}");
    // Half as long for (6 + 4) months at no pay.
    let (_, measured, holds) = judged(
        "state=OH pay=31000 study=full-time careers=100",
        LifeStage::CareerChanger,
        "affordable",
    );
    let Measured::Number(part) = measured else { panic!("{measured:?}") };
    assert!((part - 6_038.0 / 31_000.0 - 5.0 / 12.0).abs() < 1e-9, "{part}");
    assert_eq!(holds, Some(false));
}

#[test]
fn local_demand_is_the_share_of_jobs_over_the_nations() {
    // 2,330 of 2,113,660 jobs in Alabama, 194,720 of 155,495,730 in the nation.
    let by_hand = 2_330.0 / 2_113_660.0 / (194_720.0 / 155_495_730.0);
    let (_, measured, holds) =
        judged("state=AL careers=100", LifeStage::CareerChanger, "local-demand");
    let Measured::Number(quotient) = measured else { panic!("{measured:?}") };
    assert!((quotient - by_hand).abs() < 1e-9, "{quotient}");
    assert_eq!(holds, Some(true));
    let remote =
        judged("state=DC remote=yes careers=100", LifeStage::CareerChanger, "local-demand");
    assert_eq!(remote.2, Some(true));
    let low = judged("state=DC careers=100", LifeStage::CareerChanger, "local-demand");
    assert_eq!(low.2, Some(false));
    let nowhere = judged("careers=100", LifeStage::CareerChanger, "local-demand");
    assert_eq!(nowhere.2, None);
}

#[test]
fn programs_are_those_of_the_state_or_of_the_nation() {
    let share = |facts: &str| {
        let facts = format!("{facts} careers=100");
        judged(&facts, LifeStage::Graduate, "programs-pay-off").1
    };
    let of = |place: Option<&str>| {
        let place = place.map(|code| PlaceCode::new(code).unwrap());
        let outcomes = mbc_calc::engine::local_outcomes(&TABLES, place).outcomes;
        Measured::Number(outcomes.above_threshold.get())
    };
    assert_eq!(share("state=OH"), of(Some("OH")));
    assert_eq!(share("state=VT"), of(None), "Vermont has too few programs");
    assert_eq!(share(""), of(None));
    assert_ne!(share("state=OH"), share(""));
    assert!(matches!(share("state=OH certs=1"), Measured::Irrelevant(_)));
}

#[test]
fn fair_pay_is_the_place_in_the_range_of_the_estimate() {
    let facts = "state=CO certs=1 experience=7 pay=58000 careers=100";
    let estimate = mbc_calc::engine::estimate(&TABLES, &profile(&TABLES, facts));
    let mine = estimate.figures.my_pay.unwrap().rank.percentile;
    let (_, measured, _) = judged(facts, LifeStage::Coder, "fair-pay");
    assert_eq!(measured, Measured::Number(mine));
    let unstated = "state=CO certs=1 experience=7 careers=100";
    assert_eq!(judged(unstated, LifeStage::Coder, "fair-pay").2, None);
}

#[test]
fn ai_has_to_be_answered_where_security_is_sought() {
    let holds = |facts: &str| {
        judged(&format!("state=OH careers=100 {facts}"), LifeStage::LongTerm, "ai-adoption").2
    };
    assert_eq!(
        ["", "ai=avoid", "ai=average", "ai=early"].map(holds),
        [None, Some(false), Some(true), Some(true)]
    );
}

#[test]
fn what_is_not_known_of_a_home_is_open() {
    let verdict = verdict(LifeStage::Graduate, &suited("employer_state=MA careers=400"));
    assert_eq!(criterion(&verdict, "worth-the-risk").holds, None);
    assert_eq!(verdict.judgment.answer, Answer::Conditional);
    let open: Vec<_> =
        verdict.judgment.open().iter().map(|judged| judged.criterion.id.as_str()).collect();
    assert!(open.contains(&"worth-the-risk") && open.contains(&"local-demand"), "{open:?}");
}
