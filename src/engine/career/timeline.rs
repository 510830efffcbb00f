//! What careers come to: many simulated ones under one question, in percentiles.

use super::assumptions::Assumption;
use super::career_stage::Aims;
use super::outcome::Outcome;
use super::outlook::{Counterfactual, EntryCosts};
use super::present::StatedRank;
use super::settings::Settings;
use super::walk::Milestone;
use crate::data::{Locality, Occupation, SourceIndex, Tables};
use crate::engine::claims::KnownBias;
use crate::engine::local_wages::LocalWages;
use crate::engine::pay_scale::{Scenario, scales_differ};
use crate::engine::programs::LocalOutcomes;
use crate::engine::tax::{Law, TakeHomeError};
use crate::profile::{CareerStage, CertificationPlan, Notice, Profile};
use crate::quantity::{Change, Dollars, LogEffect, Share, named};

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
    /// Where the stated pay of someone in the field is among people like them.
    pub stated_rank: Option<StatedRank>,
    /// What an adjacent job is where the person lives: the better paid of two.
    pub adjacent_job: Occupation,
    /// What the career costs.
    pub costs: EntryCosts,
    /// The milestones ahead, in order.
    pub milestones: Vec<Reached>,
    /// Pay by year.
    pub years: Vec<CareerYear>,
    /// When what was paid and forgone has come back for good.
    pub break_even: BreakEven,
    /// What the career brings in five years beyond the counterfactual, in dollars of now; none where
    /// the horizon is shorter.
    pub gain_5: Option<Outcome<Change>>,
    /// The same in ten years.
    pub gain_10: Option<Outcome<Change>>,
    /// The same by how far one gets; the first is of all.
    pub by_progress: Vec<ProgressGain>,
    /// The same career where every chance falls well and nobody leaves: the career of an advertisement.
    pub if_all_goes_well: BestCase,
    /// How the gain depends on the causal share.
    pub causal: Vec<CausalGain>,
    /// How the gain depends on each assumption, where that was asked for.
    pub sensitivity: Vec<Sensitivity>,
    /// The same after taxes, or why that is not known; nothing where it is not asked for.
    pub take_home: Option<Result<CareerAfterTax<'t>, TakeHomeError>>,
    /// The yearly rise of prices in the amounts, where they are in dollars of their year.
    pub inflation: Option<f64>,
    /// The rows of the tables that the answer takes for granted, in the order of a career.
    pub assumptions: Vec<Assumption<'t>>,
    /// Every source, each once, in the order of the table.
    pub sources: Vec<SourceIndex>,
    /// What graduates of certificate programs at home earn, for a newcomer.
    pub programs: Option<LocalOutcomes>,
    /// What published claims show of careers like this one.
    pub known_biases: Vec<KnownBias<'t>>,
    /// What to know of the stated credentials.
    pub notices: Vec<Notice>,
}

/// What is left of careers after taxes.
#[derive(Clone, Debug)]
pub struct CareerAfterTax<'t> {
    /// The law that is applied to every year.
    pub law: Law<'t>,
    /// Whether the work in the field is a contractor's.
    pub is_contract: bool,
    /// By year, as before taxes.
    pub years: Vec<CareerYear>,
    /// When what was paid and forgone has come back for good.
    pub break_even: BreakEven,
    /// What the career brings in five and in ten years beyond the counterfactual, in dollars of now;
    /// none where the horizon is shorter.
    pub gains: [Option<Outcome<Change>>; 2],
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
    /// The share of careers at work in the field in its last month.
    pub in_field: Share,
    /// What is earned in the year, by all careers, in the field or not.
    pub pay: Outcome<Dollars>,
    /// The pay a year of those in the field in its last month, for the part that they are there; none
    /// where they are fewer than one in twenty.
    pub in_field_pay: Option<Outcome<Dollars>>,
    /// What the year would bring without the career.
    pub without: Outcome<Dollars>,
    /// What the careers have brought since now beyond the counterfactual, costs taken off.
    pub gain: Outcome<Change>,
}

/// When what was paid and forgone has come back for good.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The 10th, 50th and 90th percentile of the months from now over all careers; none where it
    /// falls among those that never break even within the horizon.
    pub months: [Option<u32>; 3],
    /// The share that never does within the horizon.
    pub never: Share,
    /// By year, from the first: the share that has.
    pub by_year: Vec<Share>,
}

/// The gain at the end of the horizon under one causal share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CausalGain {
    /// The causal share.
    pub share: Share,
    /// The gain, in dollars of now.
    pub gain: Gain,
}

/// A gain of many careers, in dollars of now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// Half gain less.
    pub median: Change,
    /// The arithmetic mean.
    pub mean: Change,
    /// The share of careers that gain anything.
    pub gaining: Share,
}

named! {
    /// How far a career gets.
    pub enum Progress {
        /// All who start.
        All = "all",
        /// Those who pass the first exam.
        Certified = "certified",
        /// Those who get a coding job.
        CodingJob = "coding_job",
    }
}

/// What those gain who get so far within the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgressGain {
    /// How far they get.
    pub progress: Progress,
    /// Their share of all.
    pub share: Share,
    /// What they gain in five years, in dollars of now; none where the horizon is shorter.
    pub gain_5: Option<Gain>,
    /// The same in ten years.
    pub gain_10: Option<Gain>,
}

/// A career where every chance falls well and nobody leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct BestCase {
    /// The milestones ahead, in order.
    pub milestones: Vec<Reached>,
    /// When what was paid and forgone has come back for good.
    pub break_even: BreakEven,
    /// What it brings in five years, in dollars of now; none where the horizon is shorter.
    pub gain_5: Option<Gain>,
    /// The same in ten years.
    pub gain_10: Option<Gain>,
}

/// What one assumption does to the mean gain between the ends of its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The name of the row.
    pub item: String,
    /// What the row is, in words.
    pub label: String,
    /// The unit of its values.
    pub unit: String,
    /// Its low end, its value (of a duration the likeliest) and its high end.
    pub range: [f64; 3],
    /// The mean gain after five years at the low and the high end, in dollars of now; none where the
    /// horizon is shorter.
    pub gain_5: Option<[Change; 2]>,
    /// The same after ten years.
    pub gain_10: Option<[Change; 2]>,
}

impl Sensitivity {
    /// How far apart the gains at the two ends are, over the longer time that is followed.
    pub(super) fn width(&self) -> f64 {
        self.gain_10.or(self.gain_5).map_or(0.0, |[low, high]| (high.get() - low.get()).abs())
    }
}

impl Timeline<'_> {
    /// Whether another pay scale would count other wages: the home is not where the employer is.
    #[must_use]
    pub fn scenarios_differ(&self) -> bool {
        scales_differ(&self.profile)
    }
}
