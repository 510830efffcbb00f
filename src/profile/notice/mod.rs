//! What to know of a profile that does not keep it from being answered.

mod kind;
mod of_profile;

pub use kind::{Notice, NoticeCode};
