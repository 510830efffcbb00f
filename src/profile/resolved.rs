use super::choices::{CareerStage, GeoPay, PayLevel};
use super::credentials::NamedCredentials;
use super::facts::Key;
use super::notice::Notice;
use super::person::Seeker;
use super::plan::{CareerPlan, TaxFacts, Work};
use crate::data::{CredentialIndex, LevelIndex, Locality, Occupation};
use crate::quantity::{CertificationCount, Experience, Factor, FactorSet, PlaceCode};

/// What is known of a person; what is not stated is averaged over, never guessed.
///
/// The default profile states nothing: any worker of the nation. Others are made from a [`Draft`](super::Draft).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    pub(super) home: Option<Locality>,
    pub(super) employer: Option<Locality>,
    pub(super) home_details: PlaceDetails,
    pub(super) employer_details: PlaceDetails,
    pub(super) geo_pay: Option<GeoPay>,
    pub(super) level: Option<PayLevel>,
    pub(super) certifications: Option<CertificationCount>,
    pub(super) credentials: Option<NamedCredentials>,
    pub(super) experience: Option<Experience>,
    pub(super) specialty: Option<LevelIndex>,
    pub(super) role: Option<Occupation>,
    pub(super) setting: Option<LevelIndex>,
    pub(super) education: Option<LevelIndex>,
    /// The facts of which the text is not quite the value, and what it is counted as.
    pub(super) counted_as: Vec<(Key, String)>,
    pub(super) work: Work,
    pub(super) plan: CareerPlan,
    pub(super) seeker: Seeker,
    pub(super) taxes: TaxFacts,
}

/// How a place was stated where it was by something finer than its area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PlaceDetails {
    /// The city, the ZIP code and the county, by name as the tables write it.
    pub(super) names: Vec<(Key, String)>,
    /// What to know of them.
    pub(super) notices: Vec<Notice>,
}

impl Profile {
    /// The city, the ZIP code or the county of the home, where it is stated, as the tables write it.
    #[must_use]
    pub fn home_name(&self, key: Key) -> Option<&str> {
        let names = &self.home_details.names;
        names.iter().find(|(known, _)| *known == key).map(|(_, name)| name.as_str())
    }

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

    /// The pay level that the answer is on: that of the wage table, whatever else is stated, unless the
    /// profile asks for the survey's.
    #[must_use]
    pub fn level(&self) -> PayLevel {
        self.level.unwrap_or(PayLevel::Oews)
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

    /// Years of work in the field, as stated.
    #[must_use]
    pub const fn stated_experience(&self) -> Option<Experience> {
        self.experience
    }

    /// Years of work in the field that count: as stated, or else what entry-level credentials imply.
    #[must_use]
    pub fn experience(&self) -> Option<Experience> {
        self.experience.or_else(|| self.implied_experience())
    }

    /// One year, where none is stated and the credentials named are those of a beginner; they say
    /// nothing of work outside the field.
    #[must_use]
    pub fn implied_experience(&self) -> Option<Experience> {
        let names = self.credentials.as_ref().filter(|names| names.are_entry_level);
        let is_implied = names.is_some() && self.experience.is_none() && self.role.is_none();
        is_implied.then_some(Experience::YEAR)
    }

    /// What is coded, or the role in the field, as stated.
    #[must_use]
    pub const fn stated_specialty(&self) -> Option<LevelIndex> {
        self.specialty
    }

    /// What is coded, or the role in the field: as stated, or else the one specialty that the
    /// credentials point to.
    #[must_use]
    pub fn specialty(&self) -> Option<LevelIndex> {
        self.specialty.or_else(|| self.credentials.as_ref()?.leads_to)
    }

    /// Whether the person works in the field, or in the role that is stated, by the years of work or
    /// the career stage.
    #[must_use]
    pub fn works_in_the_field(&self) -> bool {
        let works = self.experience.is_some_and(|years| years.years() > 0.0);
        let at_work = [CareerStage::Apprentice, CareerStage::Coder, CareerStage::Specialist];
        works || self.plan.career_stage.is_some_and(|stage| at_work.contains(&stage))
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

    /// What is known of the person's taxes.
    #[must_use]
    pub const fn taxes(&self) -> &TaxFacts {
        &self.taxes
    }

    /// Who asks for a verdict.
    #[must_use]
    pub const fn seeker(&self) -> &Seeker {
        &self.seeker
    }

    /// How many facts were stated by a text that is not quite the value that counts, as a range.
    #[must_use]
    pub const fn counted_as_near(&self) -> usize {
        self.counted_as.len()
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
        FactorSet::default()
            .with_if(Factor::Certifications, self.certifications.is_some())
            .with_if(Factor::Experience, self.experience().is_some())
            .with_if(Factor::Specialty, self.specialty().is_some())
            .with_if(Factor::Setting, self.setting.is_some())
            .with_if(Factor::Education, self.education.is_some())
    }
}
