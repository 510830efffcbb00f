/// Whose pay scale a worker is paid on. Nobody publishes what employers of coders do, so this is a
/// named scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeoPay {
    /// The scale of the employer's state.
    Employer,
    /// The scale of the state where the worker lives.
    Residence,
    /// One scale for the whole nation.
    National,
}

impl GeoPay {
    /// Every scenario.
    pub const ALL: [Self; 3] = [Self::Employer, Self::Residence, Self::National];

    /// The name in profiles and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Residence => "residence",
            Self::National => "national",
        }
    }
}

/// Whose workers an answer is level with: those of the wage survey of all employers, or the members
/// of the trade association, who report more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayLevel {
    /// The level of the AAPC member survey.
    Survey,
    /// The level of the BLS survey of employers.
    Oews,
}

impl PayLevel {
    /// Both levels.
    pub const ALL: [Self; 2] = [Self::Survey, Self::Oews];

    /// The name in profiles and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Oews => "oews",
        }
    }

    /// The other level.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Survey => Self::Oews,
            Self::Oews => Self::Survey,
        }
    }
}
