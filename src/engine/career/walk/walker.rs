//! The way of one career through its stages (`docs/METHOD.md`, "The career").

use super::coins::{Attempts, Coins, falls_well, months_until};
use super::durations::{Durations, drawn};
use super::milestone::Milestone;
use super::sobol::{Dimension, Sobol};
use crate::engine::career::career_stage::career_stage;
use crate::engine::career::first_job::at_first_job;
use crate::engine::career::premises::Premises;
use crate::profile::{CareerStage, CertificationPlan, Profile};
use crate::quantity::CertificationCount;

/// A month that never comes.
pub(in crate::engine::career) const NEVER: u32 = u32::MAX;

/// What decides in which month a career reaches which stage.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine::career) struct Walker {
    stage: CareerStage,
    durations: Durations,
    coins: Coins,
    /// Months after the first coding job at which a plan by the calendar adds a certification.
    calendar: Vec<u32>,
}

/// The months from now in which a career reaches its stages; [`NEVER`] where it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine::career) struct Walk {
    /// The program ends, finished or not.
    pub(in crate::engine::career) training_over: u32,
    /// The program is finished.
    pub(in crate::engine::career) trained: u32,
    /// The first attempt at the exam.
    pub(in crate::engine::career) exam: u32,
    pub(in crate::engine::career) certified: u32,
    /// The search for a first job ends, with one or without.
    pub(in crate::engine::career) search_over: u32,
    /// An adjacent job begins.
    pub(in crate::engine::career) adjacent: u32,
    /// The first coding job begins.
    pub(in crate::engine::career) coding: u32,
    /// The time in the office is over, whether or not one then works from home.
    pub(in crate::engine::career) office_over: u32,
    pub(in crate::engine::career) remote: u32,
    pub(in crate::engine::career) specialist: u32,
    pub(in crate::engine::career) role: u32,
    /// Who was in the field is so no longer.
    pub(in crate::engine::career) left: u32,
    /// Which exams of a plan by the calendar are passed, a bit each.
    pub(in crate::engine::career) added: u64,
}

impl Walker {
    pub(in crate::engine::career) fn new(
        premises: Premises<'_>,
        profile: &Profile,
        coins: Coins,
    ) -> Self {
        let tables = premises.tables;
        let held = at_first_job(tables, profile).certifications().unwrap_or_default();
        Self {
            stage: career_stage(tables, profile),
            durations: Durations::new(premises, profile),
            coins,
            calendar: calendar(profile.plan().certifications.unwrap_or_default(), held),
        }
    }

    /// The same person with other odds in every coin.
    pub(in crate::engine::career) fn with_coins(&self, coins: Coins) -> Self {
        Self { coins, ..self.clone() }
    }

    pub(in crate::engine::career) const fn coins(&self) -> &Coins {
        &self.coins
    }

    /// Months after the first coding job at which a plan by the calendar adds a certification.
    pub(in crate::engine::career) fn calendar(&self) -> &[u32] {
        &self.calendar
    }

    /// The walk of the career at this Sobol point.
    pub(in crate::engine::career) fn walk(&self, point: &Sobol) -> Walk {
        let mut walk = Walk::NOTHING;
        match self.stage {
            CareerStage::Newcomer => {
                self.study(point, &mut walk);
                self.search(point, &mut walk);
            }
            CareerStage::Certified => {
                walk.certified = 0;
                self.search(point, &mut walk);
            }
            CareerStage::Apprentice | CareerStage::Coder | CareerStage::Specialist => {
                walk.coding = 0;
            }
        }
        if walk.coding != NEVER {
            self.work(point, &mut walk);
        }
        self.leave(point, &mut walk);
        walk
    }

    /// Program and exam.
    fn study(&self, point: &Sobol, walk: &mut Walk) {
        walk.training_over = drawn(&self.durations.training, point, Dimension::Training);
        if !falls_well(point, Dimension::Completion, self.coins.completion) {
            return;
        }
        walk.trained = walk.training_over;
        let preparation =
            drawn(&self.durations.exam_preparation, point, Dimension::ExamPreparation);
        walk.exam = walk.trained + preparation;
        let wait =
            self.passes(point, &self.coins.exam, [Dimension::Exam, Dimension::RetakePreparation]);
        walk.certified = after(walk.exam, wait);
    }

    /// The search, what it ends in, and the move from the adjacent job to coding.
    fn search(&self, point: &Sobol, walk: &mut Walk) {
        if walk.certified == NEVER {
            return;
        }
        let search = drawn(&self.durations.first_job_search, point, Dimension::FirstJobSearch);
        walk.search_over = walk.certified + search;
        if falls_well(point, Dimension::Placement, self.coins.placement) {
            walk.coding = walk.search_over;
        } else if falls_well(point, Dimension::Adjacent, self.coins.adjacent) {
            walk.adjacent = walk.search_over;
            if falls_well(point, Dimension::AdjacentToCoding, self.coins.adjacent_to_coding) {
                let wait = drawn(&self.durations.adjacent_job, point, Dimension::AdjacentMonths);
                walk.coding = walk.adjacent + wait;
            }
        }
    }

    /// From the first coding job on.
    fn work(&self, point: &Sobol, walk: &mut Walk) {
        let in_office = drawn(&self.durations.in_office, point, Dimension::InOffice);
        walk.office_over = walk.coding
            + match self.stage {
                CareerStage::Specialist => 0,
                _ => in_office.saturating_sub(self.durations.worked),
            };
        if falls_well(point, Dimension::Remote, self.coins.remote) {
            walk.remote = walk.office_over;
        }
        if self.stage == CareerStage::Specialist {
            walk.specialist = walk.office_over;
        } else if falls_well(point, Dimension::Specialty, self.coins.specialty) {
            let wait = drawn(&self.durations.to_specialist, point, Dimension::ToSpecialist);
            let exam = [Dimension::SpecialtyExam, Dimension::SpecialtyRetake];
            let exam = self.passes(point, &self.coins.specialty_exam, exam);
            walk.specialist = after(walk.office_over + wait, exam);
        }
        if walk.specialist != NEVER && falls_well(point, Dimension::Role, self.coins.role) {
            let wait = drawn(&self.durations.to_role, point, Dimension::ToPivot);
            let exam = [Dimension::RoleExam, Dimension::RoleRetake];
            let exam = self.passes(point, &self.coins.role_exam, exam);
            walk.role = after(walk.specialist + wait, exam);
        }
        for exam in 0..self.calendar.len() {
            if point.at_added_exam(exam) < self.coins.added_exam.either {
                walk.added |= 1 << exam;
            }
        }
    }

    /// How many months after the first attempt an exam is passed, if it ever is. One dimension for
    /// both attempts, so that who passes when an exam is harder passes no later when it is easier.
    fn passes(
        &self,
        point: &Sobol,
        odds: &Attempts,
        [exam, retake]: [Dimension; 2],
    ) -> Option<u32> {
        if falls_well(point, exam, odds.first) {
            Some(0)
        } else if falls_well(point, exam, odds.either) {
            Some(drawn(&self.durations.retake_preparation, point, retake))
        } else {
            None
        }
    }

    /// When the field is left, and what is then never reached.
    fn leave(&self, point: &Sobol, walk: &mut Walk) {
        let entered = walk.entered();
        if entered == NEVER {
            return;
        }
        let draw = |dimension: Dimension| point.at(dimension);
        let leaves = months_until(self.coins.leaving, draw(Dimension::Leaving));
        let displaced = months_until(self.coins.displaced, draw(Dimension::Displaced));
        walk.left = entered.saturating_add(leaves).min(walk.office_over.saturating_add(displaced));
        // A career that is left before coding begins has no office time to be displaced after.
        for month in [&mut walk.coding, &mut walk.remote, &mut walk.specialist, &mut walk.role] {
            if *month >= walk.left {
                *month = NEVER;
            }
        }
    }
}

impl Walk {
    /// That of someone in the field who stays in it in an office.
    pub(in crate::engine::career) const STAYING: Self = Self { coding: 0, ..Self::NOTHING };

    /// The start of a walk, on which nothing is reached.
    const NOTHING: Self = Self {
        training_over: 0,
        trained: NEVER,
        exam: NEVER,
        certified: NEVER,
        search_over: NEVER,
        adjacent: NEVER,
        coding: NEVER,
        office_over: NEVER,
        remote: NEVER,
        specialist: NEVER,
        role: NEVER,
        left: NEVER,
        added: 0,
    };

    /// The first month in the field, in coding or in an adjacent job.
    pub(in crate::engine::career) fn entered(&self) -> u32 {
        self.adjacent.min(self.coding)
    }

    /// The month in which something is reached, [`NEVER`] where it is not; breaking even is no step of a
    /// walk.
    pub(in crate::engine::career) const fn reached(&self, milestone: Milestone) -> u32 {
        match milestone {
            Milestone::Trained => self.trained,
            Milestone::Certified => self.certified,
            Milestone::AdjacentJob => self.adjacent,
            Milestone::FirstJob => self.coding,
            Milestone::Remote => self.remote,
            Milestone::Specialist => self.specialist,
            Milestone::Pivot => self.role,
            Milestone::Left => self.left,
            Milestone::BreakEven => NEVER,
        }
    }

    /// Whether something is added after the first coding job, before the month `end`.
    pub(in crate::engine::career) fn adds_anything(&self, end: u32) -> bool {
        self.specialist.min(self.role) < end || self.added != 0
    }
}

fn after(month: u32, wait: Option<u32>) -> u32 {
    wait.map_or(NEVER, |wait| month + wait)
}

/// Months after the first coding job at which a plan adds a certification.
fn calendar(plan: CertificationPlan, held: CertificationCount) -> Vec<u32> {
    match plan {
        CertificationPlan::Path => Vec::new(),
        CertificationPlan::Every { up_to, every } => {
            let more = u32::from(up_to.get().saturating_sub(held.get()));
            (1..=more).map(|nth| nth * every.get()).collect()
        }
    }
}
