//! The months of milestones against sums of durations by exact convolution.

use mbc_calc::data::{CareerNumber, CareerSpan, Tables};
use mbc_calc::engine::career::Milestone;
use mbc_calc::quantity::Triangular;

use super::{TABLES, ask, assert_close, reached, with_number, without_risk};

/// How far the share of ten thousand careers below a month may be off: as many drawn blindly would
/// be off by more once in five.
const TOLERANCE: f64 = 0.006;

/// The probability of each number of months.
#[derive(Clone)]
struct Months(Vec<f64>);

impl Months {
    fn none() -> Self {
        Self(vec![1.0])
    }

    /// F(n + ½) − F(n − ½) of the triangle between the shortest and the longest.
    fn of(low: f64, mode: f64, high: f64) -> Self {
        let below = |x: f64| match x {
            _ if x <= low => 0.0,
            _ if x >= high => 1.0,
            _ if x < mode => (x - low).powi(2) / (high - low) / (mode - low),
            _ => 1.0 - (high - x).powi(2) / (high - low) / (high - mode),
        };
        let last = high.round() as usize;
        let months = (0..=last + 1).map(|n| below(n as f64 + 0.5) - below(n as f64 - 0.5));
        Self(months.collect())
    }

    fn of_span(span: CareerSpan, times: f64) -> Self {
        let span: Triangular = TABLES.career.span(span).value;
        Self::of(span.low() * times, span.mode() * times, span.high() * times)
    }

    fn plus(&self, other: &Self) -> Self {
        let mut sum = vec![0.0; self.0.len() + other.0.len() - 1];
        for (a, p) in self.0.iter().enumerate() {
            for (b, q) in other.0.iter().enumerate() {
                sum[a + b] += p * q;
            }
        }
        Self(sum)
    }

    /// The months left after some have passed, none when more have.
    fn less(&self, passed: usize) -> Self {
        let (done, left) = self.0.split_at(passed.min(self.0.len()));
        let mut months = vec![0.0; left.len().max(1)];
        months[..left.len()].copy_from_slice(left);
        months[0] += done.iter().sum::<f64>();
        Self(months)
    }

    /// Either with the probability `share`, or the other.
    fn or(&self, share: f64, other: &Self) -> Self {
        let at = |months: &Self, n: usize| months.0.get(n).copied().unwrap_or_default();
        let length = self.0.len().max(other.0.len());
        Self((0..length).map(|n| share * at(self, n) + (1.0 - share) * at(other, n)).collect())
    }

    fn at_most(&self, months: usize) -> f64 {
        self.0.iter().take(months + 1).sum()
    }

    /// Compares the share and the percentiles of a milestone.
    fn is_reached(&self, tables: &Tables, facts: &str, milestone: Milestone, share: f64) {
        let answer = ask(tables, facts);
        let horizon = answer.settings.horizon.get() as usize * 12;
        let what = format!("{facts}: {}", milestone.name());
        let actual = reached(&answer, milestone);
        let within = self.at_most(horizon - 1);
        assert_close(actual.share.get(), share * within, 0.002, &what);
        let months = actual.months.expect("somebody reaches it");
        for (percentile, month) in [0.1, 0.5, 0.9].into_iter().zip(months) {
            // The exact share below the month is under the percentile, that up to it over it.
            let month = month as usize;
            let below = if month == 0 { 0.0 } else { self.at_most(month - 1) / within };
            let up_to = self.at_most(month) / within;
            assert!(
                below <= percentile + TOLERANCE && percentile - TOLERANCE <= up_to,
                "{what}: {percentile} is told as month {month}, from {below} to {up_to}"
            );
        }
    }
}

#[test]
fn a_convolution_adds_up_to_certainty_and_to_the_mean() {
    for span in CareerSpan::ALL {
        let months = Months::of_span(span, 1.0);
        assert_close(months.0.iter().sum(), 1.0, 1e-12, span.name());
    }
    let sum = Months::of(4.0, 6.0, 12.0).plus(&Months::of(1.0, 3.0, 9.0));
    let mean: f64 = sum.0.iter().enumerate().map(|(n, p)| n as f64 * p).sum();
    assert_close(mean, 22.0 / 3.0 + 13.0 / 3.0, 0.01, "the mean of two triangles");
}

#[test]
fn every_milestone_of_a_newcomer_comes_when_the_durations_add_up_to_it() {
    // Only program and exam can fail here: what the other coins do is counted elsewhere.
    let share = |number| TABLES.career.number(number).value;
    let (completion, first, either) = (
        share(CareerNumber::Completion),
        share(CareerNumber::FirstTimePass),
        share(CareerNumber::EventualPass),
    );
    let risks = [
        (CareerNumber::Completion, completion),
        (CareerNumber::FirstTimePass, first),
        (CareerNumber::EventualPass, either),
    ];
    let tables = &risks
        .into_iter()
        .fold(without_risk(&TABLES), |tables, (number, value)| with_number(&tables, number, value));
    for (facts, training, later) in [
        ("horizon=40", CareerSpan::Training, 1.0),
        ("horizon=40 program=accelerated", CareerSpan::AcceleratedTraining, 1.0),
        ("horizon=40 ai=early seed=7", CareerSpan::Training, 0.75),
        ("horizon=10", CareerSpan::Training, 1.0),
        ("horizon=3 state=CA", CareerSpan::Training, 1.0),
    ] {
        let trained = Months::of_span(training, 1.0);
        trained.is_reached(tables, facts, Milestone::Trained, completion);
        let sat = trained.plus(&Months::of_span(CareerSpan::ExamPreparation, 1.0));
        let again = sat.plus(&Months::of_span(CareerSpan::RetakePreparation, 1.0));
        let certified = sat.or(first / either, &again);
        certified.is_reached(tables, facts, Milestone::Certified, completion * either);
        let first_job = certified.plus(&Months::of_span(CareerSpan::FirstJobSearch, 1.0));
        first_job.is_reached(tables, facts, Milestone::FirstJob, completion * either);
        let remote = first_job.plus(&Months::of_span(CareerSpan::InOffice, 1.0));
        let specialist = remote.plus(&Months::of_span(CareerSpan::ToSpecialist, later));
        let pivot = specialist.plus(&Months::of_span(CareerSpan::ToPivot, later));
        for (months, milestone) in [
            (remote, Milestone::Remote),
            (specialist, Milestone::Specialist),
            (pivot, Milestone::Pivot),
        ] {
            if !facts.contains("horizon=3 ") || milestone == Milestone::Remote {
                months.is_reached(tables, facts, milestone, completion * either);
            }
        }
    }
}

#[test]
fn who_is_on_the_way_has_only_the_rest_ahead() {
    let search = Months::of_span(CareerSpan::FirstJobSearch, 1.0);
    let office = Months::of_span(CareerSpan::InOffice, 1.0);
    let specialist = Months::of_span(CareerSpan::ToSpecialist, 1.0);
    let pivot = Months::of_span(CareerSpan::ToPivot, 1.0);
    let tables = &without_risk(&TABLES);
    for (facts, ahead) in [
        ("horizon=40 certs=1", search.plus(&office)),
        ("horizon=40 certs=1 experience=0.5", office.less(6)),
        ("horizon=40 certs=1 experience=1.5", office.less(18)),
        ("horizon=40 certs=1 experience=5", Months::none()),
    ] {
        ahead.is_reached(tables, facts, Milestone::Remote, 1.0);
        let specialist = ahead.plus(&specialist);
        specialist.is_reached(tables, facts, Milestone::Specialist, 1.0);
        specialist.plus(&pivot).is_reached(tables, facts, Milestone::Pivot, 1.0);
    }
    search.is_reached(tables, "horizon=40 certs=1", Milestone::FirstJob, 1.0);
    pivot.is_reached(
        tables,
        "horizon=40 certs=2 experience=9 specialty=surgery",
        Milestone::Pivot,
        1.0,
    );
}

#[test]
fn who_works_adjacent_job_moves_when_the_durations_add_up_to_it() {
    let search = Months::of_span(CareerSpan::FirstJobSearch, 1.0);
    let tables = &with_number(&without_risk(&TABLES), CareerNumber::Placement, 0.0);
    let facts = "horizon=40 certs=1";
    search.is_reached(tables, facts, Milestone::AdjacentJob, 1.0);
    let coding = search.plus(&Months::of_span(CareerSpan::AdjacentMonths, 1.0));
    coding.is_reached(tables, facts, Milestone::FirstJob, 1.0);
    coding.plus(&Months::of_span(CareerSpan::InOffice, 1.0)).is_reached(
        tables,
        facts,
        Milestone::Remote,
        1.0,
    );
}

#[test]
fn a_later_exam_that_is_retaken_comes_later() {
    let pass = TABLES.career.number(CareerNumber::FurtherPass).value;
    let tables = &with_number(&without_risk(&TABLES), CareerNumber::FurtherPass, pass);
    let facts = "horizon=40 certs=1 experience=5";
    let either = pass + (1.0 - pass) * pass;
    let wait = Months::of_span(CareerSpan::ToSpecialist, 1.0);
    let again = wait.plus(&Months::of_span(CareerSpan::RetakePreparation, 1.0));
    wait.or(pass / either, &again).is_reached(tables, facts, Milestone::Specialist, either);
    // Without an exam nobody fails it.
    let facts = "horizon=40 certs=1 experience=5 certs_plan=none";
    wait.is_reached(tables, facts, Milestone::Specialist, 1.0);
}

#[test]
fn who_is_in_the_field_is_still_there_as_often_as_the_hazard_says() {
    let yearly = TABLES.career.number(CareerNumber::Leaving).value;
    let answer = ask(&TABLES, "certs=1 experience=6 horizon=20");
    for year in &answer.years {
        // The first month is always worked.
        let months = f64::from(year.year * 12 - 1);
        assert_close(
            year.in_field.get(),
            (1.0 - yearly).powf(months / 12.0),
            0.002,
            "in the field",
        );
    }
}
