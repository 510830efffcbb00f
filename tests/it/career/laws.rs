//! What must hold for every career, tried on random ones.

use mbc_calc::data::{CareerNumber, CareerSpan, CostItem, Tables};
use mbc_calc::engine::Timeline;
use mbc_calc::engine::career::{AssumedValue, CareerYear, Milestone, Sensitivity, sensitivity};
use mbc_calc::quantity::{Change, Dollars, Triangular};
use proptest::prelude::*;

use super::people::{anybody, coder, on_the_way, poor_newcomer};
use super::{TABLES, ask, assert_close, figures, reached, with_number, without_risk};
use crate::support::cases;

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

/// Month by percentile, what never comes after everything else.
fn in_order(months: [Option<u32>; 3]) -> [u32; 3] {
    months.map(|month| month.unwrap_or(u32::MAX))
}

/// A chance of a career, and a smaller and a larger share of those whom it favors.
fn riskier() -> impl Strategy<Value = (CareerNumber, f64, f64)> {
    let numbers = vec![
        CareerNumber::Completion,
        CareerNumber::FirstTimePass,
        CareerNumber::EventualPass,
        CareerNumber::Placement,
    ];
    (prop::sample::select(numbers), 0.0..=1.0, 0.0..=1.0)
        .prop_map(|(number, a, b): (_, f64, f64)| (number, a.min(b), a.max(b)))
}

/// A smaller and a larger share of those who leave the field in a year, for one reason or the other.
fn leaving() -> impl Strategy<Value = (CareerNumber, f64, f64)> {
    let reasons = vec![CareerNumber::Leaving, CareerNumber::Displaced];
    (prop::sample::select(reasons), 0.0..=0.6, 0.0..=0.6)
        .prop_map(|(number, a, b): (_, f64, f64)| (number, a.min(b), a.max(b)))
}

/// The break-even and the mean gain after ten years.
fn worth(tables: &Tables, facts: &str) -> ([u32; 3], f64, f64) {
    let answer = ask(tables, facts);
    let gain = answer.gain_10.expect("ten years are followed").mean.get();
    (in_order(answer.break_even.months), answer.break_even.never.get(), gain)
}

/// That one answer breaks even no earlier than another and gains no more.
fn is_no_better(
    (months, never, gain): ([u32; 3], f64, f64),
    other: ([u32; 3], f64, f64),
) -> Result<(), TestCaseError> {
    for (month, other) in months.into_iter().zip(other.0) {
        prop_assert!(month >= other, "{month} before {other}");
    }
    prop_assert!(never >= other.1, "{never} never, {}", other.1);
    prop_assert!(gain <= other.2 + 0.01, "{gain} gained, {}", other.2);
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn where_the_field_pays_more_who_is_luckier_gains_no_less_and_breaks_even_no_later(
        facts in poor_newcomer(),
        (number, less, more) in riskier(),
    ) {
        // Nobody takes an adjacent job, which may pay more than coding at some ranks.
        let tables = with_number(&TABLES, CareerNumber::Adjacent, 0.0);
        let [risky, safe] = [less, more].map(|share| with_number(&tables, number, share));
        // Who finishes or passes and then finds no job has paid for more; a coding job is sure here.
        let [risky, safe] = match number {
            CareerNumber::Placement => [risky, safe],
            _ => [risky, safe].map(|tables| with_number(&tables, CareerNumber::Placement, 1.0)),
        };
        is_no_better(worth(&risky, &facts), worth(&safe, &facts))?;
    }

    #[test]
    fn where_the_field_pays_more_who_leaves_sooner_gains_no_more_and_breaks_even_no_earlier(
        facts in poor_newcomer(),
        (number, less, more) in leaving(),
    ) {
        let [stays, leaves] = [less, more].map(|share| with_number(&TABLES, number, share));
        is_no_better(worth(&leaves, &facts), worth(&stays, &facts))?;
    }

    #[test]
    fn a_coder_who_changes_nothing_gains_nothing_in_any_month(facts in coder()) {
        let never = [CareerNumber::SpecialtyShare, CareerNumber::RoleShare];
        let tables = never.into_iter().fold(TABLES.clone(), |tables, number| {
            with_number(&tables, number, 0.0)
        });
        let answer = ask(&tables, &facts);
        for year in &answer.years {
            prop_assert_eq!(year.pay, year.without, "year {}", year.year);
            let gains = figures(&year.gain, Change::get);
            prop_assert!(gains.iter().all(|gain| gain.abs() <= 0.0), "year {}: {gains:?}", year.year);
        }
        prop_assert_eq!(answer.break_even.months, [Some(0); 3]);
        prop_assert!(answer.causal.iter().all(|asked| asked.gain.mean.get().abs() <= 0.0));
        if let Some(rank) = answer.stated_rank {
            let stated = answer.profile.work().pay.expect("a rank is of a stated pay").get();
            assert_close(answer.counterfactual.now.get(), stated, 1e-6, "the present pay");
            prop_assert!(rank.is_nearest || (rank.ratio - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn early_ai_never_reaches_the_role_later_and_avoiding_it_never_does(facts in on_the_way()) {
        // Where nobody leaves, whoever gets there does so within forty years.
        let staying = with_number(&TABLES, CareerNumber::Leaving, 0.0);
        let pivot = |ai: &str| {
            reached(&ask(&staying, &format!("{facts} horizon=40 ai={ai}")), Milestone::Pivot)
        };
        let (early, average) = (pivot("early"), pivot("average"));
        prop_assert_eq!(early.share, average.share);
        for (early, average) in early.months.iter().flatten().zip(average.months.iter().flatten()) {
            prop_assert!(early <= average, "{early} after {average}");
        }
        let [early, average] =
            ["early", "average"].map(|ai| ask(&TABLES, &format!("{facts} ai={ai}")));
        let share = |answer: &Timeline| reached(answer, Milestone::Pivot).share.get();
        prop_assert!(share(&early) >= share(&average));
        if !facts.contains("pivot=") {
            let avoid = ask(&TABLES, &format!("{facts} ai=avoid"));
            prop_assert!(share(&avoid) <= 0.0);
            prop_assert_eq!(reached(&avoid, Milestone::Pivot).months, None);
            for (avoid, average) in avoid.years.iter().zip(&average.years) {
                prop_assert!(avoid.in_field <= average.in_field, "year {}", avoid.year);
            }
        }
    }

    #[test]
    fn a_question_that_leaves_a_coin_out_keeps_the_draws_of_the_others(facts in on_the_way()) {
        let others = |remote: &str| -> Vec<_> {
            let answer = ask(&TABLES, &format!("{facts} {remote}"));
            let kept = |milestone| milestone != Milestone::Remote;
            answer.milestones.into_iter().filter(|of| kept(of.milestone)).collect()
        };
        let open = others("");
        prop_assert_eq!(&others("remote=yes"), &open);
        prop_assert_eq!(&others("remote=no"), &open);
    }

    #[test]
    fn a_longer_horizon_never_changes_earlier_years(facts in anybody(), more in 1..=12_u32) {
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
    }

    #[test]
    fn the_same_question_gives_the_same_answer(facts in anybody()) {
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
        let pay = |answer: &Timeline| answer.years[0].in_field_pay.map(|pay| pay.p50);
        // Who states the pay of a job in the field earns that wherever it is.
        if pay(&answers[0]).is_some() && answers[0].stated_rank.is_none() {
            prop_assert_ne!(pay(&answers[0]), pay(&answers[2]));
        }
    }

    #[test]
    fn percentiles_and_shares_are_what_they_are_called(facts in anybody()) {
        let answer = ask(&TABLES, &facts);
        let horizon = answer.settings.horizon.get() * 12;
        let mut share = 1.0;
        for actual in &answer.milestones {
            prop_assert_eq!(actual.months.is_some(), actual.share.get() > 0.0);
            // Nobody reaches a stage without the one before it; home and the adjacent job are
            // no condition for anything.
            let aside = [Milestone::AdjacentJob, Milestone::Remote, Milestone::Left];
            if !aside.contains(&actual.milestone) {
                prop_assert!(actual.share.get() <= share, "{actual:?}");
                share = actual.share.get();
            }
            if let Some([p10, p50, p90]) = actual.months {
                prop_assert!(p10 <= p50 && p50 <= p90 && p90 <= horizon);
            }
        }
        for year in &answer.years {
            prop_assert!(rises(year.pay.p10, year.pay.p50, year.pay.p90), "{year:?}");
            prop_assert!(rises(year.gain.p10, year.gain.p50, year.gain.p90), "{year:?}");
            prop_assert_eq!(year.in_field_pay.is_some(), year.in_field.get() >= 0.05);
        }
        let by_year = &answer.break_even.by_year;
        prop_assert!(by_year.windows(2).all(|pair| pair[0] <= pair[1]));
        let even = by_year.last().expect("at least a year is followed").get();
        assert_close(even, 1.0 - answer.break_even.never.get(), 1e-9, "the share that breaks even");
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
        let gain = asked.gain_10.expect("ten years are followed");
        assert_close(actual.gain.median.get(), gain.p50.get(), 0.5, &format!("at {share}"));
        assert_close(actual.gain.mean.get(), gain.mean.get(), 0.5, &format!("at {share}"));
    }
    let odd = ask(&TABLES, "state=OH careers=1000 causal_share=0.7").causal;
    assert_eq!(
        odd.iter().map(|actual| actual.share.get()).collect::<Vec<_>>(),
        [0.0, 0.5, 0.7, 1.0]
    );
    assert!(odd.windows(2).all(|pair| pair[0].gain.mean < pair[1].gain.mean));
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
    // A coder past the office time who avoids AI tools is paid the same in every month.
    let tables = without_risk(&TABLES);
    let facts = "certs=1 experience=9 ai=avoid certs_plan=none specialty=surgery careers=400";
    let [real, nominal] =
        ["no", "yes"].map(|nominal| ask(&tables, &format!("{facts} nominal={nominal}")));
    assert!(real.inflation.is_none());
    let prices = 1.0 + nominal.inflation.expect("it is printed");
    assert_close(prices, (321.465_f64 / 237.805).powf(0.1), 1e-12, "the rise of prices");
    for (real, nominal) in real.years.iter().zip(&nominal.years) {
        let months = (real.year - 1) * 12..real.year * 12;
        let raised = months.map(|month| prices.powf(f64::from(month) / 12.0)).sum::<f64>() / 12.0;
        for of in [|year: &CareerYear| year.pay, |year: &CareerYear| year.without] {
            let both = figures(&of(real), Dollars::get)
                .into_iter()
                .zip(figures(&of(nominal), Dollars::get));
            for (real, nominal) in both {
                assert_close(nominal / real, raised, 1e-6, "pay");
            }
        }
    }
    assert_eq!(real.gain_10, nominal.gain_10, "a gain in dollars of now knows no prices");
    assert_eq!(real.causal, nominal.causal);
}

#[test]
fn every_end_of_the_sensitivity_is_a_run_with_that_row_changed() {
    let answer = ask(&TABLES, "state=OH pay=31000 careers=2000");
    let rows = sensitivity(&answer);
    let ranged = answer
        .assumptions
        .iter()
        .filter(|row| row.range.is_some() || matches!(row.value, AssumedValue::Months(_)));
    assert_eq!(rows.len(), ranged.count());
    let width = |row: &Sensitivity| {
        let [low, high] = row.gain_10.expect("ten years are followed").map(Change::get);
        (high - low).abs()
    };
    assert!(rows.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
    for row in &rows {
        let [low, _, high] = row.range;
        for (end, value) in [low, high].into_iter().enumerate() {
            let tables = changed(&row.item, value);
            let asked = ask(&tables, "state=OH pay=31000 careers=2000");
            for (gain, printed) in [(asked.gain_5, row.gain_5), (asked.gain_10, row.gain_10)] {
                let printed = printed.expect("ten years are followed")[end];
                assert_eq!(gain.expect("the same").mean, printed, "{} at {value}", row.item);
            }
        }
    }
}

/// The tables with one row changed, a duration to the same in every career.
fn changed(item: &str, value: f64) -> Tables {
    if let Some(number) = CareerNumber::named(item) {
        return with_number(&TABLES, number, value);
    }
    if let Some(span) = CareerSpan::named(item) {
        let fixed = Triangular::fixed(value).expect("an end of a range is a duration");
        return Tables { career: TABLES.career.clone().with_span(span, fixed), ..TABLES.clone() };
    }
    let cost = CostItem::named(item).expect("it is a cost");
    Tables { costs: TABLES.costs.clone().with(cost, value), ..TABLES.clone() }
}

#[test]
fn a_coder_who_adds_no_certification_and_wants_no_role_keeps_the_job() {
    for facts in ["certs=CPC experience=4 pay=90000 state=OH", "experience=2 state=MS"] {
        let stays = ask(&TABLES, &format!("{facts} standing=coder pivot=none certs_plan=none"));
        assert!(stays.milestones.iter().all(|one| one.milestone != Milestone::Specialist));
        for year in &stays.years {
            assert_eq!(year.pay, year.without, "{facts}: year {}", year.year);
            assert!(year.gain.mean.get().abs() <= 0.0, "{facts}: year {}", year.year);
        }
        let goes_on = ask(&TABLES, &format!("{facts} standing=coder pivot=none"));
        assert!(goes_on.years[9].gain.mean.get() > 0.0, "{facts}");
    }
}
