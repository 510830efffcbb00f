//! What a career earns: in coding, in jobs next to it, and in the role after the specialty.

mod calendar;
mod climb;
mod curve;
mod field;
mod other_job;
mod role;

pub(super) use calendar::Calendar;
pub(super) use climb::{growth, growth_factor};
pub(super) use curve::{Amounts, Curve, Stretch};
pub(super) use field::{FieldPay, Rank};
pub(super) use other_job::OtherJob;
