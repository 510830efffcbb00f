//! For each stage of life somebody to whom the answer is yes, conditional, and no, newcomers and
//! others.

use mbc_calc::engine::verdict::{Answer, Reservation};
use mbc_calc::engine::{Verdict, verdict};
use mbc_calc::quantity::LifeStage;

use super::suited;
use crate::support::profile;

fn criterion_holds(verdict: &Verdict<'_>, id: &str) -> Option<bool> {
    let judged = verdict.judgement.criteria.iter().find(|judged| judged.criterion.id == id);
    judged.unwrap_or_else(|| panic!("{id}")).holds
}

fn asked(stage: LifeStage, facts: &str, see: impl FnOnce(&Verdict<'_>)) {
    let tables = mbc_calc::built_in();
    // Fewer careers than a person would ask for, so that the flip points are found sooner.
    let profile = profile(&tables, &format!("{facts} careers=2000"));
    see(&verdict(&tables, &profile, stage));
}

fn answers(stage: LifeStage, facts: &str, answer: Answer) {
    asked(stage, facts, |verdict| {
        let criteria: Vec<_> = verdict
            .judgement
            .criteria
            .iter()
            .map(|judged| (&judged.criterion.id, judged.measured, judged.holds))
            .collect();
        assert_eq!(verdict.judgement.answer, answer, "{facts}: {criteria:#?}");
    });
}

#[test]
fn a_career_changer_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::CareerChanger;
    answers(stage, &suited("state=WA current_salary=33000 wait=24"), Answer::Yes);
    answers(stage, &suited("state=OH certs=1 current_salary=36000"), Answer::Yes);
    answers(stage, "state=MS employer_state=MA current_salary=35000 wait=24", Answer::Conditional);
    answers(stage, &suited("state=CA current_salary=60000"), Answer::No);
    answers(stage, &suited("state=MS certs=2 experience=6 current_salary=95000"), Answer::No);
}

#[test]
fn a_graduate_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Graduate;
    answers(stage, &suited("state=OH"), Answer::Yes);
    answers(stage, &suited("state=FL certs=1"), Answer::Yes);
    answers(stage, "state=OH", Answer::Conditional);
    answers(stage, &suited("state=MS current_salary=60000"), Answer::No);
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
    answers(stage, &suited("state=MS employer_state=MA current_salary=90000"), Answer::No);
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
    asked(LifeStage::CareerChanger, &suited("state=OH wait=12"), |verdict| {
        assert_eq!(criterion_holds(verdict, "income-soon"), Some(false));
        assert_eq!(verdict.judgement.answer, Answer::No);
        let criterion = verdict.judgement.criteria[0].criterion;
        assert!(criterion.evidence.note.as_deref().unwrap().contains("more than a year"));
    });
}

#[test]
fn a_yes_that_needs_the_employers_scale_is_conditional() {
    let facts =
        suited("state=MS employer_state=MA current_salary=35000 wait=24 program=accelerated");
    asked(LifeStage::CareerChanger, &facts, |verdict| {
        assert_eq!(verdict.judgement.answer, Answer::Conditional);
        assert_eq!(verdict.judgement.reservations, [Reservation::EmployersScale]);
    });
}

#[test]
fn an_unknown_trait_is_named_and_never_passes() {
    asked(LifeStage::Remote, "state=MS employer_state=MA", |verdict| {
        assert_eq!(criterion_holds(verdict, "self-discipline"), None);
        assert!(verdict.judgement.reservations.contains(&Reservation::UnknownMust));
    });
}
