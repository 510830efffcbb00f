//! The facts about a career that a person plans, and about the work itself.

use super::choices::{AiAdoption, CareerStage, Employment, Pivot, Program, Study};
use crate::quantity::{
    CareerCount, CertificationCount, Dollars, Horizon, PlanInterval, Share, WeeklyHours,
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

    /// The pay over that of the same work full-time.
    #[must_use]
    pub fn full_time_equivalent(&self) -> f64 {
        self.hours.unwrap_or(WeeklyHours::FULL_TIME).full_time_equivalent()
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
    /// Share of a published pay difference that is causal.
    pub causal_share: Option<Share>,
    /// Whether amounts are in the dollars of their year.
    pub nominal: Option<bool>,
}

/// How certifications are added after the first job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificationPlan {
    /// None is added beyond this count.
    pub up_to: CertificationCount,
    /// How many months lie between two of them.
    pub every: PlanInterval,
}

impl Default for CertificationPlan {
    /// Up to three, one a year.
    fn default() -> Self {
        let up_to = CertificationCount::new(3).expect("three certifications can be held");
        Self { up_to, every: PlanInterval::YEAR }
    }
}
