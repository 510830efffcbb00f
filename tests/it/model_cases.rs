//! The model against numbers from elsewhere: the published rows as they stand in `data/`, the
//! worked examples of the method as literals, and the answers of `tests/independent/estimate.py`,
//! which shares no code and few algorithms with the crate.
//!
//! The tables are parsed here as plain TOML, not by the crate's loader, so that a number which the
//! loader put in the wrong place does not agree with itself.

use mbc_calc::engine::{Estimate, Overlap, StepKind, estimate};
use mbc_calc::profile::PayLevel;
use mbc_calc::quantity::{Dollars, Experience, Factor, LogQuantiles, Pay, Percentile, Percentiles};
use serde_json::Value;

use crate::support::{TABLES, assert_close, profile};

/// The estimate of a profile given as `key=value`, one a word.
fn ask(facts: &str) -> Estimate<'static> {
    estimate(&TABLES, &profile(&TABLES, facts))
}

fn mean(facts: &str) -> f64 {
    ask(facts).figures.chosen().pay.mean.get()
}

/// The five percentiles and the mean.
fn figures(pay: &Pay) -> [f64; 6] {
    let [p10, p25, p50, p75, p90] = pay.percentiles.amounts().map(Dollars::get);
    [p10, p25, p50, p75, p90, pay.mean.get()]
}

/// Compares the answer with figures in whole dollars.
#[track_caller]
fn assert_dollars(actual: f64, expected: f64, what: &str) {
    assert_close(actual, expected, 0.5, what);
}

/// The `rows` of a table, as plain TOML.
fn rows(text: &str) -> Vec<toml::Table> {
    let table: toml::Table = text.parse().expect("a table is TOML");
    let rows = table["rows"].as_array().expect("`rows` is an array");
    rows.iter().map(|row| row.as_table().expect("a row is a table").clone()).collect()
}

fn number(row: &toml::Table, column: &str) -> Option<f64> {
    let cell = row.get(column)?;
    cell.as_float().or_else(|| cell.as_integer()?.to_string().parse().ok())
}

/// Every published row: the place, its five percentiles and its mean.
fn published() -> Vec<(String, [f64; 6])> {
    let row = |row: toml::Table| {
        let cell = |column| number(&row, column).unwrap_or_else(|| panic!("{column} of {row:?}"));
        let place = row["place"].as_str().expect("a place is a text").to_owned();
        (place, ["p10", "p25", "p50", "p75", "p90", "mean"].map(cell))
    };
    rows(include_str!("../../data/salaries.toml")).into_iter().map(row).collect()
}

/// The published mean of a place.
fn published_mean(place: &str) -> f64 {
    let found = published().into_iter().find(|(code, _)| code == place);
    found.unwrap_or_else(|| panic!("no row of {place}")).1[5]
}

#[test]
fn every_place_alone_returns_its_published_row_to_the_dollar() {
    let published = published();
    assert_eq!(published.len(), 54, "places with published wages");
    for (place, row) in published {
        let answer = if place == "US" { ask("") } else { ask(&format!("state={place}")) };
        for (actual, expected) in figures(&answer.figures.chosen().pay).into_iter().zip(row) {
            assert_close(actual, expected, 1e-6, &place);
        }
    }
}

#[test]
fn the_percentiles_of_every_place_imply_its_published_mean() {
    let mut deviations: Vec<f64> = published()
        .into_iter()
        .map(|(place, [p10, p25, p50, p75, p90, mean])| {
            let amounts = [p10, p25, p50, p75, p90].map(|amount| Dollars::new(amount).unwrap());
            let implied = LogQuantiles::new(&Percentiles::new(amounts).unwrap()).mean().get();
            let deviation = (implied / mean - 1.0).abs();
            assert!(deviation < 0.04, "{place}: {implied} implied, {mean} published");
            deviation
        })
        .collect();
    deviations.sort_by(f64::total_cmp);
    let median = f64::midpoint(deviations[26], deviations[27]);
    assert!((0.005..=0.011).contains(&median), "the median place is off by {median}");
}

#[test]
fn each_number_of_certifications_alone_returns_its_published_mean() {
    for (count, published) in
        [(0, 55_721.0), (1, 59_875.0), (2, 74_557.0), (3, 81_227.0), (4, 81_227.0), (50, 81_227.0)]
    {
        let survey = format!("certs={count} level=survey");
        assert_dollars(mean(&survey), published, &survey);
    }
}

#[test]
fn each_level_alone_multiplies_the_mean_of_the_place_by_its_ratio() {
    let levels = [
        ("specialty", include_str!("../../data/specialties.toml")),
        ("setting", include_str!("../../data/settings.toml")),
        ("education", include_str!("../../data/education.toml")),
    ];
    for (key, text) in levels {
        for row in rows(text) {
            let ratio = number(&row, "ratio")
                .or_else(|| Some(number(&row, "pay")? / number(&row, "reference")?));
            let level = row["level"].as_str().expect("a level is a text");
            // A specialty is measured from the average worker and not from a general coder.
            let center = if key == "specialty" { libm::exp(-0.044) } else { 1.0 };
            let ratio = ratio.expect("a level has a ratio") * center;
            multiplies_by(&format!("{key}={level}"), ratio);
        }
    }
    for knot in rows(include_str!("../../data/experience.toml")) {
        let (years, ratio) = (number(&knot, "years"), number(&knot, "ratio"));
        multiplies_by(
            &format!("experience={}", years.expect("a knot has years")),
            ratio.expect("a knot has a ratio"),
        );
    }
}

/// Compares the fact alone, in several places, with the published mean times the ratio.
fn multiplies_by(fact: &str, ratio: f64) {
    for place in ["CA", "DC", "MS", "PR"] {
        let facts = format!("state={place} {fact}");
        assert_close(mean(&facts), published_mean(place) * ratio, 1e-6, &facts);
    }
    assert_close(mean(fact), published_mean("US") * ratio, 1e-6, fact);
}

#[test]
fn experience_between_two_knots_lies_between_them_on_the_log_scale() {
    // Half a year lies halfway between 0.751 and 0.818; twelve years two fifths of the way from
    // 1.010 to 1.058.
    assert_dollars(mean("experience=0.5"), 56_790.0 * 0.783_784, "half a year");
    assert_dollars(mean("experience=12"), 56_790.0 * 1.028_932, "twelve years");
    assert_close(mean("experience=60"), mean("experience=25"), 1e-9, "beyond the last knot");
}

#[test]
fn three_certifications_are_worked_out_as_the_method_shows() {
    assert_dollars(mean("certs=3"), 72_964.0, "on the level of OEWS");
    let answer = ask("certs=3 level=survey");
    let shown = [55_488.0, 64_152.0, 74_197.0, 91_792.0, 112_306.0, 81_227.0];
    for (actual, expected) in figures(&answer.figures.chosen().pay).into_iter().zip(shown) {
        assert_dollars(actual, expected, "three certifications");
    }
    assert_close(answer.figures.spread.k, 0.8977, 5e-5, "k");
    assert_close(answer.figures.spread.variance, 0.09389, 5e-6, "v");
    let (first, survey) = (answer.figures.level, answer.figures.chosen().pay);
    let (second, oews) = answer.figures.other_level.unwrap();
    assert_eq!((first, second), (PayLevel::Survey, PayLevel::Oews));
    assert_close(libm::log(survey.mean.get() / oews.mean.get()), 0.10728, 5e-6, "L");
}

#[test]
fn the_level_is_that_of_oews_whatever_is_stated() {
    for facts in ["", "certs=0", "certs=3", "certs=CPC", "certs=1 experience=0", "role=manager"] {
        assert_eq!(ask(facts).figures.level, PayLevel::Oews, "{facts}");
    }
    for (facts, expected) in [("certs=0", 50_053.0), ("certs=1", 53_784.0), ("certs=2", 66_973.0)] {
        assert_dollars(mean(facts), expected, facts);
    }
}

#[test]
fn two_factors_overlap_as_the_method_shows() {
    let answer = ask("certs=3 experience=10");
    assert_close(weight(&answer, Factor::Certifications), 0.8547, 5e-5, "certifications");
    assert_close(weight(&answer, Factor::Experience), 0.6538, 5e-5, "experience");
    // The method rounds the survey's average to 63,221 on the way: 70,814.5.
    assert_close(answer.figures.chosen().pay.mean.get(), 70_814.5, 0.5, "mean");
    assert_dollars(median(&answer), 64_886.0, "median");
}

#[test]
fn beginners_are_worked_out_as_the_method_shows() {
    for (facts, expected) in [
        ("certs=1 experience=0", [41_191.0, 44_955.0]),
        ("certs=0 experience=0", [38_736.0, 42_275.0]),
        ("experience=0", [38_706.0, 42_649.0]),
        ("certs=1 experience=0 specialty=general-coding", [42_127.0, 45_774.0]),
    ] {
        let answer = ask(facts);
        assert_dollars(median(&answer), expected[0], facts);
        assert_dollars(answer.figures.chosen().pay.mean.get(), expected[1], facts);
    }
    let first_job = ask("certs=1 experience=0 specialty=general-coding");
    for (factor, expected) in [
        (Factor::Certifications, 0.6758),
        (Factor::Experience, 0.5265),
        (Factor::Specialty, 0.6392),
    ] {
        assert_close(weight(&first_job, factor), expected, 5e-5, factor.name());
    }
    assert_dollars(median(&ask("certs=3 experience=12 specialty=auditing")), 69_666.0, "auditor");
    assert_dollars(mean("specialty=general-coding"), 54_345.0, "general coding alone");
}

#[test]
fn an_apprentice_credential_is_worth_what_the_surveys_say_of_it() {
    // Over the 67,147 of CPC holders in a survey with a mean of 63,221: 0.788, between the 0.767
    // of 2009 and the 0.821 of 2010, which nothing was fitted to.
    let ratio = mean("certs=1 experience=1 level=survey") / 67_147.0;
    assert_close(ratio, 0.788, 5e-4, "the year that a CPC-A implies, over CPC");
    let named = ask("certs=CPC-A");
    assert_eq!(named.profile.experience().map(Experience::years), Some(1.0));
    let stated = mean("certs=1 experience=1 specialty=general-coding");
    assert_dollars(named.figures.chosen().pay.mean.get(), stated, "what a CPC-A leads to");
}

#[test]
fn the_same_person_in_two_states_is_worked_out_as_the_method_shows() {
    let massachusetts = ask("state=MA certs=3");
    assert_dollars(
        massachusetts.figures.chosen().pay.mean.get(),
        79_092.0,
        "mean in Massachusetts",
    );
    assert_dollars(median(&massachusetts), 77_926.0, "median in Massachusetts");
    assert_dollars(mean("state=MS certs=3 level=survey"), 63_477.0, "mean in Mississippi");
    assert_dollars(mean("state=MS certs=3"), 57_020.0, "mean in Mississippi");
}

#[test]
fn with_everything_stated_four_fifths_of_the_width_are_left() {
    let answer = ask("certs=2 experience=5 specialty=hcc setting=hospital education=associate");
    assert_close(answer.figures.spread.k, 0.80, 0.01, "k");
    assert!(answer.figures.spread.explained < answer.figures.spread.variance);
}

fn median(answer: &Estimate) -> f64 {
    answer.figures.chosen().pay.percentiles.at(Percentile::P50).get()
}

/// The weight of a stated factor.
fn weight(answer: &Estimate, factor: Factor) -> f64 {
    let step = answer.steps.iter().find(|step| step.kind == StepKind::Factor(factor));
    step.unwrap_or_else(|| panic!("`{}` is no step", factor.name())).weight
}

#[test]
fn ten_years_are_news_after_three_certifications_which_imply_about_fifteen() {
    let answer = ask("certs=3 experience=10");
    let [Overlap { factor: Factor::Experience, alone, implied, given_others }] =
        answer.overlaps.as_slice()
    else {
        panic!("only experience moves pay the other way: {:?}", answer.overlaps)
    };
    let years = TABLES.experience.years_at(*implied).map(Experience::years).unwrap();
    assert!((14.0..16.0).contains(&years), "three certifications imply {years} years");
    assert!(alone.get() > 0.0 && given_others.get() < 0.0);
    // What stating it does is what the answer does when it is stated.
    let moved = libm::log(mean("certs=3 experience=10") / mean("certs=3"));
    assert_close(given_others.get(), moved, 1e-12, "beside the certifications");
}

#[test]
fn a_factor_that_says_more_than_the_others_imply_is_no_overlap() {
    assert!(ask("certs=3 experience=20").overlaps.is_empty());
    assert!(ask("certs=0 experience=0").overlaps.is_empty());
}

#[test]
fn one_factor_alone_overlaps_with_nothing() {
    for fact in ["certs=3", "experience=10", "specialty=billing", "setting=hospital"] {
        assert!(ask(fact).overlaps.is_empty(), "{fact}");
    }
}

#[test]
fn every_case_of_the_independent_estimate_agrees() {
    let cases: Vec<Value> = include_str!("../independent/cases.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case is JSON"))
        .collect();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    for case in &cases {
        let facts = case["profile"].as_object().expect("a profile is an object");
        let fact = |(key, text): (&String, &Value)| format!("{key}={} ", text.as_str().unwrap());
        compare(&facts.iter().map(fact).collect::<String>(), case);
    }
}

/// Compares the answer to `facts` with an independent one.
fn compare(facts: &str, case: &Value) {
    let answer = ask(facts);
    let chosen = answer.figures.chosen();
    assert_eq!(case["place"], chosen.scenario.place.as_str(), "{facts}");
    assert_eq!(case["geo_pay"], chosen.scenario.geo_pay.name(), "{facts}");
    assert_eq!(case["level"], answer.profile.level().name(), "{facts}");
    let value = |cell: &Value| cell.as_f64().unwrap_or_else(|| panic!("{facts}: {cell}"));
    assert_close(answer.figures.spread.explained, value(&case["explained"]), 1e-6, facts);
    assert_close(answer.figures.spread.k, value(&case["k"]), 1e-6, facts);
    let weights = case["weights"].as_object().expect("weights are an object");
    assert_eq!(weights.len(), answer.profile.stated().len(), "{facts}");
    for (factor, expected) in weights {
        let factor = Factor::named(factor).expect("the factor exists");
        assert_close(weight(&answer, factor), value(expected), 1e-6, facts);
    }
    let names = ["p10", "p25", "p50", "p75", "p90", "mean"];
    for (name, actual) in names.into_iter().zip(figures(&chosen.pay)) {
        assert_dollars(actual, value(&case["pay"][name]), &format!("{facts}: {name}"));
    }
    let Some(home_value) = &chosen.home_value else {
        assert!(case["home_value"].is_null(), "{facts}: a purchasing power was expected");
        return;
    };
    for (name, actual) in names.into_iter().zip(figures(home_value)) {
        let expected = value(&case["home_value"][name]);
        assert_dollars(actual, expected, &format!("{facts}: {name} at home"));
    }
}
