//! Credentials by name, with what is known of each.

mod catalog;
mod facts;
mod rows;

pub use catalog::{Credential, CredentialIndex, Credentials, FormerName, FoundCredential};
pub use facts::{
    CredentialFact, CredentialPay, CredentialText, Fee, Membership, PassRate, Payer, RateSource,
    Takers,
};
