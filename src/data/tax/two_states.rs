use serde::{Deserialize, Serialize};

use super::states::{read_state, read_states};
use crate::data::reading::{Citations, Fields, SourceIndex, record};
use crate::data::wages::Geography;
use crate::quantity::{PlaceCode, named};

/// What happens where home and employer are in two states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoStates {
    /// How states tax work that is done elsewhere for an employer there.
    pub convenience: Vec<Convenience>,
    /// Where every other state says so.
    pub elsewhere: SourceIndex,
    /// Who does not tax whom.
    pub reciprocity: Vec<Reciprocity>,
    /// What the home state does about the tax of the other one.
    pub credit: Vec<ResidentCredit>,
}

named! {
    /// What a state with a rule on the convenience of the employer does.
    #[derive(Serialize, Deserialize)]
    pub enum ConvenienceKind {
        /// It taxes such work of everybody.
        OfItsOwn = "standing",
        /// It is argued that it may not.
        Dispute = "dispute",
        /// It taxes such work of residents of states that do the same.
        Reciprocal = "reciprocal",
        /// Whether it does is not settled.
        Unsettled = "unsettled",
        /// It does so of others than coders.
        Limited = "limited",
        /// It did so once.
        Repealed = "repealed",
    }
}

/// How a state taxes work that is done elsewhere for an employer there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Convenience {
    /// The state of the employer.
    pub state: PlaceCode,
    /// What the state does.
    pub kind: ConvenienceKind,
    /// The home states that it is for; empty where it is for all.
    pub homes: Vec<PlaceCode>,
    /// What brings it about, in words.
    pub presence: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// The rule, in words.
    pub says: String,
    /// Where it is written.
    pub source: SourceIndex,
}

/// A state that does not tax the wages of residents of others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reciprocity {
    /// The state of the employer.
    pub state: PlaceCode,
    /// The home states; empty where it is every state.
    pub homes: Vec<PlaceCode>,
    /// The form that stops its withholding.
    pub form: String,
    /// What else it takes.
    pub condition: Option<String>,
    /// Where it is written.
    pub source: SourceIndex,
}

named! {
    /// What a home state does about the tax of the other one.
    #[derive(Serialize, Deserialize)]
    pub enum CreditKind {
        /// It credits that tax, as home states do.
        General = "general",
        /// It has no tax to credit it against.
        NoTaxAtHome = "no-tax-home",
        /// It is known to give the credit.
        Allowed = "allowed",
        /// It may refuse the credit.
        MayBeDenied = "may-be-denied",
        /// The other state gives the credit.
        Reverse = "reverse",
        /// The other state may tax a contractor.
        Contractor = "contractor",
        /// Where contributions to state programs are due.
        Payroll = "payroll",
    }
}

/// What a home state does about the tax of the other one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResidentCredit {
    /// What it does.
    pub kind: CreditKind,
    /// The home states; empty where it is every state.
    pub homes: Vec<PlaceCode>,
    /// The other states; empty where it is every state.
    pub others: Vec<PlaceCode>,
    /// Where it is written.
    pub source: SourceIndex,
}

impl TwoStates {
    pub(super) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        record!(Self {
            convenience: Some(table.tables("convenience", |row| {
                record!(Convenience {
                    state: read_state(row, "state", geography),
                    kind: row.choice("kind"),
                    homes: Some(read_states(row, "homes", geography)),
                    presence: Some(row.optional_string("presence")),
                    since: Some(row.optional_string("since")),
                    says: row.string("says"),
                    source: sources.cited_once(row),
                })
            })),
            elsewhere: table.table("elsewhere", |row| {
                row.text("says");
                sources.cited_once(row)
            }),
            reciprocity: Some(table.tables("reciprocity", |row| {
                record!(Reciprocity {
                    state: read_state(row, "state", geography),
                    homes: Some(read_states(row, "homes", geography)),
                    form: row.string("form"),
                    condition: Some(row.optional_string("condition")),
                    source: sources.cited_once(row),
                })
            })),
            credit: Some(table.tables("credit", |row| {
                row.text("says");
                record!(ResidentCredit {
                    kind: row.choice("kind"),
                    homes: Some(read_states(row, "homes", geography)),
                    others: Some(read_states(row, "others", geography)),
                    source: sources.cited_once(row),
                })
            })),
        })
    }

    /// The agreement by which an employer's state leaves the wages of residents of another untaxed.
    #[must_use]
    pub fn reciprocity(&self, home: PlaceCode, employer: PlaceCode) -> Option<&Reciprocity> {
        self.reciprocity.iter().find(|row| row.state == employer && is_for(&row.homes, home))
    }

    /// The rules of an employer's state on work that is done elsewhere.
    pub fn convenience(&self, employer: PlaceCode) -> impl Iterator<Item = &Convenience> {
        self.convenience.iter().filter(move |row| row.state == employer)
    }

    /// What is known of the credit of a home state for the tax of another one, by its kind.
    #[must_use]
    pub fn credit(
        &self,
        kind: CreditKind,
        home: PlaceCode,
        other: PlaceCode,
    ) -> Option<&ResidentCredit> {
        let mut rows = self.credit.iter().filter(|row| row.kind == kind);
        rows.find(|row| is_for(&row.homes, home) && is_for(&row.others, other))
    }
}

impl Convenience {
    /// Whether it is for residents of a state.
    #[must_use]
    pub fn is_for(&self, home: PlaceCode) -> bool {
        is_for(&self.homes, home)
    }
}

fn is_for(states: &[PlaceCode], state: PlaceCode) -> bool {
    states.is_empty() || states.contains(&state)
}
