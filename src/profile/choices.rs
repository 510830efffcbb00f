use crate::quantity::named;

named! {
    /// The pay scale that a worker is paid on. Nobody publishes what employers of coders do, so this is a
    /// named scenario.
    pub enum GeoPay {
        /// The scale of the employer's state.
        Employer = "employer",
        /// The scale of the state where the worker lives.
        Residence = "residence",
        /// One scale for the whole nation.
        National = "national",
    }
}

named! {
    /// The workers that an answer is level with: those of the wage survey of all employers, or the members
    /// of the trade association, who report more.
    pub enum PayLevel {
        /// The level of the AAPC member survey.
        Survey = "survey",
        /// The level of the BLS survey of employers.
        Oews = "oews",
    }
}

impl PayLevel {
    /// The other level.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Survey => Self::Oews,
            Self::Oews => Self::Survey,
        }
    }
}

named! {
    /// Whether one works for a wage or bills by the hour.
    pub enum Employment {
        /// For a wage.
        Employee = "employee",
        /// As a contractor.
        Contract = "contract",
    }
}

named! {
    /// Whether the rule of the employer's state on work done elsewhere for one's own convenience is
    /// applied.
    pub enum ConvenienceRule {
        /// It is not.
        Ignore = "ignore",
        /// It is.
        Apply = "apply",
    }
}

named! {
    /// How a person takes up AI tools.
    pub enum AiAdoption {
        /// Sooner than most.
        Early = "early",
        /// When most do.
        Average = "average",
        /// Not at all.
        Avoid = "avoid",
    }
}

named! {
    /// How one learns the trade.
    pub enum Program {
        /// A certificate program of some months.
        Standard = "standard",
        /// A program of twelve weeks.
        Accelerated = "accelerated",
    }
}

named! {
    /// Whether one works while studying.
    pub enum Study {
        /// The present work goes on.
        WhileWorking = "while-working",
        /// The present work stops until the exam is over.
        FullTime = "full-time",
    }
}

named! {
    /// The role that a career aims at after the specialty.
    pub enum Pivot {
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
}

named! {
    /// The stage of a career.
    pub enum CareerStage {
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
}
