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

/// A choice of a profile, made by one of a few words.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $case:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$of])* $case),+ }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$case),+];

            /// The name in profiles and answers.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$case => $word),+ }
            }
        }
    };
}

choice!(
    /// Whether one works for a wage or bills by the hour.
    Employment {
        /// For a wage.
        Employee = "employee",
        /// As a contractor.
        Contract = "contract",
    }
);

choice!(
    /// How a person takes up AI tools.
    AiAdoption {
        /// Sooner than most.
        Early = "early",
        /// When most do.
        Average = "average",
        /// Not at all.
        Avoid = "avoid",
    }
);

choice!(
    /// How one learns the trade.
    Program {
        /// A certificate programme of some months.
        Standard = "standard",
        /// A programme of twelve weeks.
        Accelerated = "accelerated",
    }
);

choice!(
    /// Whether one works while studying.
    Study {
        /// The present work goes on.
        WhileWorking = "while-working",
        /// The present work stops until the exam is over.
        FullTime = "full-time",
    }
);

choice!(
    /// The role that a career aims at after the specialty.
    Pivot {
        /// Auditing of coded records.
        Auditing = "auditing",
        /// Compliance with the rules.
        Compliance = "compliance",
        /// Teaching coders.
        Teaching = "teaching",
        /// Health informatics, an occupation of its own.
        Informatics = "informatics",
        /// Managing the revenue cycle.
        RevenueCycle = "revenue-cycle",
        /// The same work as a contractor.
        Contracting = "contracting",
        /// None: a coder for good.
        Stay = "none",
    }
);

impl Pivot {
    /// Other words that people type.
    pub(super) const ALIASES: &'static [(&'static str, Self)] = &[
        ("audit", Self::Auditing),
        ("auditor", Self::Auditing),
        ("compliance-officer", Self::Compliance),
        ("education", Self::Teaching),
        ("teacher", Self::Teaching),
        ("instructor", Self::Teaching),
        ("educator", Self::Teaching),
        ("health-informatics", Self::Informatics),
        ("revenue", Self::RevenueCycle),
        ("management", Self::RevenueCycle),
        ("contract", Self::Contracting),
        ("contractor", Self::Contracting),
        ("freelance", Self::Contracting),
        ("stay", Self::Stay),
    ];

    /// The role of that name, as tables name it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pivot| pivot.name() == name)
    }
}

choice!(
    /// Where a person stands on the way.
    Standing {
        /// Before or in training.
        Newcomer = "newcomer",
        /// Certified, without a job in the field yet.
        Certified = "certified",
        /// In the first one or two years, in an office.
        Apprentice = "apprentice",
        /// At work in the field.
        Coder = "coder",
        /// At work in a specialty or another role of the field.
        Specialist = "specialist",
    }
);
