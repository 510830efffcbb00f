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
//! `render` ← `batch` ← `cli`. Only `cli` knows a disk, a screen or the environment; `batch` takes
//! the streams that it is handed.

pub mod batch;
mod built_in;
pub mod cli;
pub mod data;
pub mod engine;
pub mod profile;
pub mod quantity;
pub mod render;
pub mod report;

pub use built_in::{built_in, built_in_texts};
