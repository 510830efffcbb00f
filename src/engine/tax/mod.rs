//! What is left of a year's pay after taxes (`docs/METHOD.md`, "Take-home pay").
//!
//! ```text
//!  Earnings ──federal──▶ FederalTax ──state──▶ StateTax ──local──▶ LocalTaxes
//!                             └──────── two_states (which state taxes) ─────┘──▶ TakeHome
//! ```

mod after_tax;
mod amounts;
mod answer;
mod federal;
mod local;
mod refusal;
mod schedules;
mod state;
mod take_home;
mod two_states;

pub use after_tax::{AmountLeft, Doubt, PayAfterTax, TakenAt};
pub(super) use after_tax::{AppliedLaw, gross_of_pay, law_at_home};
pub use answer::{TakeHomeAnswer, take_home};
pub use federal::{Earnings, FederalTax};
pub use local::LocalPart;
pub use refusal::TakeHomeError;
pub use state::{AppliedRule, StateTax};
pub use take_home::{Law, OtherState, StateLeftOut, TakeHome, TaxPart};
pub use two_states::{StateCase, state_case};
