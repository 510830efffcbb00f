use crate::data::{AreaIndex, Occupation, Tables};
use crate::profile::{Notice, PayLevel, Profile};
use crate::quantity::{FactorSet, LogEffect, Pay, PlaceCode, PriceLevel, Weights};

use super::combination::{combine_with, level_effect};
use super::contract::Contract;
use super::grade::{Grade, grade};
use super::local_wages::{LocalWages, local_wages};
use super::my_pay::MyPay;
use super::occupation_wages::wage_table;
use super::pay::{NarrowedPay, Spread};
use super::pay_scale::{Scenario, scenarios};
use super::tax::{PayAfterTax, TakeHomeError};

/// What workers like the one described earn, without how that was worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures<'t> {
    /// The chosen pay scale first; then the others where they differ.
    pub scenarios: Vec<ScenarioPay<'t>>,
    /// The pay level of the answer.
    pub level: PayLevel,
    /// The other pay level and the pay on it, on the chosen pay scale; a role has only one level.
    pub other_level: Option<(PayLevel, Pay)>,
    /// The price level at home, or why there is none.
    pub price_level: Result<PriceLevel, &'t str>,
    /// What the stated factors explain.
    pub spread: Spread,
    /// How far the answer can be trusted.
    pub grade: Grade,
    /// The year of the dollars.
    pub dollars_of: u32,
    /// What to bill to be left with the pay, where the work is a contractor's.
    pub contract: Option<Contract<'t>>,
    /// The place of the stated pay in the range, if it is pay for work in the field.
    pub my_pay: Option<MyPay>,
    /// What is left of the pay after taxes, or why that is not known; nothing where it is not asked
    /// for.
    pub take_home: Option<Result<Box<PayAfterTax<'t>>, TakeHomeError>>,
    /// What to know of the profile.
    pub notices: Vec<Notice>,
}

/// The pay on one pay scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioPay<'t> {
    /// The scale and its place.
    pub scenario: Scenario,
    /// The wages of that place.
    pub wages: LocalWages<'t>,
    /// The pay in dollars.
    pub pay: Pay,
    /// The pay in dollars of the average US place, where the price level at home is known.
    pub home_value: Option<Pay>,
}

impl<'t> Figures<'t> {
    /// The pay on the chosen scale.
    ///
    /// # Panics
    /// Never: an answer has at least one scenario.
    #[must_use]
    pub fn chosen(&self) -> &ScenarioPay<'t> {
        self.scenarios.first().expect("an answer has at least one scenario")
    }

    /// Works out what is left of the pay after taxes.
    pub(super) fn take_taxes(&mut self, tables: &'t Tables, profile: &Profile) {
        if self.take_home.is_none() {
            let prices = (self.price_level, self.dollars_of);
            let after = PayAfterTax::new(tables, profile, &self.chosen().pay, prices);
            self.take_home = Some(after.map(Box::new));
        }
    }

    /// The pay that is compared with others: of a contractor who states a rate what that leaves, else
    /// the pay on the chosen scale.
    #[must_use]
    pub fn compared_pay(&self) -> Pay {
        let stated = self.contract.as_ref().and_then(|contract| contract.stated);
        stated.map_or(self.chosen().pay, |stated| Pay::of_one(stated.leaves))
    }

    /// The same in dollars of the average US place, where the price level at home is known.
    #[must_use]
    pub fn compared_home_value(&self) -> Option<Pay> {
        self.price_level.ok().map(|price| price.pay_at_home(self.compared_pay()))
    }

    /// Every pay level with the pay on it, that of the answer first, on the chosen pay scale.
    pub fn levels(&self) -> impl Iterator<Item = (PayLevel, Pay)> {
        std::iter::once((self.level, self.chosen().pay)).chain(self.other_level)
    }
}

/// Answers many profiles from the same tables: what depends only on the place and on which factors
/// are stated is worked out once.
///
/// ```
/// use mbc_calc::{engine::Estimator, profile::Profile};
/// let tables = mbc_calc::built_in();
/// let mut estimator = Estimator::new(&tables);
/// let figures = estimator.figures(&Profile::default());
/// assert_eq!(figures.chosen().pay.mean.get(), 56_790.0);
/// ```
#[derive(Clone, Debug)]
pub struct Estimator<'t> {
    tables: &'t Tables,
    /// By set of factors: their weights and what they explain.
    sets: [Option<(Weights, Spread)>; FactorSet::COUNT],
    /// Index of a state in `narrowed`: by role, the field itself last, and [`PlaceCode::index`]; empty
    /// for a role that was never requested.
    places: [Vec<Option<u16>>; Occupation::ALL.len() + 1],
    /// Index of an area in `narrowed`, by its own; as long as the requested areas need.
    areas: Vec<Option<u16>>,
    /// By role and state, or area, and set of factors.
    narrowed: Vec<[Option<NarrowedPay>; FactorSet::COUNT]>,
    survey: LogEffect,
}

impl<'t> Estimator<'t> {
    /// An estimator that has worked out nothing yet.
    #[must_use]
    pub fn new(tables: &'t Tables) -> Self {
        let survey = level_effect(tables, PayLevel::Survey);
        let places = std::array::from_fn(|_| Vec::new());
        let (areas, narrowed) = (Vec::new(), Vec::new());
        Self { tables, sets: [None; FactorSet::COUNT], places, areas, narrowed, survey }
    }

    /// The tables that answers are made from.
    #[must_use]
    pub const fn tables(&self) -> &'t Tables {
        self.tables
    }

    /// What workers like the one described earn.
    ///
    /// # Panics
    /// When the profile was made with other tables.
    pub fn figures(&mut self, profile: &Profile) -> Figures<'t> {
        let tables = self.tables;
        let (weights, spread) = self.set(profile.stated());
        let spread = match profile.role() {
            None => spread,
            Some(role) => Spread::new(&tables.occupations.nation(role).pay, spread.explained),
        };
        let effect = combine_with(tables, profile, &weights).plus(hours_effect(profile));
        let price_level = price_level(tables, profile);
        let level = profile.level();
        let other = profile.role().is_none().then(|| level.other());
        let mut pay_on = |wages: &LocalWages<'t>, level| {
            let level = match level {
                PayLevel::Survey => self.survey,
                PayLevel::Oews => LogEffect::NONE,
            };
            self.narrowed(profile, wages, spread.k).shifted(effect.plus(level))
        };
        let scenarios: Vec<ScenarioPay<'t>> = scenarios(profile)
            .map(|scenario| {
                let wages = local_wages(tables, profile.role(), scenario.locality());
                let pay = pay_on(&wages, level);
                let home_value = price_level.ok().map(|price| price.pay_at_home(pay));
                ScenarioPay { scenario, wages, pay, home_value }
            })
            .collect();
        let ScenarioPay { wages, pay, .. } = &scenarios[0];
        let mut figures = Figures {
            level,
            other_level: other.map(|other| (other, pay_on(wages, other))),
            price_level,
            spread,
            grade: grade(tables, profile, wages),
            dollars_of: wage_table(tables, profile).dollars_of,
            contract: Contract::new(tables, profile.work(), pay),
            my_pay: MyPay::new(profile, pay),
            take_home: None,
            notices: profile.notices(tables),
            scenarios,
        };
        if profile.taxes().is_asked() {
            figures.take_taxes(tables, profile);
        }
        figures
    }

    fn set(&mut self, stated: FactorSet) -> (Weights, Spread) {
        let tables = self.tables;
        *self.sets[stated.index()].get_or_insert_with(|| {
            let weights = tables.combination.covariance.weights(stated);
            (weights, Spread::new(&tables.salaries.nation().pay, weights.explained))
        })
    }

    fn narrowed(&mut self, profile: &Profile, wages: &LocalWages<'_>, k: f64) -> &NarrowedPay {
        let known = if let Some(area) = wages.of.area.map(AreaIndex::index) {
            if self.areas.len() <= area {
                self.areas.resize(area + 1, None);
            }
            &mut self.areas[area]
        } else {
            let role = profile.role().map_or(Occupation::ALL.len(), |role| role as usize);
            let places = &mut self.places[role];
            if places.is_empty() {
                places.resize(PlaceCode::COUNT, None);
            }
            &mut places[wages.of.place.index()]
        };
        let row = *known.get_or_insert_with(|| {
            self.narrowed.push([None; FactorSet::COUNT]);
            u16::try_from(self.narrowed.len() - 1).expect("there are fewer places than that")
        });
        self.narrowed[usize::from(row)][profile.stated().index()]
            .get_or_insert_with(|| NarrowedPay::new(&wages.pay, k))
    }
}

/// What other working hours than those of a full-time job do to pay.
///
/// # Panics
/// Never: working hours are above 0.
pub(super) fn hours_effect(profile: &Profile) -> LogEffect {
    profile.work().other_hours().map_or(LogEffect::NONE, |hours| {
        LogEffect::from_ratio(hours.full_time_equivalent()).expect("working hours are above 0")
    })
}

/// The price level at home: that of the area where one is stated, else that of the state.
pub(super) fn price_level<'t>(
    tables: &'t Tables,
    profile: &Profile,
) -> Result<PriceLevel, &'t str> {
    let home = profile.home_locality().ok_or("no home state is stated")?;
    if let Some(area) = home.area(tables) {
        return area.price_level.as_ref().map(|price| price.level).map_err(String::as_str);
    }
    let place = tables.geography.get(home.place).ok_or("the home is not in the table of places")?;
    place.price_level.as_ref().map(|&(level, _)| level).map_err(String::as_str)
}
