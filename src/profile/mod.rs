//! The question: who asks, valid by construction.
//!
//! ```text
//!  flags ────────────────┐
//!  file (TOML, JSON) ──▶ Draft ──with the tables──▶ Profile
//!                        what was typed, and where  what is meant
//!                          │
//!  variations, files of many ──▶ Lineup ──with the tables──▶ NamedProfiles, to compare
//! ```
//!
//! A draft keeps every text as it was typed; making a profile of it tells all that is wrong at once.

mod change;
mod choices;
mod credentials;
mod csv_rows;
mod draft;
mod errors;
mod facts;
mod file;
mod list;
mod notice;
mod person;
mod places;
mod plan;
mod plan_facts;
mod resolved;
mod row;
mod set;
mod text;
mod variation;

pub use change::Fact;
pub use choices::{AiAdoption, Employment, GeoPay, PayLevel, Pivot, Program, Standing, Study};
pub use draft::Draft;
pub use errors::{Origin, ProblemCode, ProfileErrors, ProfileProblem};
pub use facts::{Group, Key};
pub use notice::{Notice, NoticeCode};
pub use person::Seeker;
pub use plan::{CertificationPlan, Plan, Work};
pub use resolved::Profile;
pub use set::{Lineup, NamedProfile};
pub use text::ProfileText;
