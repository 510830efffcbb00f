//! The effects of a person's traits on pay, and how they overlap.

mod certifications;
mod combination;
mod experience_curve;
mod levels;

pub use certifications::{CertificationLevel, Certifications, Derivation, SurveyAverage};
pub use combination::{Center, Combination};
pub use experience_curve::{ExperienceCurve, Knot};
pub use levels::{Level, LevelIndex, LevelTable};
