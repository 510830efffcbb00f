//! The simulation against two other programs, which read the tables as plain TOML:
//! `tests/independent/career.py` works out averages, shares and months by exact convolution,
//! `tests/independent/walks.py` walks careers with ordinary random numbers.

use mbc_calc::engine::Timeline;
use mbc_calc::engine::career::{Gain, Milestone, Outcome, Progress, sensitivity};
use mbc_calc::quantity::{Change, Dollars};
use serde_json::Value;

use super::{TABLES, ask, assert_close};

/// So many careers of the program, spread evenly.
const CAREERS: &str = "careers=16384";

/// How far a mean may be off, as a share of all that is paid by then.
const TOLERANCE: f64 = 0.003;

/// How far a share may be off.
const OF_SHARES: f64 = 0.003;

#[test]
fn every_case_of_the_independent_career_agrees() {
    let cases = lines(include_str!("../../independent/careers.jsonl"));
    assert!(cases.len() >= 20, "{} cases", cases.len());
    for case in &cases {
        Case::of(case).has_the_exact_averages();
    }
}

#[test]
fn every_case_of_the_independent_walks_agrees() {
    let cases = lines(include_str!("../../independent/walks.jsonl"));
    assert!(cases.len() >= 10, "{} cases", cases.len());
    for case in &cases {
        Case::of(case).is_spread_alike();
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a case is JSON")).collect()
}

/// Facts with the answers of both.
struct Case<'c> {
    facts: String,
    expected: &'c Value,
    answer: Timeline<'static>,
}

impl<'c> Case<'c> {
    fn of(expected: &'c Value) -> Self {
        let facts = expected["profile"].as_object().expect("a profile is an object");
        let fact = |(key, text): (&String, &Value)| format!("{key}={} ", text.as_str().unwrap());
        let facts = facts.iter().map(fact).collect::<String>() + CAREERS;
        Self { answer: ask(&TABLES, &facts), facts, expected }
    }

    fn value(&self, cell: &Value) -> f64 {
        cell.as_f64().unwrap_or_else(|| panic!("{}: {cell} is no number", self.facts))
    }

    fn what(&self, what: &str) -> String {
        format!("{}: {what}", self.facts)
    }

    fn has_the_exact_averages(&self) {
        self.reaches_the_milestones(OF_SHARES);
        let years = self.expected["years"].as_array().expect("years are a list");
        assert_eq!(self.answer.years.len(), years.len(), "{}", self.what("years"));
        let mut paid = vec![0.0];
        for (actual, exact) in self.answer.years.iter().zip(years) {
            let what = |what: &str| self.what(&format!("{what} of year {}", actual.year));
            let pay = self.value(&exact["pay"]);
            let so_far = paid[paid.len() - 1] + pay;
            paid.push(so_far);
            assert_close(
                actual.in_field.get(),
                self.value(&exact["in_field"]),
                OF_SHARES,
                &what("in the field"),
            );
            assert_close(actual.pay.mean.get(), pay, pay * TOLERANCE, &what("pay"));
            let without = self.value(&exact["without"]);
            assert_close(actual.without.mean.get(), without, pay * TOLERANCE, &what("without"));
            assert_close(
                actual.gain.mean.get(),
                self.value(&exact["gain"]),
                so_far * TOLERANCE,
                &what("gain"),
            );
        }
        let paid = [5, 10].map(|year: usize| paid[year.min(paid.len() - 1)]);
        self.gains_the_same(&paid);
        if !self.expected["sensitivity"].is_null() {
            self.depends_on_the_same(&paid);
        }
    }

    fn reaches_the_milestones(&self, apart: f64) {
        let milestones = self.expected["milestones"].as_object().expect("milestones");
        for actual in &self.answer.milestones {
            let name = match actual.milestone {
                Milestone::AdjacentJob => "beside",
                Milestone::Left => continue,
                milestone => milestone.name(),
            };
            let Some(exact) = milestones.get(name) else {
                // What nobody reaches, or everybody has reached now, is left out there.
                let now = actual.months.is_none_or(|[first, ..]| first == 0);
                assert!(now, "{}", self.what(name));
                continue;
            };
            let what = self.what(name);
            assert_close(actual.share.get(), self.value(&exact["share"]), apart, &what);
            let months = actual.months.expect("somebody reaches it");
            for (actual, exact) in months.into_iter().zip(exact["months"].as_array().unwrap()) {
                assert_close(f64::from(actual), self.value(exact), 2.0, &what);
            }
        }
    }

    /// Compares two means after five and ten years.
    fn means(&self, actual: [Option<f64>; 2], exact: &Value, paid: &[f64; 2], what: &str) {
        for (at, actual) in actual.into_iter().enumerate() {
            let actual = actual.unwrap_or_else(|| panic!("{}: nothing", self.what(what)));
            let exact = self.value(&exact[at]);
            assert_close(actual, exact, paid[at] * TOLERANCE, &self.what(what));
        }
    }

    fn gains_the_same(&self, paid: &[f64; 2]) {
        let answer = &self.answer;
        let mean = |gain: Option<Outcome<Change>>| gain.map(|gain| gain.mean.get());
        let both = [answer.gain_5, answer.gain_10].map(mean);
        self.means(both, &self.expected["gain"], paid, "gain");
        let mean = |gain: Option<Gain>| gain.map(|gain| gain.mean.get());
        for by in &answer.by_progress {
            let (key, share) = match by.progress {
                Progress::All => ("gain", 1.0),
                Progress::Certified => ("gain_if_passed", by.share.get()),
                Progress::CodingJob => ("gain_with_a_job", by.share.get()),
            };
            // So many fewer careers stand for them.
            let paid = paid.map(|paid| paid / share.sqrt());
            let both = [by.gain_5, by.gain_10].map(mean);
            self.means(both, &self.expected[key], &paid, key);
        }
        let best = &answer.if_all_goes_well;
        let both = [best.gain_5, best.gain_10].map(mean);
        self.means(both, &self.expected["gain_if_all_goes_well"], paid, "if all goes well");
        if answer.settings.horizon.get() == 10 {
            let exact = self.expected["gain_by_causal_share"].as_array().expect("three shares");
            let known = [0.0, 0.5, 1.0];
            let found = answer.causal.iter().filter(|found| known.contains(&found.share.get()));
            for (found, exact) in found.zip(exact) {
                let exact = self.value(&exact[1]);
                let what = self.what("causal share");
                assert_close(found.gain.mean.get(), exact, paid[1] * TOLERANCE, &what);
            }
        }
    }

    fn depends_on_the_same(&self, paid: &[f64; 2]) {
        let exact = self.expected["sensitivity"].as_object().expect("rows");
        let rows = sensitivity(&self.answer);
        for row in &rows {
            let Some(exact) = exact.get(&row.item) else {
                // What moves nothing is left out there.
                let [low, high] = row.gain_10.expect("ten years are followed").map(Change::get);
                assert!((low - high).abs() < paid[1] * TOLERANCE, "{}", self.what(&row.item));
                continue;
            };
            for end in 0..2 {
                let found = [row.gain_5, row.gain_10].map(|ends| ends.map(|ends| ends[end].get()));
                self.means(found, &exact[end], paid, &row.item);
            }
        }
        for item in exact.keys() {
            assert!(rows.iter().any(|row| row.item == *item), "{}", self.what(item));
        }
    }

    fn is_spread_alike(&self) {
        // A hundred thousand walks are off by more than this once in a thousand shares.
        self.reaches_the_milestones(0.006);
        let answer = &self.answer;
        let years = self.expected["years"].as_array().expect("years are a list");
        for (actual, exact) in answer.years.iter().zip(years) {
            let what = |what: &str| self.what(&format!("{what} of year {}", actual.year));
            // At one rank pay takes few values, and a percentile falls on the one or the next.
            if answer.stated_rank.is_none() {
                self.percentiles(&actual.pay, &exact["pay"], 0.02, &what("pay"));
                // There it is the pay of the last month: the same, but where many have just begun,
                // or begun to work from home.
                if let Some(pay) = actual.in_field_pay.filter(|_| actual.year > 5) {
                    self.percentiles(&pay, &exact["in_field_pay"], 0.04, &what("pay in the field"));
                }
            }
            let even = answer.break_even.by_year[actual.year as usize - 1].get();
            assert_close(even, self.value(&exact["even"]), 0.01, &what("broken even"));
        }
        for by in &answer.by_progress {
            let key = match by.progress {
                Progress::All => "all",
                Progress::Certified => "passed",
                Progress::CodingJob => "with_a_job",
            };
            for (years, gain) in [("5", by.gain_5), ("10", by.gain_10)] {
                let exact = &self.expected["gain"][key][years];
                let gain = gain.expect("ten years are followed");
                let what = self.what(&format!("{key} after {years} years"));
                let share = self.value(&exact["share_with_a_gain"]);
                assert_close(gain.gaining.get(), share, 0.012, &what);
                let median = self.value(&exact["median"]);
                // Where about half gain, few careers are near the median, which is then loose.
                let tolerance = (median.abs() * 0.06).max(1_500.0);
                assert_close(gain.median.get(), median, tolerance, &what);
            }
        }
    }

    fn percentiles(&self, actual: &Outcome<Dollars>, exact: &Value, apart: f64, what: &str) {
        let actual = [actual.p10, actual.p25, actual.p50, actual.p75, actual.p90];
        for (actual, exact) in actual.into_iter().zip(exact.as_array().expect("five")) {
            let exact = self.value(exact);
            assert_close(actual.get(), exact, exact * apart, what);
        }
    }
}
