use crate::data::{LevelIndex, Tables};
use crate::profile::{CareerStage, CertificationPlan, Pivot, Profile};

/// The career stage of a person: as stated, else from certifications, years of work and specialty.
///
/// Years of work in a specialty: a specialist; years of work only: a coder; a certification without
/// work: certified; neither: a newcomer.
#[must_use]
pub(crate) fn career_stage(tables: &Tables, profile: &Profile) -> CareerStage {
    let works = profile.stated_experience().is_some_and(|years| years.years() > 0.0);
    let certified = profile.certifications().is_some_and(|count| count.get() > 0);
    let specialized =
        profile.specialty().is_some_and(|level| level != tables.career.first_specialty());
    profile.plan().career_stage.unwrap_or(match (works, certified) {
        (true, _) if specialized => CareerStage::Specialist,
        (true, _) => CareerStage::Coder,
        (false, true) => CareerStage::Certified,
        (false, false) => CareerStage::Newcomer,
    })
}

/// What a career aims at: a specialty, and a role after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aims {
    /// The specialty, a level of the table of specialties.
    pub specialty: LevelIndex,
    /// The role after it.
    pub pivot: Pivot,
    /// Whether nothing is aimed at, and the present job goes on.
    pub keeps_job: bool,
}

/// What a career aims at: what the profile says, else what the table of the career says.
///
/// A role of the field such as auditing, stated as the specialty of someone who does not work in it
/// yet, is the pivot to aim at; where another pivot is stated, it is what comes before that. A coder who
/// adds no certification and wants no role changes nothing.
///
/// # Panics
/// Never: the pivot of a checked table is a role.
#[must_use]
pub(crate) fn aims(tables: &Tables, profile: &Profile) -> Aims {
    let career = &tables.career;
    let stated = profile.specialty().filter(|&level| level != career.first_specialty());
    let role = stated.and_then(|level| Pivot::named(&tables.specialties.get(level).id));
    let works_there = career_stage(tables, profile) == CareerStage::Specialist;
    let pivot = match (role, works_there) {
        // Who has made a pivot makes no second one unasked.
        (Some(_), true) => Pivot::Stay,
        (Some(role), false) => role,
        (None, _) => Pivot::named(&career.pivot().value).expect("a checked table names a role"),
    };
    let pivot = profile.plan().pivot.unwrap_or(pivot);
    let adds_none = profile.plan().certifications.is_some_and(CertificationPlan::adds_none);
    let keeps_job = profile.works_in_the_field() && adds_none && pivot == Pivot::Stay;
    let aimed_at = works_there || role != Some(pivot);
    let specialty = match stated.filter(|_| aimed_at) {
        Some(stated) => stated,
        None if keeps_job => career.first_specialty(),
        None => career.specialty(),
    };
    Aims { specialty, pivot, keeps_job }
}
