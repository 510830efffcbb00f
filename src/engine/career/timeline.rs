//! What careers come to: many simulated ones under one question, in percentiles.

use super::assumptions::Assumption;
use super::career_stage::Aims;
use super::outlook::{Counterfactual, EntryCosts};
use super::quantiles::Outcome;
use super::simulation::{Milestone, Settings};
use crate::data::{Locality, SourceIndex, Tables};
use crate::engine::local_wages::LocalWages;
use crate::engine::pay_scale::{Scenario, scales_differ};
use crate::engine::programs::LocalOutcomes;
use crate::profile::{CareerStage, CertificationPlan, Notice, Profile};
use crate::quantity::{Change, Dollars, LogEffect, Share};

/// How a career unfolds: many simulated careers under one question, in percentiles.
#[derive(Clone, Debug)]
pub struct Timeline<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// How the careers were simulated.
    pub settings: Settings,
    /// The present career stage.
    pub career_stage: CareerStage,
    /// What the career aims at.
    pub aims: Aims,
    /// The profile in the first job, or now for who works already.
    pub first_job: Profile,
    /// How certifications are added.
    pub plan: CertificationPlan,
    /// The pay scale once the work is done from home.
    pub scenario: Scenario,
    /// The wages of its place.
    pub wages: LocalWages<'t>,
    /// The place of work before that.
    pub office: Locality,
    /// The wages of that place.
    pub office_wages: LocalWages<'t>,
    /// The pay in employment that leaves the same as the stated rate of a contractor.
    pub contract_pay: Option<Dollars>,
    /// How much more the members of the trade survey report than all workers.
    pub survey_level: LogEffect,
    /// What the person would earn without the career.
    pub counterfactual: Counterfactual,
    /// What the career costs.
    pub costs: EntryCosts,
    /// The milestones ahead, in order.
    pub milestones: Vec<Reached>,
    /// Pay by year.
    pub years: Vec<CareerYear>,
    /// When what was paid and forgone has come back.
    pub break_even: BreakEven,
    /// What the career brings in five years beyond the counterfactual, in dollars of now; none where
    /// the horizon is shorter.
    pub gain_5: Option<Outcome<Change>>,
    /// The same in ten years.
    pub gain_10: Option<Outcome<Change>>,
    /// How the median gain depends on the causal share.
    pub causal: Vec<CausalGain>,
    /// The yearly rise of prices in the amounts, where they are in dollars of their year.
    pub inflation: Option<f64>,
    /// The rows of the tables that the answer takes for granted, in the order of a career.
    pub assumptions: Vec<Assumption<'t>>,
    /// Every source, each once, in the order of the table.
    pub sources: Vec<SourceIndex>,
    /// What graduates of certificate programs at home earn, for a newcomer.
    pub programs: Option<LocalOutcomes>,
    /// What to know of the stated credentials.
    pub notices: Vec<Notice>,
}

/// A milestone and when it is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Which one.
    pub milestone: Milestone,
    /// The share of all careers that reach it within the horizon.
    pub share: Share,
    /// The 10th, 50th and 90th percentile of the months from now of those who do, if any does.
    pub months: Option<[u32; 3]>,
}

/// One year of the careers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CareerYear {
    /// The year, from 1.
    pub year: u32,
    /// The share of careers at work in the field at its end.
    pub employed: Share,
    /// What is earned in the year, by all careers, in the field or not.
    pub pay: Outcome<Dollars>,
    /// The pay a year of those in the field at its end, for the part that they are there.
    pub in_field: Option<Outcome<Dollars>>,
    /// What the year would bring without the career.
    pub counterfactual: Dollars,
    /// What the careers have brought since now beyond the counterfactual, costs taken off.
    pub gain: Outcome<Change>,
}

/// When what was paid and forgone has come back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// The 10th, 50th and 90th percentile of the months from now over all careers; none where it
    /// falls among those that never break even within the horizon.
    pub months: [Option<u32>; 3],
    /// The share that never does within the horizon.
    pub never: Share,
}

/// The median gain at the end of the horizon under one causal share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CausalGain {
    /// The causal share.
    pub share: Share,
    /// The median gain, in dollars of now.
    pub gain: Change,
}

impl Timeline<'_> {
    /// Whether another pay scale would count other wages: the home is not where the employer is.
    #[must_use]
    pub fn scenarios_differ(&self) -> bool {
        scales_differ(&self.profile)
    }
}
