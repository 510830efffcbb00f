//! The question: who asks, valid by construction.
//!
//! ```text
//!  flags ────────────────┐
//!  file (TOML, JSON) ──▶ Draft ──with the tables──▶ Profile
//!                        what was typed, and where  what is meant
//!                          │
//!  variations, files of many ──▶ Lineup ──with the tables──▶ NamedProfiles, to compare
//! ```
//!
//! A draft keeps every text as it was typed; making a profile of it tells all that is wrong at once.

mod change;
mod choices;
mod csv_rows;
mod draft;
mod errors;
mod file;
mod key;
mod life_stage;
mod lineup;
mod many;
mod plan;
mod plan_facts;
mod record;
mod variation;

pub use change::Fact;
pub use choices::{AiAdoption, Employment, GeoPay, PayLevel, Pivot, Program, Standing, Study};
pub use draft::Draft;
pub use errors::{Origin, ProblemCode, ProfileErrors, ProfileProblem};
pub use file::ProfileText;
pub use key::Key;
pub use life_stage::Seeker;
pub use lineup::{Lineup, NamedProfile};
pub use plan::{CertificationPlan, Plan, Work};

use crate::data::LevelIndex;
use crate::quantity::{CertificationCount, Experience, Factor, FactorSet, PlaceCode};

/// What is known of a person; what is not stated is averaged over, never guessed.
///
/// The default profile states nothing: any worker of the nation. Others are made from a [`Draft`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    home: Option<PlaceCode>,
    employer: Option<PlaceCode>,
    geo_pay: Option<GeoPay>,
    level: Option<PayLevel>,
    certifications: Option<CertificationCount>,
    experience: Option<Experience>,
    specialty: Option<LevelIndex>,
    setting: Option<LevelIndex>,
    education: Option<LevelIndex>,
    work: Work,
    plan: Plan,
    seeker: Seeker,
}

impl Profile {
    /// Where the person lives.
    #[must_use]
    pub const fn home(&self) -> Option<PlaceCode> {
        self.home
    }

    /// Where the employer is.
    #[must_use]
    pub const fn employer(&self) -> Option<PlaceCode> {
        self.employer
    }

    /// The pay scale that the profile asks for; [`GeoPay::Employer`] only with an employer's state,
    /// [`GeoPay::Residence`] only with a home, unless that fact was left open ([`Draft::open`]).
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
    /// it is the direct evidence on certified people.
    #[must_use]
    pub fn level(&self) -> PayLevel {
        self.level.unwrap_or(match self.certifications {
            Some(_) => PayLevel::Survey,
            None => PayLevel::Oews,
        })
    }

    /// How many certifications the person holds.
    #[must_use]
    pub const fn certifications(&self) -> Option<CertificationCount> {
        self.certifications
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
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Who asks for a verdict.
    #[must_use]
    pub const fn seeker(&self) -> &Seeker {
        &self.seeker
    }

    /// The factors that the profile states.
    #[must_use]
    pub fn stated(&self) -> FactorSet {
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
