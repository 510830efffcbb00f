//! Which state taxes pay where home and employer are in two.

use crate::data::{Convenience, ConvenienceKind, Reciprocity, SourceIndex, Taxes};
use crate::quantity::PlaceCode;

/// What two states make of pay for work that is done at home. Each case but the last leaves the tax
/// to the home state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StateCase<'t> {
    /// The employer is in the same state, or nobody said where.
    OneState,
    /// The state of the employer does not tax pay.
    Untaxed,
    /// A contractor works at home.
    Contractor {
        /// Where it is written that the state of the client may tax it all the same, if it may.
        warning: Option<SourceIndex>,
    },
    /// The two states agreed on it.
    Reciprocal(&'t Reciprocity),
    /// The state of the employer does not tax work that is done elsewhere.
    DoneElsewhere(SourceIndex),
    /// Its rule does not reach such work, or it is not settled whether.
    NotReached(&'t Convenience),
    /// Its rule may reach such work.
    Convenience(&'t Convenience),
}

impl StateCase<'_> {
    /// Where it is written, in the sources of taxes.
    #[must_use]
    pub const fn source(&self) -> Option<SourceIndex> {
        match self {
            Self::OneState | Self::Untaxed => None,
            Self::Contractor { warning } => *warning,
            Self::Reciprocal(agreement) => Some(agreement.source),
            Self::DoneElsewhere(source) => Some(*source),
            Self::NotReached(rule) | Self::Convenience(rule) => Some(rule.source),
        }
    }
}

/// What two states make of pay for work that is done at home.
#[must_use]
pub fn state_case(
    taxes: &Taxes,
    home: PlaceCode,
    employer: Option<PlaceCode>,
    is_contract: bool,
) -> StateCase<'_> {
    use crate::data::CreditKind::Contractor;
    let Some(employer) = employer.filter(|&employer| employer != home) else {
        return StateCase::OneState;
    };
    let two = &taxes.two_states;
    if is_contract {
        let warning = two.credit(Contractor, home, employer).map(|row| row.source);
        return StateCase::Contractor { warning };
    }
    if taxes.state(employer).is_none_or(|state| state.base.is_none()) {
        return StateCase::Untaxed;
    }
    if let Some(agreement) = two.reciprocity(home, employer) {
        return StateCase::Reciprocal(agreement);
    }
    let Some(rule) = two.convenience(employer).next() else {
        return StateCase::DoneElsewhere(two.elsewhere);
    };
    match rule.kind {
        ConvenienceKind::Reciprocal if !rule.is_for(home) => StateCase::NotReached(rule),
        ConvenienceKind::OfItsOwn | ConvenienceKind::Reciprocal => StateCase::Convenience(rule),
        ConvenienceKind::Unsettled
        | ConvenienceKind::Limited
        | ConvenienceKind::Repealed
        | ConvenienceKind::Dispute => StateCase::NotReached(rule),
    }
}
