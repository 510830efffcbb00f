//! The twenty worked examples of the design: what is left, and every step that it names, to the cent.

use mbc_calc::data::Filing;
use mbc_calc::engine::tax::{Earnings, Law, StateTax, TakeHome};

use super::{code, law};

#[track_caller]
fn close(amount: f64, expected: f64) {
    assert!((amount - expected).abs() < 0.01, "{amount} is not {expected}");
}

fn taken<'t>(law: &Law<'t>, earned: Earnings) -> TakeHome<'t> {
    law.take_home(earned)
}

/// What each rule of the home state does, by its name, in order.
#[track_caller]
fn rules(taken: &TakeHome<'_>, expected: &[(&str, f64)]) {
    let state = taken.state.as_ref().expect("the state tax is in it");
    let found: Vec<_> = state.applied.iter().map(|a| (a.rule.id.as_str(), a.amount)).collect();
    let names =
        |list: &[(&str, f64)]| list.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&found), names(expected), "{found:?}");
    for ((_, amount), (_, expected)) in found.iter().zip(expected) {
        close(*amount, *expected);
    }
}

#[track_caller]
fn contributions(taken: &TakeHome<'_>, expected: &[f64]) {
    let found: Vec<f64> = taken.contributions.iter().map(|(_, amount)| *amount).collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    found.iter().zip(expected).for_each(|(amount, expected)| close(*amount, *expected));
}

fn state<'t>(taken: &'t TakeHome<'_>) -> &'t StateTax<'t> {
    taken.state.as_ref().expect("the state tax is in it")
}

#[test]
fn example_1_mississippi_paid_from_massachusetts() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "MS"), Earnings::wages(81_227.0));
    close(found.federal.social_security, 5_036.07);
    close(found.federal.medicare, 1_177.79);
    close(found.federal.taxable, 65_127.0);
    close(found.federal.income_tax, 1_240.0 + 4_560.0 + 3_239.94);
    rules(
        &found,
        &[("standard-deduction", 2_300.0), ("exemption", 6_000.0), ("schedule", 2_517.08)],
    );
    close(state(&found).taxable, 72_927.0);
    contributions(&found, &[]);
    close(found.left(), 63_456.11);
}

#[test]
fn examples_2_to_4_new_york_takes_the_greater_of_two_taxes() {
    let tables = mbc_calc::built_in();
    for (home, credit, left, worst) in [
        ("MS", 2_517.08, 62_183.94, true),
        ("TX", 0.0, 62_183.94, false),
        ("NJ", 2_984.21, 61_652.38, false),
    ] {
        let law = Law { other: Some(code("NY")), ..law(&tables.taxes, home) };
        let found = taken(&law, Earnings::wages(81_227.0));
        close(found.left(), left);
        let other = found.other.as_ref().expect("New York taxes it");
        close(other.of_resident.taxable, 73_227.0);
        close(other.tax, 3_789.26);
        close(other.credit, credit);
        close(found.state_total(), 3_789.26);
        assert_eq!(other.may_be_denied, worst, "{home}");
        if worst {
            close(found.state_total() + other.credit, 6_306.34);
        }
        match home {
            "NJ" => close(found.contributions.iter().map(|(_, amount)| amount).sum(), 531.55),
            _ => contributions(&found, &[]),
        }
    }
}

#[test]
fn example_5_pennsylvania_paid_from_new_jersey() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "PA"), Earnings::wages(81_227.0));
    rules(&found, &[("schedule", 2_493.67)]);
    close(state(&found).taxable, 81_227.0);
    contributions(&found, &[56.86]);
    close(found.left(), 63_422.67);
}

#[test]
fn example_6_california_on_the_schedule_of_2025() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "CA"), Earnings::wages(81_227.0));
    rules(
        &found,
        &[("standard-deduction", 5_706.0), ("schedule", 3_462.09), ("exemption-credit", -153.0)],
    );
    close(state(&found).taxable, 75_521.0);
    close(state(&found).total(), 3_309.09);
    contributions(&found, &[1_055.95]);
    close(found.left(), 61_608.15);
}

#[test]
fn example_7_arkansas_where_another_schedule_begins() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "AR"), Earnings::wages(98_000.0));
    close(state(&found).taxable, 95_530.0);
    let [.., adjustment, credit] = state(&found).applied.as_slice() else { panic!("{found:?}") };
    close(adjustment.tax_before, 3_454.71);
    close(adjustment.amount, -210.0);
    close(credit.amount, -29.0);
    close(state(&found).total(), 3_215.71);
    close(found.left(), 74_557.29);
}

#[test]
fn examples_8_and_9_new_york_takes_the_lower_rates_back() {
    let tables = mbc_calc::built_in();
    for (wages, taxable, schedule, recapture, paid, left) in [
        (120_000.0, 112_000.0, 6_039.75, 140.05, [411.91, 31.20], 86_627.09),
        (230_000.0, 222_000.0, 12_592.45, 1_164.72, [411.91, 31.20], 155_851.72),
    ] {
        let found = taken(&law(&tables.taxes, "NY"), Earnings::wages(wages));
        rules(
            &found,
            &[("standard-deduction", 8_000.0), ("schedule", schedule), ("recapture", recapture)],
        );
        close(state(&found).taxable, taxable);
        contributions(&found, &paid);
        close(found.left(), left);
    }
}

#[test]
fn example_10_counties_of_maryland_take_a_rate_a_tier_or_brackets() {
    let tables = mbc_calc::built_in();
    let at_home = law(&tables.taxes, "MD");
    let without = taken(&at_home, Earnings::wages(81_227.0));
    close(state(&without).taxable, 74_677.0);
    close(state(&without).total(), 3_494.66);
    for (place, tax) in
        [("Montgomery", 2_389.66), ("frederick", 2_210.44), ("Anne Arundel", 2_075.50)]
    {
        let law_and_filing = (at_home.year, Filing::Single);
        let local = tables.taxes.local_rows(law_and_filing, code("MD"), place).unwrap();
        let law = Law { local, ..at_home.clone() };
        close(without.left() - law.left(Earnings::wages(81_227.0)), tax);
    }
    close(without.left() - 2_389.66, 60_088.87);
}

#[test]
fn examples_11_and_12_a_contractor_in_texas() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "TX"), Earnings::profit(81_227.0));
    let federal = &found.federal;
    close(federal.net_earnings, 75_013.13);
    close(federal.self_employment, 11_477.01);
    close(federal.half, 5_738.50);
    close(federal.adjusted_gross, 75_488.50);
    close(federal.adjusted_gross - found.law.standard_deduction.value, 59_388.50);
    close(federal.qualified_business, 11_877.70);
    close(federal.after_credits(), 5_453.30);
    close(found.left(), 64_296.69);

    let found = taken(&law(&tables.taxes, "TX"), Earnings::profit(240_000.0));
    let federal = &found.federal;
    close(federal.net_earnings, 221_640.0);
    close(federal.self_employment, 29_305.56);
    close(federal.additional_medicare, 194.76);
    close(federal.adjusted_gross - found.law.standard_deduction.value, 209_247.22);
    close(federal.qualified_business, 40_564.17);
    close(federal.income_tax, 33_081.93);
    close(found.left(), 177_417.75);
}

#[test]
fn example_13_washington_takes_contributions_alone() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "WA"), Earnings::wages(81_227.0));
    rules(&found, &[]);
    contributions(&found, &[655.63, 471.12]);
    close(found.left(), 64_846.45);
}

#[test]
fn example_14_alabama_deducts_federal_tax() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "AL"), Earnings::wages(50_250.0));
    rules(
        &found,
        &[
            ("standard-deduction", 2_500.0),
            ("exemption", 1_500.0),
            ("federal-tax", 3_850.0),
            ("schedule", 10.0 + 100.0 + 1_970.0),
        ],
    );
    close(state(&found).taxable, 42_400.0);
    close(found.left(), 40_475.88);
}

#[test]
fn example_15_the_district() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "DC"), Earnings::wages(50_250.0));
    rules(&found, &[("standard-deduction", 15_300.0), ("schedule", 400.0 + 0.06 * 24_950.0)]);
    close(state(&found).taxable, 34_950.0);
    close(state(&found).total(), 1_897.0);
    contributions(&found, &[]);
    close(found.left(), 40_658.88);
}

#[test]
fn example_16_oregon_deducts_federal_tax_up_to_a_cap() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "OR"), Earnings::wages(130_000.0));
    close(found.federal.income_tax, 19_934.0);
    rules(
        &found,
        &[("standard-deduction", 2_910.0), ("federal-tax", 5_250.0), ("schedule", 10_342.0)],
    );
    close(state(&found).taxable, 121_840.0);
    contributions(&found, &[780.0, 130.0]);
    close(found.left(), 88_869.0);
}

#[test]
fn example_17_connecticut_climbs_a_ladder() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "CT"), Earnings::wages(65_000.0));
    let [schedule, ladder] = state(&found).applied.as_slice() else { panic!("{found:?}") };
    close(schedule.amount, 2_825.0);
    close(ladder.amount, 50.0);
    contributions(&found, &[325.0]);
    close(found.left(), 51_207.50);
}

#[test]
fn example_18_south_carolina_rounds_down_to_tens() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "SC"), Earnings::wages(50_250.0));
    let [deduction, schedule] = state(&found).applied.as_slice() else { panic!("{found:?}") };
    close(deduction.amount, 12_210.0);
    close(state(&found).taxable, 38_040.0);
    close(schedule.amount, 597.0 + 0.0521 * 8_040.0);
    close(found.left(), 41_539.99);
}

#[test]
fn examples_19_and_20_contractors_in_massachusetts_and_mississippi() {
    let tables = mbc_calc::built_in();
    let found = taken(&law(&tables.taxes, "MA"), Earnings::profit(81_227.0));
    let deductions: Vec<f64> = state(&found).applied.iter().map(|rule| rule.amount).collect();
    assert_eq!(deductions.len(), 3, "{deductions:?}");
    close(deductions[0], 2_000.0);
    close(deductions[1], 4_400.0);
    close(deductions[2], 0.05 * 74_827.0);
    contributions(&found, &[]);
    close(found.left(), 60_555.34);

    let profit = 40.0 * 2_080.0 * 0.85 * 0.90;
    close(profit, 63_648.0);
    let found = taken(&law(&tables.taxes, "MS"), Earnings::profit(profit));
    close(found.federal.self_employment, 8_993.18);
    close(found.federal.qualified_business, 8_610.28);
    close(found.federal.after_credits(), 3_884.94);
    close(state(&found).total(), 1_634.06);
    close(found.left(), 49_135.83);
}
