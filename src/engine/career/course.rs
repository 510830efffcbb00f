//! The stages of a career in time (`docs/METHOD.md`, "The career").

use super::luck::Draw;
use super::standing::{aims, standing};
use crate::data::{CareerNumber, CareerSpan, Tables};
use crate::profile::{AiAdoption, Pivot, Profile, Program, Standing};
use crate::quantity::Triangular;

/// A month that never comes.
pub(super) const NEVER: u32 = u32::MAX;

/// What decides in which month a career reaches which stage.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) standing: Standing,
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
    /// The programme ends, finished or not.
    pub(super) training_over: u32,
    /// The exam is over, passed or not; the programme is, where there is no exam.
    pub(super) study_over: u32,
    pub(super) sits_exam: bool,
    pub(super) certified: u32,
    pub(super) first_job: u32,
    pub(super) remote: u32,
    pub(super) specialist: u32,
    pub(super) pivot: u32,
}

impl Course {
    pub(super) fn of(tables: &Tables, profile: &Profile) -> Self {
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
            standing: standing(tables, profile),
            training: span(training),
            exam_preparation: span(CareerSpan::ExamPreparation),
            retake_preparation: span(CareerSpan::RetakePreparation),
            first_job_search: span(CareerSpan::FirstJobSearch),
            in_office: span(CareerSpan::InOffice),
            to_specialist: span(CareerSpan::ToSpecialist).shortened(early),
            to_pivot: pivots.then(|| span(CareerSpan::ToPivot).shortened(early)),
            completion: number(CareerNumber::Completion),
            first_attempt: number(CareerNumber::FirstTimePass),
            either_attempt: number(CareerNumber::EventualPass),
            months_worked: profile.experience().map_or(0.0, |years| years.years() * 12.0),
        }
    }

    /// The course of the career that draws this luck.
    pub(super) fn path(&self, luck: &[f64]) -> Path {
        let months = |span: &Triangular, draw: Draw| span.months_at(luck[draw as usize]);
        let succeeds = |share: f64, draw: Draw| luck[draw as usize] < share;
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
        if self.standing == Standing::Newcomer {
            path.training_over = months(&self.training, Draw::Training);
            path.study_over = path.training_over;
            path.certified = NEVER;
            path.sits_exam = succeeds(self.completion, Draw::Completion);
            if path.sits_exam {
                path.study_over += months(&self.exam_preparation, Draw::ExamPreparation);
                // One draw for both attempts, so that who passes when it is harder passes no later
                // when it is easier.
                let first = succeeds(self.first_attempt, Draw::Exam);
                if !first {
                    path.study_over += months(&self.retake_preparation, Draw::RetakePreparation);
                }
                if first || succeeds(self.either_attempt, Draw::Exam) {
                    path.certified = path.study_over;
                }
            }
        }
        if path.certified == NEVER {
            return Path { first_job: NEVER, remote: NEVER, specialist: NEVER, ..path };
        }
        if matches!(self.standing, Standing::Newcomer | Standing::Certified) {
            path.first_job = path.certified + months(&self.first_job_search, Draw::FirstJobSearch);
        }
        path.remote = path.first_job;
        if self.standing != Standing::Specialist {
            let in_office = months(&self.in_office, Draw::InOffice);
            path.remote += in_office.saturating_sub(self.whole_months_worked());
            path.specialist = path.remote + months(&self.to_specialist, Draw::ToSpecialist);
        }
        if let Some(to_pivot) = &self.to_pivot {
            path.pivot = path.specialist + months(to_pivot, Draw::ToPivot);
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
