//! The figures that verdicts measure, of the careers of one profile on one pay scale.

use crate::data::Tables;
use crate::engine::career::{
    Columns, Milestone, Premises, Settings, of_amounts, of_months, share_before, simulate,
};
use crate::profile::{CareerPlan, Fact, GeoPay, Profile};
use crate::quantity::{CareerCount, Horizon};

/// What the careers of a profile come to, as far as a verdict asks.
#[derive(Clone, Debug)]
pub(super) struct Simulated {
    months: [Vec<u32>; Milestone::ALL.len()],
    /// The first month in the field in each career.
    entered: Vec<u32>,
    /// The median pay in the field in years 3 and 5, in dollars a year.
    pub(super) in_field: [Option<f64>; 2],
    /// The median pay without the career in the same years.
    pub(super) counterfactual: [f64; 2],
    /// The counterfactual now, in dollars a year.
    pub(super) now: f64,
    /// The median of what is paid and forgone until the first job, or in vain.
    pub(super) entry_cost: f64,
    /// The median pay of the first job, in dollars a year.
    pub(super) entry_pay: f64,
    /// The median month in which those who work remotely begin to.
    pub(super) remote: Option<u32>,
}

/// The years that verdicts compare pay in.
const YEARS: [usize; 2] = [3, 5];

impl Simulated {
    /// Follows so many careers for ten years, in dollars of now: what is compared are ratios.
    ///
    /// # Panics
    /// Never: ten years are a horizon.
    pub(super) fn new(tables: &Tables, profile: &Profile, careers: CareerCount) -> Self {
        let premises = Premises::new(tables);
        let settings =
            Settings { careers, horizon: Horizon::default(), ..Settings::new(premises, profile) };
        let plan = CareerPlan { nominal: None, ..*profile.plan() };
        let in_dollars_of_now = profile.with(Fact::CareerPlan(plan));
        let (course, columns) = simulate(premises, &in_dollars_of_now, settings);
        let Columns { months, entered, mut years, mut entry_costs, .. } = columns;
        let mut remote: Vec<u32> = months[Milestone::Remote as usize].clone();
        remote.retain(|&month| month < settings.horizon.get() * 12);
        let median = |amounts: &mut [f32]| of_amounts(amounts).map(|pay| pay.p50);
        Self {
            in_field: YEARS.map(|year| median(&mut years[year - 1].in_field)),
            counterfactual: YEARS
                .map(|year| median(&mut years[year - 1].without).unwrap_or_default()),
            now: course.without_now(),
            entry_cost: median(&mut entry_costs).unwrap_or_default(),
            entry_pay: course.field.first_pay(),
            remote: of_months(&mut remote)[1],
            entered,
            months,
        }
    }

    /// The share of careers that reach something at most so many months from now.
    pub(super) fn share(&self, milestone: Milestone, at_most: u32) -> f64 {
        share_before(&self.months[milestone as usize], at_most + 1)
    }

    /// The share of careers that are in the field at most so many months from now.
    pub(super) fn share_in_field(&self, at_most: u32) -> f64 {
        share_before(&self.entered, at_most + 1)
    }
}

/// The same profile paid by where the person lives, where that is another scale than its own.
///
/// # Errors
/// Why there is no such scale.
pub(super) fn at_home(profile: &Profile) -> Result<Option<Profile>, &'static str> {
    match (profile.home_locality(), profile.employer_locality()) {
        (None, Some(_)) => Err("no home state is stated"),
        (Some(home), Some(employer))
            if home != employer && profile.stated_geo_pay() != Some(GeoPay::Residence) =>
        {
            Ok(Some(profile.with(Fact::GeoPay(GeoPay::Residence))))
        }
        (Some(_), _) if profile.stated_geo_pay() == Some(GeoPay::National) => {
            Ok(Some(profile.with(Fact::GeoPay(GeoPay::Residence))))
        }
        _ => Ok(None),
    }
}
