//! The stages of a career in time (`docs/METHOD.md`, "The career").

use super::career_stage::{aims, career_stage};
use super::sobol::Dimension;
use crate::data::{CareerNumber, CareerSpan, Tables};
use crate::profile::{AiAdoption, CareerStage, Pivot, Profile, Program};
use crate::quantity::Triangular;

/// A month that never comes.
pub(super) const NEVER: u32 = u32::MAX;

/// What decides in which month a career reaches which stage.
#[derive(Clone, Debug)]
pub(super) struct StageDurations {
    pub(super) career_stage: CareerStage,
    training: Triangular,
    exam_preparation: Triangular,
    retake_preparation: Triangular,
    first_job_search: Triangular,
    in_office: Triangular,
    to_specialist: Triangular,
    to_pivot: Option<Triangular>,
    completion: f64,
    first_attempt: f64,
    either_attempt: f64,
    months_worked: f64,
}

/// The months from now in which a career reaches its stages; [`NEVER`] where it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// The program ends, finished or not.
    pub(super) training_over: u32,
    /// The exam is over, passed or not; the program, where there is no exam.
    pub(super) study_over: u32,
    pub(super) sits_exam: bool,
    pub(super) certified: u32,
    pub(super) first_job: u32,
    pub(super) remote: u32,
    pub(super) specialist: u32,
    pub(super) pivot: u32,
}

impl StageDurations {
    pub(super) fn new(tables: &Tables, profile: &Profile) -> Self {
        let span = |span| tables.career.span(span).value;
        let number = |number| tables.career.number(number).value;
        let plan = profile.plan();
        let early = match plan.ai {
            Some(AiAdoption::Early) => number(CareerNumber::AiEarly),
            _ => 1.0,
        };
        let pivots =
            plan.ai != Some(AiAdoption::Avoid) && aims(tables, profile).pivot != Pivot::Stay;
        let training = match plan.program {
            Some(Program::Accelerated) => CareerSpan::AcceleratedTraining,
            _ => CareerSpan::Training,
        };
        Self {
            career_stage: career_stage(tables, profile),
            training: span(training),
            exam_preparation: span(CareerSpan::ExamPreparation),
            retake_preparation: span(CareerSpan::RetakePreparation),
            first_job_search: span(CareerSpan::FirstJobSearch),
            in_office: span(CareerSpan::InOffice),
            to_specialist: span(CareerSpan::ToSpecialist).scaled(early),
            to_pivot: pivots.then(|| span(CareerSpan::ToPivot).scaled(early)),
            completion: number(CareerNumber::Completion),
            first_attempt: number(CareerNumber::FirstTimePass),
            either_attempt: number(CareerNumber::EventualPass),
            months_worked: profile.stated_experience().map_or(0.0, |years| years.years() * 12.0),
        }
    }

    /// The path of the career at this Sobol point.
    pub(super) fn path(&self, point: &[f64]) -> Path {
        let months =
            |span: &Triangular, dimension: Dimension| span.quantile(point[dimension as usize]);
        let succeeds = |share: f64, dimension: Dimension| point[dimension as usize] < share;
        let mut path = Path {
            training_over: 0,
            study_over: 0,
            sits_exam: false,
            certified: 0,
            first_job: 0,
            remote: 0,
            specialist: 0,
            pivot: NEVER,
        };
        if self.career_stage == CareerStage::Newcomer {
            path.training_over = months(&self.training, Dimension::Training);
            path.study_over = path.training_over;
            path.certified = NEVER;
            path.sits_exam = succeeds(self.completion, Dimension::Completion);
            if path.sits_exam {
                path.study_over += months(&self.exam_preparation, Dimension::ExamPreparation);
                // One dimension for both attempts, so that a career that passes when the exam is
                // harder passes no later when it is easier.
                let first = succeeds(self.first_attempt, Dimension::Exam);
                if !first {
                    path.study_over +=
                        months(&self.retake_preparation, Dimension::RetakePreparation);
                }
                if first || succeeds(self.either_attempt, Dimension::Exam) {
                    path.certified = path.study_over;
                }
            }
        }
        if path.certified == NEVER {
            return Path { first_job: NEVER, remote: NEVER, specialist: NEVER, ..path };
        }
        if matches!(self.career_stage, CareerStage::Newcomer | CareerStage::Certified) {
            path.first_job =
                path.certified + months(&self.first_job_search, Dimension::FirstJobSearch);
        }
        path.remote = path.first_job;
        if self.career_stage != CareerStage::Specialist {
            let in_office = months(&self.in_office, Dimension::InOffice);
            path.remote += in_office.saturating_sub(self.whole_months_worked());
            path.specialist = path.remote + months(&self.to_specialist, Dimension::ToSpecialist);
        }
        if let Some(to_pivot) = &self.to_pivot {
            path.pivot = path.specialist + months(to_pivot, Dimension::ToPivot);
        }
        path
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 60 years, and truncating the sum is rounding"
    )]
    fn whole_months_worked(&self) -> u32 {
        (self.months_worked + 0.5) as u32
    }
}
