//! What a step changes, and what kind of step it is.

use crate::data::{CredentialIndex, LevelIndex, Tables};
use crate::profile::{Program, Study};
use crate::quantity::{Dollars, PlaceCode, named};

/// One change that a person can make.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepTo {
    /// One more certification, whichever.
    Certification,
    /// A credential by name, and the specialty or role that it leads to, where that pays more.
    Credential(CredentialIndex),
    /// A specialty with its certification.
    Specialty(LevelIndex),
    /// The role after the specialty, with its certification.
    Role(LevelIndex),
    /// Another kind of employer.
    Setting(LevelIndex),
    /// Work from home on the scale of the employer elsewhere that is stated.
    EmployersScale,
    /// Work from home for an employer in another state, at its rates.
    Employer(PlaceCode),
    /// Contract work at a rate, in dollars an hour.
    Contract(Dollars),
    /// A degree.
    Degree(LevelIndex),
    /// A way into the field.
    Program(Program, Study),
    /// The search for a first coding job, for who is certified.
    Search,
}

named! {
    /// What kind of step it is.
    pub enum StepKind {
        /// A credential by name.
        Credential = "credential",
        /// A specialty.
        Specialty = "specialty",
        /// Another kind of employer.
        Setting = "setting",
        /// A role after the specialty.
        Role = "role",
        /// An employer in another state, for work from home.
        EmployerState = "employer-state",
        /// A degree.
        Degree = "degree",
        /// Contract work.
        Contract = "contract",
        /// A way into the field.
        Program = "program",
    }
}

impl StepTo {
    /// What kind of step it is.
    #[must_use]
    pub const fn kind(self) -> StepKind {
        match self {
            Self::Certification | Self::Credential(_) => StepKind::Credential,
            Self::Specialty(_) => StepKind::Specialty,
            Self::Role(_) => StepKind::Role,
            Self::Setting(_) => StepKind::Setting,
            Self::EmployersScale | Self::Employer(_) => StepKind::EmployerState,
            Self::Contract(_) => StepKind::Contract,
            Self::Degree(_) => StepKind::Degree,
            Self::Program(..) | Self::Search => StepKind::Program,
        }
    }

    /// The name in answers: that of its kind and of what it changes to.
    #[must_use]
    pub fn id(self, tables: &Tables) -> String {
        format!("{}:{}", self.kind().name(), self.name(tables))
    }

    /// The name of what it changes to.
    #[must_use]
    pub fn name(self, tables: &Tables) -> String {
        let named = str::to_owned;
        match self {
            Self::Certification => named("certification"),
            Self::Credential(index) => named(&tables.credentials.get(index).id),
            Self::Specialty(level) | Self::Role(level) => named(&tables.specialties.get(level).id),
            Self::Setting(level) => named(&tables.settings.get(level).id),
            Self::EmployersScale => named("employers_scale"),
            Self::Employer(place) => named(place.as_str()),
            Self::Contract(_) => named("rate"),
            Self::Degree(level) => named(&tables.education.get(level).id),
            Self::Search => named("search"),
            Self::Program(program, study) => format!("{}-{}", program.name(), study.name()),
        }
    }
}
