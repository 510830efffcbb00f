//! A step that a person can take, in words.

use crate::data::Tables;
use crate::engine::StepTo;
use crate::profile::{Program, Study};
use crate::report::document::{Figure, number};

/// A step in a few words.
pub(crate) fn step_words(tables: &Tables, step: StepTo) -> String {
    match step {
        StepTo::Certification => "one more certification".to_owned(),
        StepTo::Credential(index) => tables.credentials.get(index).id.clone(),
        StepTo::Specialty(level) | StepTo::Role(level) => {
            format!("{}, with its certification", tables.specialties.get(level).label)
        }
        StepTo::Setting(level) => format!("work for {}", tables.settings.get(level).label),
        StepTo::EmployersScale => "work from home at the employer's rates".to_owned(),
        StepTo::Employer(place) => {
            format!("a remote employer in {}", tables.geography.in_sentence(place))
        }
        StepTo::Contract(rate) => {
            format!("contract work at {} an hour", number::in_prose(Figure::Dollars(rate)))
        }
        StepTo::Degree(level) => tables.education.get(level).label.clone(),
        StepTo::Program(program, study) => {
            let program = match program {
                Program::Standard => "a certificate program",
                Program::Accelerated => "a 12-week program",
            };
            let study = match study {
                Study::WhileWorking => "while you work",
                Study::FullTime => "full-time",
            };
            format!("{program}, {study}")
        }
        StepTo::Search => "the search for a first coding job".to_owned(),
    }
}
