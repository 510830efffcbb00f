/// A fact that a profile can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Where the person lives.
    State,
    /// In which area the person lives.
    Metro,
    /// Where the employer is.
    EmployerState,
    /// In which area the employer is.
    EmployerMetro,
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
    /// The occupation, where it is another than the field's own.
    Role,
    /// Whom one works for.
    Setting,
    /// The highest schooling.
    Education,
}

impl Key {
    /// Every key, in the order of the flags.
    pub const ALL: [Self; 12] = [
        Self::State,
        Self::Metro,
        Self::EmployerState,
        Self::EmployerMetro,
        Self::GeoPay,
        Self::Level,
        Self::Certs,
        Self::Experience,
        Self::Specialty,
        Self::Role,
        Self::Setting,
        Self::Education,
    ];

    /// The name in files and answers; as a flag a hyphen stands for the underscore.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Metro => "metro",
            Self::EmployerState => "employer_state",
            Self::EmployerMetro => "employer_metro",
            Self::GeoPay => "geo_pay",
            Self::Level => "level",
            Self::Certs => "certs",
            Self::Experience => "experience",
            Self::Specialty => "specialty",
            Self::Role => "role",
            Self::Setting => "setting",
            Self::Education => "education",
        }
    }

    /// The flag, such as `--employer-state`.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.name().replace('_', "-"))
    }

    /// Whether its value may be a list of names.
    #[must_use]
    pub(super) const fn takes_a_list(self) -> bool {
        matches!(self, Self::Certs)
    }

    /// The key of that name in a file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}
