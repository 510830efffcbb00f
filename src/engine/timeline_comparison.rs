//! Careers side by side.

use super::career::{CareerYear, Milestone, Timeline, timeline};
use crate::data::Tables;
use crate::profile::NamedProfile;

/// A career and others compared with it. Careers of the same number and seed share their
/// random numbers, so that only the facts make the difference.
#[derive(Clone, Debug)]
pub struct TimelineComparison<'t> {
    /// What the others are compared with, then the others in the order in which they were given; at
    /// least one.
    pub careers: Vec<ComparedTimeline<'t>>,
}

/// A career with what it is called.
#[derive(Clone, Debug)]
pub struct ComparedTimeline<'t> {
    /// What it is called.
    pub name: String,
    /// Its own answer.
    pub timeline: Timeline<'t>,
}

/// The years after which careers are compared.
pub(crate) const COMPARED_YEARS: [u32; 2] = [5, 10];

/// Simulates careers to be compared, the base first.
///
/// # Panics
/// When a profile was made with other tables.
///
/// ```
/// use mbc_calc::engine::compare_timelines;
/// use mbc_calc::profile::{Draft, ProfileSet};
/// let tables = mbc_calc::built_in();
/// let set = ProfileSet::of_careers().with_base(Draft::default()).with_variation("study=full-time");
/// let careers = compare_timelines(&tables, &set.profiles(&tables).unwrap());
/// let [base, student] = careers.careers.as_slice() else { unreachable!() };
/// assert!(student.timeline.gain_10.unwrap().p50 < base.timeline.gain_10.unwrap().p50);
/// ```
#[must_use]
pub fn compare_timelines<'t>(
    tables: &'t Tables,
    profiles: &[NamedProfile],
) -> TimelineComparison<'t> {
    let careers = profiles.iter().map(|NamedProfile { name, profile }| ComparedTimeline {
        name: name.clone(),
        timeline: timeline(tables, profile),
    });
    TimelineComparison { careers: careers.collect() }
}

impl<'t> TimelineComparison<'t> {
    /// What the others are compared with.
    ///
    /// # Panics
    /// Never: there is at least one career.
    #[must_use]
    pub fn base(&self) -> &ComparedTimeline<'t> {
        self.careers.first().expect("at least one career is compared")
    }

    /// Whether all careers share one seed (common random numbers).
    #[must_use]
    pub fn share_seed(&self) -> bool {
        let seed_and_size =
            |of: &ComparedTimeline<'_>| (of.timeline.settings.seed, of.timeline.settings.careers);
        self.careers.iter().all(|career| seed_and_size(career) == seed_and_size(self.base()))
    }
}

impl Timeline<'_> {
    /// The month from now by which half of those who get there have reached a milestone, if it lies
    /// ahead and any gets there; of break-even by which half of all careers have.
    #[must_use]
    pub fn median_month(&self, milestone: Milestone) -> Option<u32> {
        if milestone == Milestone::BreakEven {
            return self.break_even.months[1];
        }
        let reached = self.milestones.iter().find(|reached| reached.milestone == milestone)?;
        reached.months.map(|[_, half, _]| half)
    }

    /// A year of the careers, counted from 1, if it is within the horizon.
    #[must_use]
    pub fn year(&self, year: u32) -> Option<&CareerYear> {
        self.years.iter().find(|one| one.year == year)
    }
}
