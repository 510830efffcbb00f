//! From simulated careers to percentiles, and everything that an answer holds with them.

use super::assumptions::{Facts, assumptions};
use super::career_stage::{aims, career_stage};
use super::outlook::{CounterfactualKind, inflation};
use super::quantiles::{of_amounts, of_months, share_by};
use super::simulation::{Milestone, Settings, Simulation, simulate_with_shares};
use super::timeline::{BreakEven, CareerYear, CausalGain, Reached, Timeline};
use super::wages::{at_first_job, plan};
use crate::data::Tables;
use crate::engine::combination::{combine, level_effect};
use crate::engine::contract::net_of_rate;
use crate::engine::local_wages::local_wages;
use crate::engine::pay_scale::scenarios;
use crate::engine::programs::newcomer_outcomes;
use crate::engine::sources;
use crate::engine::step::steps;
use crate::profile::{CareerStage, PayLevel, Pivot, Profile};
use crate::quantity::{Change, Dollars, Share};

/// Simulates the careers that a profile can have.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::{engine::timeline, profile::Profile};
/// let tables = mbc_calc::built_in();
/// let answer = timeline(&tables, &Profile::default());
/// assert_eq!(answer.years.len(), 10);
/// ```
#[must_use]
pub fn timeline<'t>(tables: &'t Tables, profile: &Profile) -> Timeline<'t> {
    let settings = Settings::new(tables, profile);
    let others: Vec<Share> = [0.0, 0.5, 1.0]
        .into_iter()
        .map(share)
        .filter(|&share| share != settings.causal_share)
        .collect();
    let (mut simulation, other_values) = simulate_with_shares(tables, profile, settings, &others);
    let aims = aims(tables, profile);
    let career_stage = career_stage(tables, profile);
    let horizon = settings.horizon.get() * 12;
    let milestones = ahead(career_stage, aims.pivot)
        .iter()
        .map(|&milestone| reached(&mut simulation, milestone, horizon))
        .collect();
    let months = &mut simulation.months[Milestone::BreakEven as usize];
    let break_even =
        BreakEven { never: share(1.0 - share_by(months, horizon)), months: of_months(months) };
    let gain_after = |simulation: &mut Simulation, years: usize| {
        let column = &mut simulation.years.get_mut(years - 1)?.present_value;
        of_amounts(column).map(|gain| gain.map(change))
    };
    let (gain_5, gain_10) = (gain_after(&mut simulation, 5), gain_after(&mut simulation, 10));
    let last = simulation.years.last_mut().expect("a horizon is at least a year");
    let asked = (settings.causal_share, &mut last.present_value);
    let causal = causal(others.into_iter().zip(other_values), asked);
    let careers = f64::from(settings.careers.get());
    let inflation = inflation(tables, profile);
    let years = (1..).zip(&mut simulation.years).map(|(year, columns)| {
        #[expect(clippy::cast_precision_loss, reason = "at most a million careers")]
        let employed = columns.in_field.len() as f64 / careers;
        CareerYear {
            year,
            employed: share(employed),
            pay: of_amounts(&mut columns.pay).expect(SIMULATED).map(dollars),
            in_field: of_amounts(&mut columns.in_field).map(|pay| pay.map(dollars)),
            counterfactual: dollars(
                simulation.counterfactual.in_year(year, inflation.unwrap_or(0.0)),
            ),
            gain: of_amounts(&mut columns.gain).expect(SIMULATED).map(change),
        }
    });
    let first_job = at_first_job(tables, profile);
    let plan = plan(profile);
    let assumptions =
        assumptions(tables, profile, &Facts { career_stage, aims, first_job: &first_job, plan });
    let scenario = scenarios(profile).next().expect("there is always a pay scale");
    let office = simulation.wages.places[0];
    let [office_wages, wages] =
        [office, scenario.locality()].map(|at| local_wages(tables, first_job.role(), at));
    let combined = combine(tables, &first_job);
    let steps = steps(tables, &first_job, scenario.locality(), &wages, &combined);
    let entry_pay = match simulation.counterfactual.kind {
        CounterfactualKind::EntryPay(place) => Some(place),
        CounterfactualKind::CurrentSalary => None,
    };
    let programs = newcomer_outcomes(tables, profile, career_stage);
    let sources = sources::of_timeline(
        tables,
        profile,
        assumptions.iter().map(|row| row.evidence),
        [&office_wages, &wages],
        entry_pay,
        steps
            .iter()
            .flat_map(|step| step.sources.iter().copied())
            .chain(programs.map(|local| local.source)),
    );
    Timeline {
        tables,
        profile: profile.clone(),
        settings,
        career_stage,
        aims,
        first_job,
        plan,
        scenario,
        wages,
        office,
        office_wages,
        contract_pay: net_of_rate(tables, profile.work()),
        survey_level: level_effect(tables, PayLevel::Survey),
        milestones,
        years: years.collect(),
        break_even,
        gain_5,
        gain_10,
        causal,
        inflation,
        counterfactual: simulation.counterfactual,
        costs: simulation.costs,
        assumptions,
        sources,
        programs,
        notices: profile.career_notices(tables),
    }
}

const SIMULATED: &str = "at least a hundred careers are simulated";

/// The milestones that are not behind.
fn ahead(career_stage: CareerStage, pivot: Pivot) -> &'static [Milestone] {
    let all = &Milestone::ALL[..Milestone::BreakEven as usize];
    let (pivots, none) = (Milestone::Pivot as usize + 1, Milestone::Pivot as usize);
    let until = if pivot == Pivot::Stay { none } else { pivots };
    let from = match career_stage {
        CareerStage::Newcomer => Milestone::Trained,
        CareerStage::Certified => Milestone::FirstJob,
        CareerStage::Apprentice | CareerStage::Coder => Milestone::Remote,
        CareerStage::Specialist => Milestone::Pivot,
    };
    &all[(from as usize).min(until)..until]
}

fn reached(simulation: &mut Simulation, milestone: Milestone, horizon: u32) -> Reached {
    let months = &simulation.months[milestone as usize];
    let mut within: Vec<u32> = months.iter().copied().filter(|&month| month <= horizon).collect();
    let share = share(share_by(months, horizon));
    let [p10, p50, p90] = of_months(&mut within);
    let months = p10.zip(p50).zip(p90).map(|((p10, p50), p90)| [p10, p50, p90]);
    Reached { milestone, share, months }
}

/// The median gain at the end of the horizon when nothing, half and all of a published difference is
/// gained by adding what it is about, and as it was asked, in the order of the shares.
fn causal(
    others: impl Iterator<Item = (Share, Vec<f32>)>,
    (asked, present_values): (Share, &mut Vec<f32>),
) -> Vec<CausalGain> {
    let gain = |share: Share, present_values: &mut [f32]| CausalGain {
        share,
        gain: change(of_amounts(present_values).expect(SIMULATED).p50),
    };
    let mut gains = vec![gain(asked, present_values)];
    gains.extend(others.map(|(share, mut present_values)| gain(share, &mut present_values)));
    gains.sort_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    gains
}

pub(super) fn share(part: f64) -> Share {
    Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount.max(0.0)).expect("simulated pay is a finite amount")
}

fn change(amount: f64) -> Change {
    Change::new(amount).expect("a simulated gain is finite")
}
