//! The first coding job, or the present one of a person who works already.

use super::career_stage::career_stage;
use crate::data::{Locality, Tables};
use crate::engine::pay_scale::scenarios;
use crate::profile::{CareerStage, Fact, GeoPay, Key, Profile};
use crate::quantity::CertificationCount;

/// The profile in the first coding job, or in the present one of a person who works already.
pub(in crate::engine) fn at_first_job(tables: &Tables, profile: &Profile) -> Profile {
    let career_stage = career_stage(tables, profile);
    let held = profile.certifications().map_or(0, CertificationCount::get);
    // Who works and does not say how many certifications are held has the one that opens the field.
    let certified = match (career_stage, profile.certifications()) {
        (CareerStage::Apprentice | CareerStage::Coder | CareerStage::Specialist, Some(_)) => held,
        _ => held.max(1),
    };
    let certified = CertificationCount::new(certified).unwrap_or_default();
    let years = profile.stated_experience().unwrap_or_default();
    let in_the_field = profile.without(Key::Role);
    let at_work = in_the_field.with(Fact::Certifications(certified)).with(Fact::Experience(years));
    match career_stage {
        CareerStage::Specialist => match profile.specialty() {
            Some(level) => at_work.with(Fact::Specialty(level)),
            None => at_work,
        },
        _ => at_work.with(Fact::Specialty(tables.career.first_specialty())),
    }
}

/// Where the work is done in the office, and from home: in the office at home, unless one scale holds
/// everywhere, or the person works from home already.
pub(super) fn places(profile: &Profile) -> [Locality; 2] {
    let chosen = scenarios(profile).next().expect("there is always a pay scale");
    let from_home_now = profile.plan().remote == Some(true) && profile.works_in_the_field();
    [if from_home_now { chosen.locality() } else { at_home(profile) }, chosen.locality()]
}

/// Where work that is not done for an employer elsewhere is paid: at home, unless one scale holds
/// everywhere or no home is stated.
pub(super) fn at_home(profile: &Profile) -> Locality {
    let chosen = scenarios(profile).next().expect("there is always a pay scale");
    match chosen.geo_pay {
        GeoPay::National => chosen.locality(),
        GeoPay::Employer | GeoPay::Residence => {
            profile.home_locality().unwrap_or(chosen.locality())
        }
    }
}
