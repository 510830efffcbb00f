//! What the role after the specialty does to pay.

use super::calendar::Calendar;
use super::climb::by_month;
use super::curve::Curve;
use super::other_job::with_other_wages;
use crate::data::{LevelIndex, Locality, Occupation, Tables};
use crate::engine::combination::combine_with;
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::profile::{Key, Pivot, Profile};
use crate::quantity::{Factor, Share};

/// What the role after the specialty does to pay.
#[derive(Clone, Debug)]
pub(in crate::engine::career) enum RolePay {
    /// The pay is multiplied; that of the specialty is not.
    Times(f64),
    /// The pay of another occupation, mixed with that of the first job by the causal share.
    Occupation(MixedPay),
    /// A contractor's pay a month.
    Flat(f64),
    /// Nothing.
    Same,
}

/// The pay of another occupation, mixed with that of the first job by the causal share.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct MixedPay {
    ranked: [PayAtQuantile; 2],
    constant: f64,
    share: f64,
    /// Since the first coding job.
    climb: Curve,
}

/// What the pay of a role depends on other than the role.
pub(in crate::engine::career) struct RoleTerms<'p> {
    /// The profile in the first coding job.
    pub(in crate::engine::career) at_work: &'p Profile,
    pub(in crate::engine::career) places: [Locality; 2],
    pub(in crate::engine::career) share: Share,
    /// By month from now: how the pay of the whole field has grown.
    pub(in crate::engine::career) growth: &'p [f64],
    pub(in crate::engine::career) calendar: &'p Calendar,
    /// The log of the part of full-time work that a month is.
    pub(in crate::engine::career) time: f64,
    /// A contractor's pay a month.
    pub(in crate::engine::career) contract: Option<f64>,
}

impl RolePay {
    /// The pay of a role; `gained` is the log effect of a level of the specialties.
    pub(in crate::engine::career) fn new(
        tables: &Tables,
        role: Pivot,
        terms: &RoleTerms<'_>,
        gained: impl Fn(LevelIndex) -> f64,
    ) -> Self {
        match role {
            Pivot::Stay => Self::Same,
            Pivot::Contracting => terms.contract.map_or(Self::Same, Self::Flat),
            Pivot::Informatics => Self::Occupation(informatics(tables, terms)),
            role => {
                let level = tables.specialties.find("specialty", role.name());
                level.map_or(Self::Same, |level| Self::Times(libm::exp(gained(level))))
            }
        }
    }

    /// The pay a month before experience where the role has a pay of its own, and what experience
    /// makes of it since the first coding job, where it does; `log` is the log of the pay of the
    /// first job at the rank of the normal score.
    pub(in crate::engine::career) fn in_place_of(
        &self,
        log: f64,
        place: usize,
        score: f64,
    ) -> Option<(f64, Option<&Curve>)> {
        match self {
            Self::Flat(pay) => Some((*pay, None)),
            Self::Occupation(MixedPay { ranked, constant, share, climb }) => {
                let there = ranked[place].log_at(score) + constant;
                Some((libm::exp((1.0 - share) * log + share * there), Some(climb)))
            }
            Self::Times(_) | Self::Same => None,
        }
    }
}

/// The pay in health informatics, which knows experience and education only.
fn informatics(tables: &Tables, terms: &RoleTerms<'_>) -> MixedPay {
    let &RoleTerms { at_work, places, share, growth, calendar, time, .. } = terms;
    let person = with_other_wages(at_work);
    let weights = tables.combination.covariance.weights(person.stated());
    let occupation = Occupation::HealthInformation;
    let spread = Spread::new(&tables.occupations.nation(occupation).pay, weights.explained);
    let weight = share.get() * weights.of(Factor::Experience);
    let here = tables.combination.covariance.weights(at_work.stated()).of(Factor::Experience);
    let worked = at_work.experience().unwrap_or_default().years();
    let years_left_out = person.without(Key::Experience);
    let weight = weight + (1.0 - share.get()) * here;
    MixedPay {
        ranked: places.map(|place| {
            PayAtQuantile::new(&local_wages(tables, Some(occupation), place).pay, spread.k)
        }),
        constant: combine_with(tables, &years_left_out, &weights).get() + time,
        share: share.get(),
        climb: Curve::new(by_month(tables, worked, weight, calendar.months()), growth, calendar),
    }
}
