//! Laws that hold whatever is earned wherever.

use mbc_calc::data::{Filing, TaxYear};
use mbc_calc::engine::tax::{Earnings, Law, StateCase, state_case};
use mbc_calc::quantity::PlaceCode;
use proptest::prelude::*;

use super::{code, law, left};

/// Where ten dollars more can leave less: a credit ends, a deduction falls or a ladder rises by steps.
/// A scan of every ten dollars from 20,000 to 399,000 finds no other state.
const WITH_STEPS: [&str; 16] = [
    "AR", "CA", "CO", "CT", "HI", "IL", "KY", "ME", "MD", "MO", "NM", "NY", "OH", "OK", "OR", "RI",
];

/// The deepest step: Colorado's cap on deductions at 300,000.
const DEEPEST: f64 = 700.0;

fn states() -> Vec<PlaceCode> {
    let tables = mbc_calc::built_in();
    let places = tables.geography.iter().map(|place| place.code);
    places.filter(|&place| tables.taxes.state(place).is_some()).collect()
}

fn any_law() -> impl Strategy<Value = (usize, bool, bool, bool)> {
    (0..51_usize, any::<bool>(), any::<bool>(), any::<bool>())
}

proptest! {
    #[test]
    fn gross_less_every_part_is_what_is_left(
        (state, later, joint, profit) in any_law(),
        gross in 10_000.0..400_000.0_f64,
    ) {
        let tables = mbc_calc::built_in();
        let law = Law {
            year: if later { TaxYear::Of2026 } else { TaxYear::Of2025 },
            filing: if joint { Filing::Joint } else { Filing::Single },
            home: Some(states()[state]),
            ..law(&tables.taxes, "")
        };
        let earned = if profit { Earnings::profit } else { Earnings::wages };
        let taken = law.take_home(earned(gross));
        let parts: f64 = taken.parts().iter().map(|part| part.amount).sum();
        prop_assert!((gross - parts - taken.left()).abs() < 1e-6);
        let refunds = taken.state.as_ref().unwrap().refunds;
        prop_assert!(taken.left() <= gross + refunds + taken.federal.low_earnings_credit);
        prop_assert!(taken.left() > 0.4 * gross);
        let federal = taken.federal;
        if profit && federal.net_earnings < 176_100.0 {
            prop_assert!((federal.self_employment - 0.153 * 0.9235 * gross).abs() < 0.01);
        }
    }

    #[test]
    fn a_thousand_dollars_more_leave_more_but_below_the_cap_of_colorado(
        state in 0..51_usize,
        gross in 20_000.0..398_000.0_f64,
    ) {
        let tables = mbc_calc::built_in();
        let home = states()[state];
        let law = law(&tables.taxes, home.as_str());
        let kept = law.share_kept(Earnings::wages(gross));
        prop_assert!(kept < 1.0, "{} {}", home, kept);
        let is_capped = home.as_str() == "CO" && (299_000.0..300_000.0).contains(&gross);
        prop_assert!(kept > 0.0 || is_capped, "{} {}", home, kept);
    }

    #[test]
    fn ten_dollars_more_leave_less_only_at_a_step(
        state in 0..51_usize,
        gross in 20_000.0..398_000.0_f64,
    ) {
        let tables = mbc_calc::built_in();
        let home = states()[state];
        let law = law(&tables.taxes, home.as_str());
        let gain = left(&law, gross + 10.0) - left(&law, gross);
        let deepest = if WITH_STEPS.contains(&home.as_str()) { DEEPEST } else { 0.0 };
        prop_assert!(gain > -deepest, "{} {}", home, gain);
        prop_assert!(gain < 10.0, "{} {}", home, gain);
    }

    #[test]
    fn a_rule_of_the_employers_state_never_leaves_more(
        state in 0..51_usize,
        employer in 0..6_usize,
        gross in 20_000.0..300_000.0_f64,
    ) {
        let tables = mbc_calc::built_in();
        let employer = code(["NY", "DE", "PA", "NE", "NJ", "CT"][employer]);
        let home = states()[state];
        let ignored = law(&tables.taxes, home.as_str());
        let case = state_case(&tables.taxes, home, Some(employer), false);
        if let Some(applied) = ignored.with_other(case) {
            prop_assert!(left(&applied, gross) <= left(&ignored, gross) + 1e-9);
        }
    }
}

#[test]
fn no_pay_is_taxed_twice_where_the_home_state_gives_its_credit() {
    let tables = mbc_calc::built_in();
    let mut applied = 0;
    for home in states() {
        for employer in states() {
            let ignored = law(&tables.taxes, home.as_str());
            let case = state_case(&tables.taxes, home, Some(employer), false);
            let Some(law) = ignored.with_other(case) else { continue };
            for wages in [25_000.0, 50_250.0, 81_227.0, 150_000.0] {
                let taken = law.take_home(Earnings::wages(wages));
                let own = taken.state.as_ref().unwrap();
                let other = taken.other.as_ref().unwrap();
                let both = own.before_refunds.max(other.tax) - own.refunds + own.contribution;
                assert!((taken.state_total() - both).abs() < 1e-9, "{home} {employer} {wages}");
                applied += 1;
            }
        }
    }
    assert!(applied > 700, "{applied}");
}

#[test]
fn agreements_hold_in_both_directions_but_the_districts() {
    let tables = mbc_calc::built_in();
    let is_agreed = |home, employer| {
        let case = state_case(&tables.taxes, home, Some(employer), false);
        matches!(case, StateCase::Reciprocal(_))
    };
    let mut agreements = 0;
    for home in states() {
        for employer in states() {
            assert!(home != employer || !is_agreed(home, employer), "{home}");
            if is_agreed(home, employer) && employer.as_str() != "DC" {
                let taxes_wages = tables.taxes.state(home).unwrap().base.is_some();
                assert!(is_agreed(employer, home) || !taxes_wages, "{home} {employer}");
                agreements += 1;
            }
        }
    }
    assert!(agreements > 50, "{agreements}");
}

#[test]
fn a_rule_of_convenience_reaches_one_way_where_the_law_does() {
    let tables = mbc_calc::built_in();
    let is_reached = |home: &str, employer: &str| {
        let case = state_case(&tables.taxes, code(home), Some(code(employer)), false);
        matches!(case, StateCase::Convenience(_))
    };
    for (home, employer, there, back) in [
        ("MS", "NY", true, false),
        ("TX", "DE", true, false),
        ("NJ", "NY", true, true),
        ("CT", "NY", true, true),
        ("NJ", "DE", true, true),
        ("MS", "NJ", false, false),
        ("PA", "NJ", false, false),
    ] {
        assert_eq!(is_reached(home, employer), there, "{home}, paid from {employer}");
        assert_eq!(is_reached(employer, home), back, "{employer}, paid from {home}");
    }
}

#[test]
fn a_higher_rate_never_leaves_more() {
    let raised = |from: &str, to: &str, table: &str| {
        crate::support::edited(table, |text| {
            assert!(text.contains(from), "no `{from}` in {table}");
            text.replace(from, to)
        })
    };
    let tables = mbc_calc::built_in();
    for (table, from, to, state) in [
        ("tax_rules", "rate = 0.0307", "rate = 0.0407", "PA"),
        ("tax_payroll", "rate = 0.013", "rate = 0.02", "CA"),
    ] {
        let other = raised(from, to, table);
        for wages in [20_000.0, 50_250.0, 81_227.0, 250_000.0] {
            let [before, after] = [&tables, &other].map(|t| left(&law(&t.taxes, state), wages));
            assert!(after < before, "{state} {wages}: {after}, before {before}");
        }
    }
}

#[test]
fn a_state_without_income_tax_keeps_the_federal_result() {
    let tables = mbc_calc::built_in();
    let federal = left(&law(&tables.taxes, ""), 81_227.0);
    for state in ["TX", "FL", "SD", "WY", "NV", "TN", "NH"] {
        assert!((left(&law(&tables.taxes, state), 81_227.0) - federal).abs() < 1e-9, "{state}");
    }
}

#[test]
fn two_states_are_decided_in_the_order_of_the_law() {
    let tables = mbc_calc::built_in();
    let case = |home, employer, is_contract| match state_case(
        &tables.taxes,
        code(home),
        Some(code(employer)),
        is_contract,
    ) {
        StateCase::OneState => "one".to_owned(),
        StateCase::Untaxed => "untaxed".to_owned(),
        StateCase::Contractor { warning } => format!("contractor {}", warning.is_some()),
        StateCase::Reciprocal(agreement) => agreement.form.clone(),
        StateCase::DoneElsewhere(_) => "elsewhere".to_owned(),
        StateCase::NotReached(rule) => format!("not reached {}", rule.kind.name()),
        StateCase::Convenience(rule) => format!("convenience {}", rule.kind.name()),
    };
    for (home, employer, is_contract, expected) in [
        ("MS", "MS", false, "one"),
        ("MS", "TX", false, "untaxed"),
        ("MS", "MA", false, "elsewhere"),
        ("MS", "NY", true, "contractor false"),
        ("MS", "CA", true, "contractor true"),
        ("PA", "NJ", false, "NJ-165"),
        ("MD", "DC", false, "D-4A"),
        ("VA", "PA", false, "REV-419"),
        ("MS", "PA", false, "convenience standing"),
        ("MS", "NY", false, "convenience standing"),
        ("NY", "NJ", false, "convenience reciprocal"),
        ("MS", "NJ", false, "not reached reciprocal"),
        ("PA", "CT", false, "convenience reciprocal"),
        ("MS", "AL", false, "not reached unsettled"),
        ("MS", "OR", false, "not reached limited"),
        ("MS", "AR", false, "not reached repealed"),
    ] {
        assert_eq!(case(home, employer, is_contract), expected, "{home} {employer}");
    }
}
