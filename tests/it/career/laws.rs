//! What must hold for every career, tried on random ones.

use mbc_calc::data::{CareerNumber, Tables};
use mbc_calc::engine::Timeline;
use mbc_calc::engine::career::Milestone;
use mbc_calc::quantity::Dollars;
use proptest::prelude::*;

use super::people::{newcomer, on_the_way};
use super::{TABLES, ask, assert_close, figures, reached, without_risk, without_variety};

/// Every number of an answer that depends on the draws, as text: equal texts are equal bytes.
fn everything(answer: &Timeline) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        answer.milestones,
        answer.years,
        answer.break_even,
        answer.gain_5,
        answer.gain_10,
        answer.causal
    )
}

fn with_number(tables: &Tables, number: CareerNumber, value: f64) -> Tables {
    Tables { career: tables.career.clone().with_number(number, value), ..tables.clone() }
}

/// Month by percentile, what never comes after everything else.
fn in_order(months: [Option<u32>; 3]) -> [u32; 3] {
    months.map(|month| month.unwrap_or(u32::MAX))
}

/// A risk, and the smaller and the larger share of those who escape it.
fn riskier() -> impl Strategy<Value = (CareerNumber, f64, f64)> {
    let numbers =
        vec![CareerNumber::Completion, CareerNumber::FirstTimePass, CareerNumber::EventualPass];
    (prop::sample::select(numbers), 0.0..=1.0, 0.0..=1.0)
        .prop_map(|(number, a, b): (_, f64, f64)| (number, a.min(b), a.max(b)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn more_risk_never_breaks_even_earlier(facts in newcomer(), (number, less, more) in riskier()) {
        let [risky, safe] = [less, more].map(|share| {
            let tables = with_number(&TABLES, number, share);
            let answer = ask(&tables, &facts);
            (in_order(answer.break_even.months), answer.break_even.never.get())
        });
        for (risky, safe) in risky.0.into_iter().zip(safe.0) {
            prop_assert!(risky >= safe, "{number:?} {less} {more}: {risky} before {safe}");
        }
        prop_assert!(risky.1 >= safe.1, "{number:?} {less} {more}: {} never, {}", risky.1, safe.1);
    }

    #[test]
    fn early_ai_never_pivots_later_and_avoiding_it_never_does(facts in on_the_way()) {
        // Whoever pivots does so within forty years.
        let pivot = |ai: &str| {
            let answer = ask(&TABLES, &format!("{facts} horizon=40 ai={ai}"));
            reached(&answer, Milestone::Pivot)
        };
        let (early, average) = (pivot("early"), pivot("average"));
        prop_assert_eq!(early.share, average.share);
        for (early, average) in early.months.iter().flatten().zip(average.months.iter().flatten()) {
            prop_assert!(early <= average, "{early} after {average}");
        }
        let soon = |ai: &str| {
            let answer = ask(&TABLES, &format!("{facts} ai={ai}"));
            reached(&answer, Milestone::Pivot).share.get()
        };
        prop_assert!(soon("early") >= soon("average"));
        if !facts.contains("pivot=") {
            prop_assert!(pivot("avoid").share.get() <= 0.0);
            prop_assert_eq!(pivot("avoid").months, None);
        }
    }

    #[test]
    fn a_longer_horizon_never_changes_earlier_years(facts in on_the_way(), more in 1..=12_u32) {
        let short = ask(&TABLES, &facts);
        let longer = (short.settings.horizon.get() + more).min(40);
        let long = ask(&TABLES, &format!("{facts} horizon={longer}"));
        let years = short.years.len();
        prop_assert_eq!(format!("{:?}", short.years), format!("{:?}", &long.years[..years]));
        for (short, long) in [(&short.gain_5, &long.gain_5), (&short.gain_10, &long.gain_10)] {
            if short.is_some() {
                prop_assert_eq!(short, long);
            }
        }
        prop_assert!(short.break_even.never >= long.break_even.never);
        for (short, long) in short.break_even.months.iter().zip(&long.break_even.months) {
            prop_assert!(short.is_none() || short == long);
        }
    }

    #[test]
    fn the_same_question_gives_the_same_answer(facts in on_the_way()) {
        prop_assert_eq!(everything(&ask(&TABLES, &facts)), everything(&ask(&TABLES, &facts)));
    }

    #[test]
    fn two_scenarios_share_their_draws(facts in on_the_way()) {
        let answers = [
            ask(&TABLES, &format!("{facts} state=MS employer_state=MA geo_pay=residence")),
            ask(&TABLES, &format!("{facts} state=MS employer_state=MA geo_pay=employer")),
            ask(&TABLES, &format!("{facts} state=OH employer_state=CA level=oews")),
        ];
        prop_assert_eq!(&answers[0].milestones, &answers[1].milestones);
        prop_assert_eq!(&answers[0].milestones, &answers[2].milestones);
        let pay = |answer: &Timeline| answer.years[0].in_field.map(|pay| pay.p50);
        if pay(&answers[0]).is_some() {
            prop_assert_ne!(pay(&answers[0]), pay(&answers[2]));
        }
    }

    #[test]
    fn percentiles_and_shares_are_what_they_are_called(facts in on_the_way()) {
        let answer = ask(&TABLES, &facts);
        let horizon = answer.settings.horizon.get() * 12;
        let mut share = 1.0;
        for actual in &answer.milestones {
            // Nobody reaches a stage without the one before it.
            prop_assert!(actual.share.get() <= share, "{actual:?}");
            share = actual.share.get();
            prop_assert_eq!(actual.months.is_some(), share > 0.0);
            if let Some([p10, p50, p90]) = actual.months {
                prop_assert!(p10 <= p50 && p50 <= p90 && p90 <= horizon);
            }
        }
        for year in &answer.years {
            prop_assert!(rises(year.pay.p10, year.pay.p50, year.pay.p90), "{year:?}");
            prop_assert!(rises(year.gain.p10, year.gain.p50, year.gain.p90), "{year:?}");
            prop_assert_eq!(year.in_field.is_some(), year.employed.get() > 0.0);
        }
        for pair in answer.years.windows(2) {
            prop_assert!(pair[0].employed <= pair[1].employed);
        }
    }
}

fn rises<T: PartialOrd + Copy>(p10: T, p50: T, p90: T) -> bool {
    p10 <= p50 && p50 <= p90
}

#[test]
fn another_seed_draws_other_numbers() {
    let [one, other] = [1, 2].map(|seed| everything(&ask(&TABLES, &format!("seed={seed}"))));
    assert_ne!(one, other);
}

#[test]
fn a_flag_for_the_causal_share_says_no_more_than_the_line_about_it() {
    let line = ask(&TABLES, "state=OH careers=1000").causal;
    assert_eq!(line.iter().map(|actual| actual.share.get()).collect::<Vec<_>>(), [0.0, 0.5, 1.0]);
    for actual in &line {
        let share = actual.share.get();
        let asked = ask(&TABLES, &format!("state=OH careers=1000 causal_share={share}"));
        let gain = asked.gain_10.expect("ten years are followed").p50.get();
        assert_close(actual.gain.get(), gain, 0.5, &format!("at {share}"));
    }
    let odd = ask(&TABLES, "state=OH careers=1000 causal_share=0.7").causal;
    assert_eq!(
        odd.iter().map(|actual| actual.share.get()).collect::<Vec<_>>(),
        [0.0, 0.5, 0.7, 1.0]
    );
    assert!(odd.windows(2).all(|pair| pair[0].gain < pair[1].gain));
}

#[test]
fn at_no_causal_share_added_certifications_and_specialties_give_nothing() {
    let pay = |facts: &str| {
        let answer = ask(&TABLES, &format!("certs=1 causal_share=0 careers=500 {facts}"));
        format!("{:?}", answer.years.iter().map(|year| year.pay).collect::<Vec<_>>())
    };
    let plain = pay("certs_plan=none pivot=none");
    assert_eq!(pay("certs_plan=4/6 pivot=none"), plain);
    assert_eq!(pay("certs_plan=3 pivot=compliance"), plain);
    assert_eq!(pay("certs_plan=none pivot=informatics"), plain);
    assert_ne!(pay("certs_plan=4/6 pivot=none causal_share=0.1"), plain);
}

#[test]
fn pay_is_in_step_with_the_hours() {
    let pay = |hours: &str| {
        let answer = ask(&TABLES, &format!("certs=1 careers=500 hours={hours}"));
        answer.years.iter().map(|year| figures(&year.pay, Dollars::get)).collect::<Vec<_>>()
    };
    for (full, half) in pay("40").into_iter().flatten().zip(pay("20").into_iter().flatten()) {
        assert_close(half / full, 0.5, 1e-6, "half the hours");
    }
}

#[test]
fn prices_raise_pay_and_what_it_is_measured_against_alike() {
    // Without risk and variety, a coder who avoids AI tools is paid the same in every month, and
    // with nothing to pay or to lose, gains are a multiple of it.
    let tables = with_number(
        &without_variety(&without_risk(&TABLES)),
        CareerNumber::CounterfactualGrowth,
        0.0,
    );
    let facts = "certs=1 experience=9 ai=avoid certs_plan=none careers=400 pay=30000";
    let [real, nominal] =
        ["no", "yes"].map(|nominal| ask(&tables, &format!("{facts} nominal={nominal}")));
    assert!(real.inflation.is_none());
    let prices = 1.0 + nominal.inflation.expect("it is told");
    assert_close(prices, (321.465_f64 / 237.805).powf(0.1), 1e-12, "the rise of prices");
    let dues = 229.0;
    let mut gained = [0.0; 2];
    for (real, nominal) in real.years.iter().zip(&nominal.years) {
        let from = (real.year - 1) * 12;
        let rise = |month: u32| prices.powf(f64::from(month) / 12.0);
        let raised = (from..from + 12).map(rise).sum::<f64>() / 12.0;
        let paid = [real, nominal].map(|year| figures(&year.pay, Dollars::get));
        for (real, nominal) in paid[0].into_iter().zip(paid[1]) {
            assert_close(nominal / real, raised, 1e-6, "pay");
        }
        // What a year adds to the gain of every rank: pay less 30,000, and dues at its start.
        gained[0] += real.pay.p50.get() - 30_000.0 - dues;
        gained[1] += (real.pay.p50.get() - 30_000.0) * raised - dues * rise(from);
        assert_close(real.gain.p50.get(), gained[0], 1.0, "gain");
        assert_close(nominal.gain.p50.get(), gained[1], 1.0, "nominal gain");
    }
    assert_eq!(real.gain_10, nominal.gain_10, "a gain in dollars of now knows no prices");
    assert_eq!(real.causal, nominal.causal);
}
