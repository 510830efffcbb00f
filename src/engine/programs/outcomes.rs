use crate::data::{GraduateOutcomes, SourceIndex, Tables};
use crate::profile::{CareerStage, Profile};
use crate::quantity::PlaceCode;

/// The fewest certificate programs of a state, with earnings four years on and those of its high-school
/// graduates, that make figures of its own.
const FEWEST: usize = 5;

/// What graduates of certificate programs earn four years on, in a state or in the nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalOutcomes {
    /// The state or the nation that has these figures.
    pub of: OutcomesOf,
    /// The figures.
    pub outcomes: GraduateOutcomes,
    /// Where they come from.
    pub source: SourceIndex,
}

/// The state or the nation that has the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomesOf {
    /// The state's own.
    State(PlaceCode),
    /// The nation's, because no state was asked for.
    Nation,
    /// The nation's, because the state has too few programs for its own.
    NationFor {
        /// The state.
        state: PlaceCode,
        /// How many programs it has.
        programs: usize,
    },
}

impl OutcomesOf {
    /// The place that the figures describe.
    #[must_use]
    pub const fn place(self) -> PlaceCode {
        match self {
            Self::State(state) => state,
            Self::Nation | Self::NationFor { .. } => PlaceCode::NATION,
        }
    }
}

/// What graduates of certificate programs earn four years on where a person lives: in the state, or in
/// the nation where no state is known or fewer than five of its programs can be compared.
///
/// ```
/// use mbc_calc::{engine::local_outcomes, quantity::PlaceCode};
/// let tables = mbc_calc::built_in();
/// let ohio = local_outcomes(&tables, PlaceCode::new("OH").ok());
/// assert_eq!(ohio.outcomes.programs, 29);
/// let guam = local_outcomes(&tables, PlaceCode::new("GU").ok());
/// assert_eq!(guam.of.place(), PlaceCode::NATION);
/// ```
#[must_use]
pub fn local_outcomes(tables: &Tables, home: Option<PlaceCode>) -> LocalOutcomes {
    let programs = &tables.programs;
    let source = programs.own_field().source;
    let nation = |of| LocalOutcomes { of, outcomes: programs.nation(), source };
    let Some(state) = home.filter(|&place| place != PlaceCode::NATION) else {
        return nation(OutcomesOf::Nation);
    };
    match state_outcomes(tables, state) {
        Ok(outcomes) => LocalOutcomes { of: OutcomesOf::State(state), outcomes, source },
        Err(programs) => nation(OutcomesOf::NationFor { state, programs }),
    }
}

/// What is shown to a newcomer; nothing for others, who have their program behind them.
pub(in crate::engine) fn newcomer_outcomes(
    tables: &Tables,
    profile: &Profile,
    stage: CareerStage,
) -> Option<LocalOutcomes> {
    (stage == CareerStage::Newcomer).then(|| local_outcomes(tables, profile.home()))
}

/// The figures of a state, or how many programs it has where those are too few.
pub(super) fn state_outcomes(tables: &Tables, state: PlaceCode) -> Result<GraduateOutcomes, usize> {
    match GraduateOutcomes::of(tables.programs.of_state(state)) {
        Some(outcomes) if outcomes.compared >= FEWEST => Ok(outcomes),
        outcomes => Err(outcomes.map_or(0, |outcomes| outcomes.compared)),
    }
}
