//! The figures that verdicts measure, of the careers of one profile on one pay scale.

use crate::data::Tables;
use crate::engine::career::{
    Milestone, Settings, Simulation, of_amounts, of_months, share_by, simulate,
};
use crate::profile::{CareerPlan, Fact, GeoPay, Profile};
use crate::quantity::{CareerCount, Horizon};

/// What the careers of a profile come to, as far as a verdict asks.
#[derive(Clone, Debug)]
pub(super) struct Simulated {
    months: [Vec<u32>; Milestone::ALL.len()],
    /// The median pay in the field in years 3 and 5, in dollars a year.
    pub(super) in_field: [Option<f64>; 2],
    /// The counterfactual in the same years.
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
        let settings =
            Settings { careers, horizon: Horizon::default(), ..Settings::new(tables, profile) };
        let plan = CareerPlan { nominal: None, ..*profile.plan() };
        let in_dollars_of_now = profile.with(Fact::CareerPlan(plan));
        let Simulation { months, mut years, mut entry_costs, wages, counterfactual, .. } =
            simulate(tables, &in_dollars_of_now, settings);
        let by_month = &counterfactual.by_month;
        let mut remote: Vec<u32> = months[Milestone::Remote as usize].clone();
        remote.retain(|&month| month <= settings.horizon.get() * 12);
        Self {
            in_field: YEARS
                .map(|year| of_amounts(&mut years[year - 1].in_field).map(|pay| pay.p50)),
            counterfactual: YEARS.map(|year| by_month[year * 12 - 12..year * 12].iter().sum()),
            now: counterfactual.now.get(),
            entry_cost: of_amounts(&mut entry_costs).map_or(0.0, |cost| cost.p50),
            entry_pay: wages.first_pay(),
            remote: of_months(&mut remote)[1],
            months,
        }
    }

    /// The share of careers that reach something at most so many months from now.
    pub(super) fn share(&self, milestone: Milestone, at_most: u32) -> f64 {
        share_by(&self.months[milestone as usize], at_most)
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
