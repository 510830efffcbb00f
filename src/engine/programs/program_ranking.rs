use super::outcomes::{LocalOutcomes, local_outcomes};
use super::ranked::{ProgramRankingRequest, ProgramSort, RankedRows};
use crate::data::{CollegeProgram, EarningsYear, ProgramCell, Tables};
use crate::engine::ranking::RankingError;
use crate::profile::Profile;
use crate::quantity::PlaceCode;

/// The programs of a state, in order of what their graduates earn or owe.
#[derive(Clone, Debug)]
pub struct ProgramRanking<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question; only the home counts.
    pub profile: Profile,
    /// The state.
    pub state: PlaceCode,
    /// What was asked for.
    pub request: ProgramRankingRequest,
    /// The programs; by earnings, those with earnings four years on.
    pub programs: RankedRows<&'t CollegeProgram>,
    /// By earnings: those with earnings one year on only, which is another statistic.
    pub first_year: RankedRows<&'t CollegeProgram>,
    /// The programs without the figure, in the order of the table.
    pub unranked: Vec<UnrankedProgram<'t>>,
    /// What graduates of the certificate programs earn, in the state or the nation.
    pub outcomes: LocalOutcomes,
}

/// A program without the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnrankedProgram<'t> {
    /// The program.
    pub program: &'t CollegeProgram,
    /// Why it has none.
    pub reason: &'t str,
}

/// The programs of the state that the profile states, in order.
///
/// # Errors
/// When the table has no program there.
pub fn program_ranking<'t>(
    tables: &'t Tables,
    profile: &Profile,
    state: PlaceCode,
    request: ProgramRankingRequest,
) -> Result<ProgramRanking<'t>, RankingError> {
    let (mut programs, mut first_year, mut unranked) = (Vec::new(), Vec::new(), Vec::new());
    for program in tables.programs.of_state(state) {
        let missing = |cell| UnrankedProgram { program, reason: tables.programs.reason(cell) };
        match (request.sort, program.earnings, program.debt) {
            (ProgramSort::Earnings, Some((earnings, EarningsYear::Fourth)), _) => {
                programs.push((earnings, program));
            }
            (ProgramSort::Earnings, Some((earnings, EarningsYear::First)), _) => {
                first_year.push((earnings, program));
            }
            (ProgramSort::Earnings, None, _) => unranked.push(missing(ProgramCell::Earnings)),
            (ProgramSort::Debt, _, Some(debt)) => programs.push((debt, program)),
            (ProgramSort::Debt, _, None) => unranked.push(missing(ProgramCell::Debt)),
        }
    }
    if programs.is_empty() && first_year.is_empty() && unranked.is_empty() {
        return Err(RankingError::NoPrograms(tables.geography.in_sentence(state)));
    }
    let ranked = |rows| {
        RankedRows::new(rows, request, |program: &&CollegeProgram| program.institution.as_str())
    };
    Ok(ProgramRanking {
        tables,
        profile: profile.clone(),
        state,
        request,
        programs: ranked(programs),
        first_year: ranked(first_year),
        unranked,
        outcomes: local_outcomes(tables, Some(state)),
    })
}
