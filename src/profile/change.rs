//! The same person with one fact changed; what was valid stays valid.

use super::choices::GeoPay;
use super::credentials::NamedCredentials;
use super::facts::Key;
use super::person::Seeker;
use super::plan::{CareerPlan, Work};
use super::resolved::{PlaceDetails, Profile};
use crate::data::{
    Area, AreaIndex, Credential, CredentialIndex, LevelIndex, Locality, Occupation, Salary,
};
use crate::quantity::{CertificationCount, Experience};

/// A fact to state in a profile. A place is given by its row of wages, because a profile names only
/// places that have one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact<'t> {
    /// Where the person lives.
    Home(&'t Salary),
    /// Where the employer is.
    Employer(&'t Salary),
    /// In which area the person lives.
    HomeArea(AreaIndex, &'t Area),
    /// In which area the employer is.
    EmployerArea(AreaIndex, &'t Area),
    /// How many certifications the person holds; names that were stated are given up.
    Certifications(CertificationCount),
    /// The one credential that the person holds; the specialty that it points to is that of the work.
    Credential(CredentialIndex, &'t Credential),
    /// What is coded, or the role.
    Specialty(LevelIndex),
    /// The occupation; none for the field's own.
    Role(Option<Occupation>),
    /// Whom the person works for.
    Setting(LevelIndex),
    /// The highest schooling.
    Education(LevelIndex),
    /// Years of work in the field.
    Experience(Experience),
    /// The pay scale; one that the places of the profile know.
    GeoPay(GeoPay),
    /// How the work is done and paid.
    Work(Work),
    /// What is planned of the career.
    CareerPlan(CareerPlan),
    /// Who asks for a verdict.
    Seeker(Seeker),
}

impl Fact<'_> {
    /// The fact that it replaces; none of those that hold several facts.
    const fn key(&self) -> Option<Key> {
        match self {
            Self::Specialty(_) => Some(Key::Specialty),
            Self::Role(_) => Some(Key::Role),
            Self::Setting(_) => Some(Key::Setting),
            Self::Education(_) => Some(Key::Education),
            Self::Experience(_) => Some(Key::Experience),
            Self::GeoPay(_) => Some(Key::GeoPay),
            _ => None,
        }
    }
}

impl Profile {
    /// The profile with a fact stated, in place of the one it had of that kind. The fact has to come
    /// from the tables that the profile was made with.
    ///
    /// ```
    /// use mbc_calc::{profile::{Fact, Profile}, quantity::PlaceCode};
    /// let tables = mbc_calc::built_in();
    /// let ohio = PlaceCode::new("OH").unwrap();
    /// let fact = Fact::Employer(tables.salaries.get(ohio).unwrap());
    /// assert_eq!(Profile::default().with(fact).employer(), Some(ohio));
    /// ```
    #[must_use]
    pub fn with(&self, fact: Fact<'_>) -> Self {
        let mut profile = self.clone();
        profile.counted_as.retain(|&(key, _)| Some(key) != fact.key());
        match fact {
            Fact::Home(_) | Fact::HomeArea(..) => profile.home_details = PlaceDetails::default(),
            Fact::Employer(_) | Fact::EmployerArea(..) => {
                profile.employer_details = PlaceDetails::default();
            }
            _ => {}
        }
        match fact {
            Fact::Home(wages) => profile.home = Some(Locality::whole(wages.place)),
            Fact::Employer(wages) => profile.employer = Some(Locality::whole(wages.place)),
            Fact::HomeArea(index, area) => profile.home = Some(within(self.home, index, area)),
            Fact::EmployerArea(index, area) => {
                profile.employer = Some(within(self.employer, index, area));
            }
            Fact::Certifications(count) => {
                profile.certifications = Some(count);
                profile.credentials = None;
            }
            Fact::Credential(index, credential) => {
                profile.certifications = CertificationCount::new(1).ok();
                profile.credentials = Some(NamedCredentials::only(index, credential));
                if credential.specialty.is_ok() {
                    profile.specialty = None;
                }
            }
            Fact::Specialty(level) => profile.specialty = Some(level),
            Fact::Role(role) => profile.role = role,
            Fact::Setting(level) => profile.setting = Some(level),
            Fact::Education(level) => profile.education = Some(level),
            Fact::Experience(years) => profile.experience = Some(years),
            Fact::GeoPay(scale) => profile.geo_pay = Some(scale),
            Fact::Work(work) => profile.work = work,
            Fact::CareerPlan(plan) => profile.plan = plan,
            Fact::Seeker(seeker) => profile.seeker = seeker,
        }
        if profile.home() != self.home() {
            // A place with a tax of its own is in the state that was stated with it.
            profile.taxes.local = None;
        }
        profile
    }

    /// The profile without a fact; a pay scale that needs it waits for it, as after
    /// [`Draft::open`](super::Draft::open).
    #[must_use]
    pub fn without(&self, key: Key) -> Self {
        let mut profile = self.clone();
        profile.counted_as.retain(|&(counted, _)| counted != key);
        match key {
            Key::State | Key::Metro | Key::City | Key::Zip | Key::County => {
                profile.home_details = PlaceDetails::default();
            }
            Key::EmployerState | Key::EmployerMetro => {
                profile.employer_details = PlaceDetails::default();
            }
            _ => {}
        }
        match key {
            Key::State => profile.home = None,
            Key::Metro | Key::City | Key::Zip | Key::County => {
                profile.home = self.home.map(|home| Locality::whole(home.place));
            }
            Key::EmployerState => profile.employer = None,
            Key::EmployerMetro => {
                profile.employer = self.employer.map(|employer| Locality::whole(employer.place));
            }
            Key::GeoPay => profile.geo_pay = None,
            Key::Level => profile.level = None,
            Key::Certs => {
                profile.certifications = None;
                profile.credentials = None;
            }
            Key::Experience => profile.experience = None,
            Key::Specialty => profile.specialty = None,
            Key::Role => profile.role = None,
            Key::Setting => profile.setting = None,
            Key::Education => profile.education = None,
            Key::Hours => profile.work.hours = None,
            Key::Employment => profile.work.employment = None,
            Key::HourlyRate => profile.work.hourly_rate = None,
            Key::Pay => profile.work.pay = None,
            Key::TakeHome => profile.taxes.take_home = None,
            Key::TaxYear => profile.taxes.year = None,
            Key::Filing => profile.taxes.filing = None,
            Key::Local => profile.taxes.local = None,
            Key::Convenience => profile.taxes.convenience = None,
            Key::CareerStage => profile.plan.career_stage = None,
            Key::Ai => profile.plan.ai = None,
            Key::Tuition => profile.plan.tuition = None,
            Key::Aid => profile.plan.aid = None,
            Key::Remote => profile.plan.remote = None,
            Key::Program => profile.plan.program = None,
            Key::Study => profile.plan.study = None,
            Key::Pivot => profile.plan.pivot = None,
            Key::CertsPlan => profile.plan.certifications = None,
            Key::Horizon => profile.plan.horizon = None,
            Key::Careers => profile.plan.careers = None,
            Key::Seed => profile.plan.seed = None,
            Key::CausalShare => profile.plan.causal_share = None,
            Key::Nominal => profile.plan.nominal = None,
            Key::Stage => profile.seeker.stage = None,
            Key::Wait => profile.seeker.wait = None,
            Key::SelfDiscipline
            | Key::Repetition
            | Key::Learning
            | Key::Technology
            | Key::Company
            | Key::Detail
            | Key::Deadlines
            | Key::HomeOffice => {
                if let Some(style) = key.as_work_style() {
                    profile.seeker = self.seeker.with(style, None);
                }
            }
        }
        profile
    }
}

/// An area, in the state that was stated where it reaches into that, else in its own.
fn within(stated: Option<Locality>, index: AreaIndex, area: &Area) -> Locality {
    let stated = stated.map(|stated| stated.place).filter(|state| area.states.contains(state));
    Locality { place: stated.unwrap_or_else(|| area.state()), area: Some(index) }
}

#[cfg(test)]
mod tests {
    use super::super::Draft;
    use super::*;

    #[test]
    fn a_fact_taken_out_and_put_back_leaves_the_profile_as_it_was() {
        let tables = crate::built_in();
        let draft = Draft::default()
            .state(Key::State, "MS")
            .state(Key::EmployerState, "MA")
            .state(Key::GeoPay, "employer")
            .state(Key::Certs, "3")
            .state(Key::Specialty, "auditing")
            .state(Key::Setting, "insurer")
            .state(Key::Education, "bachelor");
        let profile = draft.profile(&tables).unwrap();
        let wages = |code| tables.salaries.get(code).unwrap();
        for (key, fact) in [
            (Key::State, Fact::Home(wages(profile.home().unwrap()))),
            (Key::EmployerState, Fact::Employer(wages(profile.employer().unwrap()))),
            (Key::Certs, Fact::Certifications(profile.certifications().unwrap())),
            (Key::Specialty, Fact::Specialty(profile.specialty().unwrap())),
            (Key::Setting, Fact::Setting(profile.setting().unwrap())),
            (Key::Education, Fact::Education(profile.education().unwrap())),
        ] {
            assert_ne!(profile.without(key), profile);
            assert_eq!(profile.without(key).with(fact), profile);
        }
    }
}
