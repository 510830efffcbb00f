//! The sources of answers: of each part, and of a whole answer.

use super::contract::Contract;
use super::evidence::factor_evidence;
use super::local_wages::LocalWages;
use super::pay_scale::scales_differ;
use crate::data::{Evidence, Locality, SourceIndex, Tables};
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Factor, LifeStage};

/// Visits the sources of the numbers behind a pay, some more than once: the wages, the pay level
/// and the stated factors.
pub(super) fn for_each_pay_source(
    tables: &Tables,
    profile: &Profile,
    wages: &LocalWages<'_>,
    mut visit: impl FnMut(SourceIndex),
) {
    wages.sources().for_each(&mut visit);
    if profile.level() == PayLevel::Survey {
        survey_level_sources(tables).for_each(&mut visit);
    }
    for factor in profile.stated().iter() {
        for_each_factor_source(tables, profile, factor, &mut visit);
    }
}

/// The sources of the pay level of the trade survey.
pub(super) fn survey_level_sources(tables: &Tables) -> impl Iterator<Item = SourceIndex> {
    let survey = tables.certifications.survey.sources.iter().copied();
    survey.chain([tables.salaries.nation().source])
}

/// Visits the sources behind a stated factor's effect, some more than once.
pub(super) fn for_each_factor_source(
    tables: &Tables,
    profile: &Profile,
    factor: Factor,
    mut visit: impl FnMut(SourceIndex),
) {
    for evidence in factor_evidence(tables, profile, factor).into_iter().flatten() {
        evidence.sources.iter().copied().for_each(&mut visit);
    }
    if factor == Factor::Specialty {
        tables.combination.specialty_center.sources.iter().copied().for_each(visit);
    }
}

/// Every source of an estimate: its steps, the price level at home, the weights of the factors,
/// the contract, and what is known of pay scales where they differ.
pub(super) fn of_estimate(
    tables: &Tables,
    profile: &Profile,
    steps: impl Iterator<Item = SourceIndex>,
    contract: Option<&Contract<'_>>,
) -> Vec<SourceIndex> {
    let mut all: Vec<SourceIndex> = steps.collect();
    all.extend(profile.home_locality().and_then(|home| price_source(tables, home)));
    if !profile.stated().is_empty() {
        all.extend(tables.combination.sources());
    }
    all.extend(contract.iter().flat_map(|contract| contract.sources()));
    all.extend(pay_scale_sources(tables, profile));
    each_once(all)
}

/// Every source of a timeline: its assumptions, the wages before and after the work moves home, those of
/// adjacent jobs and of the job without the career, the steps of the first job, the weights of the factors, the rise of prices, and
/// what is known of pay scales where they differ.
pub(super) fn of_timeline<'t>(
    tables: &'t Tables,
    profile: &Profile,
    assumptions: impl Iterator<Item = &'t Evidence>,
    wages: [&LocalWages<'t>; 2],
    other_jobs: impl Iterator<Item = SourceIndex>,
    steps: impl Iterator<Item = SourceIndex>,
) -> Vec<SourceIndex> {
    let mut all = of_evidence(assumptions);
    all.extend(wages.into_iter().flat_map(LocalWages::sources));
    all.extend(other_jobs);
    all.extend(steps);
    all.extend(tables.combination.sources());
    if profile.plan().nominal == Some(true) {
        all.extend(tables.prices.of(tables.salaries.dollars_of).map(|row| row.source));
    }
    all.extend(pay_scale_sources(tables, profile));
    each_once(all)
}

/// Every source of a verdict: its criteria, the facts quoted with them, and the programs at home.
pub(super) fn of_verdict<'t>(
    tables: &'t Tables,
    stage: LifeStage,
    criteria: impl Iterator<Item = &'t Evidence>,
    programs: Option<SourceIndex>,
) -> Vec<SourceIndex> {
    let mut all = of_evidence(criteria);
    all.extend(programs);
    let quoted = tables.verdicts.quoted(stage);
    let facts = quoted.filter_map(|quoted| tables.market.fact(&quoted.item));
    all.extend(facts.flat_map(|fact| fact.sources.iter().copied()));
    each_once(all)
}

fn of_evidence<'t>(rows: impl Iterator<Item = &'t Evidence>) -> Vec<SourceIndex> {
    rows.flat_map(|evidence| evidence.sources.iter().copied()).collect()
}

/// The source of the price level at a home, where there is one.
fn price_source(tables: &Tables, home: Locality) -> Option<SourceIndex> {
    match home.area(tables) {
        Some(area) => area.price_level.as_ref().ok().map(|price| price.source),
        None => tables.geography.get(home.place)?.price_level.as_ref().ok().map(|&(_, s)| s),
    }
}

/// The sources of what is known of pay scales, where they differ.
fn pay_scale_sources<'t>(tables: &'t Tables, profile: &Profile) -> &'t [SourceIndex] {
    if scales_differ(profile) { &tables.market.residence_scale().sources } else { &[] }
}

/// In the order of the table of sources.
fn each_once(mut all: Vec<SourceIndex>) -> Vec<SourceIndex> {
    all.sort_unstable();
    all.dedup();
    all
}
