//! What a plan may never break, and its arithmetic by hand.

use mbc_calc::engine::plan::{
    PairedDifference, PathGoal, PlanRequest, PlanStep, StepKind, StepTo, plan,
};
use mbc_calc::quantity::Dollars;

use crate::support::{TABLES, edited, profile};

const CODER: &str =
    "state=TX certs=CPC experience=4 specialty=outpatient pay=52000 remote=no careers=2000";

const PEOPLE: [&str; 5] = [
    "state=TX certs=CPC experience=4 specialty=outpatient pay=52000 careers=1000",
    "state=OH certs=CPC experience=1 careers=1000",
    "state=MS employer_state=MA certs=2 experience=9 remote=yes careers=1000",
    "state=OH pay=31000 careers=500",
    "state=OH certs=1 careers=500",
];

fn steps(facts: &str, request: PlanRequest) -> Vec<PlanStep> {
    let answer = plan(&TABLES, &profile(&TABLES, facts), request).expect("there are steps");
    answer.steps.into_iter().chain(answer.if_found).collect()
}

fn credential(name: &str) -> StepTo {
    StepTo::Credential(TABLES.credentials.find(name).expect("it is in the table").credential)
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount).expect("an amount")
}

/// A kind of employer that pays what the average one does.
#[test]
fn a_step_that_changes_nothing_gains_nothing() {
    let tables = edited("settings", |text| text.replacen("pay = 61_920", "pay = 56_790", 1));
    let hospital = tables.settings.find("setting", "hospital").unwrap();
    for facts in &PEOPLE[..3] {
        let request = PlanRequest { by: Some(StepKind::Setting), ..PlanRequest::default() };
        let answer = plan(&tables, &profile(&tables, facts), request).unwrap();
        let mut steps = answer.if_found.iter();
        let same = steps.find(|step| step.step == StepTo::Setting(hospital)).unwrap();
        assert!(same.gain.iter().all(|gain| gain.mean.get().abs() < 1e-9), "{facts}");
        assert!((same.my_pay.get() - answer.now.get()).abs() < 1e-6, "{facts}");
        assert_eq!(same.pays_back, None);
    }
}

/// At the rate that leaves a contractor the pay now, contract work is that pay.
#[test]
fn the_rate_that_leaves_the_pay_now_does() {
    let facts = format!("{CODER} pay=61000");
    let rate =
        plan(&TABLES, &profile(&TABLES, &facts), PlanRequest::default()).unwrap().contract_from;
    let request =
        PlanRequest { by: Some(StepKind::Contract), contract: rate, ..PlanRequest::default() };
    assert!((steps(&facts, request)[0].my_pay.get() - 61_000.0).abs() < 0.01);
}

#[test]
fn a_paired_difference_is_the_other_way_round_the_same_with_the_other_sign() {
    let one: Vec<f32> = (0_u8..100).map(|n| f32::from(n % 7)).collect();
    let other: Vec<f32> = (0_u8..100).map(|n| f32::from(n % 5)).collect();
    let (there, back) =
        (PairedDifference::between(&one, &other), PairedDifference::between(&other, &one));
    assert!((there.mean.get() + back.mean.get()).abs() < 1e-12);
    assert!((there.error - back.error).abs() < 1e-12);
    assert_eq!(there.is_noise(), back.is_noise());
}

#[test]
fn steps_are_in_order_and_a_rank_is_shared_with_the_first_of_it() {
    for facts in PEOPLE {
        let answer = plan(&TABLES, &profile(&TABLES, facts), PlanRequest::default()).unwrap();
        for group in [&answer.steps, &answer.if_found] {
            for pair in group.windows(2) {
                assert!(pair[0].gain[0].mean >= pair[1].gain[0].mean, "{facts}");
                assert!(pair[0].rank <= pair[1].rank, "{facts}");
            }
            for (at, step) in group.iter().enumerate() {
                assert!(step.rank <= at + 1 && group[step.rank - 1].rank == step.rank, "{facts}");
            }
        }
    }
}

#[test]
fn a_budget_and_a_number_of_months_are_kept_to() {
    for facts in PEOPLE {
        let request = PlanRequest {
            budget: Some(dollars(450.0)),
            months: Some(12),
            ..PlanRequest::default()
        };
        let every = steps(facts, PlanRequest::default()).len();
        let kept = steps(facts, request);
        assert!(kept.len() <= every, "{facts}");
        for step in kept {
            assert!(step.cost.amount.is_some_and(|cost| cost.get() <= 450.0), "{facts}");
            assert!(step.months.is_some_and(|months| months <= 12), "{facts}");
        }
    }
}

/// The exam is passed in month 4 at the first attempt; 499 are back when the higher pay has brought them.
#[test]
fn the_month_that_pays_a_certification_back_is_that_of_the_arithmetic() {
    let steps =
        steps(CODER, PlanRequest { by: Some(StepKind::Credential), ..PlanRequest::default() });
    let step = steps.iter().find(|step| step.step == credential("COC")).unwrap();
    assert_eq!(step.cost.amount.map(Dollars::get), Some(499.0));
    assert!((step.exam.unwrap()[0].get() - 0.65).abs() < 1e-12);
    let more_a_month = (step.my_pay.get() - 52_000.0) / 12.0;
    // Pay grows a little with experience, which can save a month.
    let months = (499.0 / more_a_month).ceil();
    let expected = 4.0 + months;
    let found = f64::from(step.pays_back.unwrap());
    assert!((found - expected).abs() <= 1.0, "{found}, by hand {expected}");
}

#[test]
fn no_causal_share_leaves_a_credential_with_its_cost_alone() {
    let facts = format!("{CODER} causal_share=0");
    for step in
        steps(&facts, PlanRequest { by: Some(StepKind::Credential), ..PlanRequest::default() })
    {
        assert!((step.my_pay.get() - 52_000.0).abs() < 1e-6);
        assert!(step.gain.iter().all(|gain| gain.mean.get() < 0.0));
        assert_eq!(step.pays_back, None);
    }
}

#[test]
fn a_way_reaches_its_target_in_the_careers_that_follow_it() {
    for (facts, target) in [(PEOPLE[0], 58_000.0), (PEOPLE[1], 50_000.0), (PEOPLE[3], 45_000.0)] {
        let request = PlanRequest { target: Some(dollars(target)), ..PlanRequest::default() };
        let answer = plan(&TABLES, &profile(&TABLES, facts), request).unwrap();
        let target = answer.target.unwrap();
        let [cheapest, fastest] = target.paths.as_slice() else { panic!("{facts}: {target:?}") };
        assert_eq!((cheapest.goal, fastest.goal), (PathGoal::Cheapest, PathGoal::Fastest));
        assert!(cheapest.cost <= fastest.cost && fastest.months <= cheapest.months);
        for path in [cheapest, fastest] {
            assert!(path.pay >= target.amount && path.steps.len() <= 4, "{facts}: {path:?}");
            assert!(path.reached.get() > 0.0 && path.half_by.is_some(), "{facts}: {path:?}");
        }
    }
}

#[test]
fn what_no_way_reaches_is_said_with_the_closest() {
    let request = PlanRequest { target: Some(dollars(400_000.0)), ..PlanRequest::default() };
    let answer = plan(&TABLES, &profile(&TABLES, PEOPLE[0]), request).unwrap();
    let [closest] = answer.target.unwrap().paths.try_into().unwrap();
    assert_eq!(closest.goal, PathGoal::Closest);
    assert!(closest.pay > answer.now && closest.pay.get() < 400_000.0);
}

/// An exam that asks for a degree is no step for who states none, and one for who states it.
#[test]
fn an_exam_that_asks_for_a_degree_is_a_step_with_the_degree_only() {
    let request = PlanRequest { by: Some(StepKind::Credential), ..PlanRequest::default() };
    let has = |facts: &str, name: &str| {
        steps(facts, request).iter().any(|step| step.step == credential(name))
    };
    for facts in [CODER, "state=OH pay=31000 careers=500"] {
        for (education, rhit, rhia) in [
            ("", false, false),
            (" education=associate", true, false),
            (" education=bachelor", true, true),
        ] {
            let facts = format!("{facts}{education}");
            assert_eq!((has(&facts, "RHIT"), has(&facts, "RHIA")), (rhit, rhia), "{facts}");
            assert!(has(&facts, "CCS"), "{facts}");
        }
    }
}
