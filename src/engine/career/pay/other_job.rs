//! Pay in adjacent jobs, and in the job without this career: occupations with wages of their own.

use super::calendar::Calendar;
use super::climb::by_month;
use super::curve::Curve;
use crate::data::{Locality, Occupation, Tables};
use crate::engine::combination::combine_with;
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::profile::{Fact, Key, Profile};
use crate::quantity::{Experience, Factor};

/// The pay of another occupation at a place, in dollars a month: it knows experience and education only.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct OtherJob {
    pub(in crate::engine::career) occupation: Occupation,
    ranked: PayAtQuantile,
    constant: f64,
    /// What experience in the job and growth do.
    pub(in crate::engine::career) climb: Curve,
}

/// What an adjacent job can be.
const ADJACENT: [Occupation; 2] = [Occupation::BillingClerk, Occupation::MedicalSecretary];

impl OtherJob {
    /// The job of someone without years in it, of which the pay grows as another one does.
    fn new(
        tables: &Tables,
        profile: &Profile,
        (occupation, at): (Occupation, Locality),
        growth: &[f64],
        calendar: &Calendar,
    ) -> Self {
        let person = with_other_wages(profile).with(Fact::Experience(Experience::default()));
        let weights = tables.combination.covariance.weights(person.stated());
        let nation = &tables.occupations.nation(occupation).pay;
        let spread = Spread::new(nation, weights.explained);
        let effect = combine_with(tables, &person.without(Key::Experience), &weights).get();
        let time = libm::log(profile.work().full_time_equivalent() / 12.0);
        let wages = local_wages(tables, Some(occupation), at);
        Self {
            occupation,
            ranked: PayAtQuantile::new(&wages.pay, spread.k),
            constant: effect + time,
            climb: Curve::new(
                by_month(tables, 0.0, weights.of(Factor::Experience), calendar.months()),
                growth,
                calendar,
            ),
        }
    }

    /// The better paid of the adjacent jobs.
    pub(in crate::engine::career) fn adjacent_job(
        tables: &Tables,
        profile: &Profile,
        at: Locality,
        growth: &[f64],
        calendar: &Calendar,
    ) -> Self {
        let mean = |occupation| local_wages(tables, Some(occupation), at).pay.mean.get();
        let [one, other] = ADJACENT;
        let better = if mean(other) > mean(one) { other } else { one };
        Self::new(tables, profile, (better, at), growth, calendar)
    }

    /// The job without this career of who states no pay.
    pub(in crate::engine::career) fn without_certificate(
        tables: &Tables,
        profile: &Profile,
        at: Locality,
        calendar: &Calendar,
    ) -> Self {
        let growth = vec![1.0; calendar.prices.len()];
        Self::new(tables, profile, (Occupation::MedicalSecretary, at), &growth, calendar)
    }

    /// The pay a month at the rank of a normal score, before experience.
    pub(in crate::engine::career) fn base(&self, score: f64) -> f64 {
        libm::exp(self.ranked.log_at(score) + self.constant)
    }
}

/// What counts of a profile in an occupation with wages of its own: experience and education.
pub(in crate::engine::career) fn with_other_wages(profile: &Profile) -> Profile {
    let others = [Key::Certs, Key::Specialty, Key::Setting];
    others.into_iter().fold(profile.clone(), |person, key| person.without(key))
}
