//! Published claims next to the model's own answers: worked by hand, and never silently apart.

#![expect(clippy::disallowed_methods, reason = "tables are files")]

use mbc_calc::data::{Claims, Tables};
use mbc_calc::engine::{Agreement, CheckedClaim, ModelSays, check_claims};

use crate::support::{mbc_calc, text};

fn read(edit: impl FnOnce(String) -> String) -> (Tables, Claims) {
    let mut texts = mbc_calc::built_in_texts();
    let edited = edit(texts.text("claims").to_owned());
    texts.replace("claims", "claims.toml".to_owned(), edited);
    Tables::read_with_claims(&texts).expect("the tables can be used")
}

fn with<T>(edit: impl FnOnce(String) -> String, ask: impl FnOnce(&[CheckedClaim<'_>]) -> T) -> T {
    let (tables, claims) = read(edit);
    ask(&check_claims(&tables, &claims))
}

fn named<'a, 'c>(checked: &'a [CheckedClaim<'c>], id: &str) -> &'a CheckedClaim<'c> {
    checked.iter().find(|checked| checked.claim.id == id).expect("the claim is in the table")
}

#[test]
fn every_claim_agrees_or_says_why_not_and_none_explains_what_agrees() {
    with(
        |text| text,
        |checked| {
            for checked in checked {
                let (claim, agreement) = (checked.claim, checked.agreement());
                assert_ne!(
                    agreement,
                    Agreement::Unexplained,
                    "{}: {:?}",
                    claim.id,
                    checked.outcome
                );
                assert_eq!(agreement == Agreement::Explained, claim.why.is_some(), "{}", claim.id);
            }
        },
    );
}

#[test]
fn what_the_model_says_is_what_it_answers_for_the_same_person() {
    // Each worked by hand from the tables: the means with two and three certifications, without and
    // on the average of the certified; the average of all members; employment times mean over the
    // Pacific states, over the national mean.
    let pacific = (1_070.0 * 64_440.0
        + 18_700.0 * 68_230.0
        + 400.0 * 65_590.0
        + 2_560.0 * 61_110.0
        + 5_010.0 * 67_480.0)
        / (1_070.0 + 18_700.0 + 400.0 + 2_560.0 + 5_010.0);
    with(
        |text| text,
        |checked| {
            for (id, expected) in [
                ("three-to-two-2019", 81_227.0 / 74_557.0),
                ("three-to-certified-2019", 81_227.0 / 67_260.0),
                ("certified-2019", 67_260.0 / 55_721.0),
                ("certified-to-all-2021", 67_260.0 / (0.35 * 55_721.0 + 0.65 * 67_260.0)),
                ("hospital-2015", 61_920.0 / 50_060.0),
                ("pacific-2012", pacific / 56_790.0),
            ] {
                let outcome = named(checked, id).outcome.as_ref().unwrap();
                let ModelSays::Ratio(ratio) = outcome.model else { panic!("{id} is a ratio") };
                assert!((ratio / expected - 1.0).abs() < 1e-5, "{id}: {ratio} against {expected}");
            }
            let lowest = &named(checked, "lowest-states-2022").outcome.as_ref().unwrap().model;
            let ModelSays::Order(places) = lowest else { panic!("an order") };
            assert_eq!(places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["MS", "AL"]);
        },
    );
}

#[test]
fn a_claim_is_compared_with_the_nearest_end_of_its_range() {
    let range = |low: &str, high: &str| {
        let (low, high) = (format!("low = {low}"), format!("high = {high}"));
        with(
            |text| text.replace("low = 32_000", &low).replace("high = 42_000", &high),
            |checked| named(checked, "entry-range-2026").outcome.clone().unwrap(),
        )
    };
    // A newcomer's median is 38,706.
    assert_eq!(range("38_000", "39_000").difference.to_bits(), 0.0_f64.to_bits());
    let above = range("30_000", "36_000");
    assert!(above.agrees && (above.difference - 0.0752).abs() < 1e-3, "{above:?}");
    let below = range("50_000", "60_000");
    assert!(!below.agrees && (below.difference + 0.2259).abs() < 1e-3, "{below:?}");
}

#[test]
fn a_miss_without_a_reason_and_a_person_whom_nobody_knows_are_findings() {
    let without_reason = |text: String| {
        text.lines()
            .filter(|line| !line.contains("Mississippi agrees"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let agreement = |checked: &[CheckedClaim<'_>]| named(checked, "lowest-states-2022").agreement();
    assert_eq!(with(without_reason, agreement), Agreement::Unexplained);
    for (wrong, expected) in [
        (
            "{ certification = 3, specialty = \"teaching\" }",
            "a profile has no fact `certification`",
        ),
        ("{ certs = 3, specialty = \"teechy\" }", "no specialty is called `teechy`"),
    ] {
        let edit = |text: String| text.replace("{ certs = 3, specialty = \"teaching\" }", wrong);
        with(edit, |checked| {
            let claim = named(checked, "teaching-possible");
            assert_eq!(claim.agreement(), Agreement::Unexplained);
            let reason = claim.outcome.as_ref().unwrap_err();
            assert!(reason.contains(expected), "{reason}");
        });
    }

    let folder = tempfile::tempdir().unwrap();
    let claims = without_reason(mbc_calc::built_in_texts().text("claims").to_owned());
    std::fs::write(folder.path().join("claims.toml"), claims).unwrap();
    let output = mbc_calc(["data", "check", "--claims", "--data", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let message = text(&output.stdout);
    assert!(
        message.contains("finding: claims, lowest-states-2022: the model says otherwise"),
        "{message}"
    );
}

#[test]
fn claims_change_no_answer() {
    let (tables, _) = read(|text| text.replace("pay = 80_730", "pay = 99_999"));
    let answer = |tables: &Tables| {
        let answer = mbc_calc::engine::estimate(tables, &mbc_calc::profile::Profile::default());
        answer.figures.chosen().pay
    };
    assert_eq!(answer(&tables), answer(&mbc_calc::built_in()));
}
