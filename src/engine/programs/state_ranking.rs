use super::outcomes::{LocalOutcomes, local_outcomes, state_outcomes};
use super::ranked::{ProgramRankingRequest, ProgramSort, RankedRows};
use crate::data::{GraduateOutcomes, Place, PlaceKind, Tables};
use crate::profile::Profile;

/// The states, in order of what graduates of their certificate programs earn or owe.
#[derive(Clone, Debug)]
pub struct StateRanking<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question; none of its facts counts.
    pub profile: Profile,
    /// What was asked for.
    pub request: ProgramRankingRequest,
    /// The states with enough programs.
    pub states: RankedRows<(&'t Place, GraduateOutcomes)>,
    /// The other states, in the order of the table of places.
    pub unranked: Vec<UnrankedState<'t>>,
    /// What graduates of the certificate programs of the nation earn.
    pub nation: LocalOutcomes,
}

/// A state without the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnrankedState<'t> {
    /// The state.
    pub place: &'t Place,
    /// Why it has none.
    pub reason: NotRanked,
}

/// Why a state is not ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRanked {
    /// It has so many certificate programs with earnings four years on that can be compared: too few.
    TooFew(usize),
    /// None of its programs has a debt.
    NoDebt,
}

/// The states in order of what the middle certificate program's graduates earn four years on, or owe.
#[must_use]
pub fn state_ranking<'t>(
    tables: &'t Tables,
    profile: &Profile,
    request: ProgramRankingRequest,
) -> StateRanking<'t> {
    let (mut states, mut unranked) = (Vec::new(), Vec::new());
    for place in tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation) {
        let outcomes = match state_outcomes(tables, place.code) {
            Ok(outcomes) => outcomes,
            Err(programs) => {
                unranked.push(UnrankedState { place, reason: NotRanked::TooFew(programs) });
                continue;
            }
        };
        let value = match request.sort {
            ProgramSort::Earnings => Some(outcomes.earnings.p50),
            ProgramSort::Debt => outcomes.debt,
        };
        match value {
            Some(value) => states.push((value, (place, outcomes))),
            None => unranked.push(UnrankedState { place, reason: NotRanked::NoDebt }),
        }
    }
    StateRanking {
        tables,
        profile: profile.clone(),
        request,
        states: RankedRows::new(states, request, |(place, _)| place.name.as_str()),
        unranked,
        nation: local_outcomes(tables, None),
    }
}
