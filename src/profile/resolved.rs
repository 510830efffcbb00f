use super::choices::{GeoPay, PayLevel};
use super::credentials::NamedCredentials;
use super::person::Seeker;
use super::plan::{CareerPlan, Work};
use crate::data::{CredentialIndex, LevelIndex, Locality, Occupation};
use crate::quantity::{CertificationCount, Experience, Factor, FactorSet, PlaceCode};

/// What is known of a person; what is not stated is averaged over, never guessed.
///
/// The default profile states nothing: any worker of the nation. Others are made from a [`Draft`](super::Draft).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    pub(super) home: Option<Locality>,
    pub(super) employer: Option<Locality>,
    pub(super) geo_pay: Option<GeoPay>,
    pub(super) level: Option<PayLevel>,
    pub(super) certifications: Option<CertificationCount>,
    pub(super) credentials: Option<NamedCredentials>,
    pub(super) experience: Option<Experience>,
    pub(super) specialty: Option<LevelIndex>,
    pub(super) role: Option<Occupation>,
    pub(super) setting: Option<LevelIndex>,
    pub(super) education: Option<LevelIndex>,
    pub(super) work: Work,
    pub(super) plan: CareerPlan,
    pub(super) seeker: Seeker,
}

impl Profile {
    /// The state where the person lives; where only an area is stated, the one it is filed under.
    #[must_use]
    pub fn home(&self) -> Option<PlaceCode> {
        self.home.map(|home| home.place)
    }

    /// The state where the employer is; where only an area is stated, the one it is filed under.
    #[must_use]
    pub fn employer(&self) -> Option<PlaceCode> {
        self.employer.map(|employer| employer.place)
    }

    /// Where the person lives, as closely as is stated.
    #[must_use]
    pub const fn home_locality(&self) -> Option<Locality> {
        self.home
    }

    /// Where the employer is, as closely as is stated.
    #[must_use]
    pub const fn employer_locality(&self) -> Option<Locality> {
        self.employer
    }

    /// The pay scale that the profile asks for; [`GeoPay::Employer`] only with an employer's state,
    /// [`GeoPay::Residence`] only with a home, unless that fact was left open
    /// ([`super::Draft::open`]).
    #[must_use]
    pub const fn stated_geo_pay(&self) -> Option<GeoPay> {
        self.geo_pay
    }

    /// The pay level that the profile asks for.
    #[must_use]
    pub const fn stated_level(&self) -> Option<PayLevel> {
        self.level
    }

    /// The pay level that the answer is on: the survey's where certifications are stated, because
    /// it is the direct evidence on certified people. Its members are of the field: with a role it is
    /// always that of the wage table.
    #[must_use]
    pub fn level(&self) -> PayLevel {
        self.level.unwrap_or(match (self.role, self.certifications) {
            (None, Some(_)) => PayLevel::Survey,
            _ => PayLevel::Oews,
        })
    }

    /// How many certifications the person holds.
    #[must_use]
    pub const fn certifications(&self) -> Option<CertificationCount> {
        self.certifications
    }

    /// The credentials that the person holds, where they are named, each once: as many as
    /// [`certifications`](Self::certifications) says. Empty where they are only counted.
    #[must_use]
    pub fn credentials(&self) -> &[CredentialIndex] {
        self.credentials.as_ref().map_or(&[], |names| &names.held)
    }

    /// Years of work in the field.
    #[must_use]
    pub const fn experience(&self) -> Option<Experience> {
        self.experience
    }

    /// What is coded, or the role.
    #[must_use]
    pub const fn specialty(&self) -> Option<LevelIndex> {
        self.specialty
    }

    /// The occupation, where it is another than the field's own; never that of all workers.
    #[must_use]
    pub const fn role(&self) -> Option<Occupation> {
        self.role
    }

    /// Whom the person works for.
    #[must_use]
    pub const fn setting(&self) -> Option<LevelIndex> {
        self.setting
    }

    /// The highest schooling.
    #[must_use]
    pub const fn education(&self) -> Option<LevelIndex> {
        self.education
    }

    /// How the work is done and paid.
    #[must_use]
    pub const fn work(&self) -> &Work {
        &self.work
    }

    /// What is planned of the career.
    #[must_use]
    pub const fn plan(&self) -> &CareerPlan {
        &self.plan
    }

    /// Who asks for a verdict.
    #[must_use]
    pub const fn seeker(&self) -> &Seeker {
        &self.seeker
    }

    /// The factors that the profile states and that count: with a role, experience and education
    /// only, because the figures of the others are of the field.
    #[must_use]
    pub fn stated(&self) -> FactorSet {
        match self.role {
            None => self.every_factor(),
            Some(_) => self.every_factor().intersection(FactorSet::OF_ANY_OCCUPATION),
        }
    }

    /// The factors that the profile states and that do not count, because of its role.
    #[must_use]
    pub fn not_counted(&self) -> FactorSet {
        self.every_factor().difference(self.stated())
    }

    fn every_factor(&self) -> FactorSet {
        let stated = |factor: &Factor| match factor {
            Factor::Certifications => self.certifications.is_some(),
            Factor::Experience => self.experience.is_some(),
            Factor::Specialty => self.specialty.is_some(),
            Factor::Setting => self.setting.is_some(),
            Factor::Education => self.education.is_some(),
        };
        Factor::ALL.into_iter().filter(stated).collect()
    }
}
