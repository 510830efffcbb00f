//! Laws of the figures.

use mbc_calc::engine::{PayRank, StepKind, local_wages};
use mbc_calc::profile::{Draft, GeoPay, Key, PayLevel};
use mbc_calc::quantity::{Dollars, Factor, FactorSet, LogQuantiles, Pay};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::people::{any_fact, anyone, count, factor_of, person, place, with, years};
use super::{TABLES, answer, config};

/// The five percentiles and the mean.
fn figures(pay: &Pay) -> [f64; 6] {
    let [p10, p25, p50, p75, p90] = pay.percentiles.amounts().map(Dollars::get);
    [p10, p25, p50, p75, p90, pay.mean.get()]
}

/// Whether two numbers are equal but for the last digits of their computation.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Checks that no figure of the second answer is below that of the first.
fn check_not_below(low: &Draft, high: &Draft) -> Result<(), TestCaseError> {
    let pay = |draft: &Draft| figures(&answer(draft).figures.chosen().pay);
    for (low, high) in pay(low).into_iter().zip(pay(high)) {
        prop_assert!(high >= low || same(low, high), "{} falls to {}", low, high);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn more_experience_never_lowers_any_figure(draft in anyone(), a in years(), b in years()) {
        let with_years = |years: f64| draft.clone().state(Key::Experience, years.to_string());
        check_not_below(&with_years(a.min(b)), &with_years(a.max(b)))?;
    }

    #[test]
    fn more_certifications_never_lower_any_figure(draft in anyone(), a in count(), b in count()) {
        let with_certs = |count: u8| draft.clone().state(Key::Certs, count.to_string());
        check_not_below(&with_certs(a.min(b)), &with_certs(a.max(b)))?;
    }

    #[test]
    fn passing_an_exam_never_lowers_the_mean(
        held in select(TABLES.credentials.iter().map(|(_, c)| c.id.clone()).collect::<Vec<_>>()),
        y in years(),
    ) {
        let mean = |certs: &str| {
            let draft = Draft::default().state(Key::Experience, y.to_string());
            answer(&draft.state(Key::Certs, certs.to_owned())).figures.chosen().pay.mean.get()
        };
        prop_assert!(mean("1") >= mean("0"), "one at {} years", y);
        prop_assert!(mean(&held) >= mean("0"), "{} at {} years", held, y);
    }

    #[test]
    fn saying_that_one_has_no_certification_never_raises_the_mean(draft in person(), y in years()) {
        let alone = Draft::default().state(Key::Experience, y.to_string());
        let mean = |draft: &Draft| answer(draft).figures.chosen().pay.mean.get();
        prop_assert!(mean(&alone.clone().state(Key::Certs, "0")) < mean(&alone), "{} years", y);
        let level = draft.profile(&TABLES).unwrap().stated_level();
        let alone = with(alone, Key::Level, level.map(PayLevel::name));
        prop_assert!(mean(&alone.clone().state(Key::Certs, "0")) < mean(&alone), "{} years", y);
    }

    #[test]
    fn more_pay_never_ranks_lower_and_no_rank_is_outside_1_to_99(
        draft in anyone(),
        a in 1.0..=2_000_000.0,
        b in 1.0..=2_000_000.0,
    ) {
        let range = answer(&draft).figures.chosen().pay;
        let rank = |amount: f64| PayRank::new(&range, Dollars::new(amount).unwrap());
        let (low, high) = (rank(f64::min(a, b)), rank(f64::max(a, b)));
        prop_assert!(low.percentile <= high.percentile);
        for rank in [low, high] {
            prop_assert!((0.999_999..=99.000_001).contains(&rank.percentile));
            prop_assert!(rank.beyond.is_none_or(|times| times > 0.0));
        }
    }

    #[test]
    fn percentiles_never_fall(draft in anyone()) {
        for scenario in &answer(&draft).figures.scenarios {
            let amounts = scenario.pay.percentiles.amounts();
            prop_assert!(amounts.is_sorted(), "{:?}", amounts);
            prop_assert!(amounts[0].get() > 0.0);
        }
    }

    #[test]
    fn the_range_is_that_of_the_place_narrowed_by_k(draft in anyone()) {
        let answer = answer(&draft);
        let k = answer.figures.spread.k;
        prop_assert!(k > 0.0 && k <= 1.0, "k is {}", k);
        prop_assert!(same(k * k, 1.0 - answer.figures.spread.explained / answer.figures.spread.variance));
        for scenario in &answer.figures.scenarios {
            let row = local_wages(&TABLES, None, scenario.scenario.locality()).row;
            let width = |pay: &Pay| libm::sqrt(LogQuantiles::new(&pay.percentiles).variance());
            prop_assert!(same(width(&scenario.pay), k * width(&row.pay)));
        }
    }

    #[test]
    fn percentiles_and_mean_move_by_the_same_ratio(draft in anyone()) {
        for scenario in &answer(&draft).figures.scenarios {
            let row = local_wages(&TABLES, None, scenario.scenario.locality()).row;
            let implied = |pay: &Pay| LogQuantiles::new(&pay.percentiles).mean().get();
            let ratio = implied(&scenario.pay) / implied(&row.pay);
            prop_assert!(same(ratio, scenario.pay.mean.get() / row.pay.mean.get()));
        }
    }

    #[test]
    fn the_same_state_twice_is_the_state_alone(draft in person(), state in place()) {
        let alone = answer(&draft.clone().state(Key::State, &state));
        let twice = answer(&draft.state(Key::State, &state).state(Key::EmployerState, &state));
        prop_assert_eq!(&twice.figures.scenarios, &alone.figures.scenarios);
        prop_assert_eq!(twice.figures.scenarios.len(), 1);
        prop_assert_eq!(twice.figures.other_level, alone.figures.other_level);
        prop_assert_eq!(&twice.steps, &alone.steps);
        prop_assert_eq!(twice.figures.grade, alone.figures.grade);
    }

    #[test]
    fn the_chosen_pay_scale_comes_first_and_each_other_once(
        draft in person(),
        home in place(),
        employer in place(),
        asked in option::of(select(GeoPay::ALL.to_vec())),
    ) {
        let draft = draft.state(Key::State, &home).state(Key::EmployerState, &employer);
        let answer = answer(&with(draft, Key::GeoPay, asked.map(GeoPay::name)));
        let shown: Vec<GeoPay> = answer.figures.scenarios.iter().map(|s| s.scenario.geo_pay).collect();
        if let Some(asked) = asked {
            prop_assert_eq!(shown[0], asked);
        }
        for geo_pay in GeoPay::ALL {
            let times = shown.iter().filter(|&&shown| shown == geo_pay).count();
            let expected = usize::from(home != employer || geo_pay == shown[0]);
            prop_assert_eq!(times, expected, "{:?} in {:?}", geo_pay, shown);
        }
        for scenario in &answer.figures.scenarios {
            let place = match scenario.scenario.geo_pay {
                GeoPay::Employer => employer.as_str(),
                GeoPay::Residence => home.as_str(),
                GeoPay::National => "US",
            };
            prop_assert_eq!(scenario.scenario.place.as_str(), place);
        }
    }

    #[test]
    fn the_value_at_home_is_pay_over_the_price_level_of_the_home(draft in anyone()) {
        let answer = answer(&draft);
        let home = answer.profile.home_locality();
        let area = home.and_then(|home| home.area(&TABLES));
        let level = if let Some(area) = area {
            area.price_level.as_ref().ok().map(|price| price.level.get())
        } else {
            let place = home.and_then(|home| TABLES.geography.get(home.place));
            let level = place.and_then(|place| place.price_level.as_ref().ok());
            level.map(|(level, _)| level.get())
        };
        prop_assert_eq!(answer.figures.price_level.is_ok(), level.is_some());
        for scenario in &answer.figures.scenarios {
            let Some(level) = level else {
                prop_assert!(scenario.home_value.is_none());
                continue;
            };
            let home_value = figures(&scenario.home_value.expect("the price level is known"));
            for (value, pay) in home_value.into_iter().zip(figures(&scenario.pay)) {
                prop_assert!(same(value, pay * 100.0 / level), "{} of {} at {}", value, pay, level);
            }
        }
    }

    #[test]
    fn the_two_pay_levels_differ_by_the_survey_against_the_wage_table(draft in anyone()) {
        let answer = answer(&draft);
        let (first, chosen) = (answer.figures.level, answer.figures.chosen().pay);
        let (second, other) = answer.figures.other_level.unwrap();
        prop_assert_eq!(first, answer.profile.level());
        prop_assert_eq!(second, first.other());
        let survey = TABLES.certifications.survey.mean.get();
        let expected = survey / TABLES.salaries.nation().pay.mean.get();
        let expected = if first == PayLevel::Survey { expected } else { 1.0 / expected };
        for (chosen, other) in figures(&chosen).into_iter().zip(figures(&other)) {
            prop_assert!(same(chosen / other, expected), "{} over {}", chosen, other);
        }
    }

    #[test]
    fn the_steps_multiply_to_the_mean(draft in anyone()) {
        let answer = answer(&draft);
        let chosen = answer.figures.chosen();
        let at = chosen.scenario.locality();
        let first = &answer.steps[0];
        prop_assert_eq!(first.kind, StepKind::Place(at));
        let row = match at.area(&TABLES).map(|area| area.wages.as_ref()) {
            Some(Ok(row)) => row,
            _ => TABLES.salaries.get(at.place).unwrap(),
        };
        prop_assert_eq!(first.mean_after, row.pay.mean);
        let product: f64 = answer.steps.iter().map(|step| step.factor).product();
        prop_assert!(same(first.mean_after.get() * product, chosen.pay.mean.get()));
        for pair in answer.steps.windows(2) {
            prop_assert!(same(pair[1].mean_after.get(), pair[0].mean_after.get() * pair[1].factor));
        }
        prop_assert!(same(answer.steps.last().unwrap().mean_after.get(), chosen.pay.mean.get()));
        let leveled = usize::from(answer.profile.level() == PayLevel::Survey);
        prop_assert_eq!(answer.steps.len(), 1 + leveled + answer.profile.stated().len());
        prop_assert!(answer.steps.iter().all(|step| !step.sources.is_empty()));
    }

    #[test]
    fn stating_one_more_fact_never_lowers_what_is_explained(
        draft in anyone(),
        (key, text) in any_fact(),
    ) {
        let before = answer(&draft);
        let after = answer(&draft.state(key, text));
        if before.profile.stated().contains(factor_of(key).unwrap()) {
            prop_assert!(same(after.figures.spread.explained, before.figures.spread.explained));
        } else {
            prop_assert!(after.figures.spread.explained > before.figures.spread.explained);
            prop_assert!(after.figures.spread.k < before.figures.spread.k);
        }
    }
}

#[test]
fn no_set_of_factors_has_a_weight_outside_zero_to_one() {
    let covariance = &TABLES.combination.covariance;
    assert_eq!(FactorSet::all().count(), 32);
    for set in FactorSet::all() {
        let weights = covariance.weights(set);
        for factor in Factor::ALL {
            let (weight, name) = (weights.of(factor), factor.name());
            assert!((0.0..=1.0).contains(&weight), "{name} of {set:?} counts {weight}");
            assert_eq!(weight > 0.0, set.contains(factor), "{name} of {set:?} counts {weight}");
            let more = covariance.weights(set.with(factor));
            assert!(more.explained >= weights.explained, "{name} beside {set:?}");
            if set.len() == 1 && set.contains(factor) {
                assert_eq!(weight.to_bits(), 1.0_f64.to_bits(), "{name} alone counts {weight}");
            }
        }
    }
}
