//! For each stage of life somebody to whom the answer is yes, conditional, and no.

use mbc_calc::engine::Verdict;
use mbc_calc::engine::verdict::{Answer, Measured, Reservation};
use mbc_calc::quantity::LifeStage;

use super::{criterion, suited, verdict};

fn asked(stage: LifeStage, facts: &str) -> Verdict<'static> {
    // Fewer careers than a person would ask for, so that the flip points are found sooner.
    verdict(stage, &format!("{facts} careers=2000"))
}

fn answers(stage: LifeStage, facts: &str, answer: Answer) {
    let judgment = asked(stage, facts).judgment;
    let criteria = judgment.criteria.iter();
    let criteria: Vec<_> = criteria.map(|j| (&j.criterion.id, j.measured, j.holds)).collect();
    assert_eq!(judgment.answer, answer, "{facts}: {criteria:#?}");
}

#[test]
fn a_career_changer_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::CareerChanger;
    answers(stage, &suited("state=OH pay=31000 wait=24"), Answer::Yes);
    answers(stage, &suited("state=OH certs=1 pay=33000 wait=12"), Answer::Yes);
    answers(stage, &suited("state=OH pay=31000"), Answer::Conditional);
    answers(stage, "state=OH pay=31000 wait=24", Answer::Conditional);
    answers(stage, &suited("state=OH pay=31000 wait=12"), Answer::No);
    answers(stage, &suited("state=MS pay=34000 wait=24"), Answer::No);
    answers(stage, &suited("state=CA pay=60000 wait=24"), Answer::No);
}

#[test]
fn a_graduate_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Graduate;
    answers(stage, &suited("state=OH pay=28000"), Answer::Yes);
    answers(stage, &suited("state=FL certs=1 pay=30000"), Answer::Yes);
    answers(stage, "state=OH pay=28000", Answer::Conditional);
    answers(stage, &suited("state=MS pay=60000"), Answer::No);
}

#[test]
fn someone_who_seeks_security_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::LongTerm;
    answers(stage, &suited("state=TX ai=average"), Answer::Yes);
    answers(
        stage,
        &suited("state=TX certs=3 experience=10 specialty=auditing ai=early"),
        Answer::Yes,
    );
    answers(stage, &suited("state=TX"), Answer::Conditional);
    answers(stage, "state=TX ai=average", Answer::Conditional);
    answers(stage, &suited("state=TX ai=avoid"), Answer::No);
}

#[test]
fn someone_who_wants_to_work_remotely_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Remote;
    answers(stage, &suited("state=OH pay=31000 wait=48"), Answer::Yes);
    answers(stage, &suited("state=OH certs=2 experience=3 wait=12"), Answer::Yes);
    answers(stage, "state=OH pay=31000 wait=48", Answer::Conditional);
    answers(stage, &suited("state=OH wait=12"), Answer::No);
    answers(stage, &suited("state=OH pay=31000 wait=48 remote=no"), Answer::No);
}

#[test]
fn a_coder_can_hear_yes_conditional_and_no() {
    let stage = LifeStage::Coder;
    answers(stage, &suited("state=CO certs=1 experience=7 pay=58000"), Answer::Yes);
    answers(stage, "state=CO certs=1 experience=7 pay=58000", Answer::Conditional);
    answers(stage, &format!("{} learning=no", suited("state=CO certs=1 experience=7")), Answer::No);
}

#[test]
fn who_says_no_to_the_work_itself_hears_no_in_every_stage() {
    const SAYS: &str = "learning=no detail=no repetition=no technology=no";
    for stage in LifeStage::ALL {
        let works = if stage == LifeStage::Coder { "certs=1 experience=4" } else { "wait=60" };
        let judgment = asked(stage, &format!("state=OH {works} {SAYS}")).judgment;
        assert_eq!(judgment.answer, Answer::No, "{stage:?}");
        let against: Vec<_> =
            judgment.against().iter().map(|judged| judged.criterion.id.as_str()).collect();
        for id in ["learning", "detail", "repetition", "technology"] {
            assert!(against.contains(&id), "{stage:?}: {against:?}");
        }
    }
}

#[test]
fn remote_work_within_a_year_is_no_honest_promise() {
    let verdict = asked(LifeStage::Remote, &suited("state=OH wait=12"));
    let found = criterion(&verdict, "remote-in-time");
    let Measured::Number(months) = found.measured else { panic!("{found:?}") };
    assert!((32.0..=38.0).contains(&months), "{months}");
    assert_eq!(verdict.judgment.answer, Answer::No);
}

#[test]
fn a_yes_that_needs_the_employers_scale_is_conditional() {
    let facts = suited("state=NJ employer_state=CA pay=40000 wait=60");
    let facts = format!("{facts} deadlines=no");
    let judgment = asked(LifeStage::Remote, &facts).judgment;
    assert_eq!(judgment.answer, Answer::Conditional);
    assert_eq!(judgment.reservations, [Reservation::EmployersScale]);
    let at_home = asked(LifeStage::Remote, &format!("{facts} geo_pay=residence")).judgment;
    assert_eq!(at_home.reservations, [Reservation::FewShoulds]);
}

#[test]
fn an_unknown_trait_is_named_and_never_passes() {
    let verdict = asked(LifeStage::Remote, "state=MS employer_state=MA");
    assert_eq!(criterion(&verdict, "self-discipline").holds, None);
    assert!(verdict.judgment.reservations.contains(&Reservation::UnknownMust));
}
