use super::outlook::{Counterfactual, Outlays, inflation};
use super::quantiles::{Outcome, of_amounts, of_months, share_by};
use super::simulation::{Milestone, Settings, Simulation, simulate_beside};
use super::standing::{Aims, aims, standing};
use super::wages::{at_first_job, plan};
use crate::data::{Locality, Tables};
use crate::engine::pay_scale::{Scenario, scenarios};
use crate::profile::{CertificationPlan, Pivot, Profile, Standing};
use crate::quantity::{Change, Dollars, Share};

/// How a career unfolds: many simulated careers under one question, in percentiles.
#[derive(Clone, Debug)]
pub struct Timeline<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// How the careers were simulated.
    pub settings: Settings,
    /// Where the person stands now.
    pub standing: Standing,
    /// What the career aims at.
    pub aims: Aims,
    /// The profile in the first job, or now for who works already.
    pub first_job: Profile,
    /// How certifications are added.
    pub plan: CertificationPlan,
    /// Whose pay scale holds once the work is done from home.
    pub scenario: Scenario,
    /// The place whose wages hold before that.
    pub office: Locality,
    /// What the person would earn without the career.
    pub counterfactual: Counterfactual,
    /// What the way costs.
    pub outlays: Outlays,
    /// What lies ahead, in order.
    pub milestones: Vec<Reached>,
    /// Pay by year.
    pub years: Vec<CareerYear>,
    /// When what was paid and forgone has come back.
    pub break_even: BreakEven,
    /// What the career brings in five years beyond the counterfactual, in dollars of now; none where
    /// the horizon is shorter.
    pub gain_5: Option<Outcome<Change>>,
    /// The same in ten years.
    pub gain_10: Option<Outcome<Change>>,
    /// How the median gain depends on the causal share.
    pub causal: Vec<CausalGain>,
    /// The yearly rise of prices in the amounts, where they are told in dollars of their year.
    pub inflation: Option<f64>,
}

/// A milestone and when it is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Which one.
    pub milestone: Milestone,
    /// The share of all careers that reach it within the horizon.
    pub share: Share,
    /// The 10th, 50th and 90th percentile of the months from now of those who do, if any does.
    pub months: Option<[u32; 3]>,
}

/// One year of the careers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CareerYear {
    /// The year, from 1.
    pub year: u32,
    /// The share of careers at work in the field at its end.
    pub employed: Share,
    /// What is earned in the year, by all careers, in the field or not.
    pub pay: Outcome<Dollars>,
    /// The pay a year of those in the field at its end, for the part that they are there.
    pub in_field: Option<Outcome<Dollars>>,
    /// What the year would bring without the career.
    pub counterfactual: Dollars,
    /// What the careers have brought since now beyond the counterfactual, costs taken off.
    pub gain: Outcome<Change>,
}

/// When what was paid and forgone has come back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// The 10th, 50th and 90th percentile of the months from now over all careers; none where it
    /// falls among those that never break even within the horizon.
    pub months: [Option<u32>; 3],
    /// The share that never does within the horizon.
    pub never: Share,
}

/// The median gain at the end of the horizon under one causal share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CausalGain {
    /// The causal share.
    pub share: Share,
    /// The median gain, in dollars of now.
    pub gain: Change,
}

impl Timeline<'_> {
    /// Whether another pay scale would count other wages: the home is not where the employer is.
    #[must_use]
    pub fn scenarios_differ(&self) -> bool {
        scenarios(&self.profile).nth(1).is_some()
    }
}

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
    let settings = Settings::of(tables, profile);
    let others: Vec<Share> = [0.0, 0.5, 1.0]
        .into_iter()
        .map(share)
        .filter(|&share| share != settings.causal_share)
        .collect();
    let (mut simulation, beside) = simulate_beside(tables, profile, settings, &others);
    let aims = aims(tables, profile);
    let standing = standing(tables, profile);
    let horizon = settings.horizon.get() * 12;
    let milestones = ahead(standing, aims.pivot)
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
    let causal = causal(others.into_iter().zip(beside), asked);
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
    Timeline {
        tables,
        profile: profile.clone(),
        settings,
        standing,
        aims,
        first_job: at_first_job(tables, profile),
        plan: plan(profile),
        scenario: scenarios(profile).next().expect("there is always a pay scale"),
        office: simulation.wages.places[0],
        milestones,
        years: years.collect(),
        break_even,
        gain_5,
        gain_10,
        causal,
        inflation,
        counterfactual: simulation.counterfactual,
        outlays: simulation.outlays,
    }
}

const SIMULATED: &str = "at least a hundred careers are simulated";

/// The milestones that are not behind.
fn ahead(standing: Standing, pivot: Pivot) -> &'static [Milestone] {
    let all = &Milestone::ALL[..Milestone::BreakEven as usize];
    let (pivots, none) = (Milestone::Pivot as usize + 1, Milestone::Pivot as usize);
    let until = if pivot == Pivot::Stay { none } else { pivots };
    let from = match standing {
        Standing::Newcomer => Milestone::Trained,
        Standing::Certified => Milestone::FirstJob,
        Standing::Apprentice | Standing::Coder => Milestone::Remote,
        Standing::Specialist => Milestone::Pivot,
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
