use crate::data::Tables;
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Pay, PlaceCode, PriceLevel};

use super::combination::{Overlap, combine, level_effect};
use super::grade::{Graded, grade};
use super::pay::{Spread, pay};
use super::pay_scale::{Scenario, scenarios};
use super::step::{Step, steps};

/// What workers like the one described earn, and how that was worked out.
#[derive(Clone, Debug)]
pub struct Estimate<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// The chosen pay scale first; the others beside it where they differ.
    pub scenarios: Vec<ScenarioPay>,
    /// The chosen pay level first, then the other, both on the chosen pay scale.
    pub levels: [(PayLevel, Pay); 2],
    /// The price level at home, or why there is none.
    pub price_level: Result<PriceLevel, String>,
    /// What the stated factors explain.
    pub spread: Spread,
    /// From the published wage to the mean.
    pub steps: Vec<Step>,
    /// Factors that move pay beside the others in a way that their effect alone does not suggest.
    pub overlaps: Vec<Overlap>,
    /// How far the answer can be trusted, with the reasons.
    pub graded: Graded,
}

/// The pay on one pay scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioPay {
    /// The scale and its place.
    pub scenario: Scenario,
    /// The pay in dollars.
    pub pay: Pay,
    /// The pay in dollars of the average US place, where the price level at home is known.
    pub home_value: Option<Pay>,
}

impl Estimate<'_> {
    /// The pay on the chosen scale.
    ///
    /// # Panics
    /// Never: an estimate has at least one scenario.
    #[must_use]
    pub fn chosen(&self) -> &ScenarioPay {
        self.scenarios.first().expect("an estimate has at least one scenario")
    }
}

/// What workers like the one described earn.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::{engine::estimate, profile::Profile};
/// let tables = mbc_calc::built_in();
/// let answer = estimate(&tables, &Profile::default());
/// assert_eq!(answer.chosen().pay.mean.get(), 56_790.0);
/// ```
#[must_use]
pub fn estimate<'t>(tables: &'t Tables, profile: &Profile) -> Estimate<'t> {
    let combined = combine(tables, profile);
    let spread = Spread::of(tables, combined.explained);
    let pay_on = |place: PlaceCode, level: PayLevel| {
        let row = tables
            .salaries
            .get(place)
            .expect("a profile names only places that have a row of wages");
        pay(row, combined.effect.plus(level_effect(tables, level)), spread.k)
    };
    let price_level = price_level(tables, profile);
    let level = profile.level();
    let scenarios: Vec<ScenarioPay> = scenarios(profile)
        .into_iter()
        .map(|scenario| {
            let pay = pay_on(scenario.place, level);
            let home_value = price_level.as_ref().ok().map(|price| price.pay_at_home(pay));
            ScenarioPay { scenario, pay, home_value }
        })
        .collect();
    let place = scenarios[0].scenario.place;
    let steps = steps(tables, profile, place, &combined);
    let graded = grade(tables, profile, place, &steps);
    Estimate {
        tables,
        profile: profile.clone(),
        levels: [level, level.other()].map(|level| (level, pay_on(place, level))),
        scenarios,
        price_level,
        spread,
        overlaps: combined.overlaps(tables),
        steps,
        graded,
    }
}

fn price_level(tables: &Tables, profile: &Profile) -> Result<PriceLevel, String> {
    let home = profile.home().ok_or("no home state is stated")?;
    let place = tables.geography.get(home).ok_or("the home is not in the table of places")?;
    place.price_level.as_ref().map(|&(level, _)| level).map_err(Clone::clone)
}
