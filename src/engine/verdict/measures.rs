//! What verdicts measure of the world and of a person without simulating a career.

use crate::data::{Locality, Occupation, Tables};
use crate::engine::career::{Premises, at_first_job};
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::engine::pay_scale::scenarios;
use crate::profile::{GeoPay, Pivot, Profile};
use crate::quantity::PlaceCode;

/// The mean of what the roles after coding pay over what coding pays, as published.
pub(super) fn roles_over_coder(tables: &Tables) -> f64 {
    let in_field = [Pivot::Auditing, Pivot::Compliance, Pivot::Teaching, Pivot::RevenueCycle];
    let mut ratios: Vec<f64> = in_field
        .iter()
        .filter_map(|role| tables.specialties.find("specialty", role.name()).ok())
        .map(|level| tables.specialties.get(level).effect.factor())
        .collect();
    let informatics = tables.occupations.nation(Occupation::HealthInformation).pay.mean.get();
    ratios.push(informatics / tables.salaries.nation().pay.mean.get());
    let count = u32::try_from(ratios.len()).map_or(1.0, f64::from);
    ratios.iter().sum::<f64>() / count
}

/// The growth of the median beyond prices since the first year of the present statistics.
pub(super) fn real_growth(tables: &Tables) -> Result<f64, &'static str> {
    const MISSING: &str = "the tables have no wages or prices to compare";
    let to = tables.salaries.dollars_of;
    let (series, _) = tables.wage_history.of(to).ok_or(MISSING)?;
    let from = series.years.iter().map(|row| row.year).min().ok_or(MISSING)?;
    let wages = tables.wage_history.growth(from, to).map_err(|_| MISSING)?;
    let prices = tables.prices.ratio(from, to).ok_or(MISSING)?;
    Ok(wages / prices - 1.0)
}

pub(super) fn remote_share(tables: &Tables) -> Result<f64, &'static str> {
    let fact = tables.market.fact("remote-share").and_then(|fact| fact.value.number());
    fact.map(|percent| percent / 100.0).ok_or("the market table has no share of remote work")
}

/// Openings a year over those employed.
pub(super) fn openings(tables: &Tables) -> Result<f64, &'static str> {
    let field = tables.projections.field();
    ratio(field.openings, field.employment, "no employment is projected")
}

/// Jobs of the field among all jobs of a state, over the same in the nation.
pub(super) fn location_quotient(
    tables: &Tables,
    home: Option<PlaceCode>,
) -> Result<f64, &'static str> {
    const NOT_PUBLISHED: &str = "how many work in the field there is not published";
    let home = home.ok_or("no home state is stated")?;
    let all = Occupation::AllOccupations;
    let jobs = |row: &crate::data::Salary| row.employment.clone().ok().map(f64::from);
    let here = tables.salaries.get(home).ok().and_then(jobs).ok_or(NOT_PUBLISHED)?;
    let all_here = tables.occupations.get(all, home).ok().and_then(jobs).ok_or(NOT_PUBLISHED)?;
    let nation = jobs(tables.salaries.nation()).ok_or(NOT_PUBLISHED)?;
    let all_nation = jobs(tables.occupations.nation(all)).ok_or(NOT_PUBLISHED)?;
    let here = ratio(here, all_here, NOT_PUBLISHED)?;
    ratio(here, ratio(nation, all_nation, NOT_PUBLISHED)?, NOT_PUBLISHED)
}

/// The median pay of the first or present job on the scale of an employer elsewhere, over that where the
/// person lives.
pub(super) fn employer_over_home(tables: &Tables, profile: &Profile) -> Result<f64, &'static str> {
    let home = profile.home_locality().ok_or("no home state is stated")?;
    let chosen = scenarios(profile).next().expect("there is always a pay scale");
    if chosen.geo_pay != GeoPay::Employer || chosen.locality() == home {
        return Err("no employer in another state pays by its own scale");
    }
    let at_work = at_first_job(tables, profile);
    let k = Spread::new(
        &tables.salaries.nation().pay,
        tables.combination.covariance.weights(at_work.stated()).explained,
    )
    .k;
    let median =
        |at: Locality| PayAtQuantile::new(&local_wages(tables, None, at).pay, k).log_at(0.0);
    Ok(libm::exp(median(chosen.locality()) - median(home)))
}

/// What is lost if no job is found over a yearly pay.
pub(super) fn loss_over(tables: &Tables, profile: &Profile, pay: f64) -> Result<f64, &'static str> {
    let loss = crate::engine::career::lost_in_vain(Premises::new(tables), profile);
    ratio(loss, pay, "there is no pay to compare with")
}

/// Anything over nothing is infinite; nothing over nothing is not known.
pub(super) fn ratio(over: f64, under: f64, why: &'static str) -> Result<f64, &'static str> {
    if over > 0.0 || under > 0.0 { Ok(over / under) } else { Err(why) }
}
