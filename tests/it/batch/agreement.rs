//! One answer, asked for in a stream or by itself.

use std::collections::BTreeMap;

use mbc_calc::batch::{CsvLayout, Options, Output, Question};
use mbc_calc::engine::plan::{PlanRequest, plan};
use mbc_calc::engine::{estimate, timeline, verdict, verdicts as engine_verdicts};
use mbc_calc::profile::{Draft, Meaning, Others, StreamLine};
use mbc_calc::render::json;
use mbc_calc::report::Explained;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::{TABLES, answered, options, records};
use crate::support::cases;

proptest! {
    #![proptest_config(cases(256))]
    #[test]
    fn a_record_says_what_an_answer_says(
        state in option::of(select(vec!["MS", "MA", "PR", "CA", "AL"])),
        employer in option::of(select(vec!["OH", "MA", "TX"])),
        certs in option::of(0..6_u8),
        experience in option::of(0.0..60.0),
        setting in option::of(select(vec!["hospital", "insurer"])),
        role in option::weighted(0.3, select(vec!["informatics", "manager", "coding"])),
        hours in option::weighted(0.3, 1..=80_u8),
        contract in option::weighted(0.3, option::of(1..300_u32)),
    ) {
        let line = serde_json::json!({
            "state": state, "employer_state": employer, "certs": certs,
            "experience": experience, "setting": setting, "role": role,
            "hours": hours, "employment": contract.map(|_| "contract"), "hourly_rate": contract.flatten(),
        }).to_string();
        let profile = read(&line).profile(&TABLES).unwrap();
        let answer = json(&estimate(&TABLES, &profile));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for explained in [Explained::No, Explained::Yes] {
            let found = records(&Options { explained, ..options() }, line.as_str());
            for (key, value) in found[0].as_object().unwrap() {
                // A record that explains is the answer to `explain`, and its receipt asks for that.
                if !["line", "steps", "receipt"].contains(&key.as_str()) {
                    prop_assert_eq!(value, &answer[key], "{}", key);
                }
            }
        }
    }
}

/// The draft of a line.
fn read(line: &str) -> Draft<'_> {
    StreamLine::of_json(line, Meaning::of, Others::Kept).draft
}

/// What a record has that the answer to the same question by itself has not, or not so.
fn differ(record: &Value, answer: &str, apart: &[&str]) -> Vec<String> {
    let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
    let pairs = record.as_object().expect("a record is an object").iter();
    let differ = pairs
        .filter(|(key, value)| !apart.contains(&key.as_str()) && answer[key.as_str()] != **value);
    differ.map(|(key, _)| key.clone()).collect()
}

#[test]
fn careers_and_verdicts_of_a_stream_are_those_of_single_answers() {
    const NEWCOMER: &str = r#""state":"MS","employer_state":"MA","careers":200,"learning":true"#;
    let lines = [
        format!("{{{NEWCOMER}}}"),
        format!("{{{NEWCOMER},\"stage\":\"changer\",\"wait\":9}}"),
        r#"{"certs":"CPC-A","careers":"100","horizon":3,"nominal":"yes","stage":"remote"}"#
            .to_owned(),
        r#"{"experience":70,"careers":100}"#.to_owned(),
        r#"{"role":"manager","careers":100}"#.to_owned(),
    ];
    let input = lines.join("\n");
    for explained in [Explained::No, Explained::Yes] {
        let asked =
            |question| records(&Options { question, explained, ..options() }, input.as_str());
        let (careers, verdicts) = (asked(Question::Timeline), asked(Question::Verdict));
        for (i, line) in lines.iter().enumerate() {
            let Ok(profile) = read(line).career(&TABLES) else {
                assert!(i > 2 && careers[i]["kind"] == "error" && verdicts[i]["kind"] == "error");
                continue;
            };
            let alone = json(&timeline(&TABLES, &profile));
            assert_eq!(differ(&careers[i], &alone, &["line"]), [""; 0], "{line}");
            let (alone, apart): (_, &[&str]) = match profile.seeker().stage {
                Some(stage) => {
                    let alone = verdict(&TABLES, &profile, stage);
                    (json(&alone), &["line", "criteria"])
                }
                None => (json(&engine_verdicts(&TABLES, &profile)), &["line", "verdicts"]),
            };
            let apart = if explained == Explained::Yes { &apart[..1] } else { apart };
            assert_eq!(differ(&verdicts[i], &alone, apart), [""; 0], "{line}");
            assert_eq!(verdicts[i].get("sources").is_some(), i > 0 && explained == Explained::Yes);
        }
    }
}

#[test]
fn plans_of_a_stream_are_those_of_single_answers() {
    let lines = [
        r#"{"state":"TX","certs":"CPC","experience":4,"pay":52000,"careers":200}"#,
        r#"{"state":"OH","pay":31000,"careers":200}"#,
        r#"{"state":"OH","experience":4,"employment":"contract","hourly_rate":45}"#,
    ];
    let question = Question::Plan;
    let found = records(&Options { question, ..options() }, lines.join("\n"));
    for (line, record) in lines.iter().zip(&found).take(2) {
        let profile = read(line).career(&TABLES).unwrap();
        let alone = json(&plan(&TABLES, &profile, PlanRequest::default()).unwrap());
        assert_eq!(differ(record, &alone, &["line"]), [""; 0], "{line}");
    }
    assert_eq!(found[2]["kind"], "error");
    assert_eq!(found[2]["errors"][0]["code"], "cannot_plan");
    let options = Options { question, output: Output::Csv(CsvLayout::default()), ..options() };
    let rows = answered(&options, lines.join("\n")).0;
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let row: BTreeMap<String, String> = reader.deserialize().next().unwrap().unwrap();
    assert_eq!(row["steps.0.cost"], found[0]["steps"][0]["cost"].to_string());
    assert_eq!(row["steps.0.id"], found[0]["steps"][0]["id"].as_str().unwrap());
    assert_eq!(rows.lines().count(), 4);
}

#[test]
fn a_row_has_the_figures_of_its_record() {
    let line = r#"{"state":"MS","employer_state":"MA","careers":200,"id":"a, b"}"#;
    let rows = |question| {
        let options = Options { question, output: Output::Csv(CsvLayout::default()), ..options() };
        let text = answered(&options, format!("{line}\n{{\"state\":7}}")).0;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap).collect::<Vec<_>>()
    };
    let careers = rows(Question::Timeline);
    let record = &records(&Options { question: Question::Timeline, ..options() }, line)[0];
    for (column, at) in [
        ("id", &record["id"]),
        ("standing", &record["standing"]),
        ("place", &record["place"]),
        ("first_job.reached", &record["milestones"][3]["reached"]),
        ("first_job.p50", &record["milestones"][3]["p50"]),
        ("remote.p50", &record["milestones"][4]["p50"]),
        ("break_even.p10", &record["break_even"]["p10"]),
        ("break_even.never", &record["break_even"]["never"]),
        ("gain.years_10.p50", &record["gain"]["years_10"]["p50"]),
        ("year_5.p50", &record["years"][4]["pay"]["p50"]),
    ] {
        let text = at.as_str().map_or_else(|| at.to_string(), str::to_owned);
        assert_eq!(careers[0][column], text, "{column}");
    }
    assert_eq!(careers[1]["error.code"], "unknown_place");
    let verdicts = rows(Question::Verdict);
    let record = &records(&Options { question: Question::Verdict, ..options() }, line)[0];
    // Every cell has them all, each with its stage.
    let all = record["verdicts"].as_array().unwrap();
    let joined = |text: &dyn Fn(&Value) -> String| {
        let each = all.iter().map(|verdict| (verdict["stage"].as_str().unwrap(), text(verdict)));
        let each = each.filter(|(_, text)| !text.is_empty());
        each.map(|(stage, text)| format!("{stage}: {text}")).collect::<Vec<_>>().join("; ")
    };
    let row = &verdicts[0];
    let stages: Vec<_> = all.iter().map(|verdict| verdict["stage"].as_str().unwrap()).collect();
    assert_eq!(row["stage"], stages.join("; "));
    assert_eq!(row["answer"], joined(&|verdict| verdict["answer"].as_str().unwrap().to_owned()));
    for key in ["in_favor", "against"] {
        let strongest =
            |verdict: &Value| verdict[key][0]["text"].as_str().unwrap_or_default().to_owned();
        assert_eq!(row[key], joined(&strongest), "{key}");
    }
    let open = |verdict: &Value| {
        let open = verdict["open"].as_array().unwrap().iter();
        open.map(|open| open["id"].as_str().unwrap()).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(row["open"], joined(&open));
    assert_eq!(verdicts[1]["error.code"], "unknown_place");
}
