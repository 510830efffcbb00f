//! What no verdict may break, for anybody.

use mbc_calc::engine::verdict::Measured;
use mbc_calc::engine::{StepTo, next_steps, timeline, verdicts};
use mbc_calc::quantity::{LifeStage, WorkStyle};

use super::{criterion, suited, verdict};
use crate::support::{TABLES, profile};

const PEOPLE: [&str; 6] = [
    "state=OH pay=31000 wait=24",
    "state=MS employer_state=MA pay=34000",
    "state=CA wait=10 ai=early",
    "state=TX certs=1 pay=30000 wait=12",
    "state=CO certs=1 experience=7 pay=48000 wait=6",
    "employer_state=MA wait=30",
];

#[test]
fn a_worse_trait_never_improves_a_verdict() {
    for facts in PEOPLE {
        let facts = suited(&format!("{facts} careers=400"));
        let before = verdicts(&TABLES, &profile(&TABLES, &facts));
        for style in WorkStyle::ALL {
            let worse = if style == WorkStyle::Company { "yes" } else { "no" };
            for said in [worse, "unknown"] {
                let facts = format!("{facts} {}={said}", style.name());
                let after = verdicts(&TABLES, &profile(&TABLES, &facts));
                for (before, after) in before.iter().zip(&after) {
                    let (before, after) = (before.judgment.answer, after.judgment.answer);
                    assert!(after <= before, "{facts}: {after:?} after {before:?}");
                }
            }
        }
    }
}

#[test]
fn more_wait_never_worsens_a_verdict() {
    for facts in PEOPLE {
        let (facts, _) = facts.split_once(" wait=").unwrap_or((facts, ""));
        let answers = |wait: u32| -> Vec<_> {
            let facts = suited(&format!("{facts} ai=average careers=400 wait={wait}"));
            let verdicts = verdicts(&TABLES, &profile(&TABLES, &facts));
            verdicts.iter().map(|verdict| verdict.judgment.answer).collect()
        };
        let mut before = answers(0);
        for wait in [6, 12, 18, 24, 36, 60, 120] {
            let after = answers(wait);
            assert!(before.iter().zip(&after).all(|(b, a)| a >= b), "{facts} wait={wait}");
            before = after;
        }
    }
}

#[test]
fn a_longer_horizon_and_other_dollars_change_no_verdict() {
    const FACTS: &str = "state=OH pay=33000 careers=400 wait=24 ai=average";
    let answered = |more: &str| -> Vec<_> {
        let verdicts = verdicts(&TABLES, &profile(&TABLES, &format!("{FACTS} {more}")));
        verdicts.into_iter().map(|verdict| verdict.judgment).collect()
    };
    let plain = answered("");
    for more in ["nominal=yes", "horizon=3", "horizon=40 nominal=yes"] {
        assert_eq!(answered(more), plain, "{more}");
    }
}

/// A specialty as the next step is what a career that aims at nothing else gains.
#[test]
fn a_next_step_gains_what_the_walked_career_gains() {
    for facts in [
        "state=CO certs=1 experience=7 specialty=general-coding",
        "state=NY certs=2 experience=12 pay=61000 ai=early",
        "state=PA certs=1 experience=4 education=associate setting=hospital",
    ] {
        let walked = profile(&TABLES, &format!("{facts} pivot=none remote=no careers=40000"));
        let walked = timeline(&TABLES, &walked).gain_5.unwrap().mean.get();
        let aim = TABLES.career.specialty();
        let steps = next_steps(&TABLES, &profile(&TABLES, facts));
        let step = steps.iter().find(|step| step.step == StepTo::Specialty(aim)).unwrap();
        let gain = step.gain.get();
        assert!((gain - walked).abs() < 0.03 * walked.abs(), "{facts}: {gain}, walked {walked}");
    }
}

#[test]
fn nobody_outside_of_the_field_has_a_next_step() {
    assert!(next_steps(&TABLES, &profile(&TABLES, "state=OH certs=1")).is_empty());
    let coder = verdict(LifeStage::Coder, "state=OH certs=1 experience=4 careers=400");
    let best = coder.next_step.expect("a coder can take a certification more");
    let Measured::Number(gain) = criterion(&coder, "next-step").measured else { panic!() };
    assert!((gain - best.gain.get()).abs() < 1e-9 && gain > 0.0);
}
