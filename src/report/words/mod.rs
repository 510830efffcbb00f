//! Phrases that several answers share.

mod causal;
mod durations;
mod headline;
mod known_bias;
mod my_pay;
mod person;
mod place;
mod sources;
mod step;
mod unused;

pub(super) use causal::{causal_line, differ_by_credential};
pub(super) use durations::{amounts_of_a_year, counted, other_hours, years_of};
pub(super) use headline::{a_year, headline, more};
pub(super) use known_bias::known_bias;
pub(super) use my_pay::my_pay;
pub(super) use person::{capitalized, factor_label, joined, level, person, population, seeker};
pub(super) use place::{
    amount, local_notes, nation_fallback, paid_by_home, priced_place, rates, scale_fact,
    scale_name, state_fallback,
};
pub(super) use sources::{named, origin, short, short_list};
pub(super) use step::step_words;
pub(super) use unused::{unused, unused_by};
