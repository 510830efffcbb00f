//! The steps that a verdict for someone in the field weighs: the kinds that the tables have odds of.

use super::legs::Taken;
use super::situation::PresentJob;
use super::step_to::StepTo;
use super::steps::{is_contractor, weighed};
use super::ties::PairedDifference;
use crate::data::Tables;
use crate::engine::career::{Followed, follow_changes, median_month, share_within};
use crate::profile::Profile;
use crate::quantity::{Change, Dollars, Share};

/// A step with what it takes and brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextStep {
    /// The change.
    pub step: StepTo,
    /// The months until it takes effect, for half of those who get there.
    pub months: u32,
    /// The share of those who try who get there within five years, if they stay in the field; none where
    /// no figure says how many do, and the gain is that of who does.
    pub odds: Option<Share>,
    /// What it costs who gets there.
    pub cost: Dollars,
    /// What it gains on average in five years over changing nothing, in dollars of now.
    pub gain: Change,
}

/// The steps of someone in the field that the tables have a figure for, the one that gains most first of
/// those with known odds that pay, then the others; none for who is not in the field, and for a
/// contractor with a stated rate.
///
/// ```
/// use mbc_calc::{engine::next_steps, profile::{Draft, Key}};
/// let tables = mbc_calc::built_in();
/// let coder = Draft::default().state(Key::Certs, "1").state(Key::Experience, "4");
/// let steps = next_steps(&tables, &coder.profile(&tables).unwrap());
/// assert!(steps[0].gain.get() > 0.0);
/// ```
#[must_use]
pub fn next_steps(tables: &Tables, profile: &Profile) -> Vec<NextStep> {
    if !profile.works_in_the_field() || is_contractor(profile) {
        return Vec::new();
    }
    let job = PresentJob::new(tables, profile);
    let from = job.unchanged();
    let taken: Vec<Taken> =
        weighed(&job).into_iter().filter_map(|step| job.take(&from, step)).collect();
    let changes: Vec<_> = taken.iter().map(|taken| vec![taken.legs.clone()]).collect();
    let followed = follow_changes(job.premises, &job.course, &changes);
    let mut steps: Vec<NextStep> =
        taken.iter().zip(&followed).map(|(taken, followed)| next_step(taken, followed)).collect();
    let pays = |step: &NextStep| step.odds.is_some() && step.gain.get() > 0.0;
    steps.sort_by(|a, b| pays(b).cmp(&pays(a)).then(b.gain.get().total_cmp(&a.gain.get())));
    steps
}

fn next_step(taken: &Taken, followed: &Followed) -> NextStep {
    NextStep {
        step: taken.step,
        months: median_month(followed).unwrap_or_else(|| taken.months_of(usize::MAX, 0, 0)),
        odds: taken.has_odds().then(|| share_within(followed, 5)),
        cost: taken.cost.unwrap_or(Dollars::ZERO),
        gain: PairedDifference::from_nothing(&followed.gains[0]).mean,
    }
}
