//! From simulated careers to percentiles, and everything that an answer holds with them.

use super::after_tax::taxes;
use super::assumptions::{Facts, assumptions};
use super::career_stage::{Aims, aims, career_stage};
use super::columns::{Columns, Detail, YearColumns};
use super::first_job::{at_first_job, at_home};
use super::outcome::{Outcome, mean, of_amounts, of_months, share_before};
use super::outlook::{Counterfactual, CounterfactualKind, inflation};
use super::premises::Premises;
use super::ranks::count;
use super::settings::Settings;
use super::simulation::Course;
use super::timeline::{
    BestCase, BreakEven, CareerAfterTax, CareerYear, CausalGain, Gain, Progress, ProgressGain,
    Reached, Timeline,
};
use super::walk::Milestone;
use super::walk::NEVER;
use crate::data::{Occupation, Tables};
use crate::engine::claims::known_career_biases;
use crate::engine::combination::{combine, level_effect};
use crate::engine::contract::net_of_rate;
use crate::engine::local_wages::local_wages;
use crate::engine::pay_scale::scenarios;
use crate::engine::programs::newcomer_outcomes;
use crate::engine::sources;
use crate::engine::step::steps;
use crate::engine::tax::TakeHomeError;
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
    let premises = Premises::new(tables);
    let settings = Settings::new(premises, profile);
    let others: Vec<Share> = [0.0, 0.5, 1.0]
        .into_iter()
        .map(share)
        .filter(|&share| share != settings.causal_share)
        .collect();
    let course = Course::new(premises, profile, settings, &others);
    let mut columns = course.follow(Detail::Everything);
    let aims = aims(tables, profile);
    let career_stage = career_stage(tables, profile);
    let ahead = ahead(career_stage, aims);
    let milestones = all_reached(&columns, &ahead);
    let by_progress = by_progress(&columns, career_stage);
    let if_all_goes_well = best_case(&course, &ahead);
    let break_even = break_even(&columns);
    let take_home = profile.taxes().is_asked().then(|| after_tax(tables, profile, &course));
    let (gain_5, gain_10) = (gain_after(&mut columns, 5), gain_after(&mut columns, 10));
    let other_values = std::mem::take(&mut columns.other_values);
    let last = columns.years.last_mut().expect("a horizon is at least a year");
    let asked = (settings.causal_share, &mut last.present_value);
    let causal = causal(others.into_iter().zip(other_values), asked);
    let careers = count(settings.careers.get() as usize);
    let years = (1..).zip(&mut columns.years).map(|(year, column)| of_year(year, column, careers));
    let years = years.collect();
    let first_job = at_first_job(tables, profile);
    let plan = profile.plan().certifications.unwrap_or_default();
    let assumptions =
        assumptions(tables, profile, &Facts { career_stage, aims, first_job: &first_job, plan });
    let scenario = scenarios(profile).next().expect("there is always a pay scale");
    let office = course.field.places[0];
    let [office_wages, wages] =
        [office, scenario.locality()].map(|at| local_wages(tables, first_job.role(), at));
    let combined = combine(tables, &first_job);
    let steps = steps(tables, &first_job, scenario.locality(), &wages, &combined);
    let programs = newcomer_outcomes(tables, profile, career_stage);
    let known_biases = known_career_biases(tables, career_stage);
    let sources = sources::of_timeline(
        tables,
        profile,
        assumptions.iter().map(|row| row.evidence),
        [&office_wages, &wages],
        other_jobs(&course)
            .flat_map(|job| local_wages(tables, Some(job), at_home(profile)).sources()),
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
        counterfactual: Counterfactual { kind: course.kind, now: dollars(course.without_now()) },
        stated_rank: course.stated_rank(),
        adjacent_job: course.field.adjacent.occupation,
        costs: course.costs,
        milestones,
        years,
        break_even,
        gain_5,
        gain_10,
        by_progress,
        if_all_goes_well,
        causal,
        sensitivity: Vec::new(),
        take_home,
        inflation: inflation(tables, profile),
        assumptions,
        sources,
        programs,
        known_biases,
        notices: profile.career_notices(tables),
    }
}

/// What the careers come to after taxes.
fn after_tax<'t>(
    tables: &'t Tables,
    profile: &Profile,
    course: &Course,
) -> Result<CareerAfterTax<'t>, TakeHomeError> {
    let keeps_job = course.kind == CounterfactualKind::SameJob;
    let (law, taxes) = taxes(tables, profile, keeps_job)?;
    let mut columns = course.after_tax(taxes).follow(Detail::Everything);
    let careers = count(course.settings.careers.get() as usize);
    let break_even = break_even(&columns);
    let gains = [5, 10].map(|years| gain_after(&mut columns, years));
    let years = (1..).zip(&mut columns.years);
    let years = years.map(|(year, column)| of_year(year, column, careers)).collect();
    let is_contract = profile.work().is_contract();
    Ok(CareerAfterTax { law, is_contract, years, break_even, gains })
}

/// What the career brings in so many years beyond the counterfactual, in dollars of now.
fn gain_after(columns: &mut Columns, years: usize) -> Option<Outcome<Change>> {
    let column = &mut columns.years.get_mut(years - 1)?.present_value;
    of_amounts(column).map(|gain| gain.map(change))
}

/// The other occupations that the careers work in.
fn other_jobs(course: &Course) -> impl Iterator<Item = Occupation> {
    let without = course.outside_job();
    let adjacent =
        (course.kind != CounterfactualKind::SameJob).then_some(course.field.adjacent.occupation);
    without.into_iter().chain(adjacent)
}

const SIMULATED: &str = "at least a hundred careers are simulated";

/// The milestones that are not behind.
fn ahead(career_stage: CareerStage, aims: Aims) -> Vec<Milestone> {
    use Milestone as M;
    let all = [
        M::Trained,
        M::Certified,
        M::AdjacentJob,
        M::FirstJob,
        M::Remote,
        M::Specialist,
        M::Pivot,
        M::Left,
    ];
    let is_behind = |milestone: &M| match career_stage {
        CareerStage::Newcomer => false,
        CareerStage::Certified => matches!(milestone, M::Trained | M::Certified),
        CareerStage::Apprentice | CareerStage::Coder => {
            matches!(milestone, M::Trained | M::Certified | M::AdjacentJob | M::FirstJob)
        }
        CareerStage::Specialist => !matches!(milestone, M::Remote | M::Pivot | M::Left),
    };
    let aimed_at = |milestone: &M| match milestone {
        M::Specialist => !aims.keeps_job,
        M::Pivot => aims.pivot != Pivot::Stay,
        _ => true,
    };
    all.into_iter().filter(|milestone| !is_behind(milestone) && aimed_at(milestone)).collect()
}

fn all_reached(columns: &Columns, ahead: &[Milestone]) -> Vec<Reached> {
    ahead.iter().map(|&milestone| reached(columns, milestone)).collect()
}

fn reached(columns: &Columns, milestone: Milestone) -> Reached {
    let horizon = months_followed(columns);
    let months = columns.months(milestone);
    let mut within: Vec<u32> = months.iter().copied().filter(|&month| month < horizon).collect();
    let share = share(share_before(&months, horizon));
    let [p10, p50, p90] = of_months(&mut within);
    let months = p10.zip(p50).zip(p90).map(|((p10, p50), p90)| [p10, p50, p90]);
    Reached { milestone, share, months }
}

/// The months that careers are followed.
fn months_followed(columns: &Columns) -> u32 {
    u32::try_from(columns.years.len() * 12).unwrap_or(NEVER)
}

fn break_even(columns: &Columns) -> BreakEven {
    let years = 1..=u32::try_from(columns.years.len()).unwrap_or(0);
    let mut months = columns.months(Milestone::BreakEven);
    // What has come back by the end of a month has come back in so many months.
    let by = |year: u32| share(share_before(&months, year * 12 + 1));
    let by_year = years.map(by).collect();
    BreakEven {
        by_year,
        never: share(1.0 - share_before(&months, NEVER)),
        months: of_months(&mut months),
    }
}

/// The median and the mean of amounts, and the share of those above nothing.
fn gain_of(mut amounts: Vec<f32>) -> Option<Gain> {
    let gain = of_amounts(&mut amounts)?;
    let above = amounts.iter().filter(|&&amount| amount > 0.0).count();
    let gaining = share(count(above) / count(amounts.len()));
    Some(Gain { median: change(gain.p50), mean: change(gain.mean), gaining })
}

/// The gain by how far one gets, as far as that is not behind.
fn by_progress(columns: &Columns, career_stage: CareerStage) -> Vec<ProgressGain> {
    let horizon = months_followed(columns);
    let steps: &[(Progress, Option<Milestone>)] = match career_stage {
        CareerStage::Newcomer => &[
            (Progress::All, None),
            (Progress::Certified, Some(Milestone::Certified)),
            (Progress::CodingJob, Some(Milestone::FirstJob)),
        ],
        CareerStage::Certified => {
            &[(Progress::All, None), (Progress::CodingJob, Some(Milestone::FirstJob))]
        }
        _ => &[(Progress::All, None)],
    };
    let gain = |milestone: Option<Milestone>, years: usize| {
        let values = columns.years.get(years - 1)?.present_value.iter().copied();
        gain_of(match milestone {
            None => values.collect(),
            Some(milestone) => {
                let months = columns.months(milestone);
                let got_there = values.zip(months).filter(|(_, month)| *month < horizon);
                got_there.map(|(value, _)| value).collect()
            }
        })
    };
    let of = |&(progress, milestone): &(Progress, Option<Milestone>)| ProgressGain {
        progress,
        share: milestone.map_or(share(1.0), |milestone| {
            share(share_before(&columns.months(milestone), horizon))
        }),
        gain_5: gain(milestone, 5),
        gain_10: gain(milestone, 10),
    };
    steps.iter().map(of).collect()
}

fn best_case(course: &Course, ahead: &[Milestone]) -> BestCase {
    let mut columns = course.if_all_goes_well().follow(Detail::Gains);
    let kept: Vec<Milestone> =
        ahead.iter().copied().filter(|&milestone| milestone != Milestone::Left).collect();
    let gain = |columns: &mut Columns, years: usize| {
        gain_of(std::mem::take(&mut columns.years.get_mut(years - 1)?.present_value))
    };
    BestCase {
        milestones: all_reached(&columns, &kept),
        gain_5: gain(&mut columns, 5),
        gain_10: gain(&mut columns, 10),
        break_even: break_even(&columns),
    }
}

/// The share of careers below which the pay of those in the field is not shown.
const FEW: f64 = 0.05;

fn of_year(year: u32, columns: &mut YearColumns, careers: f64) -> CareerYear {
    let in_field = count(columns.in_field.len()) / careers;
    let pay = |amounts: &mut [f32]| of_amounts(amounts).map(|pay| pay.map(dollars));
    CareerYear {
        year,
        in_field: share(in_field),
        pay: pay(&mut columns.pay).expect(SIMULATED),
        in_field_pay: pay(&mut columns.in_field).filter(|_| in_field >= FEW),
        without: pay(&mut columns.without).expect(SIMULATED),
        gain: of_amounts(&mut columns.gain).expect(SIMULATED).map(change),
    }
}

/// The gain at the end of the horizon when nothing, half and all of a published difference is gained
/// by adding what it is about, and as it was asked, in the order of the shares.
fn causal(
    others: impl Iterator<Item = (Share, Vec<f32>)>,
    (asked, present_values): (Share, &mut Vec<f32>),
) -> Vec<CausalGain> {
    let gain = |share: Share, present_values: Vec<f32>| CausalGain {
        share,
        gain: gain_of(present_values).expect(SIMULATED),
    };
    let mut gains = vec![gain(asked, std::mem::take(present_values))];
    gains.extend(others.map(|(share, present_values)| gain(share, present_values)));
    gains.sort_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    gains
}

pub(super) fn share(part: f64) -> Share {
    Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount.max(0.0)).expect("simulated pay is a finite amount")
}

pub(super) fn change(amount: f64) -> Change {
    Change::new(amount).expect("a simulated gain is finite")
}

/// The mean gain after so many years, in dollars of now.
pub(super) fn mean_gain(columns: &Columns, years: usize) -> Option<Change> {
    columns.years.get(years - 1).map(|year| change(mean(&year.present_value)))
}
