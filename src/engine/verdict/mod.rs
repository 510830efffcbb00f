//! Whether the career is worth it, for someone in their stage of life.
//!
//! `docs/METHOD.md`, "The verdict", has the rules.
//!
//! ```text
//!  Profile ──▶ Simulated (careers on the chosen scale and on that of home) ──▶ Case
//!  Tables  ──▶ criteria ──▶ each measured and judged ──▶ answer, strongest reasons, flip points
//! ```

mod candidates;
mod flips;
mod judgement;
mod simulated;

pub use candidates::InputValue;
pub use flips::Flip;
pub use judgement::{Answer, Judged, Judgement, Measured, Reservation};

use judgement::{Case, wait};

use super::career::{Premises, Settings, at_first_job, career_stage};
use super::combination::level_effect;
use super::programs::{LocalOutcomes, newcomer_outcomes};
use super::sources;
use crate::data::{CriterionKind, SourceIndex, Tables, Threshold};
use crate::profile::{CareerStage, Notice, PayLevel, Profile};
use crate::quantity::{LifeStage, LogEffect, Share};

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
    /// How long the person can wait for a first pay, in months.
    pub wait: u32,
    /// Of a career changer: the share that has a first pay within so many months, by months.
    pub first_pay: Vec<(u32, Share)>,
    /// How the careers were simulated.
    pub settings: Settings,
    /// The answer, and each criterion.
    pub judgement: Judgement<'t>,
    /// What would turn each criterion that does not hold.
    pub flips: Vec<Flip>,
    /// How much more the members of the trade survey report than all workers.
    pub survey_level: LogEffect,
    /// Every source of the criteria and of what is quoted with them, each once, in the order of the
    /// table.
    pub sources: Vec<SourceIndex>,
    /// What graduates of certificate programs at home earn, for a newcomer.
    pub programs: Option<LocalOutcomes>,
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
/// assert_ne!(answer.judgement.answer, Answer::Yes);
/// ```
#[must_use]
pub fn verdict<'t>(tables: &'t Tables, profile: &Profile, stage: LifeStage) -> Verdict<'t> {
    let mut verdict = without_flips(
        tables,
        profile,
        stage,
        &Case::new(tables, profile, Settings::new(Premises::new(tables), profile).careers),
    );
    let careers = verdict.settings.careers;
    verdict.flips = flips::flips(tables, profile, stage, &verdict.judgement, careers);
    verdict
}

/// The verdict for every stage of life, without what would change it.
///
/// # Panics
/// When the profile was made with other tables.
#[must_use]
pub fn verdicts<'t>(tables: &'t Tables, profile: &Profile) -> Vec<Verdict<'t>> {
    let case = Case::new(tables, profile, Settings::new(Premises::new(tables), profile).careers);
    LifeStage::ALL.map(|stage| without_flips(tables, profile, stage, &case)).into()
}

fn without_flips<'t>(
    tables: &'t Tables,
    profile: &Profile,
    stage: LifeStage,
    case: &Case<'t, '_>,
) -> Verdict<'t> {
    let judgement = case.judge(stage);
    let evidence = judgement.criteria.iter().map(|judged| &judged.criterion.evidence);
    let career_stage = career_stage(tables, profile);
    let programs = newcomer_outcomes(tables, profile, career_stage);
    Verdict {
        tables,
        profile: profile.clone(),
        stage,
        career_stage,
        level: at_first_job(tables, profile).level(),
        wait: wait(tables, profile),
        first_pay: match stage {
            LifeStage::CareerChanger => case.first_pay(),
            LifeStage::Graduate | LifeStage::LongTerm | LifeStage::Remote => Vec::new(),
        },
        settings: Settings::new(Premises::new(tables), profile),
        survey_level: level_effect(tables, PayLevel::Survey),
        sources: sources::of_verdict(tables, stage, evidence, programs.map(|local| local.source)),
        programs,
        notices: profile.career_notices(tables),
        judgement,
        flips: Vec::new(),
    }
}

impl<'t> Judgement<'t> {
    /// The strongest reason for: of the criteria that hold, one that must, by the widest margin.
    #[must_use]
    pub fn strongest_for(&self) -> Option<&Judged<'t>> {
        let held = self.criteria.iter().filter(|judged| judged.holds == Some(true));
        strongest(held)
    }

    /// The strongest reason against: of the criteria that do not hold, one that must, by the widest
    /// margin; else one that is not known; else the one that holds most narrowly.
    #[must_use]
    pub fn strongest_against(&self) -> Option<&Judged<'t>> {
        let not = |holds| self.criteria.iter().filter(move |judged| judged.holds == holds);
        let narrow = |judged: &&Judged<'_>| matches!(judged.measured, Measured::Number(_));
        strongest(not(Some(false))).or_else(|| strongest(not(None))).or_else(|| {
            let held = not(Some(true)).filter(narrow);
            held.min_by(|a, b| a.margin().total_cmp(&b.margin()))
        })
    }
}

impl Judged<'_> {
    /// How far the measured value is from the threshold, as a share of the threshold; for what has
    /// no number, a tenth.
    fn margin(&self) -> f64 {
        const OF_WORDS: f64 = 0.1;
        let apart = |number: f64, from: f64| (number - from).abs() / from.abs().max(OF_WORDS);
        match (self.criterion.threshold, self.measured) {
            (Threshold::AtLeast(from) | Threshold::AtMost(from), Measured::Number(number)) => {
                apart(number, from)
            }
            _ => OF_WORDS,
        }
    }
}

fn strongest<'j, 't: 'j>(judged: impl Iterator<Item = &'j Judged<'t>>) -> Option<&'j Judged<'t>> {
    judged.max_by(|a, b| {
        let rank = |judged: &Judged<'_>| judged.criterion.kind == CriterionKind::Must;
        // Of equals the first of the table counts.
        rank(a)
            .cmp(&rank(b))
            .then(a.margin().total_cmp(&b.margin()))
            .then(std::cmp::Ordering::Greater)
    })
}
