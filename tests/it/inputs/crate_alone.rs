//! The crate as other programs use it: a question in, an answer out, each with serde.

use mbc_calc::{Answer, Asks, Question};
use serde_json::{Value, json};

use crate::support::mbc_calc;

/// What is asked, and the command that asks the same.
fn questions() -> Vec<(Question, &'static str)> {
    let of = |asks| Question::new(asks).with("state", "MS").with("employer_state", "MA");
    vec![
        (of(Asks::Estimate).with("certs", 3), "estimate --state MS --employer-state MA --certs 3"),
        (
            of(Asks::TakeHome).with("pay", "52k"),
            "take-home --state MS --employer-state MA --pay 52k",
        ),
        (
            of(Asks::Timeline).with("careers", 100),
            "timeline --state MS --employer-state MA --careers 100",
        ),
        (
            of(Asks::Verdict).with("careers", 100),
            "verdict --state MS --employer-state MA --careers 100",
        ),
        (
            of(Asks::Verdict).with("stage", "graduate").with("careers", 100),
            "verdict --state MS --employer-state MA --stage graduate --careers 100",
        ),
        (
            of(Asks::Plan).with("certs", 1).with("careers", 100),
            "plan --state MS --employer-state MA --certs 1 --careers 100",
        ),
    ]
}

#[test]
fn the_crate_answers_as_the_program_does() {
    for (question, command) in questions() {
        let answer = question.answer().unwrap_or_else(|error| panic!("{command}: {error}"));
        let printed = mbc_calc(command.split(' ').chain(["--format", "json"]));
        let printed: Value = serde_json::from_slice(&printed.stdout).expect("an answer");
        assert_eq!(serde_json::to_value(&answer).unwrap(), printed, "{command}");
        assert_eq!(answer.json(), printed.to_string(), "{command}");
    }
}

#[test]
fn questions_and_answers_come_back_from_json_as_they_were() {
    for (question, command) in questions() {
        let text = serde_json::to_string(&question).unwrap();
        assert_eq!(serde_json::from_str::<Question>(&text).unwrap(), question, "{command}");
        let answer = question.answer().unwrap();
        let text = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), answer, "{command}");
    }
    let written = json!({"asks": "take_home", "state": "TX", "pay": 81227, "hours": null});
    let question: Question = serde_json::from_value(written).unwrap();
    assert_eq!(question.answer().unwrap().text("kind").as_deref(), Some("take_home"));
}

#[test]
fn a_value_is_found_by_its_path() {
    let (question, _) = questions().swap_remove(0);
    let answer = question.answer().unwrap();
    assert_eq!(answer.number("pay.p50"), Some(77_926.0));
    assert_eq!(answer.text("profile.state").as_deref(), Some("MS"));
    for nothing in ["pay", "pay.p51", "", "profile.state.code"] {
        assert_eq!((answer.number(nothing), answer.text(nothing)), (None, None), "{nothing}");
    }
    assert_eq!(answer.text("pay.p50"), None, "a number is no text");
}

#[test]
fn everything_wrong_with_a_question_is_named_at_once() {
    let question = Question::new(Asks::Estimate).with("state", "Missisippi").with("sertifs", 3);
    let error = question.answer().unwrap_err();
    let fields: Vec<_> = error.problems.iter().map(|problem| problem.field.as_deref()).collect();
    assert_eq!(fields.len(), 2, "{error}");
    assert!(fields.contains(&Some("state")) && fields.contains(&Some("sertifs")), "{fields:?}");
    let of_state = error.problems.iter().find(|problem| problem.code == "unknown_place").unwrap();
    assert_eq!(of_state.hint.as_deref(), Some("did you mean `Mississippi`?"));
    let error = Question::new(Asks::TakeHome).with("state", "PR").answer().unwrap_err();
    assert_eq!(error.problems[0].code, "cannot_tax");
    let contractor = Question::new(Asks::Plan).with("certs", 1).with("experience", 3);
    let contractor = contractor.with("employment", "contract").with("hourly_rate", 40);
    let error = contractor.answer().unwrap_err();
    assert_eq!(error.problems[0].code, "cannot_plan");
}

#[test]
fn no_pay_is_without_its_range() {
    let answers = questions().into_iter().map(|(question, _)| question.answer().unwrap());
    let pays: usize =
        answers.map(|answer| ranges(&serde_json::to_value(answer).unwrap(), "")).sum();
    assert!(pays > 20, "{pays} pays");
}

/// The number of pays below a key of an answer, each of which has a lower and a higher one.
fn ranges(value: &Value, key: &str) -> usize {
    match value {
        Value::Object(entries) => {
            let is_pay = entries.contains_key("p50") && key.contains("pay");
            let has_range = ["p10", "p90"].iter().all(|end| entries.contains_key(*end));
            assert!(!is_pay || has_range, "{key}: {value}");
            let inner = entries.iter().map(|(key, value)| ranges(value, key));
            usize::from(is_pay) + inner.sum::<usize>()
        }
        Value::Array(items) => items.iter().map(|item| ranges(item, key)).sum(),
        _ => 0,
    }
}
