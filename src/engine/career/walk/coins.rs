//! What can go well or badly in a career, and how likely it goes well.

use super::sobol::{Dimension, Sobol};
use crate::data::{CareerNumber, CredentialIndex, LevelIndex, RateSource, Tables};
use crate::engine::career::career_stage::{aims, career_stage};
use crate::engine::career::premises::Premises;
use crate::profile::{AiAdoption, CareerStage, CertificationPlan, Pivot, Profile};

/// The odds of a person, each a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine::career) struct Coins {
    pub(in crate::engine::career) completion: f64,
    pub(in crate::engine::career) exam: Attempts,
    pub(in crate::engine::career) placement: f64,
    pub(in crate::engine::career) adjacent: f64,
    pub(in crate::engine::career) adjacent_to_coding: f64,
    pub(in crate::engine::career) remote: f64,
    pub(in crate::engine::career) specialty: f64,
    /// The exam that comes with the specialty, if one does.
    pub(in crate::engine::career) specialty_exam: Attempts,
    pub(in crate::engine::career) role: f64,
    /// The exam that comes with the role, if one does.
    pub(in crate::engine::career) role_exam: Attempts,
    /// An exam that a plan by the calendar adds.
    pub(in crate::engine::career) added_exam: Attempts,
    /// The share of those in the field who leave it in a year.
    pub(in crate::engine::career) leaving: f64,
    /// The further share who leave in a year after the office time.
    pub(in crate::engine::career) displaced: f64,
}

/// The odds of an exam with one retake.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine::career) struct Attempts {
    /// Who pass at the first attempt.
    pub(in crate::engine::career) first: f64,
    /// Who pass at the first or the second.
    pub(in crate::engine::career) either: f64,
}

impl Attempts {
    /// An exam that nobody fails.
    const CERTAIN: Self = Self { first: 1.0, either: 1.0 };

    /// Both attempts at the same rate.
    const fn both_at(rate: f64) -> Self {
        Self { first: rate, either: rate + (1.0 - rate) * rate }
    }
}

impl Coins {
    pub(in crate::engine::career) fn new(premises: Premises<'_>, profile: &Profile) -> Self {
        let number = |number| premises.number(number);
        let tables = premises.tables;
        let plan = profile.plan();
        let aims = aims(tables, profile);
        let avoids = plan.ai == Some(AiAdoption::Avoid);
        let on_path = plan.certifications.unwrap_or_default() == CertificationPlan::Path;
        let further = Attempts::both_at(number(CareerNumber::FurtherPass));
        let with = |level: Option<LevelIndex>| match level {
            Some(level) if on_path => published_for(tables, level).unwrap_or(further),
            _ if on_path => further,
            _ => Attempts::CERTAIN,
        };
        let role = tables.specialties.find("specialty", aims.pivot.name()).ok();
        let named = first_credential(tables, profile).and_then(|one| published(tables, one));
        let general = Attempts {
            first: number(CareerNumber::FirstTimePass),
            either: number(CareerNumber::EventualPass),
        };
        Self {
            completion: number(CareerNumber::Completion),
            exam: named.unwrap_or(general),
            placement: number(CareerNumber::Placement),
            adjacent: number(CareerNumber::Adjacent),
            adjacent_to_coding: number(CareerNumber::AdjacentToCoding),
            remote: match plan.remote {
                Some(works_from_home) => f64::from(u8::from(works_from_home)),
                None => number(CareerNumber::RemoteShare),
            },
            specialty: if aims.keeps_job { 0.0 } else { number(CareerNumber::SpecialtyShare) },
            specialty_exam: with(Some(aims.specialty)),
            role: if aims.pivot == Pivot::Stay || avoids {
                0.0
            } else {
                number(CareerNumber::RoleShare)
            },
            role_exam: with(role),
            added_exam: further,
            leaving: number(CareerNumber::Leaving),
            displaced: if avoids { number(CareerNumber::Displaced) } else { 0.0 },
        }
    }

    /// The same where everything goes well: what is possible succeeds, and nobody leaves.
    pub(in crate::engine::career) fn all_well(self) -> Self {
        let well = |odds: f64| if odds > 0.0 { 1.0 } else { 0.0 };
        Self {
            completion: 1.0,
            exam: Attempts::CERTAIN,
            placement: 1.0,
            adjacent: 1.0,
            adjacent_to_coding: 1.0,
            remote: well(self.remote),
            specialty: well(self.specialty),
            specialty_exam: Attempts::CERTAIN,
            role: well(self.role),
            role_exam: Attempts::CERTAIN,
            added_exam: Attempts::CERTAIN,
            leaving: 0.0,
            displaced: 0.0,
        }
    }
}

/// Whether a coin falls well.
pub(in crate::engine::career) fn falls_well(
    point: &Sobol,
    dimension: Dimension,
    odds: f64,
) -> bool {
    point.at(dimension) < odds
}

/// After how many months someone leaves with a hazard of so much a year, at least one; never where
/// there is no hazard.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is too large for a month saturates, and is never reached"
)]
pub(in crate::engine::career) fn months_until(hazard: f64, draw: f64) -> u32 {
    if hazard <= 0.0 {
        return u32::MAX;
    }
    // (1 − a)^(n/12) falls below the draw in month n.
    let months = 12.0 * libm::log(1.0 - draw) / libm::log(1.0 - hazard);
    (months as u32).saturating_add(1)
}

/// The share who pass the exam that comes with a specialty, or any further exam, at the first attempt, and
/// at the first or the second.
pub(in crate::engine) fn further_exam(
    premises: Premises<'_>,
    level: Option<LevelIndex>,
) -> (f64, f64) {
    let further = Attempts::both_at(premises.number(CareerNumber::FurtherPass));
    let own = level.and_then(|level| published_for(premises.tables, level));
    let Attempts { first, either } = own.unwrap_or(further);
    (first, either)
}

/// The same of the exam of a credential, where its issuer publishes a rate.
pub(in crate::engine) fn attempts_of(
    tables: &Tables,
    credential: CredentialIndex,
) -> Option<(f64, f64)> {
    published(tables, credential).map(|Attempts { first, either }| (first, either))
}

/// The same of the first exam.
pub(in crate::engine::career) fn first_attempts(
    premises: Premises<'_>,
    profile: &Profile,
) -> (f64, f64) {
    let Attempts { first, either } = Coins::new(premises, profile).exam;
    (first, either)
}

/// The credential that a newcomer names as the goal of the first exam.
pub(in crate::engine::career) fn first_credential(
    tables: &Tables,
    profile: &Profile,
) -> Option<CredentialIndex> {
    let newcomer = career_stage(tables, profile) == CareerStage::Newcomer;
    profile.credentials().first().copied().filter(|_| newcomer)
}

/// The rate that the issuer publishes for those who take an exam for the first time, the newest.
fn published(tables: &Tables, credential: CredentialIndex) -> Option<Attempts> {
    let rate = tables.credentials.get(credential).first_time_pass_rate();
    let official = rate.filter(|rate| rate.rated_by == RateSource::Official)?;
    Some(Attempts::both_at(f64::midpoint(official.low.get(), official.high.get())))
}

/// The same of the only credential that leads to a specialty, where there is only one.
fn published_for(tables: &Tables, level: LevelIndex) -> Option<Attempts> {
    let mut leading = tables
        .credentials
        .iter()
        .filter(|(_, credential)| credential.specialty.as_ref() == Ok(&level));
    let (only, _) = leading.next()?;
    if leading.next().is_some() { None } else { published(tables, only) }
}
