//! The facts about a career that a person plans, about the work itself and about its taxes.

use super::choices::{AiAdoption, CareerStage, ConvenienceRule, Employment, Pivot, Program, Study};
use crate::data::{Filing, TaxYear};
use crate::quantity::{
    CareerCount, CertificationCount, Dollars, Horizon, Pay, PlanInterval, Share, WeeklyHours,
};

/// How the work is done and paid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// Working hours a week; full-time when not stated.
    pub hours: Option<WeeklyHours>,
    /// For a wage, or as a contractor.
    pub employment: Option<Employment>,
    /// What a contractor bills an hour, in dollars.
    pub hourly_rate: Option<Dollars>,
    /// The present pay, in dollars a year, above 0.
    pub pay: Option<Dollars>,
}

impl Work {
    /// The working hours a week, where they are not those of a full-time job.
    #[must_use]
    pub fn other_hours(&self) -> Option<WeeklyHours> {
        self.hours.filter(|hours| *hours != WeeklyHours::FULL_TIME)
    }

    /// Whether the work is a contractor's.
    #[must_use]
    pub fn is_contract(&self) -> bool {
        self.employment == Some(Employment::Contract)
    }

    /// The working hours of a year; 2,080 of a full-time job.
    #[must_use]
    pub fn hours_a_year(&self) -> f64 {
        self.hours.unwrap_or(WeeklyHours::FULL_TIME).hours_a_year()
    }

    /// A pay of a year in dollars an hour: over 2,080 hours, or those that are stated.
    ///
    /// ```
    /// use mbc_calc::profile::Work;
    /// let tables = mbc_calc::built_in();
    /// let pay = tables.salaries.nation().pay;
    /// assert_eq!(Work::default().hourly(&pay).mean.get(), 56_790.0 * (1.0 / 2_080.0));
    /// ```
    #[must_use]
    pub fn hourly(&self, pay: &Pay) -> Pay {
        pay.times(1.0 / self.hours_a_year())
    }

    /// The pay over that of the same work full-time.
    #[must_use]
    pub fn full_time_equivalent(&self) -> f64 {
        self.hours.unwrap_or(WeeklyHours::FULL_TIME).full_time_equivalent()
    }
}

/// What is known of a person's taxes; what is not stated is one person by the law of 2026.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaxFacts {
    /// Whether what is left after taxes is asked for.
    pub take_home: Option<bool>,
    /// The year of the law that is applied.
    pub year: Option<TaxYear>,
    /// How the return is filed.
    pub filing: Option<Filing>,
    /// The city or county with a tax of its own; one of the home state that the tables have.
    pub local: Option<String>,
    /// Whether the rule of the employer's state on work done elsewhere is applied.
    pub convenience: Option<ConvenienceRule>,
}

impl TaxFacts {
    /// Whether what is left after taxes is asked for: in so many words, or by another fact about taxes.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        let Self { take_home, year, filing, local, convenience } = self;
        let states_any = year.is_some() || filing.is_some() || local.is_some();
        take_home.unwrap_or(states_any || convenience.is_some())
    }
}

/// What is planned of a career; what is not stated is as the tables say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CareerPlan {
    /// The career stage, where it does not follow from the other facts.
    pub career_stage: Option<CareerStage>,
    /// How the person takes up AI tools.
    pub ai: Option<AiAdoption>,
    /// Tuition of the program, in dollars.
    pub tuition: Option<Dollars>,
    /// What others pay of the tuition, in dollars.
    pub aid: Option<Dollars>,
    /// The program.
    pub program: Option<Program>,
    /// Whether one works while studying.
    pub study: Option<Study>,
    /// The role to aim at after the specialty.
    pub pivot: Option<Pivot>,
    /// How certifications are added.
    pub certifications: Option<CertificationPlan>,
    /// How many years are followed.
    pub horizon: Option<Horizon>,
    /// How many careers are simulated.
    pub careers: Option<CareerCount>,
    /// Random seed of the simulation.
    pub seed: Option<u32>,
    /// Whether the person works from home, or must; whether that is ruled out.
    pub remote: Option<bool>,
    /// Share of a published pay difference that is causal.
    pub causal_share: Option<Share>,
    /// Whether amounts are in the dollars of their year.
    pub nominal: Option<bool>,
}

/// How certifications are added after the first job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CertificationPlan {
    /// One with the specialty and one with the role after it.
    #[default]
    Path,
    /// Every so many months, until there are so many.
    Every {
        /// None is added beyond this count.
        up_to: CertificationCount,
        /// How many months lie between two of them.
        every: PlanInterval,
    },
}

impl CertificationPlan {
    /// Whether nobody adds any by it, as `none` says.
    #[must_use]
    pub const fn adds_none(self) -> bool {
        matches!(self, Self::Every { up_to, .. } if up_to.get() == 0)
    }
}
