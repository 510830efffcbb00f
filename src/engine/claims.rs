//! Published claims compared with what the model says for the same people.
//!
//! - An amount is compared with the nearest end of what was published, as a share of it.
//! - A ratio of two people, or of two figures of one, is compared in the same way.
//! - Of an order of places it counts which of those named are among as many at that end by the model.
//! - People of several places are averaged by how many hold such a job in each.
//! - All certified members of the survey stand to all members as their published averages do.

use super::figures::Estimator;
use crate::data::{
    Claim, ClaimPeople, ClaimStatistic, Claims, OrderEnd, PlaceKind, Published, Tables,
};
use crate::profile::{Draft, Key, PayLevel, Profile};
use crate::quantity::{Dollars, LogQuantiles, Pay, PlaceCode};

/// A claim and what the model says.
#[derive(Clone, Debug)]
pub struct CheckedClaim<'c> {
    /// The claim.
    pub claim: &'c Claim,
    /// What the model says, or why it says nothing.
    pub outcome: Result<ClaimOutcome, String>,
}

/// What the model says where a claim says something.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimOutcome {
    /// The model's own figure.
    pub model: ModelSays,
    /// How far it is from the nearest end of what was published, as a share of that; of an order
    /// minus the share of the named places that are elsewhere. 0 within a range.
    pub difference: f64,
    /// Whether that is within the tolerance.
    pub agrees: bool,
}

/// A figure of the model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelSays {
    /// Dollars a year.
    Pay(Dollars),
    /// How many times.
    Ratio(f64),
    /// The places at that end, the outermost first: as many as were named.
    Order(Vec<PlaceCode>),
}

/// Whether a claim and the model agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They agree within the tolerance.
    Agrees,
    /// They do not, and the claim states why.
    Explained,
    /// They do not, or the model cannot say, and nothing states why.
    Unexplained,
}

impl CheckedClaim<'_> {
    /// How the claim and the model stand to each other.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        match &self.outcome {
            Ok(ClaimOutcome { agrees: true, .. }) => Agreement::Agrees,
            _ if self.claim.why.is_some() => Agreement::Explained,
            _ => Agreement::Unexplained,
        }
    }
}

/// What the model says of each claim, in the order of the table.
#[must_use]
pub fn check_claims<'c>(tables: &Tables, claims: &'c Claims) -> Vec<CheckedClaim<'c>> {
    let mut checking = Checking { tables, estimator: Estimator::new(tables) };
    let check = |claim| CheckedClaim { claim, outcome: checking.outcome(claim) };
    claims.iter().map(check).collect()
}

struct Checking<'t> {
    tables: &'t Tables,
    estimator: Estimator<'t>,
}

impl Checking<'_> {
    fn outcome(&mut self, claim: &Claim) -> Result<ClaimOutcome, String> {
        let Claim { people, statistic, tolerance, .. } = claim;
        let (model, difference, at_least) = match &claim.published {
            Published::Value { low, high } => {
                let model = self.model_statistic(people, *statistic)?;
                let difference = apart(model, low.get(), high.map(Dollars::get));
                let model = Dollars::new(model).map_err(|error| error.to_string())?;
                (ModelSays::Pay(model), difference, high.is_none())
            }
            Published::Ratio { ratio, at_least, against, statistic: other } => {
                let model = self.model_statistic(people, *statistic)?
                    / self.model_statistic(against, *other)?;
                (ModelSays::Ratio(model), model / ratio - 1.0, *at_least)
            }
            Published::Order { end, places } => {
                let model = self.order(people, *statistic, *end, places.len())?;
                let elsewhere = places.iter().filter(|place| !model.contains(place)).count();
                let share = share(elsewhere, places.len());
                (ModelSays::Order(model), if elsewhere == 0 { 0.0 } else { -share }, false)
            }
        };
        let agrees = difference.abs() <= *tolerance || (at_least && difference >= 0.0);
        Ok(ClaimOutcome { model, difference, agrees })
    }

    fn model_statistic(
        &mut self,
        people: &ClaimPeople,
        statistic: ClaimStatistic,
    ) -> Result<f64, String> {
        match people {
            ClaimPeople::AllCertified => self.all_certified(statistic),
            ClaimPeople::Person { facts, places } if places.is_empty() => {
                Ok(figure(&self.pay(facts, None)?, statistic))
            }
            ClaimPeople::Person { facts, places } => {
                let (mut sum, mut jobs) = (0.0, 0.0);
                for &place in places {
                    let row = self.tables.salaries.get(place)?;
                    let here = f64::from(*row.employment.as_ref().map_err(String::as_str)?);
                    sum += here * figure(&self.pay(facts, Some(place))?, statistic);
                    jobs += here;
                }
                Ok(sum / jobs)
            }
        }
    }

    /// The average of the certified, on the level of the survey.
    fn all_certified(&mut self, statistic: ClaimStatistic) -> Result<f64, String> {
        if statistic != ClaimStatistic::Mean {
            return Err("only the mean of all certified members is published".to_owned());
        }
        let survey = &self.tables.certifications.survey;
        let level = [("level".to_owned(), PayLevel::Survey.name().to_owned())];
        let all = figure(&self.pay(&level, None)?, statistic);
        Ok(all * survey.all_certified.get() / survey.mean.get())
    }

    fn order(
        &mut self,
        people: &ClaimPeople,
        statistic: ClaimStatistic,
        end: OrderEnd,
        count: usize,
    ) -> Result<Vec<PlaceCode>, String> {
        let ClaimPeople::Person { facts, .. } = people else {
            return Err("places are ordered for a person".to_owned());
        };
        let tables = self.tables;
        let states = tables.geography.iter();
        let states =
            states.filter(|place| matches!(place.kind, PlaceKind::State | PlaceKind::District));
        let mut amounts = Vec::new();
        for state in states.filter(|place| tables.salaries.get(place.code).is_ok()) {
            amounts.push((state.code, figure(&self.pay(facts, Some(state.code))?, statistic)));
        }
        amounts.sort_by(|(_, a), (_, b)| match end {
            OrderEnd::Highest => b.total_cmp(a),
            OrderEnd::Lowest => a.total_cmp(b),
        });
        Ok(amounts.into_iter().take(count).map(|(place, _)| place).collect())
    }

    fn pay(&mut self, facts: &[(String, String)], home: Option<PlaceCode>) -> Result<Pay, String> {
        let profile = self.profile(facts, home)?;
        Ok(self.estimator.figures(&profile).chosen().pay)
    }

    fn profile(
        &self,
        facts: &[(String, String)],
        home: Option<PlaceCode>,
    ) -> Result<Profile, String> {
        let mut draft = Draft::default();
        for (name, text) in facts {
            let key = Key::named(name).ok_or(format!("a profile has no fact `{name}`"))?;
            draft = draft.state(key, text.as_str());
        }
        if let Some(home) = home {
            draft = draft.state(Key::State, home.to_string());
        }
        draft.profile(self.tables).map_err(|errors| errors.to_string())
    }
}

fn figure(pay: &Pay, statistic: ClaimStatistic) -> f64 {
    match statistic {
        ClaimStatistic::Mean => pay.mean.get(),
        ClaimStatistic::ImpliedMean => LogQuantiles::new(&pay.percentiles).mean().get(),
        ClaimStatistic::Percentile(percentile) => pay.percentiles.at(percentile).get(),
    }
}

/// How far an amount is from the nearest end of a range, as a share of that end; without an upper
/// end, from the lower one.
fn apart(amount: f64, low: f64, high: Option<f64>) -> f64 {
    match high {
        Some(high) if amount > high => amount / high - 1.0,
        Some(_) if amount >= low => 0.0,
        _ => amount / low - 1.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer places than letters in a line")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
