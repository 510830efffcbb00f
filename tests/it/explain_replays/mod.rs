//! What `explain` prints is enough to work the answer out again. It is done here with nothing but
//! what is printed: no formula is shared with the engine, and the mean of a distribution is a sum.
//!
//! Every answer is asked of the program itself, in the formats that others read.

#![expect(
    clippy::disallowed_methods,
    reason = "libm is the engine's; another one agrees to a dollar"
)]

mod people;
mod printed;

use serde_json::Value;

use people::people;
use printed::{amount_after, amounts, decimal_after, json, lines, number, run};

/// Work and rounding may move an amount by this much: factors are printed with six decimals.
const ONE_DOLLAR: f64 = 1.0;

/// The percentiles with their standard normal quantiles.
const PERCENTILES: [(&str, f64); 5] = [
    ("p10", -1.281_551_565_544_600_4),
    ("p25", -0.674_489_750_196_081_7),
    ("p50", 0.0),
    ("p75", 0.674_489_750_196_081_7),
    ("p90", 1.281_551_565_544_600_4),
];

#[test]
fn the_factors_of_the_json_give_the_mean() {
    for person in people() {
        let answer = json("explain", &person);
        let steps = answer["steps"].as_array().unwrap();
        let published = number(&answer, "/steps/0/published/mean");
        let mut mean = published;
        for step in steps {
            let [effect, weight, factor] =
                ["/effect", "/weight", "/factor"].map(|path| number(step, path));
            assert!(((weight * effect).exp() / factor - 1.0).abs() < 2e-6, "{person}: {step}");
            mean *= factor;
            assert_near(mean, number(step, "/mean_after"), &person);
        }
        for step in &steps[1..] {
            let formula = step["formula"].as_str().unwrap();
            let parts = [("effect ", "/effect"), ("factor exp(", "/weight"), (") = ", "/factor")];
            for (mark, path) in parts {
                let apart = decimal_after(formula, mark) - number(step, path);
                assert!(apart.abs() < 2e-6, "{person}: {path} is not that of `{formula}`");
            }
        }
        assert_near(mean, number(&answer, "/pay/mean"), &person);
        assert!(steps.len() > 1 || person_states_nothing(&answer), "{person} has no steps");
    }
}

#[test]
fn the_spread_of_the_json_gives_the_percentiles() {
    for person in people() {
        let answer = json("explain", &person);
        let published = amounts(&answer, "/steps/0/published");
        let k = number(&answer, "/spread/k");
        let [r, v] = ["/spread/explained", "/spread/variance"].map(|path| number(&answer, path));
        assert!((k - (1.0 - r / v).sqrt()).abs() < 1e-5, "{person}: {k}");
        let steps = answer["steps"].as_array().unwrap();
        let moved: f64 = steps.iter().map(|step| number(step, "/factor")).product();
        let narrowed = published.map(|amount| (amount / published[2]).powf(k));
        let middle = summed_mean(published) * moved / summed_mean(narrowed);
        for (found, ratio) in amounts(&answer, "/pay").into_iter().zip(narrowed) {
            assert_near(middle * ratio, found, &person);
        }
    }
}

#[test]
fn the_price_level_of_the_json_gives_what_pay_buys() {
    let mut priced = 0;
    for person in people() {
        let answer = json("explain", &person);
        for at in [String::new(), "/scenarios/0".to_owned(), "/scenarios/2".to_owned()] {
            let path = format!("{at}/home_value/price_level");
            let Some(level) = answer.pointer(&path).and_then(Value::as_f64) else { continue };
            let pay = amounts(&answer, &format!("{at}/pay"));
            for (bought, paid) in amounts(&answer, &format!("{at}/home_value")).into_iter().zip(pay)
            {
                assert_near(paid * 100.0 / level, bought, &person);
            }
            priced += 1;
        }
    }
    assert!(priced > 50, "{priced} price levels");
}

#[test]
fn the_rule_of_a_contract_gives_what_is_billed_and_what_is_left() {
    const HALF_A_CENT: f64 = 0.005;
    let (mut contracts, mut rates) = (0, 0);
    for person in people() {
        let answer = json("explain", &person);
        let Some(contract) = answer.get("contract") else { continue };
        contracts += 1;
        let at = |path: &str| number(contract, path);
        let hours = at("/hours_a_year");
        let kept = at("/billable_share") * (1.0 - at("/overhead")) / (1.0 + at("/payroll_tax"));
        for name in PERCENTILES.map(|(name, _)| name).into_iter().chain(["mean"]) {
            let pay = number(&answer, &format!("/pay/{name}"));
            let rate = pay / (kept * hours);
            let stated = at(&format!("/rate/{name}"));
            // Pay is printed in whole dollars, a rate in cents.
            let allowed = HALF_A_CENT + 0.5 / (kept * hours) + 1e-9;
            assert!((rate - stated).abs() <= allowed, "{person}: {rate}, printed {stated}");
            let billed = rate * hours * at("/billable_share");
            // Both are printed in whole dollars, and the pay is multiplied by 1.20 to be billed.
            let printed = at(&format!("/billed/{name}"));
            assert!(
                (billed - printed).abs() <= 1.1,
                "{person}: {billed} billed, {printed} printed"
            );
        }
        let words = run(&format!("explain --format plain {person}"));
        let formulas = lines(&words, "contract_formula");
        let rate = amount_after(&formulas[0], " = $");
        assert!((rate - at("/rate/p50")).abs() < 1e-9, "{person}: {}", formulas[0]);
        if contract.get("stated").is_some() {
            rates += 1;
            let left = at("/stated/rate") * kept * hours;
            assert_near(left, at("/stated/leaves"), &person);
            assert_near(amount_after(&formulas[1], " = $"), left, &person);
            let rest = at("/stated/billed") - at("/stated/overhead") - at("/stated/payroll_tax");
            assert_near(rest, left, &person);
        }
    }
    assert!(contracts > 10 && rates > 5, "{contracts} contracts, {rates} rates");
}

#[test]
fn the_words_give_the_same_mean_and_the_same_range() {
    for person in people() {
        let page = run(&format!("explain --format plain {person}"));
        let of = |id: &str| lines(&page, id);
        let published = of("place").remove(0);
        let mean = amount_after(&published, ", mean $");
        let steps = of("step");
        assert_near(amount_after(&steps[0], ", mean $"), mean, &person);
        let factors = steps[1..].iter().map(|step| decimal_after(step, ": × "));
        let product = factors.fold(mean, |mean, factor| mean * factor);

        let figures: Vec<f64> = of("pay")[0].split('\t').map(|d| d.parse().unwrap()).collect();
        assert_near(product, figures[5], &person);
        assert_near(amount_after(steps.last().unwrap(), ", mean $"), figures[5], &person);

        let spread = of("spread");
        let k = decimal_after(&spread[0], ") = ");
        let middle = amount_after(&spread[1], "each percentile = $");
        let marks = [", $", "= $", " / ", " × "];
        let [again, implied, narrowed, moved] = marks.map(|mark| amount_after(&spread[2], mark));
        assert_near(again, middle, &person);
        assert!((moved / (product / mean) - 1.0).abs() < 2e-6, "{person}: {}", spread[2]);
        let apart = (implied / narrowed * moved - middle).abs();
        // What the published percentiles imply is printed in whole dollars too.
        assert!(apart <= 0.5 * moved / narrowed + 0.5 + 0.1, "{person}: {apart} apart");
        let published = PERCENTILES.map(|(name, _)| amount_after(&published, &format!("{name} $")));
        for (amount, found) in published.into_iter().zip(&figures) {
            let ratio = (amount / published[2]).powf(k);
            // The middle is printed in whole dollars too.
            let allowed = 0.5 * ratio + 0.5 + 0.1;
            let apart = (middle * ratio - found).abs();
            assert!(apart <= allowed, "{person}: {found} is told, {apart} away is worked out");
        }
    }
}

#[test]
fn every_format_has_the_same_figures() {
    for person in people() {
        let answer = json("estimate", &person);
        let mut expected = amounts(&answer, "/pay").to_vec();
        expected.push(number(&answer, "/pay/mean"));
        assert_eq!(json("explain", &person)["pay"], answer["pay"], "{person}");

        let plain = run(&format!("estimate --format plain {person}"));
        let row = lines(&plain, "pay").remove(0);
        let found: Vec<f64> = row.split('\t').map(|digits| digits.parse().unwrap()).collect();
        assert_eq!(found, expected, "{person}: plain");

        let table = run(&format!("estimate --details --format table {person}"));
        let row = table.lines().skip_while(|line| !line.contains("  p10  ")).nth(1).unwrap();
        let digits = row.split_whitespace().rev().take(6);
        let mut found: Vec<f64> =
            digits.map(|digits| digits.replace(',', "").parse().unwrap()).collect();
        found.reverse();
        assert_eq!(found, expected, "{person}: table");

        let field = run(&format!("estimate --field pay.p50 {person}"));
        assert_eq!(field, format!("{}\n", answer["pay"]["p50"]), "{person}: field");
    }
}

fn person_states_nothing(answer: &Value) -> bool {
    ["certs", "experience", "specialty", "setting", "education"]
        .iter()
        .all(|fact| answer["profile"].get(fact).is_none())
}

/// The mean of the distribution through five percentiles, straight in (z, ln pay) between them and
/// beyond: a sum over slices of z.
fn summed_mean(amounts: [f64; 5]) -> f64 {
    const SLICES: u32 = 20_000;
    const REACH: f64 = 9.0;
    let width = 2.0 * REACH / f64::from(SLICES);
    let slice = |slice: u32| {
        let z = -REACH + (f64::from(slice) + 0.5) * width;
        let i = PERCENTILES[1..4].iter().filter(|(_, knot)| z > *knot).count();
        let [(_, from), (_, to)] = [PERCENTILES[i], PERCENTILES[i + 1]];
        let share = (z - from) / (to - from);
        let amount = amounts[i].powf(1.0 - share) * amounts[i + 1].powf(share);
        amount * (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt() * width
    };
    (0..SLICES).map(slice).sum()
}

fn assert_near(worked_out: f64, stated: f64, person: &str) {
    let apart = (worked_out - stated).abs();
    assert!(apart <= ONE_DOLLAR, "{person}: {worked_out} is worked out, {stated} is told");
}
