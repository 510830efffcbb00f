use crate::quantity::Trait;

/// A fact that a profile can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Where the person lives.
    State,
    /// Where the employer is.
    EmployerState,
    /// Whose pay scale.
    GeoPay,
    /// Which pay level.
    Level,
    /// How many certifications.
    Certs,
    /// Years of work.
    Experience,
    /// What is coded, or the role.
    Specialty,
    /// Whom one works for.
    Setting,
    /// The highest schooling.
    Education,
    /// Working hours a week.
    Hours,
    /// For a wage, or as a contractor.
    Employment,
    /// What a contractor bills an hour.
    HourlyRate,
    /// Where one stands on the way.
    Standing,
    /// How one takes up AI tools.
    Ai,
    /// The present pay.
    CurrentSalary,
    /// What the programme costs.
    Tuition,
    /// Which programme.
    Program,
    /// Whether one works while studying.
    Study,
    /// The role to aim at after the specialty.
    Pivot,
    /// How certifications are added.
    CertsPlan,
    /// How many years are followed.
    Horizon,
    /// How many careers are simulated.
    Careers,
    /// Which luck is drawn.
    Seed,
    /// The part of a difference that one gains.
    CausalShare,
    /// Whether amounts are in the dollars of their year.
    Nominal,
    /// The stage of life.
    Stage,
    /// How long one can wait for a first pay.
    Wait,
    /// Something that one says of oneself.
    Trait(Trait),
}

impl Key {
    /// Every key, in the order of the flags.
    pub const ALL: [Self; 35] = [
        Self::State,
        Self::EmployerState,
        Self::GeoPay,
        Self::Level,
        Self::Certs,
        Self::Experience,
        Self::Specialty,
        Self::Setting,
        Self::Education,
        Self::Hours,
        Self::Employment,
        Self::HourlyRate,
        Self::Standing,
        Self::Ai,
        Self::CurrentSalary,
        Self::Tuition,
        Self::Program,
        Self::Study,
        Self::Pivot,
        Self::CertsPlan,
        Self::Horizon,
        Self::Careers,
        Self::Seed,
        Self::CausalShare,
        Self::Nominal,
        Self::Stage,
        Self::Wait,
        Self::Trait(Trait::SelfDiscipline),
        Self::Trait(Trait::Repetition),
        Self::Trait(Trait::Learning),
        Self::Trait(Trait::Technology),
        Self::Trait(Trait::Company),
        Self::Trait(Trait::Detail),
        Self::Trait(Trait::Deadlines),
        Self::Trait(Trait::HomeOffice),
    ];

    /// The name in files and answers; as a flag a hyphen stands for the underscore.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::EmployerState => "employer_state",
            Self::GeoPay => "geo_pay",
            Self::Level => "level",
            Self::Certs => "certs",
            Self::Experience => "experience",
            Self::Specialty => "specialty",
            Self::Setting => "setting",
            Self::Education => "education",
            Self::Hours => "hours",
            Self::Employment => "employment",
            Self::HourlyRate => "hourly_rate",
            Self::Standing => "standing",
            Self::Ai => "ai",
            Self::CurrentSalary => "current_salary",
            Self::Tuition => "tuition",
            Self::Program => "program",
            Self::Study => "study",
            Self::Pivot => "pivot",
            Self::CertsPlan => "certs_plan",
            Self::Horizon => "horizon",
            Self::Careers => "careers",
            Self::Seed => "seed",
            Self::CausalShare => "causal_share",
            Self::Nominal => "nominal",
            Self::Stage => "stage",
            Self::Wait => "wait",
            Self::Trait(the) => the.name(),
        }
    }

    /// The flag, such as `--employer-state`.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.name().replace('_', "-"))
    }

    /// The key of that name in a file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Whether the key is about pay, and not about a career or a verdict.
    #[must_use]
    pub fn is_about_pay(self) -> bool {
        self.index() < Self::Standing.index()
    }

    /// Whether the key is answered with yes or no.
    #[must_use]
    pub const fn is_yes_or_no(self) -> bool {
        matches!(self, Self::Nominal | Self::Trait(_))
    }

    /// The place of the key in [`Key::ALL`].
    #[must_use]
    pub(super) fn index(self) -> usize {
        Self::ALL.iter().position(|key| *key == self).unwrap_or(Self::ALL.len())
    }
}
