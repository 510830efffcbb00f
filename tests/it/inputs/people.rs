//! People for whom all that they said must count.

use crate::support;

const TRAITS: [&str; 7] = [
    "--self-discipline",
    "--repetition",
    "--learning",
    "--technology",
    "--detail",
    "--deadlines",
    "--home-office",
];

#[test]
fn someone_whom_no_trait_fits_is_advised_against_it() {
    let traits = TRAITS.into_iter().flat_map(|flag| [flag, "no"]);
    let question = ["verdict", "--stage", "graduate", "--state", "OH", "--careers", "200"];
    let arguments: Vec<&str> = question.into_iter().chain(traits).collect();
    let found = support::json(&arguments);
    assert_eq!(found["answer"], "no", "{found}");
    assert!(!found["against"].as_array().unwrap().is_empty());
    assert_eq!(found["unused"], serde_json::json!([]));
}

#[test]
fn someone_who_can_wait_a_year_does_not_get_a_remote_job_in_time() {
    let found =
        support::json(&["verdict", "--stage", "remote", "--wait", "1 year", "--careers", "200"]);
    assert_eq!((found["answer"].as_str(), found["wait"].as_u64()), (Some("no"), Some(12)));
}

#[test]
fn someone_who_works_in_the_field_is_no_recent_graduate() {
    let question = ["verdict", "--stage", "graduate", "--experience", "10", "--certs", "3"];
    let (code, message) = support::refusal(&question);
    assert_eq!(code, Some(3));
    assert!(message.contains("--stage"), "{message}");
}

#[test]
fn whom_hardly_anybody_is_like_is_said() {
    let question = ["estimate", "--certs", "0", "--experience", "0", "--specialty", "auditing"];
    let found = support::json(&question);
    assert_eq!(found["warnings"][0]["code"], "unlikely", "{found}");
}

#[test]
fn certifications_are_compared_by_the_work_that_they_lead_to() {
    let question = ["compare", "--certs", "CPC", "--vs", "certs=CRC", "--vs", "certs=CPMA"];
    let found = support::json(&question);
    for other in [1, 2] {
        assert_ne!(found["profiles"][other]["difference"]["pay"]["p50"], 0, "{other}");
    }
}

#[test]
fn a_career_starts_at_the_pay_that_is_stated_and_no_change_brings_nothing() {
    let question = [
        "timeline",
        "--certs",
        "CPC",
        "--experience",
        "4",
        "--current-salary",
        "90k",
        "--careers",
        "200",
        "--certs-plan",
        "none",
        "--pivot",
        "none",
    ];
    let found = support::json(&question);
    let first = found["years"][0]["in_field_pay"]["p50"].as_f64().unwrap();
    assert!((first - 90_000.0).abs() < 2_000.0, "{first}");
    assert_eq!(found["gain"]["years_10"]["p50"], 0, "{}", found["gain"]);
}

#[test]
fn what_is_not_used_is_named_with_its_reason() {
    for (question, facts) in [
        ("estimate --profile -", vec!["tuition", "wait"]),
        ("take-home --profile -", vec!["tuition", "wait"]),
        ("timeline --careers 100 --profile -", vec!["wait"]),
        ("verdict --stage long-term --careers 100 --profile -", vec!["filing"]),
    ] {
        let file = "state = 'OH'\ntuition = 3000\nwait = 12\nfiling = 'single'\n";
        let arguments: Vec<&str> = question.split(' ').chain(["--format", "json"]).collect();
        let (found, message, code) = support::run(&arguments, file);
        assert_eq!((code, message.as_str()), (Some(0), ""), "{question}");
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        let unused: Vec<_> = found["unused"].as_array().unwrap().iter().collect();
        let named: Vec<_> = unused.iter().filter_map(|fact| fact["fact"].as_str()).collect();
        assert_eq!(named, facts, "{question}");
        assert!(unused.iter().all(|fact| !fact["reason"].as_str().unwrap().is_empty()));
        let (page, _, _) = support::run(&question.split(' ').collect::<Vec<_>>(), file);
        assert!(page.contains("Not used here: "), "{page}");
    }
}
