//! Reads the values that facts have in common, as people write them: words, yes or no, numbers, amounts
//! and lengths of time.

mod decimal;
mod durations;
mod money;
mod names;
mod numbers;
mod reading;

pub(super) use durations::Unit;
pub(super) use money::{amount, hourly, yearly};
pub use money::{money_a_year, money_an_hour};
pub(super) use names::{choice, in_table};
pub(super) use numbers::{
    count, hours, is_nothing, number, out_of_range, share, states_nothing, whole, years, yes_or_no,
};
pub(super) use reading::Reading;
