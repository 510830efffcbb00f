//! How long the stages of a career last, as distributions.

use super::sobol::{Dimension, Sobol};
use crate::data::{CareerNumber, CareerSpan};
use crate::engine::career::premises::Premises;
use crate::profile::{AiAdoption, Profile, Program, Study};
use crate::quantity::Triangular;

/// The durations of the stages of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine::career) struct Durations {
    pub(in crate::engine::career) training: Triangular,
    pub(in crate::engine::career) exam_preparation: Triangular,
    pub(in crate::engine::career) retake_preparation: Triangular,
    pub(in crate::engine::career) first_job_search: Triangular,
    pub(in crate::engine::career) adjacent_job: Triangular,
    pub(in crate::engine::career) in_office: Triangular,
    pub(in crate::engine::career) to_specialist: Triangular,
    pub(in crate::engine::career) to_role: Triangular,
    /// Months of work in the field that are behind.
    pub(in crate::engine::career) worked: u32,
}

impl Durations {
    pub(in crate::engine::career) fn new(premises: Premises<'_>, profile: &Profile) -> Self {
        let span = |span| premises.span(span);
        let plan = profile.plan();
        let early = match plan.ai {
            Some(AiAdoption::Early) => premises.number(CareerNumber::AiEarly),
            _ => 1.0,
        };
        let study = match plan.study {
            Some(Study::FullTime) => premises.number(CareerNumber::FullTimeStudy),
            _ => 1.0,
        };
        Self {
            training: span(training(profile)).scaled(study),
            exam_preparation: span(CareerSpan::ExamPreparation).scaled(study),
            retake_preparation: span(CareerSpan::RetakePreparation),
            first_job_search: span(CareerSpan::FirstJobSearch),
            adjacent_job: span(CareerSpan::AdjacentMonths),
            in_office: span(CareerSpan::InOffice),
            to_specialist: span(CareerSpan::ToSpecialist).scaled(early),
            to_role: span(CareerSpan::ToPivot).scaled(early),
            worked: whole_months(
                profile.stated_experience().map_or(0.0, |years| years.years() * 12.0),
            ),
        }
    }
}

/// The program that a newcomer takes.
pub(in crate::engine::career) fn training(profile: &Profile) -> CareerSpan {
    match profile.plan().program {
        Some(Program::Accelerated) => CareerSpan::AcceleratedTraining,
        _ => CareerSpan::Training,
    }
}

/// The months that a career draws from a distribution.
pub(in crate::engine::career) fn drawn(
    months: &Triangular,
    point: &Sobol,
    dimension: Dimension,
) -> u32 {
    months.quantile(point.at(dimension))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most 60 years, and truncating the sum is rounding"
)]
fn whole_months(months: f64) -> u32 {
    (months + 0.5) as u32
}
