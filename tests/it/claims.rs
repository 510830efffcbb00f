//! Published claims next to the model's own answers: worked by hand, and never silently apart.

#![expect(clippy::disallowed_methods, reason = "tables are files")]

use mbc_calc::data::{Claims, Tables};
use mbc_calc::engine::{
    Agreement, CheckedClaim, ModelSays, check_accuracy, check_claims, check_kinds,
};
use mbc_calc::quantity::{Dollars, PlaceCode};

use crate::support::{json, mbc_calc, text};

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
    // The median with one certification, no year of work and general coding is 42,127.
    let inside = range("40_000", "44_000");
    assert_eq!(inside.difference.to_bits(), 0.0_f64.to_bits());
    assert!((inside.biases[0] - 0.0030).abs() < 1e-3, "{inside:?}");
    let above = range("30_000", "39_000");
    assert!(above.agrees && (above.difference - 0.0802).abs() < 1e-3, "{above:?}");
    let below = range("50_000", "60_000");
    assert!(!below.agrees && (below.difference + 0.1575).abs() < 1e-3, "{below:?}");
}

#[test]
fn a_posted_pay_agrees_when_its_middle_is_within_the_range_of_the_same_person() {
    let facts = ["estimate", "--setting", "federal-government", "--experience", "5"];
    let pay = &json(&facts)["pay"];
    let [low, middle, high] = ["p10", "p50", "p90"].map(|at| pay[at].as_f64().unwrap());
    let posted = |middle: f64| {
        let edit = format!("pay = {middle:.0}");
        let outcome =
            |checked: &[CheckedClaim<'_>]| named(checked, "vha-gs-8").outcome.clone().unwrap();
        with(|text| text.replace("pay = 67_286", &edit), outcome)
    };
    assert!(posted(low + 1.0).agrees && posted(high - 1.0).agrees);
    assert!(!posted(low - 1.0).agrees && !posted(high + 1.0).agrees);
    let outcome = posted(67_286.0);
    let ModelSays::Range(range) = outcome.model else { panic!("a range") };
    for (found, expected) in range.into_iter().zip([low, middle, high]) {
        assert!((found.get() - expected).abs() <= 0.5, "{found:?} and {expected}");
    }
    assert!((outcome.biases[0] - (middle / 67_286.0 - 1.0)).abs() < 1e-4, "{outcome:?}");
}

#[test]
fn graduates_are_compared_where_a_state_has_programs_enough_and_judged_by_the_order_alone() {
    let (tables, claims) = read(|text| text);
    let checked = check_claims(&tables, &claims);
    let outcome = named(&checked, "graduates-by-state").outcome.as_ref().unwrap();
    let ModelSays::Graduates { correlation, places } = &outcome.model else { panic!("graduates") };
    let at = |code: &str| places.iter().find(|pay| pay.place.as_str() == code);
    // The middle of 558 programs of the nation and of Ohio's 29; Alaska has too few.
    assert_eq!(at("US").unwrap().published, Dollars::new(35_310.0).unwrap());
    assert_eq!(at("OH").unwrap().published, Dollars::new(36_049.0).unwrap());
    assert!(at("AK").is_none());
    assert_eq!(places.len(), outcome.biases.len());
    // Nearly everybody who finishes training does so in the first year, so it is the fifth.
    let years = json(&["timeline", "--state", "OH"])["years"].clone();
    let fifth = years[4]["pay"]["p50"].as_f64().unwrap();
    let model = at("OH").unwrap().model.get();
    assert!((model / fifth - 1.0).abs() < 0.1, "{model} and {fifth}");
    // The correlation of the ranks, by their differences where none are equal.
    let states: Vec<_> = places.iter().filter(|pay| pay.place.as_str() != "US").collect();
    let rank = |pay: f64, all: &[f64]| {
        let (below, equal) = all.iter().fold((0.0, 0.0), |(below, equal), other| {
            let order = other.total_cmp(&pay);
            (below + f64::from(order.is_lt()), equal + f64::from(order.is_eq()))
        });
        below + f64::midpoint(equal, 1.0)
    };
    let [published, model]: [Vec<f64>; 2] = [
        states.iter().map(|pay| pay.published.get()).collect(),
        states.iter().map(|pay| pay.model.get()).collect(),
    ];
    let count = f64::from(u32::try_from(states.len()).unwrap());
    let squares = published
        .iter()
        .zip(&model)
        .map(|(&p, &m)| (rank(p, &published) - rank(m, &model)).powi(2));
    let expected = 1.0 - 6.0 * squares.sum::<f64>() / (count * (count * count - 1.0));
    assert!((correlation - expected).abs() < 1e-3, "{correlation} and {expected}");
    assert!(outcome.agrees && *correlation >= 0.6, "{correlation}");
}

#[test]
fn the_claims_of_a_kind_are_counted_and_their_bias_is_the_median() {
    let (tables, claims) = read(|text| text);
    let kinds = check_kinds(&tables, &check_claims(&tables, &claims));
    let kind = |id: &str| kinds.iter().find(|checked| checked.kind.id == id).unwrap();
    assert_eq!(kinds.iter().map(|kind| kind.claims as usize).sum::<usize>(), claims.iter().count());
    assert!(kinds.iter().all(|kind| kind.claims > 0), "{kinds:?}");
    // By hand: the means of the industries over each other, over what AAPC published in 2015.
    let hospital = 61_920.0 / 50_060.0 / (50_925.0 / 45_722.0) - 1.0;
    let health_system = 64_590.0 / 50_060.0 / (51_389.0 / 45_722.0) - 1.0;
    let settings = kind("settings");
    assert_eq!((settings.claims, settings.agreeing, settings.compared), (2, 0, 2));
    let expected = f64::midpoint(hospital, health_system);
    assert!((settings.bias.unwrap() - expected).abs() < 1e-5, "{settings:?} and {expected}");
    // Two of the eight are compared with a range or an amount, one is a ratio; five are bounds.
    let specialties = kind("specialties");
    assert_eq!((specialties.claims, specialties.compared), (8, 3));
}

#[test]
fn answers_of_a_kind_that_comes_out_off_say_so_and_others_do_not() {
    let says = |facts: &[&str]| {
        let answer = json(&[&["estimate"], facts].concat());
        let known = answer["known_biases"].as_array().unwrap().iter();
        known.map(|known| known["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(says(&[]).is_empty());
    assert!(says(&["--certs", "CPC-A"]).is_empty(), "beginners come out right");
    assert!(says(&["--certs", "1"]).is_empty());
    assert_eq!(says(&["--experience", "12"]), ["experience"]);
    assert!(says(&["--experience", "2"]).is_empty());
    let biller = ["--role", "billing-clerk", "--state"];
    assert_eq!(says(&[&biller[..], &["CA"]].concat()), ["posted-beside-california"]);
    assert!(says(&[&biller[..], &["OH"]].concat()).is_empty());
    let output = mbc_calc(["estimate", "--experience", "12", "--format", "plain"]);
    let lines = text(&output.stdout);
    let of_bias: Vec<_> = lines.lines().filter(|line| line.starts_with("known_bias")).collect();
    assert_eq!(of_bias.len(), 1, "{lines}");
    assert!(
        of_bias[0].contains("% too low compared with published pay by years"),
        "{}",
        of_bias[0]
    );
}

#[test]
fn the_table_of_accuracy_says_what_the_claims_give_and_knows_the_names_of_its_answers() {
    let (tables, claims) = read(|text| text);
    let kinds = check_kinds(&tables, &check_claims(&tables, &claims));
    assert_eq!(check_accuracy(&kinds), [], "run `UPDATE_DOCS=1 cargo test --test generated_docs`");
    for answers in tables.accuracy.kinds().filter_map(|kind| kind.answers.as_ref()) {
        for (names, table) in
            [(&answers.specialties, &tables.specialties), (&answers.settings, &tables.settings)]
        {
            let is_known = |name: &String| table.iter().any(|(_, level)| level.id == *name);
            assert!(names.iter().all(is_known), "{names:?}");
        }
        let is_known = |state: &PlaceCode| tables.geography.get(*state).is_some();
        assert!(answers.states.iter().all(is_known), "{:?}", answers.states);
    }
    // Another pay is another bias, of which a check warns.
    let (tables, claims) = read(|text| text.replace("pay = 67_286", "pay = 50_000"));
    let kinds = check_kinds(&tables, &check_claims(&tables, &claims));
    let warnings = check_accuracy(&kinds);
    assert_eq!(
        warnings.iter().map(|warning| &*warning.row).collect::<Vec<_>>(),
        ["posted-federal"]
    );
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
        ("{ exams = 3, specialty = \"teaching\" }", "a profile has no fact `exams`"),
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
