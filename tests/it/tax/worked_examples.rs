//! The worked examples of the design, each to the cent.

use mbc_calc::data::Filing;
use mbc_calc::engine::tax::{Earnings, Law};

use super::{code, law, left};

#[track_caller]
fn close(amount: f64, expected: f64) {
    assert!((amount - expected).abs() < 0.01, "{amount} is not {expected}");
}

#[test]
fn wages_leave_what_the_law_leaves() {
    let tables = mbc_calc::built_in();
    for (home, wages, expected) in [
        ("MS", 81_227.0, 63_456.11),
        ("PA", 81_227.0, 63_422.67),
        ("CA", 81_227.0, 61_608.15),
        ("AR", 98_000.0, 74_557.29),
        ("NY", 120_000.0, 86_627.09),
        ("NY", 230_000.0, 155_851.72),
        ("WA", 81_227.0, 64_846.45),
        ("AL", 50_250.0, 40_475.88),
        ("DC", 50_250.0, 40_658.88),
        ("OR", 130_000.0, 88_869.00),
        ("CT", 65_000.0, 51_207.50),
        ("SC", 50_250.0, 41_539.99),
    ] {
        close(left(&law(&tables.taxes, home), wages), expected);
    }
}

#[test]
fn profit_leaves_what_the_law_leaves() {
    let tables = mbc_calc::built_in();
    for (home, profit, expected) in [
        ("TX", 81_227.0, 64_296.69),
        ("TX", 240_000.0, 177_417.75),
        ("MA", 81_227.0, 60_555.34),
        ("MS", 63_648.0, 49_135.83),
    ] {
        let taken = law(&tables.taxes, home).take_home(Earnings::profit(profit));
        close(taken.left(), expected);
    }
    let taken = law(&tables.taxes, "TX").take_home(Earnings::profit(240_000.0));
    close(taken.federal.net_earnings, 221_640.0);
    close(taken.federal.self_employment, 29_305.56);
    close(taken.federal.additional_medicare, 194.76);
    close(taken.federal.qualified_business, 40_564.17);
    close(taken.federal.income_tax, 33_081.93);
}

#[test]
fn the_rule_of_new_york_takes_the_greater_of_two_taxes() {
    let tables = mbc_calc::built_in();
    for (home, expected, worst) in [
        ("MS", 62_183.94, Some(63_456.11 - 3_789.26)),
        ("TX", 62_183.94, None),
        ("NJ", 61_652.38, None),
    ] {
        let law = Law { other: Some(code("NY")), ..law(&tables.taxes, home) };
        let taken = law.take_home(Earnings::wages(81_227.0));
        close(taken.left(), expected);
        let other = taken.other.unwrap();
        close(other.tax, 3_789.26);
        let denied = other.may_be_denied.then(|| taken.left() - other.credit);
        assert_eq!(denied.is_some(), worst.is_some(), "{home}");
        if let (Some(denied), Some(worst)) = (denied, worst) {
            close(denied, worst);
        }
    }
}

#[test]
fn counties_of_maryland_take_a_rate_a_tier_or_brackets() {
    let tables = mbc_calc::built_in();
    let at_home = law(&tables.taxes, "MD");
    let without = left(&at_home, 81_227.0);
    for (place, tax) in
        [("Montgomery", 2_389.66), ("frederick", 2_210.44), ("Anne Arundel", 2_075.50)]
    {
        let law_and_filing = (at_home.year, Filing::Single);
        let local = tables.taxes.local_rows(law_and_filing, code("MD"), place).unwrap();
        let law = Law { local, ..at_home.clone() };
        close(without - left(&law, 81_227.0), tax);
    }
    close(without - 2_389.66, 60_088.87);
}
