use super::checked::{CheckedClaim, ClaimOutcome, GraduatePay, ModelSays};
use super::correlation::rank_correlation;
use super::graduates::{pay_after_training, published_pay};
use crate::data::{
    Claim, ClaimPeople, ClaimStatistic, Claims, OrderEnd, PlaceKind, Published, Tables,
};
use crate::engine::figures::Estimator;
use crate::profile::{Draft, Key, PayLevel, Profile};
use crate::quantity::{Dollars, LogQuantiles, Pay, Percentile, PlaceCode};

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
        let tolerance = tolerance.as_ref().map_or(0.0, |tolerance| tolerance.share);
        let within = |difference: f64| difference.abs() <= tolerance;
        match &claim.published {
            Published::Value { low, high } => {
                let model = self.model_statistic(people, *statistic)?;
                let (low, high) = (low.get(), high.map(Dollars::get));
                let difference = apart(model, low, high);
                let bias = high.map(|high| model / f64::midpoint(low, high) - 1.0);
                let biases = bias.into_iter().collect();
                let agrees = within(difference) || (high.is_none() && difference >= 0.0);
                let model = Dollars::new(model).map_err(|error| error.to_string())?;
                Ok(ClaimOutcome { model: ModelSays::Pay(model), difference, biases, agrees })
            }
            Published::Ratio { ratio, at_least, against, statistic: other } => {
                let model = self.model_statistic(people, *statistic)?
                    / self.model_statistic(against, *other)?;
                let difference = model / ratio - 1.0;
                let biases = if *at_least { Vec::new() } else { vec![difference] };
                let agrees = within(difference) || (*at_least && difference >= 0.0);
                Ok(ClaimOutcome { model: ModelSays::Ratio(model), difference, biases, agrees })
            }
            Published::Order { end, places } => {
                let model = self.order(people, *statistic, *end, places.len())?;
                let elsewhere = places.iter().filter(|place| !model.contains(place)).count();
                let share = share(elsewhere, places.len());
                let difference = if elsewhere == 0 { 0.0 } else { -share };
                let agrees = within(difference);
                let (model, biases) = (ModelSays::Order(model), Vec::new());
                Ok(ClaimOutcome { model, difference, biases, agrees })
            }
            Published::Graduates { correlation } => self.graduates(people, *correlation),
            Published::Posted { middle, .. } => {
                let percentiles = self.person(people)?.percentiles;
                let range = [Percentile::P10, Percentile::P50, Percentile::P90];
                let range = range.map(|percentile| percentiles.at(percentile));
                let [low, model, high] = range.map(Dollars::get);
                let difference = model / middle.get() - 1.0;
                let agrees = (low..=high).contains(&middle.get());
                let (model, biases) = (ModelSays::Range(range), vec![difference]);
                Ok(ClaimOutcome { model, difference, biases, agrees })
            }
        }
    }

    fn graduates(&mut self, people: &ClaimPeople, least: f64) -> Result<ClaimOutcome, String> {
        let ClaimPeople::Person { facts, .. } = people else {
            return Err("graduates are careers of a person".to_owned());
        };
        let mut places = Vec::new();
        for place in self.tables.geography.iter().map(|place| place.code) {
            let Some(published) = published_pay(self.tables, place) else { continue };
            let home = Some(place).filter(|&place| place != PlaceCode::NATION);
            let model = pay_after_training(self.tables, &self.profile(facts, home)?)
                .ok_or("no career finishes training so early")?;
            places.push(GraduatePay { place, published, model });
        }
        let states = places.iter().filter(|pay| pay.place != PlaceCode::NATION);
        let pairs: Vec<_> = states.map(|pay| (pay.published.get(), pay.model.get())).collect();
        let correlation = rank_correlation(&pairs).ok_or("too few states have programs")?;
        let difference = (correlation - least).min(0.0);
        let biases = places.iter().map(GraduatePay::bias).collect();
        let model = ModelSays::Graduates { correlation, places };
        Ok(ClaimOutcome { model, difference, biases, agrees: correlation >= least })
    }

    /// The pay of the person whom a job is for.
    fn person(&mut self, people: &ClaimPeople) -> Result<Pay, String> {
        match people {
            ClaimPeople::Person { facts, places } if places.is_empty() => self.pay(facts, None),
            _ => Err("a job is posted for a person at one place".to_owned()),
        }
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
