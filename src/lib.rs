//! What a career in medical billing and coding pays.
//!
//! A question goes one way through the house:
//!
//! ```text
//!  data/*.toml ──▶ data ─┐
//!                        ├──▶ engine ──▶ report ──▶ render ──▶ cli ──▶ screen, file
//!  flags, files ▶ profile┘      pure       shapes     bytes
//! ```
//!
//! and imports point one way too: `quantity` ← `data` ← `profile` ← `engine` ← `report` ←
//! `render` ← `cli`. Only `cli` knows a disk, a screen or the environment.
#![doc = ""]

mod built_in;
pub mod data;
pub mod quantity;

pub use built_in::built_in;
