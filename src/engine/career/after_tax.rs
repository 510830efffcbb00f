//! What is left of careers after taxes. Twelve months from now on are taken as a tax year, and each of
//! its months pays its share of the tax on the whole.

use crate::data::Tables;
use crate::engine::tax::{AppliedLaw, Earnings, Law, TakeHomeError, gross_of_pay, law_at_home};
use crate::profile::Profile;

/// What is left of the income of a year, in and outside the field.
#[derive(Clone, Debug)]
pub(super) struct Taxes {
    pub(super) in_field: TaxCurve,
    pub(super) without: TaxCurve,
}

/// What is left of pay in and outside the field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub(super) in_field: f64,
    pub(super) without: f64,
}

impl Kept {
    /// All of it.
    pub(super) const ALL: Self = Self { in_field: 1.0, without: 1.0 };
}

/// What is left of a year's income, straight between points that are so many dollars apart.
#[derive(Clone, Debug)]
pub(super) struct TaxCurve(Vec<f64>);

impl TaxCurve {
    const STEP: f64 = 100.0;
    const POINTS: u32 = 4_000;

    fn new(left: impl Fn(f64) -> f64) -> Self {
        Self((0..=Self::POINTS).map(|at| left(f64::from(at) * Self::STEP)).collect())
    }

    /// What is left of an income; above the last point as much of each dollar as just below it.
    pub(super) fn left(&self, income: f64) -> f64 {
        let at = (income / Self::STEP).clamp(0.0, f64::from(Self::POINTS - 1));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let below = at as usize;
        let (from, to) = (self.0[below], self.0[below + 1]);
        #[expect(clippy::cast_precision_loss, reason = "there are few points")]
        let part = income / Self::STEP - below as f64;
        from + (to - from) * part
    }

    /// The part of a year's income that is left.
    fn part_left(&self, income: f64) -> f64 {
        if income > 0.0 { self.left(income) / income } else { 1.0 }
    }
}

impl Taxes {
    /// The parts that are left of what is earned in a year, and of what would be without the career.
    pub(super) fn kept(&self, [income, without]: [f64; 2]) -> Kept {
        Kept { in_field: self.in_field.part_left(income), without: self.without.part_left(without) }
    }
}

/// The law of a career and what it leaves.
///
/// # Errors
/// When the home is a territory.
pub(super) fn taxes<'t>(
    tables: &'t Tables,
    profile: &Profile,
    keeps_job: bool,
) -> Result<(Law<'t>, Taxes), TakeHomeError> {
    let law = AppliedLaw::new(tables, profile)?.law;
    let at_home = law_at_home(tables, profile)?;
    let (is_contract, times) = (profile.work().is_contract(), gross_of_pay(tables, profile));
    let in_field = TaxCurve::new(|pay| {
        let earned = if is_contract { Earnings::profit } else { Earnings::wages };
        law.left(earned(pay * times))
    });
    let without = if keeps_job {
        in_field.clone()
    } else {
        TaxCurve::new(|pay| at_home.left(Earnings::wages(pay)))
    };
    Ok((law, Taxes { in_field, without }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_the_rule_at_its_points_and_goes_on_beyond_the_last() {
        let curve = TaxCurve::new(|income| income * 0.5);
        for income in [0.0, 50.0, 12_345.0, 399_999.0, 450_000.0] {
            assert!((curve.left(income) - income * 0.5).abs() < 1e-6, "{income}");
        }
        assert!((curve.part_left(12_000.0) - 0.5).abs() < 1e-9);
        assert!((curve.part_left(0.0) - 1.0).abs() < 1e-9);
    }
}
