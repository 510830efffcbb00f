use super::errors::ProblemCode;
use crate::data::Unknown;

/// Why a fact cannot be used, with what is wrong in words.
pub(super) struct Refusal(pub(super) ProblemCode, pub(super) Unknown);
