//! Ten thousand careers stand for a million: under any of twenty seeds fixed beforehand, months are
//! estimated within two months and amounts within one percent; of newcomers, of whom few get far,
//! within four months and three percent.

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
    fn month(&mut self, estimated: Option<u32>, known: Option<u32>, what: impl Fn() -> String) {
        let apart = match (estimated, known) {
            (Some(estimated), Some(known)) => estimated.abs_diff(known),
            (None, None) => 0,
            _ => u32::MAX,
        };
        if apart > self.months.0 {
            self.months = (apart, what());
        }
    }

    fn share(&mut self, estimated: f64, known: f64, what: impl Fn() -> String) {
        keep(&mut self.shares, (estimated - known).abs(), what);
    }

    fn pay(
        &mut self,
        estimated: &Outcome<Dollars>,
        known: &Outcome<Dollars>,
        what: impl Fn() -> String,
    ) {
        for (estimated, known) in [estimated.p10, estimated.p50, estimated.p90, estimated.mean]
            .into_iter()
            .zip([known.p10, known.p50, known.p90, known.mean])
        {
            keep(&mut self.amounts, (estimated.get() / known.get() - 1.0).abs(), &what);
        }
    }

    /// A gain is what is left of two sums of pay and may be nothing: it is held against the pay so
    /// far where that is more.
    fn gain(
        &mut self,
        estimated: &Outcome<Change>,
        known: &Outcome<Change>,
        paid: f64,
        what: impl Fn() -> String,
    ) {
        for (estimated, known) in [estimated.p10, estimated.p50, estimated.p90, estimated.mean]
            .into_iter()
            .zip([known.p10, known.p50, known.p90, known.mean])
        {
            let whole = known.get().abs().max(paid);
            keep(&mut self.gains, (estimated.get() - known.get()).abs() / whole, &what);
        }
    }

    fn compare(&mut self, estimated: &Timeline, known: &Timeline, seed: u32) {
        for (estimated, known) in estimated.milestones.iter().zip(&known.milestones) {
            let name = estimated.milestone.name();
            self.share(estimated.share.get(), known.share.get(), || format!("{name}, seed {seed}"));
            let months = |months: Option<[u32; 3]>| months.map_or([None; 3], |m| m.map(Some));
            for (estimated, known) in months(estimated.months).into_iter().zip(months(known.months))
            {
                self.month(estimated, known, || {
                    format!("{name}, seed {seed}: {estimated:?}, {known:?}")
                });
            }
        }
        for (estimated, known) in
            estimated.break_even.months.into_iter().zip(known.break_even.months)
        {
            self.month(estimated, known, || {
                format!("break-even, seed {seed}: {estimated:?}, {known:?}")
            });
        }
        let never = [estimated, known].map(|answer| answer.break_even.never.get());
        self.share(never[0], never[1], || format!("never, seed {seed}"));
        let mut paid = 0.0;
        for (estimated, known) in estimated.years.iter().zip(&known.years) {
            paid += known.pay.p50.get();
            let what = |what: &str| format!("{what} of year {}, seed {seed}", estimated.year);
            self.pay(&estimated.pay, &known.pay, || what("pay"));
            // Where few are in the field, few draw their percentiles.
            if known.in_field.get() > 0.15 {
                let pay = estimated.in_field_pay.as_ref().zip(known.in_field_pay.as_ref());
                let (estimated, known) = pay.expect("some work in the field");
                self.pay(estimated, known, || what("pay in the field"));
            }
            self.gain(&estimated.gain, &known.gain, paid, || what("gain"));
        }
        for (years, estimated, known) in
            [(0.5, &estimated.gain_5, &known.gain_5), (1.0, &estimated.gain_10, &known.gain_10)]
        {
            let (estimated, known) =
                estimated.as_ref().zip(known.as_ref()).expect("ten years are followed");
            self.gain(estimated, known, paid * years, || format!("present value, seed {seed}"));
        }
    }
}

fn keep(worst: &mut (f64, String), apart: f64, what: impl Fn() -> String) {
    if apart > worst.0 {
        *worst = (apart, what());
    }
}

fn ten_thousand_stand_for_a_million(facts: &str, apart: u32, percent: u8) {
    let known = ask(&TABLES, &format!("{facts} careers={MANY} seed=123456"));
    let mut worst = Worst::default();
    for seed in SEEDS {
        worst.compare(&ask(&TABLES, &format!("{facts} seed={seed}")), &known, seed);
    }
    let Worst { months, amounts, gains, shares } = worst;
    let summary = format!(
        "{facts}: {} months ({}), {:.5} of pay ({}), {:.5} of gains ({}), {:.5} of a share ({})",
        months.0, months.1, amounts.0, amounts.1, gains.0, gains.1, shares.0, shares.1
    );
    let part = f64::from(percent) / 100.0;
    assert!(
        months.0 <= apart && amounts.0 <= part && gains.0 <= part && shares.0 <= 0.005,
        "{summary}"
    );
}

#[test]
fn a_newcomer_is_estimated_within_four_months_and_three_percent() {
    // Three hundred of ten thousand get as far as the last milestone.
    ten_thousand_stand_for_a_million("state=MS employer_state=MA pay=36000", 4, 3);
}

#[test]
fn a_coder_is_estimated_within_two_months_and_one_percent() {
    ten_thousand_stand_for_a_million("state=CA certs=1 experience=1", 2, 1);
}
