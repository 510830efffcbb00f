//! The question: the facts about a person, valid by construction.
//!
//! ```text
//!  flags ────────────────┐
//!  file (TOML, JSON) ──▶ Draft ──with the tables──▶ Profile
//!                        what was typed, and where  what is meant
//!                          │
//!  variations, files of many ──▶ ProfileSet ──with the tables──▶ NamedProfiles, to compare
//! ```
//!
//! A draft keeps every text as it was typed; making a profile of it reports all that is wrong at once.

mod change;
mod choices;
mod credentials;
mod draft;
mod errors;
mod exact_names;
mod fact_row;
mod facts;
mod life_stage;
mod notice;
mod person;
mod places;
mod plan;
mod plan_facts;
mod resolved;
mod resolving;
mod set;
mod table_names;
mod texts;
mod unused;
mod values;
mod variation;

pub use change::Fact;
pub use choices::{
    AiAdoption, CareerStage, ConvenienceRule, Employment, GeoPay, PayLevel, Pivot, Program, Study,
};
pub use draft::Draft;
pub use errors::{Origin, ProblemCode, ProfileErrors, ProfileProblem};
pub use fact_row::{FactRow, Group};
pub use facts::Key;
pub(crate) use facts::why_none;
pub use notice::{Notice, NoticeCode};
pub use person::Seeker;
pub use plan::{CareerPlan, CertificationPlan, TaxFacts, Work};
pub use resolved::Profile;
pub use set::{NamedProfile, ProfileSet};
pub use table_names::TableName;
pub use texts::{Meaning, Others, ProfileText, StreamLine};
pub use unused::{Asked, Unused};
pub use values::{money_a_year, money_an_hour};
