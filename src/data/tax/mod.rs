//! The law of federal, state and local taxes on pay, and of two states, for each tax year.
//!
//! Numbers are rows; what a type of rule computes from them is for the engine (`docs/METHOD.md`,
//! "Take-home pay").

mod bands;
mod evidence;
mod federal;
mod kinds;
mod local;
mod payroll;
mod places;
mod reading_rules;
mod rule_kind;
mod rules;
mod states;
mod taxes;
mod two_states;

pub use bands::{Band, Bands};
pub use evidence::{LawBasis, LawEvidence, LawNumber};
pub use federal::FederalLaw;
pub use kinds::{Filing, Rounding, StateBase, TaxIncome, TaxYear};
pub use local::{LocalKind, LocalTax};
pub use payroll::Contribution;
pub use places::LocalPlaceError;
pub use rule_kind::RuleKind;
pub use rules::{TaxRule, TaxStage};
pub use states::TaxState;
pub(crate) use taxes::TaxTables;
pub use taxes::Taxes;
pub use two_states::{
    Convenience, ConvenienceKind, CreditKind, Reciprocity, ResidentCredit, TwoStates,
};
