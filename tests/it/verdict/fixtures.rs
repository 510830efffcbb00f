//! For each stage of life somebody to whom the answer is yes, conditional, and no, newcomers and
//! others.

use mbc_calc::engine::Verdict;
use mbc_calc::engine::verdict::{Answer, Reservation};
use mbc_calc::quantity::LifeStage;

use super::{criterion, suited, verdict};

fn asked(stage: LifeStage, facts: &str) -> Verdict<'static> {
    // Fewer careers than a person would ask for, so that the flip points are found sooner.
    verdict(stage, &format!("{facts} careers=2000"))
}

fn answers(stage: LifeStage, facts: &str, answer: Answer) {
    let judgement = asked(stage, facts).judgement;
    let criteria = judgement.criteria.iter();
    let criteria: Vec<_> = criteria.map(|j| (&j.criterion.id, j.measured, j.holds)).collect();
    assert_eq!(judgement.answer, answer, "{facts}: {criteria:#?}");
}

#[test]
fn a_career_changer_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::CareerChanger;
    answers(stage, &suited("state=MN certs=1 pay=28000"), Answer::Yes);
    answers(stage, &suited("state=OH certs=1 pay=36000"), Answer::Yes);
    answers(stage, "state=MS employer_state=MA pay=33000 certs=1", Answer::Conditional);
    answers(stage, &suited("state=WA pay=33000 wait=24"), Answer::No);
    answers(stage, &suited("state=CA pay=60000"), Answer::No);
}

#[test]
fn a_graduate_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Graduate;
    answers(stage, &suited("state=MN certs=1"), Answer::Yes);
    answers(stage, &suited("state=OH"), Answer::No);
    answers(stage, &suited("state=MS pay=60000"), Answer::No);
}

#[test]
fn someone_who_seeks_security_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::LongTerm;
    answers(stage, &suited("state=TX"), Answer::Yes);
    answers(stage, &suited("state=TX certs=3 experience=10 specialty=auditing"), Answer::Yes);
    answers(stage, "state=TX", Answer::Conditional);
    answers(stage, &suited("state=TX ai=avoid"), Answer::No);
}

#[test]
fn someone_who_wants_to_work_remotely_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Remote;
    answers(stage, &suited("state=MS employer_state=MA"), Answer::Yes);
    answers(stage, &suited("state=OH certs=2 experience=3"), Answer::Yes);
    answers(stage, "state=MS employer_state=MA", Answer::Conditional);
    answers(stage, &suited("state=MS employer_state=MA pay=90000"), Answer::No);
}

#[test]
fn learning_once_and_cruising_is_no_security() {
    for cruising in ["learning=no", "ai=avoid"] {
        let facts = suited("state=TX certs=3 experience=8");
        let (before, _) = facts.split_once(" learning=yes").unwrap();
        let facts = format!("{before} {cruising} detail=yes technology=yes");
        answers(LifeStage::LongTerm, &facts, Answer::No);
    }
}

#[test]
fn the_promise_of_income_within_a_year_is_shown_with_its_own_durations() {
    let verdict = asked(LifeStage::CareerChanger, &suited("state=OH wait=12"));
    assert_eq!(criterion(&verdict, "income-soon").holds, Some(false));
    assert_eq!(verdict.judgement.answer, Answer::No);
    let first = verdict.judgement.criteria[0].criterion;
    assert!(first.evidence.note.as_deref().unwrap().contains("more than a year"));
}

#[test]
fn a_yes_that_needs_the_employers_scale_is_conditional() {
    let facts = "state=MS employer_state=MA pay=33000 certs=1";
    let judgement = asked(LifeStage::CareerChanger, &suited(facts)).judgement;
    assert_eq!(judgement.answer, Answer::Conditional);
    assert_eq!(judgement.reservations, [Reservation::EmployersScale]);
}

#[test]
fn an_unknown_trait_is_named_and_never_passes() {
    let verdict = asked(LifeStage::Remote, "state=MS employer_state=MA");
    assert_eq!(criterion(&verdict, "self-discipline").holds, None);
    assert!(verdict.judgement.reservations.contains(&Reservation::UnknownMust));
}
