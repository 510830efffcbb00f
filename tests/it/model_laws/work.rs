//! Laws of part-time and contract work.

use mbc_calc::engine::{Contract, Figures, Rank};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::quantity::{Dollars, Percentile};
use proptest::prelude::*;

use super::people::anyone;
use super::{answer, config};

/// Two amounts that agree but for the last digits of their computation.
fn same(a: Dollars, b: f64) -> bool {
    (a.get() - b).abs() <= 1e-9 * b.abs().max(1.0)
}

fn contract(draft: &Draft) -> Contract<'static> {
    answer(draft).figures.contract.expect("a contractor has a contract")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn part_time_pays_the_same_an_hour_in_every_figure(draft in anyone(), hours in 1_u32..=80) {
        let full = answer(&draft);
        let part = answer(&draft.state(Key::Hours, hours.to_string()));
        let ratio = f64::from(hours) / 40.0;
        for (full, part) in full.figures.scenarios.iter().zip(&part.figures.scenarios) {
            for percentile in Percentile::ALL {
                let [full, part] = [full, part].map(|one| one.pay.percentiles.at(percentile));
                prop_assert!(same(part, full.get() * ratio), "{:?} {:?}", full, part);
            }
            prop_assert!(same(part.pay.mean, full.pay.mean.get() * ratio));
        }
        let last = part.steps.last().expect("there are steps");
        prop_assert!(same(last.mean_after, part.figures.chosen().pay.mean.get()));
        prop_assert_eq!(part.steps.len(), full.steps.len() + usize::from(hours != 40));
        prop_assert!(part.figures.grade >= full.figures.grade);
        if hours == 40 {
            prop_assert_eq!(&part.figures, &full.figures);
        }
    }

    #[test]
    fn a_contract_changes_no_pay_and_no_grade(draft in anyone(), rate in 1_u32..=1_000) {
        let employed = answer(&draft).figures;
        let draft = draft.state(Key::Employment, "contract").state(Key::HourlyRate, rate.to_string());
        let contractor = answer(&draft).figures;
        prop_assert!(contractor.contract.is_some());
        prop_assert_eq!(Figures { contract: None, ..contractor }, employed);
    }

    #[test]
    fn the_rate_that_leaves_a_percentile_is_placed_at_it(
        draft in anyone(), hours in 1_u32..=80, at in 0_usize..5
    ) {
        let draft = draft.state(Key::Employment, "contract").state(Key::Hours, hours.to_string());
        let rate = contract(&draft).rate.percentiles.amounts()[at];
        prop_assume!((1.0..=1_000.0).contains(&rate.get()));
        let pay = answer(&draft).figures.chosen().pay.percentiles;
        let stated = contract(&draft.state(Key::HourlyRate, rate.get().to_string())).stated;
        let stated = stated.expect("a rate is stated");
        prop_assert!(same(stated.leaves, pay.amounts()[at].get()));
        let rest = stated.billed.get() - stated.overhead.get() - stated.payroll_tax.get();
        prop_assert!(same(stated.leaves, rest));
        let expected = [0.10, 0.25, 0.50, 0.75, 0.90][at];
        // Percentiles that share an amount stand at the lowest of them.
        let shared = pay.amounts().windows(2).any(|two| same(two[0], two[1].get()));
        prop_assert!(shared || match stated.rank {
            Rank::At(share) => (share.get() - expected).abs() < 1e-6,
            Rank::BelowP10 => at == 0,
            Rank::AboveP90 => at == 4,
        }, "{:?}", stated.rank);
    }

    #[test]
    fn a_higher_rate_never_is_placed_lower(draft in anyone(), a in 1_u32..=300, b in 1_u32..=300) {
        let place = |rate: u32| {
            let draft = draft.clone().state(Key::Employment, "contract");
            let stated = contract(&draft.state(Key::HourlyRate, rate.to_string())).stated;
            match stated.expect("a rate is stated").rank {
                Rank::BelowP10 => 0.0,
                Rank::At(share) => share.get(),
                Rank::AboveP90 => 1.0,
            }
        };
        prop_assert!(place(a.min(b)) <= place(a.max(b)) + 1e-12);
    }
}

/// By hand: 40 × 2,080 × 0.85 = 70,720 billed; less 7,072 leaves 63,648, which pays 59,125 and 7.65 %
/// of that.
#[test]
fn forty_dollars_an_hour_leave_what_the_method_says() {
    let draft = Draft::default().state(Key::Employment, "contract").state(Key::HourlyRate, "40");
    let contract = contract(&draft);
    let stated = contract.stated.expect("a rate is stated");
    let parts = [stated.billed, stated.overhead, stated.payroll_tax, stated.leaves];
    let parts = parts.map(|part| part.get().round());
    assert_eq!(parts.map(|part| part.to_string()), ["70720", "7072", "4523", "59125"]);
    // 51,140 / (2,080 × 0.85 × 0.90 / 1.0765) = 34.5979.
    assert!((contract.rate.percentiles.at(Percentile::P50).get() - 34.5979).abs() < 1e-4);
}
