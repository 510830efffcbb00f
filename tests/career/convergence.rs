//! Ten thousand careers stand for a million: under any of twenty seeds fixed beforehand, months are
//! told within two months and amounts within one percent.

use mbc_calc::engine::Timeline;
use mbc_calc::engine::career::Outcome;
use mbc_calc::quantity::{Change, Dollars};

use super::{TABLES, ask};

const SEEDS: [u32; 20] = [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    11,
    101,
    1_009,
    10_007,
    100_003,
    1_000_003,
    10_000_019,
    100_000_007,
    1_000_000_007,
    4_294_967_291,
];

/// The careers of the reference.
const MANY: u32 = 1_000_000;

/// The largest deviation of each kind, and where it is.
#[derive(Default)]
struct Worst {
    months: (u32, String),
    amounts: (f64, String),
    gains: (f64, String),
    shares: (f64, String),
}

impl Worst {
    fn month(&mut self, told: Option<u32>, known: Option<u32>, what: impl Fn() -> String) {
        let apart = match (told, known) {
            (Some(told), Some(known)) => told.abs_diff(known),
            (None, None) => 0,
            _ => u32::MAX,
        };
        if apart > self.months.0 {
            self.months = (apart, what());
        }
    }

    fn share(&mut self, told: f64, known: f64, what: impl Fn() -> String) {
        keep(&mut self.shares, (told - known).abs(), what);
    }

    fn pay(
        &mut self,
        told: &Outcome<Dollars>,
        known: &Outcome<Dollars>,
        what: impl Fn() -> String,
    ) {
        for (told, known) in [told.p10, told.p50, told.p90, told.mean]
            .into_iter()
            .zip([known.p10, known.p50, known.p90, known.mean])
        {
            keep(&mut self.amounts, (told.get() / known.get() - 1.0).abs(), &what);
        }
    }

    /// A gain is what is left of two sums of pay and may be nothing: it is held against the pay so
    /// far where that is more.
    fn gain(
        &mut self,
        told: &Outcome<Change>,
        known: &Outcome<Change>,
        paid: f64,
        what: impl Fn() -> String,
    ) {
        for (told, known) in [told.p10, told.p50, told.p90, told.mean]
            .into_iter()
            .zip([known.p10, known.p50, known.p90, known.mean])
        {
            let whole = known.get().abs().max(paid);
            keep(&mut self.gains, (told.get() - known.get()).abs() / whole, &what);
        }
    }

    fn compare(&mut self, told: &Timeline, known: &Timeline, seed: u32) {
        for (told, known) in told.milestones.iter().zip(&known.milestones) {
            let name = told.milestone.name();
            self.share(told.share.get(), known.share.get(), || format!("{name}, seed {seed}"));
            let months = |months: Option<[u32; 3]>| months.map_or([None; 3], |m| m.map(Some));
            for (told, known) in months(told.months).into_iter().zip(months(known.months)) {
                self.month(told, known, || format!("{name}, seed {seed}: {told:?}, {known:?}"));
            }
        }
        for (told, known) in told.break_even.months.into_iter().zip(known.break_even.months) {
            self.month(told, known, || format!("break-even, seed {seed}: {told:?}, {known:?}"));
        }
        let never = [told, known].map(|answer| answer.break_even.never.get());
        self.share(never[0], never[1], || format!("never, seed {seed}"));
        let mut paid = 0.0;
        for (told, known) in told.years.iter().zip(&known.years) {
            paid += known.pay.p50.get();
            let what = |what: &str| format!("{what} of year {}, seed {seed}", told.year);
            self.pay(&told.pay, &known.pay, || what("pay"));
            if known.employed.get() > 0.05 {
                let pay = told.in_field.as_ref().zip(known.in_field.as_ref());
                let (told, known) = pay.expect("some work in the field");
                self.pay(told, known, || what("pay in the field"));
            }
            self.gain(&told.gain, &known.gain, paid, || what("gain"));
        }
        for (years, told, known) in
            [(0.5, &told.gain_5, &known.gain_5), (1.0, &told.gain_10, &known.gain_10)]
        {
            let (told, known) = told.as_ref().zip(known.as_ref()).expect("ten years are followed");
            self.gain(told, known, paid * years, || format!("present value, seed {seed}"));
        }
    }
}

fn keep(worst: &mut (f64, String), apart: f64, what: impl Fn() -> String) {
    if apart > worst.0 {
        *worst = (apart, what());
    }
}

fn ten_thousand_stand_for_a_million(facts: &str) {
    let known = ask(&TABLES, &format!("{facts} careers={MANY} seed=123456"));
    let mut worst = Worst::default();
    for seed in SEEDS {
        worst.compare(&ask(&TABLES, &format!("{facts} seed={seed}")), &known, seed);
    }
    let Worst { months, amounts, gains, shares } = worst;
    let told = format!(
        "{facts}: {} months ({}), {:.5} of pay ({}), {:.5} of gains ({}), {:.5} of a share ({})",
        months.0, months.1, amounts.0, amounts.1, gains.0, gains.1, shares.0, shares.1
    );
    assert!(months.0 <= 2 && amounts.0 <= 0.01 && gains.0 <= 0.01 && shares.0 <= 0.005, "{told}");
}

#[test]
fn a_newcomer_is_told_within_two_months_and_one_percent() {
    ten_thousand_stand_for_a_million("state=MS employer_state=MA current_salary=36000");
}

#[test]
fn a_coder_is_told_within_two_months_and_one_percent() {
    ten_thousand_stand_for_a_million("state=CA certs=1 experience=1");
}
