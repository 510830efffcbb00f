//! The figures that verdicts measure, of the careers of one profile on one pay scale.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::data::Tables;
use crate::engine::career::{
    Course, Milestone, Premises, Settings, Walks, of_amounts, of_months, share_before,
};
use crate::profile::{CareerPlan, Fact, GeoPay, Profile};
use crate::quantity::{CareerCount, Horizon};

/// What the careers of a profile come to, as far as a verdict asks.
#[derive(Clone, Debug)]
pub(super) struct Simulated {
    course: Rc<Course>,
    /// The counterfactual now, in dollars a year.
    pub(super) now: f64,
    walks: OnceCell<Walks>,
    money: OnceCell<Money>,
}

/// What the careers earn and gain.
#[derive(Clone, Debug)]
pub(super) struct Money {
    /// What each career gains in five years, in dollars of now.
    gains: Vec<f32>,
    /// The same on average.
    pub(super) mean_gain_5: f64,
    /// What ten years gain on average; none where fewer are followed.
    pub(super) mean_gain_10: Option<f64>,
    /// The median pay in the field in year 5, in dollars a year.
    pub(super) in_field: Option<f64>,
    /// The median pay without the career in the same year.
    pub(super) counterfactual: f64,
}

/// The months in which a milestone counts: ten years, however many are followed.
const COUNTED: u32 = 120;

impl Simulated {
    /// Follows so many careers for so many years, at least five, in dollars of now.
    pub(super) fn new(
        tables: &Tables,
        profile: &Profile,
        careers: CareerCount,
        horizon: Horizon,
    ) -> Self {
        let premises = Premises::new(tables);
        let settings = Settings { careers, horizon, ..Settings::new(premises, profile) };
        let plan = CareerPlan { nominal: None, ..*profile.plan() };
        let in_dollars_of_now = profile.with(Fact::CareerPlan(plan));
        let course = Course::new(premises, &in_dollars_of_now, settings, &[]);
        let now = course.without_now();
        Self { course: Rc::new(course), now, walks: OnceCell::new(), money: OnceCell::new() }
    }

    /// The careers of a question that lies between two, which differ only in an amount of money of who
    /// is not in the field: each figure of each career is a straight line between them.
    pub(super) fn between(near: &Self, far: &Self, part: f64) -> Self {
        let at = |near: f64, far: f64| near + (far - near) * part;
        #[expect(clippy::cast_possible_truncation, reason = "gains are kept so")]
        let gain = |(&near, &far): (&f32, &f32)| at(f64::from(near), f64::from(far)) as f32;
        let (here, there) = (near.money(), far.money());
        let money = Money {
            gains: here.gains.iter().zip(&there.gains).map(gain).collect(),
            mean_gain_5: at(here.mean_gain_5, there.mean_gain_5),
            mean_gain_10: here.mean_gain_10.zip(there.mean_gain_10).map(|(a, b)| at(a, b)),
            in_field: here.in_field.zip(there.in_field).map(|(a, b)| at(a, b)),
            counterfactual: at(here.counterfactual, there.counterfactual),
        };
        Self {
            course: Rc::clone(&near.course),
            now: at(near.now, far.now),
            walks: near.walks.clone(),
            money: OnceCell::from(money),
        }
    }

    fn walks(&self) -> &Walks {
        self.walks.get_or_init(|| self.course.walks())
    }

    /// What the careers earn and gain.
    pub(super) fn money(&self) -> &Money {
        self.money.get_or_init(|| Money::new(&self.course))
    }

    /// The share of careers that reach something at most so many months from now.
    pub(super) fn share(&self, milestone: Milestone, at_most: u32) -> f64 {
        share_before(&self.walks().months(milestone), at_most + 1)
    }

    /// The share of careers that have begun in the field at most so many months from now.
    pub(super) fn share_in_field(&self, at_most: u32) -> f64 {
        share_before(&self.walks().entered(), at_most + 1)
    }

    /// The share of careers that are still in the field so many months from now.
    pub(super) fn share_staying(&self, month: u32) -> f64 {
        let (entered, left) = (self.walks().entered(), self.walks().months(Milestone::Left));
        let stays =
            entered.iter().zip(&left).filter(|&(&from, &left)| from < month && left > month);
        fraction(stays.count(), entered.len())
    }

    /// The share of careers with a gain after five years.
    pub(super) fn share_with_a_gain(&self) -> f64 {
        let gains = &self.money().gains;
        fraction(gains.iter().filter(|&&gain| gain > 0.0).count(), gains.len())
    }

    /// The median month in which those who come into the field within ten years begin there.
    pub(super) fn first_month(&self) -> Option<u32> {
        median_month(&self.walks().entered())
    }

    /// The median month in which those who come to work from home within ten years begin to.
    pub(super) fn first_month_at_home(&self) -> Option<u32> {
        median_month(&self.walks().months(Milestone::Remote))
    }
}

impl Money {
    fn new(course: &Course) -> Self {
        const FIFTH: u32 = 5;
        let mut years = course.follow_to(FIFTH).years;
        let mean_gain_10 = years.get(9).map(|year| mean(&year.present_value));
        let fifth = &mut years[4];
        let median = |amounts: &mut [f32]| of_amounts(amounts).map(|pay| pay.p50);
        Self {
            mean_gain_5: mean(&fifth.present_value),
            mean_gain_10,
            in_field: median(&mut fifth.in_field),
            counterfactual: median(&mut fifth.without).unwrap_or_default(),
            gains: std::mem::take(&mut fifth.present_value),
        }
    }
}

fn median_month(months: &[u32]) -> Option<u32> {
    let mut within: Vec<u32> = months.iter().copied().filter(|&month| month < COUNTED).collect();
    of_months(&mut within)[1]
}

fn mean(amounts: &[f32]) -> f64 {
    let sum: f64 = amounts.iter().copied().map(f64::from).sum();
    sum * fraction(1, amounts.len())
}

#[expect(clippy::cast_precision_loss, reason = "at most a million careers")]
fn fraction(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
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
