//! Whether the career is worth it, for someone in their stage of life.
//!
//! `docs/METHOD.md`, "The verdict", has the rules.
//!
//! ```text
//!  Profile ──▶ Case (careers on the chosen scale and on that of home) ─┐
//!  Tables  ──▶ criteria ───────────────────────────────────────────────┴▶ each measured and judged
//!                                            ──▶ answer, reasons, what is open, flip points
//! ```

mod after_tax;
mod candidates;
mod case;
mod flips;
mod judgment;
mod measures;
mod simulated;

pub use candidates::{FLIP_INPUTS, FlipKind, InputValue};
pub use flips::Flip;
pub use judgment::{Answer, Judged, Judgment, Measured, Reservation};

use case::Case;

use super::career::{Premises, Settings, at_first_job, career_stage};
use super::claims::{KnownBias, known_career_biases};
use super::combination::level_effect;
use super::plan::NextStep;
use super::programs::{LocalOutcomes, newcomer_outcomes};
use super::sources;
use crate::data::{CriterionMeasure, SourceIndex, Tables};
use crate::profile::{CareerStage, Notice, PayLevel, Profile};
use crate::quantity::{Horizon, LifeStage, LogEffect, Share, WaitMonths};

/// Whether the career is worth it for a person in a stage of life, and what would change that.
#[derive(Clone, Debug)]
pub struct Verdict<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// The stage of life.
    pub stage: LifeStage,
    /// The present career stage.
    pub career_stage: CareerStage,
    /// The pay level, that of the first job.
    pub level: PayLevel,
    /// How long the person can wait for a first pay, in months, where that is stated.
    pub wait: Option<u32>,
    /// Of a career changer: the share that has a first pay within so many months, by months.
    pub first_pay: Vec<(u32, Share)>,
    /// Of who starts: the shares who are in the field ten years on, and who have reached the role aimed at.
    pub ten_years_on: [Share; 2],
    /// The best step of someone in the field.
    pub next_step: Option<NextStep>,
    /// How the careers were simulated.
    pub settings: Settings,
    /// The answer, and each criterion.
    pub judgment: Judgment<'t>,
    /// What would turn each criterion that does not hold.
    pub flips: Vec<Flip>,
    /// Whether that was looked for.
    pub has_flips: bool,
    /// How much more the members of the trade survey report than all workers.
    pub survey_level: LogEffect,
    /// Every source of the criteria and of what is quoted with them, each once, in the order of the
    /// table.
    pub sources: Vec<SourceIndex>,
    /// What graduates of certificate programs at home earn, for a newcomer.
    pub programs: Option<LocalOutcomes>,
    /// What published claims show of careers like this one.
    pub known_biases: Vec<KnownBias<'t>>,
    /// What to know of the stated credentials.
    pub notices: Vec<Notice>,
}

/// Whether the career is worth it for a person in a stage of life, and what would change that.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::{engine::verdict::{Answer, verdict}, profile::Profile, quantity::LifeStage};
/// let tables = mbc_calc::built_in();
/// // Without any fact the answer cannot be yes.
/// let answer = verdict(&tables, &Profile::default(), LifeStage::LongTerm);
/// assert_ne!(answer.judgment.answer, Answer::Yes);
/// ```
#[must_use]
pub fn verdict<'t>(tables: &'t Tables, profile: &Profile, stage: LifeStage) -> Verdict<'t> {
    let case = case(tables, profile, &[stage]);
    let mut verdict = without_flips(&case, stage);
    verdict.flips = flips::flips(&case, stage, &verdict.judgment);
    verdict.has_flips = true;
    verdict
}

/// The same without what would change it, which takes most of the time.
///
/// # Panics
/// When the profile was made with other tables.
#[must_use]
pub fn verdict_without_flips<'t>(
    tables: &'t Tables,
    profile: &Profile,
    stage: LifeStage,
) -> Verdict<'t> {
    without_flips(&case(tables, profile, &[stage]), stage)
}

/// The verdict for every stage of life that fits, without what would change it.
///
/// # Panics
/// When the profile was made with other tables.
#[must_use]
pub fn verdicts<'t>(tables: &'t Tables, profile: &Profile) -> Vec<Verdict<'t>> {
    let fits = |stage: &LifeStage| profile.fits(*stage);
    let stages: Vec<LifeStage> = LifeStage::ALL.into_iter().filter(fits).collect();
    let case = case(tables, profile, &stages);
    stages.into_iter().map(|stage| without_flips(&case, stage)).collect()
}

/// The case of a profile, followed for as many years as the criteria of the stages ask about.
///
/// # Panics
/// Never: five years are a horizon.
fn case<'t>(tables: &'t Tables, profile: &Profile, stages: &[LifeStage]) -> Case<'t> {
    let careers = Settings::new(Premises::new(tables), profile).careers;
    let mut criteria = stages.iter().flat_map(|&stage| tables.verdicts.of(stage));
    let asks_ten = criteria.any(|asks| asks.measure == CriterionMeasure::MeanGainIn10Years);
    let horizon = if asks_ten { Ok(Horizon::default()) } else { Horizon::new(5) };
    Case::new(tables, profile, careers, horizon.expect("five years are a horizon"))
}

fn without_flips<'t>(case: &Case<'t>, stage: LifeStage) -> Verdict<'t> {
    let (tables, profile) = (case.tables(), case.profile());
    let judgment = case.judge(stage);
    let evidence = judgment.criteria.iter().map(|judged| &judged.criterion.evidence);
    let career_stage = career_stage(tables, profile);
    let programs = newcomer_outcomes(tables, profile, career_stage);
    Verdict {
        tables,
        profile: profile.clone(),
        stage,
        career_stage,
        level: at_first_job(tables, profile).level(),
        wait: profile.seeker().wait.map(WaitMonths::get),
        first_pay: match stage {
            LifeStage::CareerChanger => case.first_pay(),
            _ => Vec::new(),
        },
        ten_years_on: case.ten_years_on(),
        next_step: if stage == LifeStage::Coder { case.next_step() } else { None },
        settings: Settings::new(Premises::new(tables), profile),
        survey_level: level_effect(tables, PayLevel::Survey),
        sources: sources::of_verdict(tables, stage, evidence, programs.map(|local| local.source)),
        programs,
        known_biases: known_career_biases(tables, career_stage),
        notices: profile.career_notices(tables),
        judgment,
        flips: Vec::new(),
        has_flips: false,
    }
}
